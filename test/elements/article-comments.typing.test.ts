import {aTimeout, expect, fixture, html, nextFrame, oneEvent} from '@open-wc/testing';
import '../../src/article-comments/article-comments.js';
import type {ArticleCommentForm} from '../../src/article-comment-form/article-comment-form.js';
import type {ArticleComments} from '../../src/article-comments/article-comments.js';
import {CommentError, type CommentSource} from '../../src/comments/index.js';
import {captureWarnings} from './support/warnings.js';
import {comment, comments, deepFocus, deferred, fakeSource, taken} from './support/comments.js';
import {waitUntil} from './support/wait-until.js';

/* A reader who is writing while the list does something: no letter is lost, nothing that is written is hidden. */

const part = <T extends HTMLElement = HTMLElement>(el: Element, name: string) =>
  el.shadowRoot!.querySelector<T>(`[part~='${name}']`)!;
const parts = (el: Element, name: string) => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(`[part~='${name}']`),
];
const words = (el: Element, name: string) => part(el, name).textContent!.replace(/\s+/g, ' ').trim();
const texts = (el: Element) => parts(el, 'text').map((text) => text.textContent!.trim());
const row = (el: Element, id: string) => el.shadowRoot!.getElementById(`comment-${id}`)!;
const replyButton = (el: Element, id: string) =>
  row(el, id).querySelector<HTMLElement>("[part='reply-button']")!;
const replyForm = (el: Element, id: string) => row(el, id).querySelector('article-comment-form');
const isShown = (el: Element | null) => Boolean(el?.checkVisibility());

async function ready(source: CommentSource, more: Partial<ArticleComments> = {}) {
  const el = await fixture<ArticleComments>(
    html`<article-comments lang="vi" article="lua" loading="eager"></article-comments>`,
  );
  Object.assign(el, {source, ...more});
  await waitUntil(() => el.state !== 'loading' && el.state !== 'idle', 'it settles');
  await el.updateComplete;
  return el;
}

async function boxOf(form: ArticleCommentForm) {
  await form.updateComplete;
  const box = form.shadowRoot!.querySelector('article-comment-box')!;
  await box.updateComplete;
  return box;
}

/** Types as a reader does. */
async function type(form: ArticleCommentForm, text: string) {
  const box = await boxOf(form);
  box.value = text;
  box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await form.updateComplete;
}

/** Opens the form under a comment and waits until the focus is in it. */
async function reply(el: ArticleComments, id: string) {
  replyButton(el, id).click();
  await waitUntil(() => isShown(replyForm(el, id)) && deepFocus()?.localName === 'textarea', 'it is open');
  return replyForm(el, id)!;
}

const submit = (form: ArticleCommentForm) => part(form, 'submit-button').click();

const pages = (hold?: Promise<unknown>) =>
  fakeSource(async ({cursor}) => {
    if (cursor) await hold;
    return cursor ? {comments: comments('2', '1')} : {comments: comments('4', '3'), next: 'two'};
  });

