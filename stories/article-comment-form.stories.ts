import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import '../src/article-comment-form/article-comment-form.js';
import type {
  ArticleCommentForm,
  ArticleCommentSubmitEvent,
} from '../src/article-comment-form/article-comment-form.js';
import {CommentError, type CommentErrorDetails, type CommentErrorKind} from '../src/comments/index.js';
import type {Comment} from '../src/comments/types.js';
import {hold, never, publish} from './support/comments.js';

interface Args extends ArticleCommentForm {
  /** Stands in for the server. */
  answer: (event: ArticleCommentSubmitEvent) => Promise<Comment>;
}

const {signal} = new AbortController();
const published = (event: ArticleCommentSubmitEvent) => publish({...event, article: ''}, signal);
const held = (event: ArticleCommentSubmitEvent) => hold({...event, article: ''}, signal);
const refused = (kind: CommentErrorKind, details?: CommentErrorDetails) => () =>
  Promise.reject(new CommentError(kind, details));

const meta: Meta<Args> = {
  component: 'article-comment-form',
  tags: ['autodocs'],
  args: {maxlength: 500, answer: published},
  argTypes: {answer: {control: false}},
  render: (args) => html`
    <article-comment-form
      draft-key=${Math.random()}
      user-name=${ifDefined(args.userName)}
      maxlength=${ifDefined(args.maxlength)}
      ?ask-name=${args.askName}
      ?ask-email=${args.askEmail}
      ?require-name=${args.requireName}
      @article-comment-submit=${(event: ArticleCommentSubmitEvent) => event.respondWith(args.answer(event))}
    ></article-comment-form>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Writes a comment into the form of a story and sends it. */
const send: NonNullable<Story['play']> = async ({canvasElement}) => {
  const form = canvasElement.querySelector('article-comment-form')!;
  await form.updateComplete;
  const box = form.shadowRoot!.querySelector('article-comment-box')!;
  await box.updateComplete;
  box.value = 'Nhà tôi gặt xong rồi, được gần bảy tấn một hecta.';
  form.shadowRoot!.querySelector('form')!.requestSubmit();
  await new Promise((resolve) => setTimeout(resolve, 50));
};

export const Guest: Story = {};

export const SignedIn: Story = {args: {userName: 'Nguyễn Văn An'}};

export const AskingNameAndEmail: Story = {args: {askName: true, askEmail: true}};

export const Sending: Story = {args: {answer: () => never}, play: send};

export const Sent: Story = {play: send};

export const HeldForApproval: Story = {args: {answer: held}, play: send};

export const Offline: Story = {args: {answer: refused('offline')}, play: send};

export const UnknownOutcome: Story = {args: {answer: refused('network')}, play: send};

export const ServerError: Story = {args: {answer: refused('server')}, play: send};

export const Closed: Story = {args: {answer: refused('closed')}, play: send};

export const Duplicate: Story = {args: {answer: refused('duplicate')}, play: send};

export const LoginNeeded: Story = {args: {answer: refused('login')}, play: send};

export const TooLong: Story = {
  args: {answer: refused('too-long', {max: 40, count: 50, unit: 'code-point'})},
  play: send,
};

export const TooFast: Story = {args: {answer: refused('too-fast', {retryAfter: 30})}, play: send};

export const Invalid: Story = {
  args: {
    answer: refused('invalid', {fields: [{field: 'text', message: 'Bình luận có từ không phù hợp.'}]}),
  },
  play: send,
};

export const OwnForm: Story = {
  render: (args) => html`
    <article-comment-form
      lang="vi"
      @article-comment-submit=${(event: ArticleCommentSubmitEvent) => event.respondWith(args.answer(event))}
    >
      <form method="post" action="/api/comments">
        <article-comment-box>
          <label>Ý kiến của bạn <textarea name="comment" maxlength="500"></textarea></label>
        </article-comment-box>
        <button>Gửi ý kiến</button>
      </form>
    </article-comment-form>
  `,
};
