import {expect, fixture, html} from '@open-wc/testing';
import '../../src/article-headline/article-headline.js';
import type {ArticleHeadline} from '../../src/article-headline/article-headline.js';
import {newsArticle} from '../../src/structured-data/index.js';
import {drawn, linesOf, pairFits} from './support/headlines.js';
import {resizeViewport} from './support/viewport.js';
import {waitUntil} from './support/wait-until.js';

const nbsp = '\u00a0';
const words =
  'Hơn 900 héc-ta lúa đông xuân kịp chín vàng trước con nước mặn giá lúa tươi cao nhất ba năm nông dân ven sông xuống đồng từ giờ sáng để gặt những thửa ruộng cuối cùng Nguyễn Phương nghiêng Trường ở ý kiến ĐBSCL xã'.split(
    ' ',
  );
const shownWords = (heading: Element) => heading.textContent.trim();

const isJoined = (heading: Element) => heading.textContent.includes(nbsp);
const narrow = 'font: 32px/1.2 monospace; inline-size: 9.5ch; margin: 0; text-wrap: wrap';

// No line can hold more than two of these words. Some browsers would balance them, so the page has it that none does.
const most = 'xanh '.repeat(6);
const lines = (...last: number[]) => [2, 2, 2, ...last];

/** A heading in which the browser leaves the last word alone. */
async function openNarrow(content: unknown = `${most}thanh ba Nam`): Promise<HTMLElement> {
  const page = await fixture(
    html`<article-headline published="2024-03-29T11:12:24+07:00"
      ><h1 style=${narrow}>${content}</h1></article-headline
    >`,
  );
  return page.querySelector('h1')!;
}

