import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import '../src/article-comments/article-comments.js';
import type {ArticleComments} from '../src/article-comments/article-comments.js';
import {CommentError} from '../src/comments/index.js';
import {comments, growing, hold, never, publish, sourceOf, thread, withLinks} from './support/comments.js';

const failing = (error: CommentError) => ({list: () => Promise.reject(error), submit: publish});

const meta: Meta<ArticleComments> = {
  component: 'article-comments',
  tags: ['autodocs'],
  args: {article: 'lua-mua-gat', headingLevel: 2, maxlength: 500},
  argTypes: {source: {control: false}, state: {control: false}},
  render: (args) => html`
    <article-comments
      loading="eager"
      article=${ifDefined(args.article)}
      page-size=${ifDefined(args.pageSize)}
      order=${ifDefined(args.order)}
      count=${ifDefined(args.count)}
      heading-level=${args.headingLevel}
      maxlength=${ifDefined(args.maxlength)}
      user-name=${ifDefined(args.userName)}
      ?closed=${args.closed}
      .source=${args.source}
    ></article-comments>
  `,
};
export default meta;

type Story = StoryObj<ArticleComments>;

export const Ready: Story = {args: {source: sourceOf(comments)}};

export const Loading: Story = {args: {count: 12, source: {list: () => never, submit: publish}}};

export const Empty: Story = {args: {source: sourceOf([])}};

export const Failed: Story = {args: {source: failing(new CommentError('server'))}};

export const Offline: Story = {args: {count: 5, source: failing(new CommentError('offline'))}};

export const TimedOut: Story = {args: {source: failing(new CommentError('timeout'))}};

export const LoginNeeded: Story = {args: {source: failing(new CommentError('login'))}};

/** The button counts down until the server may be asked again. */
export const TooFast: Story = {args: {source: failing(new CommentError('too-fast', {retryAfter: 120}))}};

export const Closed: Story = {args: {closed: true, source: sourceOf(comments)}};

export const Threads: Story = {args: {order: 'oldest', source: sourceOf(thread)}};

export const ByPages: Story = {args: {pageSize: 2, source: sourceOf(comments)}};

/** Addresses become links when their part has come; nothing else does. */
export const Links: Story = {args: {source: sourceOf(withLinks)}};

/** With `refresh`, what comes meanwhile is offered over the list, and nothing that is being read moves. */
export const NewComments: Story = {
  args: {source: growing()},
  render: (args) => html`
    <article-comments
      lang="vi"
      loading="eager"
      article="lua-mua-gat"
      refresh="10"
      .source=${args.source}
    ></article-comments>
  `,
  play: async ({canvasElement}) => {
    const {shadowRoot} = canvasElement.querySelector('article-comments')!;
    while (!shadowRoot!.querySelector('[part="new-button"]')) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  },
};

export const SignedIn: Story = {args: {userName: 'Nguyễn Văn An', source: sourceOf(comments)}};

/** One's own comment, shown at once and marked until somebody has approved it. */
export const Pending: Story = {
  args: {source: sourceOf(comments, hold)},
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('article-comments')!;
    await element.updateComplete;
    const form = element.shadowRoot!.querySelector('article-comment-form')!;
    await form.updateComplete;
    const box = form.shadowRoot!.querySelector('article-comment-box')!;
    await box.updateComplete;
    box.value = 'Bao giờ thì có lúa giống cho vụ sau vậy báo?';
    const posted = new Promise((resolve) => element.addEventListener('article-comment-posted', resolve));
    form.shadowRoot!.querySelector('form')!.requestSubmit();
    await posted;
  },
};

export const ReplyOpen: Story = {
  args: {source: sourceOf(thread)},
  play: async ({canvasElement}) => {
    const {shadowRoot} = canvasElement.querySelector('article-comments')!;
    let button: HTMLElement | null;
    while (!(button = shadowRoot!.querySelector('[part="reply-button"]'))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    button.click();
  },
};

/** The page brings the list and the form: both work without script, the list also when the server fails. */
export const OwnListAndForm: Story = {
  args: {source: failing(new CommentError('network'))},
  render: (args) => html`
    <article-comments lang="vi" loading="eager" article="lua-mua-gat" count="1" .source=${args.source}>
      <article-comment-form slot="form">
        <form method="post" action="/api/comments">
          <p>
            <label>Tên <input name="author" autocomplete="name" /></label>
          </p>
          <article-comment-box>
            <label>Ý kiến của bạn <textarea name="comment" maxlength="500"></textarea></label>
          </article-comment-box>
          <button>Gửi ý kiến</button>
        </form>
      </article-comment-form>
      <ol>
        <li>
          <p><strong>Út Hậu</strong>, 29/03/2024 12:40</p>
          <p>Giá lúa năm nay mà giữ được tới cuối vụ thì bà con mừng lắm.</p>
        </li>
      </ol>
    </article-comments>
  `,
};

export const English: Story = {
  args: {source: sourceOf(comments)},
  render: (args) => html`
    <article-comments lang="en" loading="eager" article="harvest" .source=${args.source}></article-comments>
  `,
};
