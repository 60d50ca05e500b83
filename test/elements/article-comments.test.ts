import {aTimeout, expect, fixture, html, nextFrame, oneEvent} from '@open-wc/testing';
import '../../src/article-comments/article-comments.js';
import type {ArticleCommentForm} from '../../src/article-comment-form/article-comment-form.js';
import type {ArticleComments} from '../../src/article-comments/article-comments.js';
import {CommentError, registerCommentSource, type CommentSource} from '../../src/comments/index.js';
import {tried} from '../../src/comments/submit.js';
import {comment, comments, deepFocus, deferred, fakeSource, taken} from './support/comments.js';
import {shownText} from './support/shown-text.js';
import {resizeViewport} from './support/viewport.js';
import {captureWarnings} from './support/warnings.js';
import {waitUntil} from './support/wait-until.js';

const part = <T extends HTMLElement = HTMLElement>(el: Element, name: string) =>
  el.shadowRoot!.querySelector<T>(`[part~='${name}']`)!;
const parts = (el: Element, name: string) => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(`[part~='${name}']`),
];
const words = (el: Element, name: string) => part(el, name).textContent!.replace(/\s+/g, ' ').trim();
const texts = (el: Element) => parts(el, 'text').map((text) => text.textContent!.trim());
const formOf = (el: Element, name = 'form') => part<ArticleCommentForm>(el, name);
const isShown = (el: Element) => el.checkVisibility();

async function draw(source: CommentSource | undefined, markup?: ReturnType<typeof html>) {
  const wrapper = await fixture<HTMLElement>(
    html`<div>${markup ?? html`<article-comments lang="vi" article="lua"></article-comments>`}</div>`,
  );
  const el = wrapper.querySelector('article-comments')!;
  el.loading = 'eager';
  el.source = source;
  await el.updateComplete;
  return el;
}

const settled = async (el: ArticleComments) => {
  await waitUntil(() => el.state !== 'loading' && el.state !== 'idle', 'it settles');
  await el.updateComplete;
  return el;
};

const ready = async (source: CommentSource, markup?: ReturnType<typeof html>) =>
  settled(await draw(source, markup));

/** Writes a comment into a form and sends it. */
async function post(form: ArticleCommentForm, text: string): Promise<Event> {
  await form.updateComplete;
  const box = form.shadowRoot!.querySelector('article-comment-box')!;
  await box.updateComplete;
  box.value = text;
  const done = Promise.race([
    oneEvent(form, 'article-comment-posted'),
    oneEvent(form, 'article-comment-failed'),
  ]);
  form.shadowRoot!.querySelector<HTMLElement>('[part="submit-button"]')!.click();
  const event = await done;
  await aTimeout(0);
  return event;
}