describe('<article-comments>, while the reader writes', () => {
  captureWarnings();
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  describe('leaves the focus where it went', () => {
    it('when more comments come', async () => {
      const held = deferred<unknown>();
      const el = await ready(pages(held.promise));
      const more = part(el, 'more-button');
      more.focus();
      more.click();
      const box = await boxOf(part(el, 'form'));
      box.focus();
      const writing = deepFocus();
      expect(writing!.localName).to.equal('textarea');
      held.resolve(0);
      await waitUntil(() => texts(el).length === 4);
      await aTimeout(20);
      expect(deepFocus() === writing, 'the focus is still there').to.equal(true);
      expect(words(el, 'status'), 'and says what came').to.equal('Thêm 2 ý kiến');
    });

    it("when it went into the page's own form", async () => {
      const held = deferred<unknown>();
      const el = await ready(pages(held.promise));
      el.innerHTML =
        '<article-comment-form slot="form"><form><textarea name="comment" aria-label="Ý kiến"></textarea><button>Gửi</button></form></article-comment-form>';
      await el.updateComplete;
      part(el, 'more-button').focus();
      part(el, 'more-button').click();
      const writing = el.querySelector('textarea')!;
      writing.focus();
      held.resolve(0);
      await waitUntil(() => texts(el).length === 4);
      await aTimeout(20);
      expect(deepFocus() === writing, 'the focus is still there').to.equal(true);
    });

    it('when it was in a box all the time, because a finger presses a button without taking it', async () => {
      const held = deferred<unknown>();
      const el = await ready(pages(held.promise));
      (await boxOf(part(el, 'form'))).focus();
      const writing = deepFocus();
      part(el, 'more-button').click();
      held.resolve(0);
      await waitUntil(() => texts(el).length === 4);
      await aTimeout(20);
      expect(deepFocus() === writing, 'the focus is still there').to.equal(true);
    });

    it('when a retry works', async () => {
      const held = deferred<unknown>();
      const answers: unknown[] = [new CommentError('server'), held.promise];
      const el = await ready(
        fakeSource(() => {
          const next = answers.shift();
          if (next instanceof Error) throw next;
          return next;
        }),
      );
      part(el, 'retry-button').focus();
      part(el, 'retry-button').click();
      (await boxOf(part(el, 'form'))).focus();
      const writing = deepFocus();
      held.resolve({comments: comments('1')});
      await waitUntil(() => texts(el).length === 1);
      await aTimeout(20);
      expect(deepFocus() === writing, 'the focus is still there').to.equal(true);
    });

    it('when an answer was taken meanwhile', async () => {
      const held = deferred<unknown>();
      const source = fakeSource(
        () => ({comments: comments('2', '1')}),
        () => held.promise,
      );
      const el = await ready(source);
      const form = await reply(el, '2');
      await type(form, 'Đồng ý');
      submit(form);
      await waitUntil(() => source.drafts.length);
      (await boxOf(part(el, 'form'))).focus();
      const writing = deepFocus();
      held.resolve(taken(source.drafts[0]!));
      await waitUntil(() => texts(el).length === 3);
      await aTimeout(20);
      expect(deepFocus() === writing, 'the focus is still there').to.equal(true);
    });
  });

  it('says nothing when the page that was asked for is given up, because the element moves', async () => {
    const el = await ready(pages(new Promise(() => {})));
    const place = el.parentElement!;
    part(el, 'more-button').click();
    await el.updateComplete;
    place.append(el);
    await el.updateComplete;
    await aTimeout(20);
    expect(words(el, 'status')).to.equal('');
    expect(deepFocus() === document.body, 'nobody is moved').to.equal(true);
  });

  it('goes to the heading when a retry learns that comments are closed, which takes the button away', async () => {
    const answers = [new CommentError('server'), new CommentError('closed')];
    const el = await ready(
      fakeSource(() => {
        throw answers.shift()!;
      }),
    );
    const retry = part(el, 'retry-button');
    await waitUntil(() => retry.ariaDisabled === 'false');
    retry.focus();
    retry.click();
    await waitUntil(() => retry.hidden);
    await waitUntil(() => deepFocus() === part(el, 'heading'));
  });

  describe('keeps several answers open', () => {
    it('so that opening one hides no other', async () => {
      const el = await ready(fakeSource(() => ({comments: comments('2', '1')})));
      await reply(el, '2');
      const second = await reply(el, '1');
      expect([isShown(replyForm(el, '2')), isShown(second)]).to.deep.equal([true, true]);
      expect(['2', '1'].map((id) => replyButton(el, id).ariaExpanded)).to.deep.equal(['true', 'true']);
      replyButton(el, '2').click();
      await el.updateComplete;
      expect([isShown(replyForm(el, '2')), isShown(second)]).to.deep.equal([false, true]);
    });

    it('one that fails is seen while another is written', async () => {
      const held = deferred<unknown>();
      const source = fakeSource(
        () => ({comments: comments('2', '1')}),
        () => held.promise,
      );
      const el = await ready(source);
      const first = await reply(el, '2');
      await type(first, 'Đồng ý');
      submit(first);
      await waitUntil(() => source.drafts.length);
      await reply(el, '1');
      const failed = oneEvent(el, 'article-comment-failed');
      held.reject(new CommentError('server'));
      await failed;
      await waitUntil(() => words(first, 'error'));
      expect(isShown(part(first, 'error'))).to.equal(true);
    });

    it('one that is taken closes only itself', async () => {
      const held = deferred<unknown>();
      const source = fakeSource(
        () => ({comments: comments('2', '1')}),
        () => held.promise,
      );
      const el = await ready(source);
      const first = await reply(el, '2');
      await type(first, 'Đồng ý');
      submit(first);
      await waitUntil(() => source.drafts.length);
      const second = await reply(el, '1');
      await type(second, 'Dở dang');
      held.resolve(taken(source.drafts[0]!));
      await waitUntil(() => texts(el).length === 3);
      await waitUntil(() => !isShown(first));
      expect(isShown(second)).to.equal(true);
    });
  });

  describe('hides nothing that is written when comments close', () => {
    const closing = (kind: 'closed' | 'server' = 'closed') => {
      const held = deferred<unknown>();
      return {source: fakeSource(() => held.promise), close: () => held.reject(new CommentError(kind))};
    };

    it('on the first page', async () => {
      const {source, close} = closing();
      const el = await fixture<ArticleComments>(
        html`<article-comments lang="vi" article="lua" loading="eager"></article-comments>`,
      );
      el.source = source;
      await el.updateComplete;
      const form = part<ArticleCommentForm>(el, 'form');
      await type(form, 'Dở dang');
      close();
      await waitUntil(() => el.state === 'closed');
      await el.updateComplete;
      expect((await boxOf(form)).value).to.equal('Dở dang');
      expect(isShown(form)).to.equal(true);
      expect(isShown(part(el, 'closed')), 'with the reason').to.equal(true);
      await expect(el).to.be.accessible();
    });

    it('by the attribute, also under a comment', async () => {
      const el = await ready(fakeSource(() => ({comments: comments('2', '1')})));
      await type(part(el, 'form'), 'Dở dang');
      const form = await reply(el, '2');
      await type(form, 'Cũng thế');
      el.closed = true;
      await el.updateComplete;
      expect(replyForm(el, '2') === form, 'the same form').to.equal(true);
      expect([isShown(part(el, 'form')), isShown(form)]).to.deep.equal([true, true]);
      expect((await boxOf(form)).value).to.equal('Cũng thế');
      expect(parts(el, 'reply-button').filter(isShown), 'no new answers').to.have.length(0);
      await type(part(el, 'form'), '');
      await waitUntil(() => !isShown(part(el, 'form')), 'an empty form goes');
    });

    it('and shows what an earlier visit left there', async () => {
      const open = await ready(fakeSource(() => ({comments: comments('1')})));
      await type(part(open, 'form'), 'Dở dang');
      await aTimeout(500);
      open.remove();
      const el = await ready(
        fakeSource(() => ({comments: comments('1')})),
        {closed: true},
      );
      const form = part<ArticleCommentForm>(el, 'form');
      await waitUntil(() => isShown(form), 'the form with the draft');
      expect((await boxOf(form)).value).to.equal('Dở dang');
    });

    it("in the page's own form", async () => {
      const el = await ready(fakeSource(() => ({comments: comments('1')})));
      el.innerHTML =
        '<article-comment-form slot="form"><form><textarea name="comment" aria-label="Ý kiến"></textarea><button>Gửi</button></form></article-comment-form>';
      await nextFrame();
      el.querySelector('textarea')!.value = 'Dở dang';
      el.closed = true;
      await el.updateComplete;
      expect(isShown(el.querySelector('textarea'))).to.equal(true);
      el.querySelector('textarea')!.value = '';
      el.requestUpdate();
      await el.updateComplete;
      expect(isShown(el.querySelector('textarea'))).to.equal(false);
    });

    it('and a later page that is gone closes nothing', async () => {
      const el = await ready(
        fakeSource(({cursor}) => {
          if (cursor) throw new CommentError('closed');
          return {comments: comments('1'), next: 'two'};
        }),
      );
      part(el, 'more-button').click();
      await waitUntil(() => words(el, 'error'));
      expect([el.state, words(el, 'error')]).to.deep.equal([
        'ready',
        'Chưa tải được ý kiến. Không đọc được câu trả lời.',
      ]);
      expect(part(el, 'retry-button').hidden).to.equal(false);
      expect(isShown(part(el, 'form'))).to.equal(true);
    });
  });

  describe('leaves the sending to the page', () => {
    it('when a listener anywhere answers or cancels it', async () => {
      const source = fakeSource(() => ({comments: []}));
      for (const target of ['element', 'document'] as const) {
        const el = await ready(source);
        const place = target === 'element' ? el : document;
        const answer = (event: HTMLElementEventMap['article-comment-submit']) =>
          event.respondWith(Promise.resolve(comment('x')));
        place.addEventListener('article-comment-submit', answer as EventListener, {once: true});
        await type(part(el, 'form'), 'Chào');
        const posted = oneEvent(el, 'article-comment-posted');
        submit(part(el, 'form'));
        await posted;
        expect(source.drafts, target).to.have.length(0);
        place.addEventListener('article-comment-submit', (event) => event.preventDefault(), {once: true});
        await type(part(el, 'form'), 'Chào');
        submit(part(el, 'form'));
        await aTimeout(20);
        expect(source.drafts, `${target}, cancelled`).to.have.length(0);
      }
    });

    it('and else sends it itself, with a signal to stop by', async () => {
      const source = fakeSource(() => ({comments: []}));
      let signal: AbortSignal | undefined;
      const {submit: take} = source;
      source.submit = (draft, given) => ((signal = given), take(draft, given));
      const el = await ready(source);
      await type(part(el, 'form'), 'Chào');
      let event: HTMLElementEventMap['article-comment-submit'] | undefined;
      el.addEventListener('article-comment-submit', (asked) => (event = asked));
      const posted = oneEvent(el, 'article-comment-posted');
      submit(part(el, 'form'));
      await posted;
      expect(source.drafts).to.have.length(1);
      expect(event!.signal).to.be.instanceOf(AbortSignal);
      expect(signal).to.be.instanceOf(AbortSignal); // the deadline's, which follows the event's
    });
  });
});
