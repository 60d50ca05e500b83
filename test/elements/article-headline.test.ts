import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../src/article-headline/article-headline.js';
import type {ArticleHeadline} from '../../src/article-headline/article-headline.js';
import {shownText} from './support/shown-text.js';

const published = '2024-03-29T11:12:24+07:00';

const part = (el: Element, name: string) => el.shadowRoot!.querySelector(`[part='${name}']`);

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

  const cases: [why: string, updated: string, format: string, shown: boolean][] = [
    ['a minute later', '2024-03-29T11:13:24+07:00', 'datetime', true],
    ['less than a minute later', '2024-03-29T11:13:23+07:00', 'dateline', false],
    ['earlier', '2024-03-28T11:13:24+07:00', 'dateline', false],
    ['later, but reads the same', '2024-03-29T18:00:00+07:00', 'date', false],
    ['the same moment in another offset', '2024-03-29T04:12:24Z', 'datetime', false],
    ['not a date', 'today', 'dateline', false],
  ];
  for (const [why, updated, format, shown] of cases) {
    it(`${shown ? 'shows' : 'does not show'} an update that is ${why}`, async () => {
      const el = await fixture<ArticleHeadline>(html`
        <article-headline
          lang="vi"
          published=${published}
          updated=${updated}
          format=${format}
        ></article-headline>
      `);
      expect(Boolean(part(el, 'updated'))).to.equal(shown);
      expect(part(el, 'published')).to.exist;
      if (shown) expect(shownText(part(el, 'updated')!)).to.equal('Cập nhật 29/03/2024 11:13');
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
    Object.assign(el, {updated: '2024-03-29T12:00:00+07:00'});
    await el.updateComplete;
    expect(el.updatedAt).to.equal('2024-03-29T12:00:00+07:00');
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
