import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/article-headline/article-headline.js';
import type {ArticleHeadline} from '../../src/article-headline/article-headline.js';
import type {ArticleErrorEvent} from '../../src/shared/error.js';
import {linesOf} from './support/headlines.js';
import {shownText} from './support/shown-text.js';
import {isReadAs} from './support/accessibility.js';
import {captureWarnings} from './support/warnings.js';
import {waitUntil} from './support/wait-until.js';

const published = '2024-03-29T11:12:24+07:00';

const part = (el: Element, name: string) => el.shadowRoot!.querySelector(`[part='${name}']`);

describe('<article-headline>', () => {
  const warnings = captureWarnings();
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

  it('is accessible, with a heading and a dateline made from attributes', async () => {
    const el = await fixture<ArticleHeadline>(
      html`<article-headline lang="vi" headline="Vụ lúa được mùa" published=${published}></article-headline>`,
    );
    await expect(el).to.be.accessible();
    const heading = el.shadowRoot!.querySelector('h1')!;
    await waitUntil(() => isReadAs(heading, 'Vụ lúa được mùa', 'heading'), 'a heading');
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
    expect(el.querySelector('h2')!.parentElement === el).to.equal(true);
    await waitUntil(() => isReadAs(el.querySelector('h2')!, 'Vụ lúa được mùa', 'heading'), 'a heading');
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
    expect(warnings.taken()).to.deep.equal([
      '[article-widgets] <article-headline> level="99": not 1 to 6',
      '[article-widgets] <article-headline> level="first": not 1 to 6',
    ]);
  });

  describe('tells of what it cannot use, once, by the name that the page has written', () => {
    const faults: [given: Record<string, string>, code: string][] = [
      [{published: '2024-13-45'}, 'invalid-published'],
      [{updated: '2024-13-45'}, 'invalid-updated'],
      [{published, updated: '29/3'}, 'invalid-updated'],
      [{published, 'time-zone': 'Saigon'}, 'invalid-time-zone'],
      [{published, 'data-time-zone': 'Saigon'}, 'invalid-time-zone'],
      [{published, updated: '2024-03-30T06:05:00+07:00', 'time-zone': 'Saigon'}, 'invalid-time-zone'],
      [{published, format: 'long'}, 'invalid-format'],
      [{published, pattern: 'jjj'}, 'invalid-pattern'],
    ];
    for (const [given, code] of faults) {
      const [attribute, value] = Object.entries(given).at(-1)!;
      it(JSON.stringify(given), async () => {
        const el = document.createElement('article-headline');
        const told: string[] = [];
        el.addEventListener('article-error', (event: ArticleErrorEvent) => told.push(event.code));
        document.body.append(el);
        await el.updateComplete;
        for (const [name, written] of Object.entries(given)) el.setAttribute(name, written); // later, as frameworks do
        await waitUntil(() => told.length);
        await aTimeout(100);
        el.requestUpdate();
        await el.updateComplete;
        expect(told).to.deep.equal([code]);
        const [warning, ...more] = warnings.taken();
        expect(more).to.deep.equal([]);
        expect(warning).to.contain(`<article-headline> ${attribute}="${value}": `);
        el.remove();
      });
    }

    it('but not of what is blank', async () => {
      await fixture(html`<article-headline headline="A" published="" updated=" "></article-headline>`);
      expect(warnings.taken()).to.deep.equal([]);
    });
  });

  describe('with a date of the page in the slot', () => {
    const dates: [what: string, content: unknown][] = [
      ['an article-date', html`<article-date slot="date" datetime=${published}></article-date>`],
      [
        'an article-date around a time',
        html`<article-date slot="date"><time datetime=${published}>29/3</time></article-date>`,
      ],
      ['a time', html`<time slot="date" datetime=${published}>29/3</time>`],
    ];
    for (const [what, content] of dates) {
      it(`shows the update beside it by the same rule: ${what}`, async () => {
        const el = await fixture<ArticleHeadline>(html`
          <article-headline lang="vi" format="datetime" updated="2024-03-30T06:05:00+07:00">
            <h1>Vụ lúa</h1>
            ${content}
          </article-headline>
        `);
        await expect(el).to.be.accessible();
        expect(shownText(part(el, 'updated')!)).to.equal('Cập nhật 30/03/2024 06:05');
        const [date, update] = [el.querySelector('[slot=date]')!, part(el, 'updated')!].map((box) =>
          box.getBoundingClientRect(),
        );
        expect(date!.left, 'the date of the page is shown, and comes first').to.be.below(update!.right);
        expect(date!.width).to.be.above(0);
        el.setAttribute('updated', '2024-03-29T18:00:00+07:00');
        await el.updateComplete;
        expect(part(el, 'updated'), 'later on the same day, which is past').to.equal(null);
        el.setAttribute('published', '2024-03-28T11:12:24+07:00');
        await el.updateComplete;
        expect(part(el, 'updated'), '`published` wins').to.exist;
      });
    }

    it('says nothing of an update where the page gives none', async () => {
      const el = await fixture(html`
        <article-headline><time slot="date" datetime=${published}>29/3</time></article-headline>
      `);
      expect(part(el, 'updated')).to.equal(null);
      expect(shownText(el)).to.equal('29/3');
    });
  });

  it('keeps dates of `relative` up to date', async () => {
    const el = await fixture<ArticleHeadline>(html`
      <article-headline
        format="relative"
        published=${ago(60 * 24 * 3)}
        updated=${new Date(Date.now() - 9_200).toISOString()}
      ></article-headline>
    `);
    expect(shownText(part(el, 'updated')!)).to.equal('Updated just now');
    expect(shownText(part(el, 'published')!)).to.equal('Published 3 days ago');
    await waitUntil(() => shownText(part(el, 'updated')!) === 'Updated 10 seconds ago');
  });

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
      if (given.published) await waitUntil(() => part(el, 'published'));
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
    const stamps = [...el.shadowRoot!.querySelectorAll('time')].map(({dateTime}) => dateTime);
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

  it('keeps the zone of a dateline on one line', async () => {
    const el = await fixture<ArticleHeadline>(html`
      <article-headline lang="vi" published=${published}>
        <article-date slot="date" datetime=${published}></article-date>
      </article-headline>
    `);
    const own = await fixture<ArticleHeadline>(
      html`<article-headline lang="vi" published=${published}></article-headline>`,
    );
    const dates = [el.querySelector('article-date')!.shadowRoot!, own.shadowRoot!];
    for (let width = 180; width <= 375; width += 3) {
      el.style.inlineSize = own.style.inlineSize = `${width}px`;
      for (const date of dates) {
        const nodes = [...date.querySelector('time')!.childNodes] as Text[];
        const text = nodes.find(({data}) => data.includes('[GMT +7]'))!;
        const range = document.createRange();
        range.setStart(text, text.data.indexOf('['));
        range.setEnd(text, text.data.indexOf(']'));
        expect(range.getBoundingClientRect().height, `${width} px`).to.be.below(30);
      }
    }
  });

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
