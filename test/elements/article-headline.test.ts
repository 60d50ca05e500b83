import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../src/article-headline/article-headline.js';
import type {ArticleHeadline} from '../../src/article-headline/article-headline.js';
import {shownText} from './support/shown-text.js';

const published = '2024-03-29T11:12:24+07:00';

const part = (el: Element, name: string) => el.shadowRoot!.querySelector(`[part='${name}']`);

/** How many syllables stand on each line of a heading. */
function linesOf(heading: Element): number[] {
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  const lines = new Map<number, number>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const {index, 0: syllable} of (node as Text).data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + syllable.length);
      const top = Math.round(range.getBoundingClientRect().top);
      lines.set(top, (lines.get(top) ?? 0) + 1);
    }
  }
  return [...lines.values()];
}

describe('<article-headline>', () => {
  it('is accessible, with a heading and a dateline made from attributes', async () => {
    const el = await fixture<ArticleHeadline>(
      html`<article-headline lang="vi" headline="Vụ lúa được mùa" published=${published}></article-headline>`,
    );
    await expect(el).to.be.accessible();
    expect(el.shadowRoot!.querySelector('h1')!.textContent).to.equal('Vụ lúa được mùa');
    expect(shownText(part(el, 'published')!)).to.equal('Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]');
  });

  it("keeps the page's own heading, kicker, date and tools in the light DOM", async () => {
    const el = await fixture<ArticleHeadline>(html`
      <article-headline lang="vi" headline="not shown">
        <span slot="kicker">Kinh tế</span>
        <h2>Vụ lúa được mùa</h2>
        <article-date slot="date" datetime=${published} format="date"></article-date>
        <button slot="tools">In</button>
      </article-headline>
    `);
    await expect(el).to.be.accessible();
    expect(shownText(el)).to.equal('Kinh tế Vụ lúa được mùa 29/03/2024 In');
  });

  it('takes white space for no heading of the page', async () => {
    const el = await fixture<ArticleHeadline>(html`
      <article-headline headline="Vụ lúa được mùa">
        <button slot="tools">In</button>
      </article-headline>
    `);
    expect(el.shadowRoot!.querySelector('h1')).to.exist;
    el.append(document.createElement('h2'));
    el.lastElementChild!.textContent = 'Của trang';
    await waitUntil(() => !el.shadowRoot!.querySelector('h1'));
    expect(shownText(el)).to.equal('Của trang In');
  });

  it('gives the heading the level that the page asks for', async () => {
    const el = await fixture<ArticleHeadline>(
      html`<article-headline headline="A" level="3"></article-headline>`,
    );
    expect(el.shadowRoot!.querySelector('h3')).to.exist;
    el.level = 99;
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('h6')).to.exist;
    el.setAttribute('level', 'first');
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('h1')).to.exist;
  });

  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const midday = '2024-03-29T11:12:24+07:00';
  const cases: [why: string, given: Partial<ArticleHeadline>, shown: boolean][] = [
    ['a minute later', {published: ago(3), updatedAt: ago(2)}, true],
    ['less than a minute later', {published: ago(3), updatedAt: ago(2.1)}, false],
    ['on a later day', {published: midday, updatedAt: '2024-03-30T00:10:00+07:00'}, true],
    [
      'of the same day, and that day is past',
      {published: midday, updatedAt: '2024-03-29T18:00:00+07:00'},
      false,
    ],
    [
      'of the same day only in UTC',
      {published: '2024-03-29T16:00:00Z', updatedAt: '2024-03-29T18:00:00Z', timeZone: '+07:00'},
      true,
    ],
    ['earlier', {published: midday, updatedAt: '2024-03-28T11:13:24+07:00'}, false],
    ['later, but reads the same', {published: ago(3), updatedAt: ago(2), pattern: 'yyyy'}, false],
    [
      'later, but reads the same in rare tokens',
      {published: ago(3), updatedAt: ago(2), pattern: 'QQQ yyyy'},
      false,
    ],
    [
      'later, and reads otherwise in rare tokens',
      {published: ago(3), updatedAt: ago(2), pattern: 'QQQ HH:mm'},
      true,
    ],
    [
      'later, but reads the same in the zone shown',
      {
        published: '2024-03-29T23:00:00Z',
        updatedAt: '2024-03-30T01:00:00Z',
        format: 'date',
        timeZone: 'Asia/Ho_Chi_Minh',
      },
      false,
    ],
    ['the same moment in another offset', {published: midday, updatedAt: '2024-03-29T04:12:24Z'}, false],
    ['not a date', {published: midday, updatedAt: 'today'}, false],
    ['all there is', {updatedAt: midday}, true],
  ];
  for (const [why, given, shown] of cases) {
    it(`${shown ? 'shows' : 'does not show'} an update that is ${why}`, async () => {
      const el = document.createElement('article-headline');
      Object.assign(el, {lang: 'vi'}, given);
      document.body.append(el);
      await el.updateComplete;
      // Named zones and rare tokens are loaded first.
      await waitUntil(() => [...el.shadowRoot!.querySelectorAll('article-date')].every(shownText));
      await aTimeout(given.pattern || given.timeZone ? 100 : 0);
      expect(Boolean(part(el, 'updated'))).to.equal(shown);
      expect(Boolean(part(el, 'published'))).to.equal(Boolean(given.published));
      el.remove();
    });
  }

  it('tells two dates apart by labels and for machines; one date alone has none', async () => {
    const el = await fixture<ArticleHeadline>(html`
      <article-headline
        lang="vi"
        published=${published}
        updated="2024-03-30T06:05:00+07:00"
        format="datetime"
      ></article-headline>
    `);
    await expect(el).to.be.accessible();
    expect(shownText(part(el, 'meta')!)).to.equal('Đăng 29/03/2024 11:12 Cập nhật 30/03/2024 06:05');
    const stamps = [...el.shadowRoot!.querySelectorAll('article-date')].map(
      (date) => date.shadowRoot!.querySelector('time')!.dateTime,
    );
    expect(stamps).to.deep.equal(['2024-03-29T11:12:24+07:00', '2024-03-30T06:05:00+07:00']);
    el.removeAttribute('updated');
    await el.updateComplete;
    expect(shownText(part(el, 'meta')!)).to.equal('29/03/2024 11:12');
  });

  it('keeps no row, and no gap, for what the page leaves out', async () => {
    const el = await fixture<ArticleHeadline>(
      html`<article-headline> <h1 style="margin: 0">Vụ lúa</h1> </article-headline>`,
    );
    const tight = () => el.offsetHeight === el.querySelector('h1')!.offsetHeight;
    expect(tight()).to.equal(true);
    const kicker = Object.assign(document.createElement('p'), {slot: 'kicker', textContent: 'Kinh tế'});
    el.prepend(kicker);
    await waitUntil(() => !tight());
    kicker.textContent = ' ';
    await waitUntil(tight);
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`puts the tools at the end of the row of the date, also where they do not fit beside it: ${dir}`, async () => {
      const el = await fixture<ArticleHeadline>(html`
        <article-headline dir=${dir} published=${published} style="inline-size: 40em">
          <h1>Vụ lúa</h1>
          <button slot="tools">In</button>
        </article-headline>
      `);
      const boxes = () =>
        [el, el.querySelector('button')!, part(el, 'published')!].map((box) => box.getBoundingClientRect());
      const isAtEnd = () => {
        const [all, tools] = boxes();
        return Math.abs(dir === 'ltr' ? all!.right - tools!.right : all!.left - tools!.left) < 1;
      };
      expect(isAtEnd()).to.equal(true);
      expect(boxes()[1]!.top).to.be.below(boxes()[2]!.bottom);
      el.style.inlineSize = '14em';
      expect(isAtEnd()).to.equal(true);
    });
  }

  const headlines = [
    'Mùa gặt về trên đôi bờ Cái Sậy',
    'Nông dân ven sông xuống đồng từ ba giờ sáng để kịp gặt những thửa ruộng cuối cùng',
    'Hơn 900 héc-ta lúa đông xuân kịp chín vàng trước con nước mặn, giá lúa tươi cao nhất ba năm',
  ];
  for (const words of headlines) {
    it(`never leaves a syllable alone on the last line: ${words}`, async () => {
      const el = await fixture<ArticleHeadline>(html`<article-headline><h1>${words}</h1></article-headline>`);
      for (let width = 320; width <= 1000; width += 20) {
        el.style.inlineSize = `${width}px`;
        const lines = linesOf(el.querySelector('h1')!);
        if (lines.length > 1) expect(lines.at(-1), `${width} px`).to.be.above(1);
      }
    });
  }

  it('hands zone, format and pattern to its dates', async () => {
    const el = await fixture<ArticleHeadline>(html`
      <article-headline lang="vi" published=${published} time-zone="UTC" pattern="HH:mm"></article-headline>
    `);
    expect(shownText(part(el, 'published')!)).to.equal('04:12');
  });

  it('takes `updated` as a property although Lit has a hook of that name', async () => {
    const el = await fixture<ArticleHeadline>(
      html`<article-headline published=${published}></article-headline>`,
    );
    Object.assign(el, {updated: '2024-03-31T12:00:00+07:00'});
    await el.updateComplete;
    expect(el.updatedAt).to.equal('2024-03-31T12:00:00+07:00');
    expect(part(el, 'updated')).to.exist;
    el.setAttribute('updated', '2024-03-30T12:00:00+07:00');
    await el.updateComplete;
    expect(shownText(part(el, 'updated')!)).to.contain('Mar 30');
  });

  it('leaves nothing behind for blank text', async () => {
    const el = await fixture<ArticleHeadline>(html`<article-headline headline=" "></article-headline>`);
    expect(el.shadowRoot!.querySelector('h1')).to.equal(null);
    expect(el.getBoundingClientRect().height).to.be.below(24);
  });
});
