import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import '../../src/article-comments/article-comments.js';
import type {ArticleCommentForm} from '../../src/article-comment-form/article-comment-form.js';
import type {ArticleComments} from '../../src/article-comments/article-comments.js';
import {CommentError, type CommentSource} from '../../src/comments/index.js';
import {comment, fakeSource} from './support/comments.js';
import {resizeViewport} from './support/viewport.js';
import {waitUntil} from './support/wait-until.js';

/* Every state of the comments and of their form, in both directions and in light and dark, on the narrowest phone. */

const part = <T extends HTMLElement = HTMLElement>(el: Element, name: string) =>
  el.shadowRoot!.querySelector<T>(`[part~='${name}']`)!;
const formOf = (el: Element) => part<ArticleCommentForm>(el, 'form');
const isIn = (el: ArticleComments, state: string) => waitUntil(() => el.state === state, `it is ${state}`);

const unbroken = 'Nghiêng'.repeat(20);
const thread = [
  comment('a', {author: {name: unbroken, url: 'https://lan.example/'}}),
  comment('b', {parentId: 'a', text: `Xem https://lan.example/${unbroken}`}),
  comment('c', {parentId: 'b', text: unbroken}),
  comment('d', {status: 'pending'}),
];
const fails = () => {
  throw new CommentError('forbidden');
};
const asking = (source: CommentSource): CommentSource => ({...source, asks: {name: true, email: true}});

type State = [name: string, source: () => CommentSource, reach: (el: ArticleComments) => Promise<unknown>];
const states: State[] = [
  ['loading', () => fakeSource(() => new Promise(() => {})), (el) => isIn(el, 'loading')],
  [
    'ready, with answers, a pending one and an open form',
    () => asking(fakeSource(() => ({comments: thread, total: 9, next: 'n'}))),
    async (el) => {
      await isIn(el, 'ready');
      part(el, 'reply-button').click();
      await waitUntil(() => part(el, 'reply-form')?.checkVisibility(), 'the form is open');
      await part<ArticleCommentForm>(el, 'reply-form').updateComplete;
    },
  ],
  ['empty', () => fakeSource(), (el) => isIn(el, 'empty')],
  [
    'error',
    () => fakeSource(fails),
    async (el) => {
      await isIn(el, 'error');
      await waitUntil(() => part(el, 'error').textContent!.trim(), 'there are words');
    },
  ],
  [
    'closed',
    () => fakeSource(() => ({comments: thread})),
    (el) => {
      el.closed = true;
      return isIn(el, 'closed');
    },
  ],
  [
    'a form for guests',
    () => asking(fakeSource()),
    (el) => waitUntil(() => formOf(el).shadowRoot!.querySelectorAll('input').length === 2, 'it asks'),
  ],
  [
    'a form for a signed-in reader',
    () => fakeSource(),
    (el) => {
      el.userName = unbroken;
      return waitUntil(
        () => part(formOf(el), 'author').textContent!.includes(unbroken),
        'it names the reader',
      );
    },
  ],
  [
    'a form whose comment was not sent',
    () => asking(fakeSource(undefined, fails)),
    async (el) => {
      await isIn(el, 'empty');
      const form = formOf(el);
      part<HTMLElement & {value: string}>(form, 'box').value = unbroken;
      const failed = oneEvent(form, 'article-comment-failed');
      part(form, 'submit-button').click();
      await failed;
      await waitUntil(() => part(form, 'error').textContent!.trim(), 'there are words');
    },
  ],
];

const colours = {
  light: 'color: #222; background: #fff',
  dark: 'color: #ddd; background: #111; color-scheme: dark',
};

describe('<article-comments> on the narrowest phone', () => {
  before(() => resizeViewport(320, 700));
  beforeEach(() => localStorage.clear());
  afterEach(() => document.documentElement.removeAttribute('dir'));
  after(() => localStorage.clear());

  for (const [name, source, reach] of states) {
    for (const dir of ['ltr', 'rtl']) {
      for (const [ground, style] of Object.entries(colours)) {
        it(`${name}: ${dir}, ${ground}`, async () => {
          document.documentElement.dir = dir; // what sticks out counts only at the end of the page's own direction
          const wrapper = await fixture<HTMLElement>(html`
            <div style=${style}>
              <article-comments
                lang="vi"
                article="lua"
                loading="eager"
                .source=${source()}
              ></article-comments>
            </div>
          `);
          const el = wrapper.querySelector('article-comments')!;
          await formOf(el)?.updateComplete;
          await reach(el);
          await el.updateComplete;
          await aTimeout(0);
          await expect(wrapper).to.be.accessible();
          expect(document.documentElement.scrollWidth, 'nothing is wider').to.be.at.most(320);
        });
      }
    }
  }
});
