import {aTimeout, expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/article-comments/article-comments.js';
import {ArticleCommentSubmitEvent} from '../../src/article-comment-form/article-comment-form.js';
import type {ArticleComments} from '../../src/article-comments/article-comments.js';
import type {Comment} from '../../src/comments/types.js';
import {comment, comments, deepFocus, fakeSource, taken} from './support/comments.js';
import {waitUntil} from './support/wait-until.js';

/* Lists that are drawn a slice per frame. */

const list = (el: Element) => el.shadowRoot!.querySelector<HTMLElement>('[part=list]')!;
const rows = (el: Element) => [...list(el).querySelectorAll('article')];
const ids = (el: Element) => rows(el).map(({id}) => id.replace('comment-', ''));
const row = (el: Element, id: string) => el.shadowRoot!.getElementById(`comment-${id}`);
const ready = (el: Element, count: number) =>
  waitUntil(() => rows(el).length === count && !list(el).ariaBusy, `all ${count} rows`);
const numbered = (count: number, more: (id: number) => Partial<Comment> = () => ({})) =>
  Array.from({length: count}, (_, id) => comment(`${id}`, more(id)));

/** Firefox does not always scroll into view what it has never laid out. */
const scrollToEnd = () => scrollTo(0, document.documentElement.scrollHeight);

async function draw(source = fakeSource(), more: Partial<ArticleComments> = {}) {
  const el = await fixture<ArticleComments>(
    html`<article-comments lang="vi" article="lua" loading="eager"></article-comments>`,
  );
  Object.assign(el, {source, ...more});
  await waitUntil(() => rows(el).length);
  return el;
}

const {signal} = new AbortController();

/** Sends a comment as the form does, and gives it back once it is shown. */
async function send(el: ArticleComments, more: {text?: string; parentId?: string} = {}) {
  const event = new ArticleCommentSubmitEvent({
    text: 'Chào',
    author: {},
    idempotencyKey: 'k',
    signal,
    ...more,
  });
  el.shadowRoot!.querySelector('section')!.dispatchEvent(event);
  const {id} = await event.fallback!();
  await el.updateComplete;
  return id;
}

/** Counts what is changed in a list. */
function watch(el: Element) {
  const seen: MutationRecord[] = [];
  const observer = new MutationObserver((changes) => seen.push(...changes));
  observer.observe(list(el), {subtree: true, childList: true, characterData: true, attributes: true});
  return () => [...seen.splice(0), ...observer.takeRecords()];
}

describe('<article-comments>, with a long list', () => {
  beforeEach(() => {
    localStorage.clear();
    scrollTo(0, 0); // where the test before has left the page, rows may be near
  });
  after(() => localStorage.clear());

  it('shows the first 50 at once and then all, in order and with their dates', async () => {
    const el = await fixture<ArticleComments>(
      html`<article-comments lang="vi" article="lua" loading="eager"></article-comments>`,
    );
    const counts: number[] = [];
    const observer = new MutationObserver(() => counts.push(rows(el).length));
    observer.observe(list(el), {subtree: true, childList: true});
    el.source = fakeSource(() => ({comments: numbered(400)}));
    await ready(el, 400);
    observer.disconnect();
    expect(counts[0]).to.equal(50);
    expect(counts.length).to.be.above(2);
    expect(ids(el)).to.deep.equal(numbered(400).map(({id}) => id));
    const dates = rows(el).map((one) => one.querySelector('[part=date]')!);
    expect(dates.map((date) => (date.shadowRoot ?? date).textContent?.trim()).filter(Boolean)).to.have.length(
      400,
    );
  });

  it('lays out at once only what is in sight, and what gets the focus', async () => {
    const el = await draw(fakeSource(() => ({comments: numbered(45)})));
    expect(rows(el)).to.have.length(45);
    const layout = (id: string) => getComputedStyle(row(el, id)!.parentElement!).contentVisibility;
    expect(['0', '9', '10', '44'].map(layout)).to.deep.equal(['visible', 'visible', 'auto', 'auto']);
    const last = row(el, '44')!;
    last.focus();
    expect(layout('44')).to.equal('visible');
    await waitUntil(() => last.getBoundingClientRect().top < innerHeight, 'it comes into sight');
    await aTimeout(200);
    const {top, bottom} = last.getBoundingClientRect();
    expect(top > -1 && bottom <= innerHeight + 1, `all of it: ${top} to ${bottom}`).to.equal(true);
  });

  describe('far from the reader', () => {
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000 - 900_000).toISOString();
    const old = numbered(300, (id) => ({createdAt: hoursAgo(id % 20)}));
    const dateOf = (el: Element, id: string) => row(el, id)!.querySelector<HTMLElement>('[part=date]')!;
    const textOf = (date: Element) => (date.shadowRoot ?? date).textContent!.trim();

    it('has dates that say the same, and are elements once the reader comes near', async () => {
      const el = await draw(fakeSource(() => ({comments: old})));
      await ready(el, 300);
      const [near, far] = [dateOf(el, '5'), dateOf(el, '285')];
      expect([near.localName, far.localName]).to.deep.equal(['article-date', 'time']);
      expect([textOf(near), textOf(far)]).to.deep.equal(['5 giờ trước', '5 giờ trước']);
      expect(Date.parse((far as HTMLTimeElement).dateTime)).to.equal(
        Math.floor(Date.parse(old[285]!.createdAt) / 1000) * 1000 + (Date.parse(old[285]!.createdAt) % 1000),
      );
      scrollToEnd();
      await waitUntil(() => dateOf(el, '285').localName === 'article-date', 'an element');
      await waitUntil(() => textOf(dateOf(el, '285')) === '5 giờ trước', 'its words');
      expect(dateOf(el, '285').getAttribute('part')).to.equal('date');
      expect(dateOf(el, '285').getAttribute('format')).to.equal('relative');
    });

    it('says them in the language that the page changes to', async () => {
      const el = await draw(fakeSource(() => ({comments: old})));
      await ready(el, 300);
      el.lang = 'en';
      await waitUntil(() => textOf(dateOf(el, '285')) === '5 hours ago', 'English');
      expect(dateOf(el, '285').localName).to.equal('time');
    });

    it('shows no date where there is none, and the right one after the server has mended it', async () => {
      const mended = old.map((one) => ({...one, createdAt: hoursAgo(3)}));
      let given = old.map((one) => ({...one, createdAt: ''}));
      const el = await draw(fakeSource(() => ({comments: given})));
      await ready(el, 300);
      expect(textOf(dateOf(el, '285'))).to.equal('');
      given = mended;
      await el.reload();
      await waitUntil(() => textOf(dateOf(el, '285')) === '3 giờ trước', 'the date');
    });

    it('keeps the zone of the page', async () => {
      const created = '2024-03-29T23:30:00Z';
      const el = await draw(fakeSource(() => ({comments: numbered(300, () => ({createdAt: created}))})));
      await ready(el, 300);
      el.dataset.timeZone = '+07:00';
      el.lang = 'en';
      const says30 = (id: string) => textOf(dateOf(el, id)).includes('30');
      await waitUntil(() => says30('5') && says30('285'), 'the day after, in both');
      expect(textOf(dateOf(el, '285'))).to.equal(textOf(dateOf(el, '5')));
    });
  });

  it('is a list of them for a screen reader, wherever they stand', async () => {
    const el = await draw(fakeSource(() => ({comments: numbered(60)})));
    await ready(el, 60);
    expect(
      [...list(el).querySelectorAll('li')].every((one) => one.closest('[role=list]') === list(el)),
    ).to.equal(true);
    await expect(el).to.be.accessible();
  });

  it('says that it is busy until all are there', async () => {
    const el = await draw(fakeSource(() => ({comments: numbered(2000)})));
    await waitUntil(() => list(el).ariaBusy === 'true');
    expect(rows(el).length).to.be.below(2000);
    await ready(el, 2000);
    expect(list(el).hasAttribute('aria-busy')).to.equal(false);
  });

  it('draws a thread of many answers in the same way', async () => {
    const all = numbered(1500, (id) => (id ? {parentId: id % 2 ? '0' : `${id - 1}`} : {}));
    const el = await draw(
      fakeSource(() => ({comments: all})),
      {order: 'oldest'},
    );
    await waitUntil(() => rows(el).length >= 50);
    expect(rows(el).length).to.be.below(1500);
    await ready(el, 1500);
    expect(ids(el)).to.deep.equal(all.map(({id}) => id));
    expect(list(el).querySelectorAll('[part=replies] article')).to.have.length(1499);
  });

  it('lays out only what is near, and yet has all of it for a search in the page', async () => {
    const el = await draw(fakeSource(() => ({comments: numbered(400)})));
    await ready(el, 400);
    await nextFrame();
    const seen = (id: string) => row(el, id)!.checkVisibility({contentVisibilityAuto: true});
    expect([seen('0'), seen('399')]).to.deep.equal([true, false]);
    // Some browsers have a `find` that finds nothing, not even what stands before it.
    const {find} = window as unknown as {find?: (text: string) => boolean};
    const finds = (text: string) => {
      getSelection()!.removeAllRanges();
      return find!.call(window, text);
    };
    if (find && /Chrome/.test(navigator.userAgent) && finds('Ý kiến số 0')) {
      expect(finds('Ý kiến số 399'), 'it is found').to.equal(true);
    }
    scrollToEnd();
    await waitUntil(() => seen('399'));
    expect(row(el, '399')!.getBoundingClientRect().height).to.be.above(20);
  });

  it('does not touch the others when one is added, above, below or as an answer', async () => {
    for (const order of ['newest', 'oldest'] as const) {
      const source = fakeSource(
        () => ({comments: numbered(300), total: 300}),
        (draft) => taken(draft),
      );
      const el = await draw(source, {order});
      await ready(el, 300);
      const changes = watch(el);
      const id = await send(el);
      const place = order === 'newest' ? 0 : 300;
      expect(ids(el).indexOf(id)).to.equal(place);
      const own = (change: MutationRecord) => row(el, id)!.closest('li')!.contains(change.target);
      const added = changes().filter((change) => !own(change));
      expect(
        added.flatMap(({addedNodes}) => [...addedNodes]).filter(({nodeName}) => nodeName === 'LI'),
      ).to.deep.equal([row(el, id)!.closest('li')]);
      expect(added.length).to.be.below(3);
      const answer = await send(el, {parentId: '299'});
      const thread = row(el, '299')!.closest('li')!;
      expect(thread.contains(row(el, answer))).to.equal(true);
      const elsewhere = changes().filter(({target}) => !thread.contains(target));
      expect(elsewhere.map(({target}) => (target as Element).outerHTML.slice(0, 300))).to.deep.equal([]);
      expect(ids(el)).to.have.length(302);
    }
  });

  it('takes one that is added while it is drawn', async () => {
    const el = await draw(fakeSource(() => ({comments: numbered(400)})));
    const id = await send(el);
    expect(ids(el)[0]).to.equal(id);
    await ready(el, 401);
    expect(ids(el)).to.deep.equal([id, ...numbered(400).map((one) => one.id)]);
  });

  it('moves an answer under its comment when that comes later, and keeps the focus elsewhere', async () => {
    const pages: Record<string, unknown> = {
      first: {
        comments: [...numbered(120), comment('answer', {parentId: 'late'}), ...comments('x', 'y')],
        next: 'two',
      },
      two: {comments: comments('late', 'z')},
    };
    const el = await draw(fakeSource(({cursor = 'first'}) => pages[cursor]));
    await ready(el, 123);
    const answer = row(el, 'answer')!;
    el.shadowRoot!.querySelector<HTMLElement>('[part=more-button]')!.click();
    await ready(el, 125);
    expect(ids(el).slice(119)).to.deep.equal(['119', 'x', 'y', 'late', 'answer', 'z']);
    expect(row(el, 'answer')).to.equal(answer);
    expect(row(el, 'late')!.closest('li')!.contains(answer)).to.equal(true);
  });

  it('goes to the first of those that came', async () => {
    const pages: Record<string, unknown> = {
      first: {comments: numbered(120), next: 'two'},
      two: {comments: comments(...Array.from({length: 90}, (_, id) => `b${id}`))},
    };
    const el = await draw(fakeSource(({cursor = 'first'}) => pages[cursor]));
    await ready(el, 120);
    el.shadowRoot!.querySelector<HTMLElement>('[part=more-button]')!.click();
    await waitUntil(() => deepFocus()?.id === 'comment-b0', 'the focus is there');
    await ready(el, 210);
    const status = el.shadowRoot!.querySelector('[part=status]')!;
    expect(status.textContent!.trim()).to.equal('Thêm 90 ý kiến');
  });

  for (const id of ['41', '799'])
    it(`goes to a comment by its address, however far down: ${id}`, async () => {
      history.replaceState(null, '', `#comment-${id}`);
      try {
        const source = fakeSource(() => ({comments: numbered(800), next: 'more'}));
        const el = await draw(source);
        await waitUntil(() => deepFocus()?.id === `comment-${id}`, 'the focus is there');
        await aTimeout(200);
        const {top, bottom} = row(el, id)!.getBoundingClientRect();
        expect(top > -1 && bottom <= innerHeight + 1, `it can be seen: ${top} to ${bottom}`).to.equal(true);
        expect(source.lists).to.have.length(1);
      } finally {
        history.replaceState(null, '', location.pathname + location.search);
      }
    });

  it('speaks another language in every row', async () => {
    const el = await draw(fakeSource(() => ({comments: numbered(200)})));
    await ready(el, 200);
    el.lang = 'en';
    await waitUntil(() => row(el, '199')!.querySelector('button')!.textContent!.trim() === 'Reply');
    expect(row(el, '100')!.querySelector('button')!.textContent!.trim()).to.equal('Reply');
  });

  it('opens a form under a comment far down, and closes it', async () => {
    const el = await draw(fakeSource(() => ({comments: numbered(200)})));
    await ready(el, 200);
    const button = row(el, '150')!.querySelector('button')!;
    button.click();
    await waitUntil(() => row(el, '150')!.querySelector('article-comment-form:not([hidden])'));
    expect(button.ariaExpanded).to.equal('true');
    button.click();
    await waitUntil(() => row(el, '150')!.querySelector('article-comment-form[hidden]'));
    expect(button.ariaExpanded).to.equal('false');
  });

  it('takes one more without going through all of them', async () => {
    const el = await draw(fakeSource(() => ({comments: numbered(600)})));
    await ready(el, 600);
    await send(el); // loads what sending takes
    const {get} = Map.prototype;
    let steps = 0;
    Map.prototype.get = function (key) {
      if (/^\d+$/.test(String(key))) steps++;
      return get.call(this, key) as unknown;
    };
    try {
      await send(el, {text: 'Một câu trả lời', parentId: '300'});
    } finally {
      Map.prototype.get = get;
    }
    expect(row(el, '300')!.parentElement!.querySelectorAll('article')).to.have.length(2);
    expect(steps).to.be.below(20);
  });

  it('is whole on paper', async () => {
    const el = await draw(fakeSource(() => ({comments: numbered(1500)})));
    await waitUntil(() => list(el).ariaBusy === 'true');
    dispatchEvent(new Event('beforeprint'));
    expect(rows(el)).to.have.length(1500);
    await ready(el, 1500);
  });

  it('makes place for another list at once, also while it is drawn', async () => {
    const el = await draw(fakeSource(() => ({comments: numbered(400)})));
    await waitUntil(() => rows(el).length > 50);
    el.source = fakeSource(() => ({comments: comments('n', 'm')}));
    await waitUntil(() => ids(el)[0] === 'n');
    await aTimeout(100);
    expect(ids(el)).to.deep.equal(['n', 'm']);
    expect(list(el).hasAttribute('aria-busy')).to.equal(false);
  });
});