describe('<article-comments>', () => {
  const warnings = captureWarnings();
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  describe('shows its state', () => {
    it('loading, in words', async () => {
      const el = await draw(fakeSource(() => new Promise(() => {})));
      expect(el.getAttribute('state')).to.equal('loading');
      expect(words(el, 'status')).to.equal('Đang tải dữ liệu');
      expect(part(el, 'status').getAttribute('role')).to.equal('status');
      expect(words(el, 'heading')).to.equal('Ý kiến');
      expect(part(el, 'list').closest('[aria-busy]')!.getAttribute('aria-busy')).to.equal('true');
      await expect(el).to.be.accessible();
    });

    it('ready, with the number of comments', async () => {
      const el = await ready(fakeSource(() => ({comments: comments('2', '1'), total: 12, next: 'n'})));
      expect(el.getAttribute('state')).to.equal('ready');
      expect(words(el, 'heading')).to.equal('Ý kiến (12)');
      expect(words(el, 'status')).to.equal('');
      expect(texts(el)).to.deep.equal(['Ý kiến số 2', 'Ý kiến số 1']);
      expect(part(el, 'list').closest('[aria-busy]')!.getAttribute('aria-busy')).to.equal('false');
      await expect(el).to.be.accessible();
    });

    it('empty', async () => {
      const el = await ready(fakeSource());
      expect(el.getAttribute('state')).to.equal('empty');
      expect(words(el, 'heading')).to.equal('Ý kiến (0)');
      expect(isShown(part(el, 'empty'))).to.equal(true);
      expect(words(el, 'empty')).to.equal('Chưa có ý kiến nào.');
      await expect(el).to.be.accessible();
      el.lang = 'en';
      await waitUntil(() => words(el, 'empty') === 'No comments yet.');
    });

    it('error, with a retry that can fail again and then work', async () => {
      const answers = [
        new CommentError('server'),
        new CommentError('offline'),
        {comments: comments('1'), total: 1},
      ];
      const source = fakeSource(() => {
        const next = answers.shift();
        if (next instanceof Error) throw next;
        return next;
      });
      const el = await ready(source);
      expect(el.getAttribute('state')).to.equal('error');
      expect(words(el, 'error')).to.equal('Chưa tải được ý kiến. Máy chủ đang gặp lỗi.');
      expect(part(el, 'error').getAttribute('role')).to.equal('alert');
      expect(isShown(formOf(el)), 'the form stays').to.equal(true);
      await expect(el).to.be.accessible();
      const retry = part(el, 'retry-button');
      retry.focus();
      retry.click();
      await el.updateComplete;
      expect([words(el, 'error'), words(el, 'status')]).to.deep.equal(['', 'Đang tải dữ liệu']);
      expect(deepFocus()).to.equal(retry);
      await settled(el);
      expect(words(el, 'error')).to.equal('Chưa tải được ý kiến. Không có kết nối mạng.');
      expect(deepFocus()).to.equal(retry);
      retry.click();
      await settled(el);
      await aTimeout(0);
      expect(el.state).to.equal('ready');
      expect(retry.hidden).to.equal(true);
      expect(deepFocus()).to.equal(part(el, 'comment'));
    });

    it('closed: the list without a form', async () => {
      const markup = html`<article-comments lang="vi" article="lua" closed></article-comments>`;
      const el = await ready(
        fakeSource(() => ({comments: comments('1')})),
        markup,
      );
      expect(el.getAttribute('state')).to.equal('closed');
      expect(words(el, 'closed')).to.equal('Bài viết không còn nhận ý kiến.');
      expect(isShown(part(el, 'closed'))).to.equal(true);
      expect(texts(el)).to.have.length(1);
      expect(isShown(formOf(el))).to.equal(false);
      expect(parts(el, 'reply-button').filter(isShown)).to.have.length(0);
      await expect(el).to.be.accessible();
      el.closed = false;
      await el.updateComplete;
      expect([el.state, isShown(formOf(el))]).to.deep.equal(['ready', true]);
    });

    it('closed, when the source says so', async () => {
      const source = fakeSource(() => {
        throw new CommentError('closed');
      });
      const el = await ready(source);
      expect([el.state, words(el, 'error'), isShown(formOf(el))]).to.deep.equal(['closed', '', false]);
      expect(part(el, 'retry-button').hidden).to.equal(true);
    });

    it('and speaks the language around it', async () => {
      const markup = html`<article-comments lang="en" article="lua" closed></article-comments>`;
      const el = await ready(
        fakeSource(() => ({comments: comments('1'), total: 1})),
        markup,
      );
      expect(words(el, 'heading')).to.equal('Comments (1)');
      el.lang = 'vi';
      await waitUntil(() => words(el, 'heading') === 'Ý kiến (1)');
    });

    it('never waits longer than 15 s', async () => {
      const real = globalThis.setTimeout;
      globalThis.setTimeout = ((run: () => void, ms = 0) =>
        real(run, ms === 15_000 ? 20 : ms)) as typeof setTimeout;
      try {
        const source = fakeSource(() => new Promise(() => {}));
        const el = await ready(source);
        expect(words(el, 'error')).to.contain('Máy chủ trả lời quá lâu.');
        expect(source.lists[0]!.signal.aborted).to.equal(true);
      } finally {
        globalThis.setTimeout = real;
      }
    });
  });

  describe('writes its heading', () => {
    it('with the number that the server knows, until the source knows better', async () => {
      const {promise, resolve} = deferred<unknown>();
      const markup = html`<article-comments
        lang="vi"
        article="lua"
        count="7"
        heading-level="3"
      ></article-comments>`;
      const el = await draw(
        fakeSource(() => promise),
        markup,
      );
      expect(el.shadowRoot!.querySelector('h3')!.textContent).to.equal('Ý kiến (7)');
      resolve({comments: comments('1'), total: 8});
      await settled(el);
      expect(words(el, 'heading')).to.equal('Ý kiến (8)');
    });

    it('at the level that is asked for, and at the second where that is none', async () => {
      for (const [level, tag] of [
        ['4', 'h4'],
        ['9', 'h6'],
        ['', 'h2'],
        ['abc', 'h2'],
        ['0', 'h2'],
        ['-1', 'h2'],
      ]) {
        const markup = html`<article-comments article="lua" heading-level=${level!}></article-comments>`;
        const el = await ready(fakeSource(), markup);
        expect(el.shadowRoot!.querySelector(tag!), level).to.exist;
      }
    });

    it('without brackets while nobody knows it', async () => {
      for (const count of ['', ' ', 'many', '-1', '1.5', '1e3']) {
        const markup = html`<article-comments lang="vi" article="lua" count=${count}></article-comments>`;
        const el = await ready(
          fakeSource(() => ({comments: comments('1'), total: 'x'})),
          markup,
        );
        expect(words(el, 'heading'), count).to.equal('Ý kiến');
        expect(el.shadowRoot!.querySelector('h2')).to.exist;
      }
    });
  });

  describe('lists comments', () => {
    it('with author, time and text in paragraphs', async () => {
      const item = comment('1', {
        author: {name: 'Lan', url: 'https://lan.example/'},
        text: 'Một\nhai\n\n \nba',
        createdAt: '2024-03-29T11:12:24+07:00',
      });
      const el = await ready(fakeSource(() => ({comments: [item]})));
      const link = part<HTMLAnchorElement>(el, 'author-link');
      expect([link.localName, link.textContent, link.href]).to.deep.equal([
        'a',
        'Lan',
        'https://lan.example/',
      ]);
      expect(link.rel).to.equal('nofollow ugc noopener');
      expect([words(el, 'author'), part(el, 'author').dir]).to.deep.equal(['Lan', 'auto']);
      const date = part(el, 'date');
      await (date as HTMLElement & {updateComplete: Promise<unknown>}).updateComplete;
      expect(shownText(date)).to.equal('29/03/2024');
      const paragraphs = [...part(el, 'text').querySelectorAll('p')];
      expect(paragraphs.map(({textContent}) => textContent)).to.deep.equal(['Một\nhai', 'ba']);
      expect(paragraphs.map(({dir}) => dir)).to.deep.equal(['auto', 'auto']);
      expect(getComputedStyle(paragraphs[0]!).whiteSpace).to.equal('pre-line');
      await expect(el).to.be.accessible();
    });

    it('calls a guest without a name a guest, and shows no date where there is none', async () => {
      const el = await ready(
        fakeSource(() => ({comments: [comment('1', {author: {name: ' '}, createdAt: 'x'})]})),
      );
      expect(words(el, 'author')).to.equal('Khách');
      expect(part(el, 'author').childElementCount, 'and no link').to.equal(0);
      const date = part(el, 'date') as HTMLElement & {updateComplete: Promise<unknown>};
      await date.updateComplete;
      expect([shownText(date), date.offsetWidth]).to.deep.equal(['', 0]);
    });

    it('in threads two levels deep, orphans included', async () => {
      const items = [
        comment('a', {author: {name: 'An'}}),
        comment('b', {parentId: 'a', author: {name: 'Bình'}}),
        comment('c', {parentId: 'b'}),
        comment('d', {parentId: 'gone'}),
      ];
      const markup = html`<article-comments lang="vi" article="lua" order="oldest"></article-comments>`;
      const el = await ready(
        fakeSource(() => ({comments: items})),
        markup,
      );
      const level = (id: string) => {
        let depth = 0;
        for (
          let at: Element | null = el.shadowRoot!.getElementById(`comment-${id}`);
          at;
          at = at.parentElement
        ) {
          if (at.localName === 'ol') depth++;
        }
        return depth;
      };
      expect(['a', 'b', 'c', 'd'].map(level)).to.deep.equal([1, 2, 2, 1]);
      expect(parts(el, 'reply-to').map(({textContent}) => textContent)).to.deep.equal([
        'Trả lời Bình',
        'Trả lời một ý kiến khác',
      ]);
      expect(parts(el, 'replies').filter(isShown)).to.have.length(1);
      const lists = [part(el, 'list'), ...parts(el, 'replies')];
      expect(
        lists.every((list) => list.getAttribute('role') === 'list'),
        'for Safari',
      ).to.equal(true);
      await expect(el).to.be.accessible();
    });

    it('as text, whatever stands in them', async () => {
      const evil = '<img src=x onerror="alert(1)"><script>alert(1)</script>{{x}}${x}';
      const items: unknown[] = [
        comment('<b id=x>"\'', {author: {name: evil, url: 'javascript:alert(1)' as string}, text: evil}),
        {_$litType$: 1, strings: ['x'], values: []},
        {id: 'lit', text: {_$litType$: 1, strings: ['<b>x</b>'], values: []}},
        {id: {}, text: 'x'},
        null,
        comment('2'),
        comment('2', {text: 'double'}),
        JSON.parse(
          '{"id": "3", "text": "three", "__proto__": {"hidden": true}, "author": {"name": {"a": 1}}}',
        ),
      ];
      const el = await ready(fakeSource(() => ({comments: items, total: {}, next: {}})));
      expect(texts(el)).to.deep.equal([evil, 'Ý kiến số 2', 'three']);
      expect(parts(el, 'author').map(({textContent}) => textContent)).to.deep.equal([
        evil,
        'Bạn đọc 2',
        'Khách',
      ]);
      expect(el.shadowRoot!.querySelector('img, script, b, a')).to.equal(null);
      await expect(el).to.be.accessible();
    });

    it('marks those that wait for approval, and offers no answer to them', async () => {
      const el = await ready(
        fakeSource(() => ({comments: [comment('1', {status: 'pending'}), comment('2')]})),
      );
      expect(parts(el, 'pending').map(({textContent}) => textContent)).to.deep.equal(['Đang chờ duyệt']);
      expect(parts(el, 'reply-button').filter(isShown)).to.have.length(1);
    });

    it('within the width of a small phone, whatever is written', async () => {
      const long = 'Đ'.repeat(400);
      const items = ['', '1'].map((parentId) =>
        comment(`2${parentId}`, {parentId, text: long, author: {name: long}}),
      );
      const markup = html`<article-comments lang="vi" article="lua" user-name=${long}></article-comments>`;
      const el = await ready(
        fakeSource(() => ({comments: [comment('1'), ...items], next: 'n'})),
        markup,
      );
      await resizeViewport(320, 600);
      part(el, 'more-button').click();
      await aTimeout(20);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      const asks = {name: true, email: true};
      Object.assign(el, {
        userName: undefined,
        source: {...fakeSource(() => ({comments: comments('1')})), asks},
      });
      await waitUntil(() => texts(el).length === 1);
      part(el, 'reply-button').click();
      const field = () => part(el, 'reply-form')?.shadowRoot?.querySelector('input');
      await waitUntil(() => Boolean(field()));
      expect(document.documentElement.scrollWidth, 'with a form for an answer').to.be.at.most(320);
    });

    it('from a source that answers with anything but a page', async () => {
      for (const junk of [null, undefined, 'x', [], {}, {comments: {length: 1e9}}, '<html>']) {
        const el = await ready(fakeSource(() => junk));
        expect(el.state, JSON.stringify(junk)).to.equal('error');
        await waitUntil(() => words(el, 'error')); // they come in a part of their own
        expect(words(el, 'error')).to.equal('Chưa tải được ý kiến. Không đọc được câu trả lời.');
      }
    });
  });

  describe('shows more', () => {
    const pages: Record<string, unknown> = {
      first: {comments: comments('6', '5'), total: 6, next: 'two'},
      two: {comments: comments('5', '4', '3'), total: 6, next: 'three'},
      three: {comments: comments('2', '1'), total: 6, next: null},
    };

    it('by cursor, with the focus on the first new one and a word about how many', async () => {
      const source = fakeSource(({cursor = 'first'}) => pages[cursor]);
      const markup = html`<article-comments lang="vi" article="lua" page-size="2"></article-comments>`;
      const el = await ready(source, markup);
      const more = part(el, 'more-button');
      expect([words(el, 'more-button'), more.hidden]).to.deep.equal(['Xem thêm', false]);
      more.focus();
      more.click();
      await waitUntil(() => texts(el).length > 2);
      await aTimeout(0);
      expect(deepFocus()!.id).to.equal('comment-4');
      expect(words(el, 'status')).to.equal('Thêm 2 ý kiến');
      more.click();
      await waitUntil(() => texts(el).length > 4);
      expect(texts(el)).to.have.length(6);
      expect(more.hidden).to.equal(true);
      expect(source.lists.map(({cursor}) => cursor)).to.deep.equal([undefined, 'two', 'three']);
      expect(source.lists[0]).to.include({limit: 2, article: 'lua', order: 'newest'});
      await expect(el).to.be.accessible();
    });

    it('and keeps what there is when the next page fails', async () => {
      let broken = true;
      const source = fakeSource(({cursor = 'first'}) => {
        if (cursor === 'two' && broken) throw new TypeError('Failed to fetch');
        return pages[cursor];
      });
      const el = await ready(source);
      part(el, 'more-button').focus();
      part(el, 'more-button').click();
      await waitUntil(() => words(el, 'error'));
      expect(el.state).to.equal('ready');
      expect(texts(el)).to.have.length(2);
      expect(deepFocus()).to.equal(part(el, 'more-button'));
      broken = false;
      part(el, 'retry-button').click();
      await waitUntil(() => texts(el).length === 4);
      expect(words(el, 'error')).to.equal('');
    });

    it('once for an impatient finger', async () => {
      const source = fakeSource(({cursor = 'first'}) => pages[cursor]);
      const el = await ready(source);
      part(el, 'more-button').click();
      part(el, 'more-button').click();
      await waitUntil(() => texts(el).length === 4);
      expect(source.lists).to.have.length(2);
    });

    it('does not go round in circles', async () => {
      const el = await ready(fakeSource(() => ({comments: comments('1'), next: 'again'})));
      part(el, 'more-button').click();
      await waitUntil(() => part(el, 'more-button').hidden);
      await aTimeout(0);
      expect(deepFocus(), 'nothing new: back to the top').to.equal(part(el, 'heading'));
    });

    it('of nothing where a source has handed over everything at once', async () => {
      const all = comments(...Array.from({length: 45}, (_, id) => String(id)));
      const el = await ready(fakeSource(() => ({comments: all})));
      expect(texts(el)).to.have.length(45);
      expect(part(el, 'more-button').hidden).to.equal(true);
    });
  });

  describe('takes comments', () => {
    it('and shows them at once, once', async () => {
      const own = comment('new', {text: 'Chào'});
      const source = fakeSource(
        ({cursor}) =>
          cursor ? {comments: [own, comment('0')], total: 3} : {comments: comments('1'), total: 1, next: 'n'},
        () => own,
      );
      const el = await ready(
        source,
        html`<article-comments lang="vi" article="lua" user-name="Lan"></article-comments>`,
      );
      expect((await post(formOf(el), 'Chào')).type).to.equal('article-comment-posted');
      expect(texts(el)).to.deep.equal(['Chào', 'Ý kiến số 1']);
      expect(words(el, 'heading')).to.equal('Ý kiến (2)');
      expect(source.drafts[0]).to.deep.include({article: 'lua', text: 'Chào', parentId: undefined});
      expect(source.drafts[0]!.author.name).to.equal('Lan');
      part(el, 'more-button').click();
      await waitUntil(() => texts(el).length === 3);
      expect(texts(el).filter((text) => text === 'Chào')).to.have.length(1);
      expect(words(el, 'heading')).to.equal('Ý kiến (3)');
    });

    it('at the end where the oldest come first', async () => {
      const all = comments(...Array.from({length: 30}, (_, id) => String(id)));
      const source = fakeSource(() => ({comments: all, total: 30}));
      const el = await ready(
        source,
        html`<article-comments article="lua" order="oldest"></article-comments>`,
      );
      await post(formOf(el), 'Chào');
      expect(texts(el).at(-1)).to.equal('Chào');
      expect(source.lists[0]!.order).to.equal('oldest');
    });

    it('that wait for approval, without counting them', async () => {
      const source = fakeSource(undefined, (draft) => taken(draft, {status: 'pending'}));
      const el = await ready(source);
      await post(formOf(el), 'Chào');
      expect(words(el, 'pending')).to.equal('Đang chờ duyệt');
      expect(words(el, 'heading')).to.equal('Ý kiến (0)');
      expect(el.state).to.equal('ready');
    });

    it('before the list has come, and when it does not come', async () => {
      const {promise, reject} = deferred<unknown>();
      const el = await draw(fakeSource(() => promise));
      await post(formOf(el), 'Chào');
      expect(texts(el)).to.deep.equal(['Chào']);
      reject(new CommentError('server'));
      await settled(el);
      expect([el.state, texts(el)]).to.deep.equal(['error', ['Chào']]);
    });

    it('and says so when that fails; the list stays', async () => {
      const source = fakeSource(
        () => ({comments: comments('1')}),
        () => {
          throw new CommentError('server');
        },
      );
      const el = await ready(source);
      await post(formOf(el), 'Chào');
      expect(texts(el)).to.deep.equal(['Ý kiến số 1']);
      expect(words(formOf(el), 'error')).to.contain('Chưa gửi được ý kiến');
    });

    it("from the page's own form", async () => {
      const source = fakeSource(() => ({comments: comments('1'), total: 1}));
      const el = await ready(
        source,
        html`
          <article-comments lang="vi" article="lua">
            <article-comment-form slot="form" ask-name>
              <form method="post" action="/api/comments">
                <label>Tên <input name="name" required /></label>
                <article-comment-box>
                  <textarea name="comment" aria-label="Ý kiến"></textarea>
                </article-comment-box>
                <button>Gửi</button>
              </form>
            </article-comment-form>
          </article-comments>
        `,
      );
      expect(formOf(el), 'no second form').to.equal(null);
      el.querySelector('input')!.value = 'Lan';
      el.querySelector('textarea')!.value = 'Chào';
      const done = oneEvent(el, 'article-comment-posted');
      el.querySelector('button')!.click();
      await done;
      await el.updateComplete;
      expect(texts(el)).to.deep.equal(['Chào', 'Ý kiến số 1']);
      await expect(el).to.be.accessible();
      part(el, 'reply-button').click();
      await waitUntil(() => formOf(el, 'reply-form'));
      const reply = formOf(el, 'reply-form');
      expect([reply.askName, reply.requireName, reply.askEmail]).to.deep.equal([true, true, false]);
    });

    it('which a page may send itself', async () => {
      const source = fakeSource();
      const el = await ready(source);
      formOf(el).addEventListener('article-comment-submit', (event) =>
        event.respondWith(Promise.resolve(comment('x'))),
      );
      await post(formOf(el), 'Chào');
      expect(source.drafts).to.have.length(0);
    });

    it('that the server had before a reload, however soon the reader presses', async () => {
      const text = 'Câu trả lời đã mất';
      const answers = ['network', 'duplicate'] as const;
      let at = 0;
      const source: CommentSource = {
        list: () => Promise.resolve({comments: at ? [comment('9', {text, author: {name: ''}})] : []}),
        submit: () => Promise.reject(new CommentError(answers[at++]!)),
      };
      const before = await ready(source);
      expect((await post(formOf(before), text)).type).to.equal('article-comment-failed');
      before.parentElement!.remove();
      tried.clear(); // as a new page has it

      const el = document.createElement('article-comments');
      Object.assign(el, {lang: 'vi', article: 'lua', loading: 'eager', source});
      (await fixture(html`<div></div>`)).append(el);
      await el.updateComplete;
      const form = formOf(el);
      const end = Promise.race([
        oneEvent(form, 'article-comment-posted'),
        oneEvent(form, 'article-comment-failed'),
      ]);
      // The earliest press: in the very task in which what sends has come.
      const observer = new MutationObserver(() => {
        if (!part(form, 'cancel-button')) return;
        observer.disconnect();
        part(form, 'submit-button').click();
      });
      observer.observe(form.shadowRoot!, {childList: true, subtree: true});
      expect((await end).type).to.equal('article-comment-posted');
      expect(words(form, 'status')).to.equal('Ý kiến của bạn đã được gửi.');
    });
  });

  describe('takes answers', () => {
    const source = () => fakeSource(() => ({comments: comments('2', '1'), total: 2}));

    it('in a form under the comment, which opens and closes', async () => {
      const el = await ready(source());
      const [first, second] = parts(el, 'reply-button');
      expect(first!.getAttribute('aria-label')).to.equal('Trả lời Bạn đọc 2');
      expect(first!.getAttribute('aria-expanded')).to.equal('false');
      first!.click();
      await waitUntil(() => deepFocus()?.localName === 'textarea', 'the focus is in the box');
      expect(first!.getAttribute('aria-expanded')).to.equal('true');
      expect(deepFocus()!.getRootNode()).to.not.equal(el.shadowRoot);
      await expect(el).to.be.accessible();
      first!.click();
      await el.updateComplete;
      expect(part(el, 'reply-form').hidden).to.equal(true);
      expect(first!.getAttribute('aria-expanded')).to.equal('false');
      second!.click();
      first!.click();
      await el.updateComplete;
      expect(
        parts(el, 'reply-form').map(({hidden}) => hidden),
        'both may be written',
      ).to.deep.equal([false, false]);
    });

    it('does not lose what stands in a form that is closed', async () => {
      const el = await ready(source());
      const [button] = parts(el, 'reply-button');
      button!.click();
      await waitUntil(() => deepFocus()?.localName === 'textarea');
      (deepFocus() as HTMLTextAreaElement).value = 'Dở dang';
      button!.click();
      await el.updateComplete;
      button!.click();
      await waitUntil(() => deepFocus()?.localName === 'textarea');
      expect((deepFocus() as HTMLTextAreaElement).value).to.equal('Dở dang');
    });

    it('leaves a form that is open where it is when another comment comes before it', async () => {
      const el = await ready(source());
      parts(el, 'reply-button')[1]!.click();
      await waitUntil(() => deepFocus()?.localName === 'textarea');
      const focused = deepFocus() as HTMLTextAreaElement;
      focused.value = 'Dở dang';
      await post(formOf(el), 'Chào');
      expect(texts(el)).to.deep.equal(['Chào', 'Ý kiến số 2', 'Ý kiến số 1']);
      expect(deepFocus()).to.equal(focused);
      expect(focused.value).to.equal('Dở dang');
    });

    it('shows the answer under its comment, and goes there', async () => {
      const fake = source();
      const el = await ready(fake);
      parts(el, 'reply-button')[1]!.click();
      await waitUntil(() => deepFocus()?.localName === 'textarea', 'the focus is in the box');
      await post(formOf(el, 'reply-form'), 'Đồng ý');
      expect(fake.drafts[0]!.parentId).to.equal('1');
      expect(texts(el)).to.deep.equal(['Ý kiến số 2', 'Ý kiến số 1', 'Đồng ý']);
      expect(part(el, 'reply-form').hidden).to.equal(true);
      await waitUntil(() => deepFocus()!.textContent!.includes('Đồng ý'));
      expect(deepFocus()!.parentElement!.parentElement!.getAttribute('part')).to.equal('replies');
    });
  });

  describe("keeps the server's own list", () => {
    const markup = html`
      <article-comments lang="vi" article="lua" count="1">
        <ol>
          <li>Ý kiến từ máy chủ</li>
        </ol>
      </article-comments>
    `;
    const listOf = (el: Element) => el.querySelector('ol')!;

    it('until the first page has come', async () => {
      const {promise, resolve} = deferred<unknown>();
      const el = await draw(
        fakeSource(() => promise),
        markup,
      );
      expect(isShown(listOf(el))).to.equal(true);
      expect(words(el, 'status')).to.equal('Đang tải dữ liệu');
      resolve({comments: comments('1')});
      await settled(el);
      expect(isShown(listOf(el))).to.equal(false);
      expect(texts(el)).to.have.length(1);
    });

    it('when none comes, with the reason beside it', async () => {
      const el = await ready(
        fakeSource(() => Promise.reject(new CommentError('server'))),
        markup,
      );
      expect(isShown(listOf(el))).to.equal(true);
      expect(words(el, 'error')).to.contain('Chưa tải được ý kiến.');
      await expect(el).to.be.accessible();
    });

    it('and no more than that where there is no address', async () => {
      const el = await draw(undefined, markup);
      expect(el.state).to.equal('idle');
      expect(isShown(listOf(el))).to.equal(true);
      expect(words(el, 'heading')).to.equal('Ý kiến (1)');
      expect(words(el, 'status')).to.equal('');
      expect(warnings.taken()).to.deep.equal([]);
    });

    it('and tells the developer, once, where there is neither list nor address', async () => {
      const el = await draw(undefined);
      el.maxlength = 3;
      await el.updateComplete;
      expect(el.state).to.equal('idle');
      expect(warnings.taken()).to.have.length(1);
      expect(warnings.taken()[0]).to.match(/^\[article-widgets\] <article-comments> src=""/);
    });
  });

  describe('finds its source', () => {
    it('by rest, from src', async () => {
      const asked: string[] = [];
      const original = globalThis.fetch;
      globalThis.fetch = (async (url: string) => {
        asked.push(url);
        return new Response(JSON.stringify({total: 1, comments: comments('1')}));
      }) as typeof fetch;
      try {
        const el = await fixture<ArticleComments>(
          html`<article-comments
            loading="eager"
            src="/api/comments"
            article="lua"
            page-size="5"
          ></article-comments>`,
        );
        await settled(el);
        expect(texts(el)).to.have.length(1);
        expect(asked).to.deep.equal(['/api/comments?article=lua&order=newest&limit=5']);
      } finally {
        globalThis.fetch = original;
      }
    });

    it('by a name that the page registered, also later', async () => {
      const markup = html`<article-comments
        lang="vi"
        source="later"
        src="x"
        article="lua"
      ></article-comments>`;
      const wrapper = await fixture(html`<div>${markup}</div>`);
      const el = wrapper.querySelector('article-comments')!;
      el.loading = 'eager';
      await settled(el);
      expect(el.state).to.equal('error');
      expect(warnings.taken().join()).to.contain('source="later"');
      expect(warnings.taken()).to.have.length(1);
      const source = fakeSource(() => ({comments: comments('1')}));
      const given: string[] = [];
      registerCommentSource('later', (src) => (given.push(src), source));
      part(el, 'retry-button').click();
      await waitUntil(() => el.state === 'ready');
      expect(given).to.deep.equal(['x']);
      expect(source.lists).to.have.length(1);
    });

    it('and says so when it cannot be made', async () => {
      registerCommentSource('broken', () => {
        throw new Error('no');
      });
      const el = await fixture<ArticleComments>(
        html`<article-comments loading="eager" source="broken"></article-comments>`,
      );
      await settled(el);
      expect(el.state).to.equal('error');
      expect(warnings.taken().join()).to.contain('source="broken"');
    });

    it('with the article from the canonical address, else from the page', async () => {
      const source = fakeSource();
      await ready(source, html`<article-comments></article-comments>`);
      expect(source.lists[0]!.article).to.equal(location.pathname);
      const link = Object.assign(document.createElement('link'), {
        rel: 'canonical',
        href: 'https://bao.example/lua-mua?x#y',
      });
      document.head.append(link);
      await ready(source, html`<article-comments></article-comments>`);
      link.remove();
      expect(source.lists[1]!.article).to.equal('/lua-mua');
    });

    it('and forgives odd numbers and orders', async () => {
      const source = fakeSource();
      const markup = html`<article-comments
        article="a"
        page-size="x"
        order="best"
        heading-level="x"
      ></article-comments>`;
      await ready(source, markup);
      expect(source.lists[0]).to.include({limit: 20, order: 'newest'});
      await ready(source, html`<article-comments article="a" page-size="9999"></article-comments>`);
      expect(source.lists[1]!.limit).to.equal(100);
    });
  });

  describe('comes and goes', () => {
    it('waits until the reader comes near', async () => {
      const source = fakeSource();
      const wrapper = await fixture<HTMLElement>(
        html`<div>
          <div class="space"></div>
          <article-comments article="a" .source=${source}></article-comments>
        </div>`,
      );
      const space = wrapper.querySelector<HTMLElement>('.space')!;
      const el = wrapper.querySelector('article-comments')!;
      space.style.height = '9000px';
      el.remove();
      wrapper.append(el);
      await nextFrame();
      await aTimeout(50);
      expect([el.state, source.lists.length]).to.deep.equal(['idle', 0]);
      space.style.height = '0';
      await settled(el);
      expect(source.lists).to.have.length(1);
    });

    it('stops when it is taken off the page, and begins again when it is back', async () => {
      const answers = [new Promise(() => {}), {comments: comments('1')}];
      const source = fakeSource(() => answers.shift());
      const el = await draw(source);
      const place = el.parentElement!;
      el.remove();
      expect(source.lists[0]!.signal.aborted).to.equal(true);
      await aTimeout(0);
      place.append(el);
      await settled(el);
      expect(texts(el)).to.have.length(1);
      el.remove();
      place.append(el);
      await el.updateComplete;
      await aTimeout(20);
      expect(source.lists, 'what it has, it keeps').to.have.length(2);
      expect(texts(el)).to.have.length(1);
    });

    it('ignores an answer about another article', async () => {
      const slow = deferred<unknown>();
      const source = fakeSource();
      source.list = async (query, signal) => {
        source.lists.push({...query, signal});
        return (query.article === 'lua' ? await slow.promise : {comments: comments('2')}) as never;
      };
      const el = await draw(source);
      el.article = 'mua';
      await el.updateComplete;
      expect(source.lists[0]!.signal.aborted).to.equal(true);
      await settled(el);
      slow.resolve({comments: comments('1')});
      await aTimeout(0);
      expect(texts(el)).to.deep.equal(['Ý kiến số 2']);
    });

    it('takes properties set before it is upgraded', async () => {
      const source = fakeSource(() => ({comments: comments('1')}));
      const el = document.createElement('article-comments');
      Object.assign(el, {source, article: 'lua', loading: 'eager', headingLevel: 4});
      document.body.append(el);
      await settled(el);
      expect(texts(el)).to.have.length(1);
      expect(el.shadowRoot!.querySelector('h4')).to.exist;
      el.remove();
    });

    it('finishes sending a comment when it is gone', async () => {
      const {promise, resolve} = deferred<unknown>();
      const source = fakeSource(undefined, () => promise);
      const el = await ready(source);
      const form = formOf(el);
      const sending = post(form, 'Chào');
      await waitUntil(() => source.drafts.length);
      el.remove();
      resolve(taken(source.drafts[0]!));
      expect((await sending).type).to.equal('article-comment-posted');
    });
  });
});
