import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/article-comments/article-comments.js';
import type {ArticleComments} from '../../src/article-comments/article-comments.js';
import {CommentError, type CommentSource} from '../../src/comments/index.js';
import type {Comment} from '../../src/comments/types.js';
import {comment, comments, deepFocus, fakeSource} from './support/comments.js';
import {waitUntil} from './support/wait-until.js';

/* What a reader does with a list: follow links in it, come to one comment by its address, read while others write. */

const part = (el: Element, name: string) => el.shadowRoot!.querySelector<HTMLElement>(`[part='${name}']`)!;
const parts = (el: Element, name: string) => [
  ...el.shadowRoot!.querySelectorAll<HTMLAnchorElement>(`[part='${name}']`),
];
const texts = (el: Element) => parts(el, 'text').map((text) => text.textContent!.trim());

async function draw(source: CommentSource, more: Partial<ArticleComments> = {}) {
  const el = await fixture<ArticleComments>(
    html`<article-comments lang="vi" article="lua" loading="eager" page-size="2"></article-comments>`,
  );
  Object.assign(el, {source, ...more});
  await waitUntil(() => el.state !== 'idle' && el.state !== 'loading', 'it settles');
  await el.updateComplete;
  return el;
}

/** Lets ten seconds, the shortest `refresh`, pass in a tenth of one; whatever else waits has its own time. */
function hurry() {
  const real = globalThis.setTimeout;
  before(() => {
    globalThis.setTimeout = ((run: () => void, ms = 0) =>
      real(run, ms === 10_000 ? 100 : ms)) as typeof setTimeout;
  });
  after(() => {
    globalThis.setTimeout = real;
  });
}