describe('the last words of <article-headline>', () => {
  const errors: string[] = [];
  const listen = ({message}: ErrorEvent) => errors.push(message);

  before(() => addEventListener('error', listen));
  after(() => removeEventListener('error', listen));
  afterEach(() => expect(errors.splice(0)).to.deep.equal([]));

  // The first, for once the part is there, every headline is looked at.
  it('stand together in a small heading too, in a row much wider than it', async () => {
    const style = `${narrow}; font-size: 12px`;
    const page = await fixture(
      html`<article-headline><h2 style=${style}>${most}thanh ba Nam</h2></article-headline>`,
    );
    const heading = page.querySelector('h2')!;
    expect(linesOf(heading)).to.deep.equal(lines(2, 1));
    await waitUntil(() => isJoined(heading), 'joined');
    expect(linesOf(heading)).to.deep.equal(lines(1, 2));
  });

  it('stand together where the browser would leave one alone', async () => {
    const alone = await fixture(html`<h1 style=${narrow}>${most}thanh ba Nam</h1>`);
    expect(linesOf(alone)).to.deep.equal(lines(2, 1));
    const heading = await openNarrow();
    await waitUntil(() => isJoined(heading), 'joined');
    expect(linesOf(heading)).to.deep.equal(lines(1, 2));
    expect(shownWords(heading)).to.equal(`${most}thanh ba${nbsp}Nam`);
    expect(newsArticle(heading.closest('article-headline')!.parentElement!)?.headline).to.equal(
      `${most}thanh ba Nam`,
    );
  });

  it('are left alone where they do not fit on a line, and again when the line becomes too short', async () => {
    const heading = await openNarrow();
    await waitUntil(() => isJoined(heading), 'joined');
    heading.style.inlineSize = '4ch';
    await waitUntil(() => !isJoined(heading), 'apart');
    expect(linesOf(heading)).to.deep.equal(Array(9).fill(1));
    heading.style.inlineSize = '9.5ch';
    await waitUntil(() => isJoined(heading), 'joined again');
    heading.style.cssText += '; inline-size: 30ch';
    await drawn();
    expect(linesOf(heading)).to.have.length.below(6);
  });

  it('are those of the words that the page has now', async () => {
    const heading = await openNarrow();
    await waitUntil(() => isJoined(heading), 'joined');
    heading.textContent = `${most}thanh ba Lam`;
    await waitUntil(() => isJoined(heading), 'joined');
    expect(shownWords(heading)).to.equal(`${most}thanh ba${nbsp}Lam`);
    (heading.firstChild as Text).data = 'Lanh thanh';
    await drawn();
    expect(shownWords(heading)).to.equal('Lanh thanh');
    const other = Object.assign(document.createElement('h1'), {innerHTML: `${most}thanh ba Lan`});
    other.style.cssText = narrow;
    heading.replaceWith(other);
    await waitUntil(() => isJoined(other), 'joined in another heading');
  });

  it('are those of `headline` too, which may change', async () => {
    const el = await fixture<ArticleHeadline>(
      html`<article-headline headline=${`${most}thanh ba Nam`} style=${narrow}></article-headline>`,
    );
    const heading = el.shadowRoot!.querySelector('h1')!;
    heading.style.cssText = 'font: inherit; text-wrap: wrap';
    await waitUntil(() => isJoined(heading), 'joined');
    el.headline = `${most}thanh ba Lam`;
    await waitUntil(() => shownWords(heading) === `${most}thanh ba${nbsp}Lam`, 'joined');
    el.headline = 'Lanh';
    await el.updateComplete;
    await drawn();
    expect(shownWords(heading)).to.equal('Lanh');
  });

  const markups: [what: string, markup: string, joined: string][] = [
    [
      'in a link',
      `\n  <a href="#">${most}thanh\n  ba Nam</a>\n`,
      `\n  <a href="#">${most}thanh\n  ba${nbsp}Nam</a>\n`,
    ],
    ['in an element of its own', `${most}thanh ba <em>Nam</em>`, `${most}thanh ba${nbsp}<em>Nam</em>`],
    ['with white space on both sides', `${most}thanh ba\n <b> Nam</b>`, `${most}thanh ba${nbsp}<b>Nam</b>`],
    ['after a break that is meant', `${most}thanh ba<br> Nam`, `${most}thanh ba<br> Nam`],
    ['joined by the page', `${most}thanh&nbsp;ba&nbsp;Nam`, `${most}thanh&nbsp;ba&nbsp;Nam`],
    ['after a hyphen', `${most}xanh xanh xa-thanh Nam`, `${most}xanh xanh xa-thanh${nbsp}Nam`],
    ['in a heading of one word', 'Nam', 'Nam'],
    ['in an empty heading', '', ''],
  ];
  for (const [what, markup, joined] of markups) {
    it(`stand together or not: ${what}`, async () => {
      const heading = await openNarrow();
      await waitUntil(() => isJoined(heading), 'the part is there');
      heading.innerHTML = markup;
      await drawn();
      const expected = document.createElement('h1');
      expected.innerHTML = joined;
      expect(heading.innerHTML).to.equal(expected.innerHTML);
      if (joined !== markup) {
        heading.style.inlineSize = '4ch';
        await drawn();
        const before = document.createElement('h1');
        before.innerHTML = markup;
        expect(heading.innerHTML, 'as the page wrote it').to.equal(before.innerHTML);
      }
    });
  }

  it('are still found by their words, copied with a space, and stay selected', async () => {
    const heading = await openNarrow();
    await waitUntil(() => isJoined(heading), 'joined');
    const selection = getSelection()!;
    selection.selectAllChildren(heading);
    heading.style.inlineSize = '8ch';
    await drawn();
    expect(selection.toString().replace(/\s+/g, ' ').trim()).to.equal(`${most}thanh ba Nam`);
    selection.removeAllRanges();
    const {find} = globalThis as unknown as {find: (words: string) => boolean};
    if (!find('thanh')) return; // a browser without a window looks for nothing
    expect(find('ba Nam')).to.equal(true);
    expect(heading.contains(selection.anchorNode)).to.equal(true);
    selection.removeAllRanges();
  });

  it('are left alone while somebody edits them', async () => {
    const heading = await openNarrow();
    await waitUntil(() => isJoined(heading), 'joined');
    heading.contentEditable = 'true';
    heading.textContent = `${most}thanh ba Lan`;
    await drawn();
    expect(shownWords(heading)).to.equal(`${most}thanh ba Lan`);
    heading.contentEditable = 'inherit';
    heading.append('!');
    await waitUntil(() => isJoined(heading), 'joined');
  });

  it('never leave one alone, in whatever width, however long', async () => {
    await resizeViewport(375, 700);
    const heading = await openNarrow();
    await waitUntil(() => isJoined(heading), 'the part is there');
    heading.style.textWrap = '';
    let [joined, seed] = [0, 7];
    const random = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
    for (let round = 0; round < 100; round++) {
      const count = 4 + random(26);
      heading.textContent = Array.from({length: count}, () => words[random(words.length)]).join(' ');
      heading.style.font = ['28px/1.2 serif', '700 40px/1 sans-serif'][round % 2]!;
      heading.style.inlineSize = `${100 + random(260)}px`;
      await drawn();
      if (isJoined(heading)) joined++;
      const lines = linesOf(heading);
      if (lines.length > 1 && pairFits(heading)) expect(lines.at(-1), heading.outerHTML).to.be.above(1);
    }
    expect(joined).to.be.above(0);
  });
});