describe('<article-comments>, read', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  describe('makes links of addresses', () => {
    const show = async (text: string) => {
      const el = await draw(fakeSource(() => ({comments: [comment('1', {text})]})));
      await aTimeout(0);
      if (/https?:/.test(text)) await waitUntil(() => parts(el, 'link').length, 'the links');
      return el;
    };
    const cases: [text: string, ...links: string[]][] = [
      ['Xem https://bao.example/a?b=1&c=2#d.', 'https://bao.example/a?b=1&c=2#d'],
      ['(https://bao.example/a_(b)), http://x.example!', 'https://bao.example/a_(b)', 'http://x.example'],
      ['"https://bao.example/x", HTTPS://BAO.example', 'https://bao.example/x', 'HTTPS://BAO.example'],
      ['Đọc ở https://báo.example/lúa…', 'https://báo.example/lúa'],
      ['https://a.example\nhttps://b.example', 'https://a.example', 'https://b.example'],
    ];
    for (const [text, ...links] of cases) {
      it(`in ${JSON.stringify(text)}`, async () => {
        const el = await show(text);
        expect(parts(el, 'link').map(({textContent}) => textContent)).to.deep.equal(links);
        expect(part(el, 'text').textContent!.trim(), 'the text is as it was').to.equal(text);
        for (const link of parts(el, 'link')) {
          expect(link.rel).to.equal('nofollow ugc noopener');
          expect(link.protocol).to.match(/^https?:$/);
        }
        await expect(el).to.be.accessible();
      });
    }

    it('and of nothing else', async () => {
      const el = await show('javascript:alert(1) ftp://x.example www.bao.example data:,x mailto:a@b.example');
      expect(parts(el, 'link')).to.have.length(0);
      const odd = await show('https://a@b.example/ https:// https://[ https://bao.example');
      expect(parts(odd, 'link').map(({textContent}) => textContent)).to.deep.equal(['https://bao.example']);
    });
  });

  describe('finds a comment by its address', () => {
    afterEach(() => history.replaceState(null, '', location.pathname + location.search));
    const pages: Record<string, unknown> = {
      first: {comments: comments('6', '5'), next: 'two'},
      two: {comments: comments('4', '3'), next: 'three'},
      three: {comments: comments('2', '1')},
    };

    it('loads pages until it is there, scrolls to it and focuses it', async () => {
      history.replaceState(null, '', '#comment-2');
      const source = fakeSource(({cursor = 'first'}) => pages[cursor]);
      const el = await draw(source);
      await waitUntil(() => deepFocus()?.id === 'comment-2', 'the focus is there');
      const {top, bottom} = deepFocus()!.getBoundingClientRect();
      expect(top >= 0 && bottom <= innerHeight + 1, 'it can be seen').to.equal(true);
      expect(source.lists).to.have.length(3);
      expect(texts(el)).to.have.length(6);
    });

    it('also when the reader is not near, and when the address changes later', async () => {
      const source = fakeSource(({cursor = 'first'}) => pages[cursor]);
      const wrapper = await fixture<HTMLElement>(html`<div></div>`);
      const space = document.createElement('p');
      space.style.height = '5000px';
      const el = document.createElement('article-comments');
      el.source = source;
      wrapper.append(space, el);
      await el.updateComplete;
      await aTimeout(50);
      expect(el.state).to.equal('idle');
      location.hash = '#comment-5';
      await waitUntil(() => deepFocus()?.id === 'comment-5', 'the focus is there');
    });

    it('goes on after a failure, once the reader has tried again', async () => {
      history.replaceState(null, '', '#comment-6');
      const answers: unknown[] = [new CommentError('server'), pages.first];
      const source = fakeSource(() => {
        const next = answers.shift();
        if (next instanceof Error) throw next;
        return next;
      });
      const el = await draw(source);
      expect(el.state).to.equal('error');
      await aTimeout(50);
      part(el, 'retry-button').dispatchEvent(
        new PointerEvent('pointerdown', {bubbles: true, composed: true}),
      );
      part(el, 'retry-button').click();
      await waitUntil(() => deepFocus()?.id === 'comment-6', 'the focus is there');
    });

    it('leaves a reader alone who has gone on meanwhile', async () => {
      history.replaceState(null, '', '#comment-2');
      let go!: () => void;
      const held = new Promise<void>((resolve) => (go = resolve));
      const source = fakeSource(async ({cursor = 'first'}) => {
        if (cursor === 'two') await held;
        return pages[cursor];
      });
      await draw(source);
      await waitUntil(() => source.lists.length === 2, 'the second page is asked for');
      dispatchEvent(new WheelEvent('wheel'));
      go();
      await aTimeout(100);
      expect(source.lists).to.have.length(2);
      expect(deepFocus()).to.equal(document.body);
    });

    it('asks for all pages, and no more, when there is no such comment', async () => {
      history.replaceState(null, '', '#comment-gone');
      const source = fakeSource(({cursor = 'first'}) => pages[cursor]);
      await draw(source);
      await waitUntil(() => source.lists.length === 3, 'all pages');
      await aTimeout(100);
      expect(source.lists).to.have.length(3);
    });
  });

  describe('offers new comments', () => {
    hurry();
    const server = (...ids: string[]) => {
      const all = comments(...ids);
      const source = fakeSource(({cursor = '0'}) => {
        const from = Number(cursor);
        return {
          comments: all.slice(from, from + 2),
          total: all.length,
          next: from + 2 < all.length ? String(from + 2) : null,
        };
      });
      return {source, come: (...news: Comment[]) => all.unshift(...news)};
    };
    const button = (el: Element) => part(el, 'new-button');

    it('in words, without moving what is being read, and shows them when asked', async () => {
      const {source, come} = server('2', '1');
      const el = await draw(source, {refresh: 10});
      const first = el.shadowRoot!.getElementById('comment-2')!;
      const place = first.getBoundingClientRect().top;
      come(comment('5'), comment('4'), comment('3'));
      await waitUntil(() => button(el), 'they are offered');
      expect(button(el).textContent!.trim()).to.equal('3 ý kiến mới');
      expect(button(el).closest('[role=status]')).to.exist;
      expect(texts(el)).to.deep.equal(['Ý kiến số 2', 'Ý kiến số 1']);
      expect(first.getBoundingClientRect().top).to.equal(place);
      expect(part(el, 'heading').textContent!.trim()).to.equal('Ý kiến (2)');
      await expect(el).to.be.accessible();
      button(el).click();
      await waitUntil(() => texts(el).length === 5);
      expect(texts(el)[0]).to.equal('Ý kiến số 5');
      expect(part(el, 'heading').textContent!.trim()).to.equal('Ý kiến (5)');
      await waitUntil(() => deepFocus()?.id === 'comment-5');
      expect(button(el)).to.equal(null);
      const asked = source.lists.length;
      come(comment('6'));
      await waitUntil(() => button(el), 'and again');
      expect(source.lists.length).to.be.above(asked);
      expect(button(el).textContent!.trim()).to.equal('1 ý kiến mới');
    });

    it("does not count the reader's own, and stops with the attribute and with the element", async () => {
      const {source, come} = server('2', '1');
      const el = await draw(source, {refresh: 10});
      await waitUntil(() => source.lists.length > 2, 'it asks');
      expect(button(el)).to.equal(null);
      el.refresh = undefined;
      await el.updateComplete;
      await aTimeout(150);
      const asked = source.lists.length;
      come(comment('3'));
      await aTimeout(400);
      expect(source.lists).to.have.length(asked);
      el.refresh = 10;
      await waitUntil(() => source.lists.length > asked, 'it asks again');
      el.remove();
      await aTimeout(50);
      const then = source.lists.length;
      await aTimeout(400);
      expect(source.lists).to.have.length(then);
    });

    it('asks nobody while the page is hidden, and fails quietly', async () => {
      const {source, come} = server('2', '1');
      const el = await draw(source, {refresh: 10});
      Object.defineProperty(document, 'hidden', {configurable: true, get: () => true});
      try {
        document.dispatchEvent(new Event('visibilitychange'));
        await aTimeout(50);
        const asked = source.lists.length;
        await aTimeout(400);
        expect(source.lists).to.have.length(asked);
      } finally {
        delete (document as {hidden?: boolean}).hidden;
      }
      const {list} = source;
      source.list = () => Promise.reject(new CommentError('server'));
      document.dispatchEvent(new Event('visibilitychange'));
      await aTimeout(300);
      expect([el.state, part(el, 'error').textContent!.trim()]).to.deep.equal(['ready', '']);
      source.list = list;
      come(comment('3'));
      await waitUntil(() => button(el), 'it goes on');
    });

    it('tells new ones from those further down where the oldest come first', async () => {
      const {source, come} = server('4', '3', '2', '1');
      const el = await draw(source, {refresh: 10, order: 'oldest'});
      await waitUntil(() => source.lists.length > 2, 'it asks');
      await aTimeout(50);
      expect(button(el)).to.equal(null);
      come(comment('5'));
      await waitUntil(() => button(el), 'the new one');
      expect(button(el).textContent!.trim()).to.equal('1 ý kiến mới');
      button(el).click();
      await waitUntil(() => texts(el).at(-1) === 'Ý kiến số 5');
    });
  });

  it('leaves a server alone that wants it, also when the network is back', async () => {
    const source = fakeSource(() => {
      throw new CommentError('too-fast', {retryAfter: 60});
    });
    const el = await draw(source);
    await waitUntil(() => part(el, 'error').textContent!.trim());
    dispatchEvent(new Event('online'));
    await aTimeout(20);
    expect(source.lists).to.have.length(1);
  });

  it('tells the page what came and what did not, and loads again when the page says so', async () => {
    let broken = false;
    const source = fakeSource(() => {
      if (broken) throw new CommentError('server');
      return {comments: [...comments('2', '1'), {}], total: 2, next: 'n'};
    });
    const told: string[] = [];
    const listen = (event: HTMLElementEventMap['article-comments-loaded' | 'article-comments-failed']) =>
      told.push(
        'error' in event ? event.error.kind : `${event.comments.length} ${event.total} ${event.skipped}`,
      );
    document.addEventListener('article-comments-loaded', listen as never);
    document.addEventListener('article-comments-failed', listen as never);
    const el = await draw(source);
    expect(told).to.deep.equal(['2 2 1']);
    broken = true;
    el.reload();
    await waitUntil(() => el.state === 'error');
    expect([texts(el).length, told.length], 'the list stays').to.deep.equal([2, 2]);
    broken = false;
    el.reload();
    await waitUntil(() => el.state === 'ready');
    expect(told).to.deep.equal(['2 2 1', 'server', '2 2 1']);
    document.removeEventListener('article-comments-loaded', listen as never);
    document.removeEventListener('article-comments-failed', listen as never);
  });

  it('takes away on reloading what is not there any more, and no more than that', async () => {
    const lists = [
      [comment('3'), comment('2', {parentId: '1'}), comment('1')],
      [comment('4'), comment('2', {parentId: '1'})],
    ];
    const el = await draw(fakeSource(() => ({comments: lists.shift()})));
    expect(texts(el)).to.have.length(3);
    el.reload();
    await waitUntil(() => texts(el)[0] === 'Ý kiến số 4');
    expect(texts(el)).to.deep.equal(['Ý kiến số 4', 'Ý kiến số 2']);
  });

  it('loads by itself once the network is back', async () => {
    let broken = true;
    const source = fakeSource(() => {
      if (broken) throw new CommentError('offline');
      return {comments: comments('1')};
    });
    const el = await draw(source);
    expect(el.state).to.equal('error');
    broken = false;
    dispatchEvent(new Event('online'));
    await waitUntil(() => el.state === 'ready');
    expect(deepFocus(), 'nobody is moved').to.equal(document.body);
    dispatchEvent(new Event('online'));
    await aTimeout(20);
    expect(source.lists).to.have.length(2);
  });
});
