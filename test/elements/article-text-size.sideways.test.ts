import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/article-headline/article-headline.js';
import '../../src/article-text-size/article-text-size.js';
import type {ArticleTextSize} from '../../src/article-text-size/article-text-size.js';
import {firstWords, shownRect} from './support/shown-rect.js';
import {drawn, linesOf, pairFits} from './support/headlines.js';
import {loadStylesheet} from './support/stylesheet.js';
import {mendingIsThere} from './support/mending.js';
import {resizeViewport} from './support/viewport.js';
import {waitUntil} from './support/wait-until.js';

/* What the page's own stylesheet makes too wide once the text is larger. */

const line = 'Một dòng chữ không xuống hàng';
const img = (width: number) =>
  `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="" width="${width}" height="90">`;

async function openArticle(content: string, rules = ''): Promise<[HTMLElement, ArticleTextSize]> {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  page.setHTMLUnsafe(`<style>${rules}</style>
    <article id="story"><p>Lúa chín.</p>${content}<p>Hết.</p></article><article-text-size for="story"></article-text-size>`);
  const toggle = page.querySelector('article-text-size')!;
  await toggle.updateComplete;
  return [page.querySelector('article')!, toggle];
}

const isSideways = () => {
  const {scrollWidth, clientWidth} = document.documentElement;
  return scrollWidth > clientWidth;
};

const isInSight = (what: Element | Range) => {
  const {left, right} = shownRect(what);
  return left > -1 && right < document.documentElement.clientWidth + 1;
};

/** How much room each text has, and how large it is. */
const lines = (article: Element) =>
  firstWords(article).map(({text}) => {
    const box = text.parentElement!;
    const {fontSize, paddingLeft, paddingRight} = getComputedStyle(box);
    return {
      width: box.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight),
      size: parseFloat(fontSize),
    };
  });

describe('<article-text-size>, beside what a stylesheet has made wide', () => {
  beforeEach(async () => {
    localStorage.clear();
    await resizeViewport(320, 640);
    document.body.style.margin = '0';
  });
  afterEach(() => {
    localStorage.clear();
    document.documentElement.dir = '';
    document.body.removeAttribute('style');
  });

  // The first test of the file: what mends has not been loaded yet.
  it('keeps the line that is read in its place, also when it makes room a moment after the press', async () => {
    const paragraph = `<p>${line.repeat(6)}</p>`;
    const [article, toggle] = await openArticle(
      `<div class="box">${line.repeat(12)}</div><pre>Lúa</pre>${paragraph.repeat(12)}`,
      '.box { min-width: 300px }',
    );
    const read = article.querySelectorAll('p')[6]!;
    await import('../../src/article-text-size/remember-place.js');
    await aTimeout(0);
    read.scrollIntoView();
    toggle.scale = 2;
    expect(article.querySelector('[data-article-text-tight]')).to.equal(null);
    expect(shownRect(read).top).to.be.closeTo(0, 3);
    await waitUntil(() => article.querySelector('[data-article-text-tight]'), 'room');
    expect(shownRect(read).top).to.be.closeTo(0, 3);
  });

  for (const [what, [rules, content]] of Object.entries({
    'a width': ['.box { width: 250px; padding: 10px }', `<div class="box"><p>${line}</p></div>`],
    'a least width': ['.box { min-width: 250px }', `<div class="box">${line}</div>`],
    'a least width above another': [
      '.box { min-width: 300px } .box div { min-width: 250px; margin: 0 10px }',
      `<div class="box"><div>${line}</div></div>`,
    ],
    'words that must not wrap': [
      '.box { white-space: nowrap; font-size: 12px }',
      `<p class="box">${line}</p>`,
    ],
    'a link that must not wrap': [
      'a { white-space: nowrap; display: inline-block; padding: 8px 20px }',
      `<p><a href="#">${line}</a></p>`,
    ],
    'the width of the window': ['.box { width: 100vw }', `<div class="box">${line}</div>`],
    'the width of the window, by margins': [
      'article { padding: 0 20px } .box { margin: 0 calc(50% - 50vw); width: 100vw }',
      `<div class="box">${line}</div>`,
    ],
    'the width of the window, by a place': [
      'article { padding: 0 20px } .box { left: 50%; margin: 0 -50vw; position: relative; right: 50%; width: 100vw }',
      `<div class="box">${line}</div>`,
    ],
    'the width of the window, by a transform': [
      'article { padding: 0 20px } .box { left: 50%; position: relative; transform: translateX(-50%); width: 100vw } [dir=rtl] .box { left: auto; right: 50%; transform: translateX(50%) }',
      `<div class="box">${line}</div>`,
    ],
    'columns of a width': [
      '.box { display: grid; grid-template-columns: 140px 140px }',
      `<div class="box"><p>${line}</p><p>${line}</p></div>`,
    ],
    'boxes in a row': [
      '.box { display: flex } .box p { flex: none; width: 140px }',
      `<div class="box"><p>${line}</p><p>${line}</p></div>`,
    ],
    'lists in lists': ['', `${'<ul><li>'.repeat(5)}${line}${'</li></ul>'.repeat(5)}`],
    'lists in lists of its own': [
      'ul, ol { padding-inline-start: 40px }',
      `${'<ul><li>'.repeat(5)}${line}${'</li></ul>'.repeat(5)}`,
    ],
    'quotes in quotes': ['', `${'<blockquote>'.repeat(3)}${line}${'</blockquote>'.repeat(3)}`],
    'words moved in': ['', `<p style="margin-inline-start: 200px">${line}</p>`],
    'words moved in by a padding': ['', `<div style="padding-inline-start: 200px"><p>${line}</p></div>`],
    'a first line moved in': ['', `<p style="text-indent: 200px">${line}</p>`],
    'a picture in lists': [
      'ul { padding-inline-start: 20px }',
      `<ul><li>${line}<ul><li>${img(270)}</li></ul></li></ul>`,
    ],
    'a caption that must not wrap': [
      'figure { margin: 0 } figcaption { white-space: nowrap; font-size: 12px }',
      `<figure>${img(280)}<figcaption>${line}</figcaption></figure>`,
    ],
  }))
    for (const dir of ['ltr', 'rtl'])
      it(`makes nothing scroll sideways, and cuts nothing off: ${what}, ${dir}`, async () => {
        document.documentElement.dir = dir;
        const [article, toggle] = await openArticle(content!, rules);
        const before = article.innerHTML;
        expect(isSideways(), 'before').to.equal(false);
        for (const scale of [1.125, 2, 1.5]) {
          toggle.scale = scale;
          await waitUntil(() => !isSideways(), `sideways at ${scale}`);
          const cut = firstWords(article).filter(({word}) => !isInSight(word));
          expect(
            cut.map(({text}) => text.data),
            `cut off at ${scale}`,
          ).to.deep.equal([]);
          for (const picture of article.querySelectorAll('img')) expect(isInSight(picture)).to.equal(true);
        }
        toggle.reset();
        expect(article.innerHTML).to.equal(before);
      });

  it('puts columns that do not fit below each other, as wide as the text', async () => {
    const columns = (dir: string) => `<div class="${dir}"><p>${line}</p><p>${line}</p></div>`;
    const [article, toggle] = await openArticle(
      columns('grid') + columns('flex'),
      '#story .grid { display: grid; grid-template-columns: 140px 140px } #story .flex { display: flex } .flex p { flex: none; width: 140px }',
    );
    await mendingIsThere();
    toggle.scale = 2;
    for (const row of article.querySelectorAll('.grid, .flex')) {
      const [first, second] = [...row.children].map(shownRect);
      expect(second!.top).to.be.at.least(first!.bottom);
      expect([first!.left, second!.left]).to.deep.equal([shownRect(row).left, shownRect(row).left]);
    }
  });

  it('lets columns scroll by themselves where the page insists on them', async () => {
    const [article, toggle] = await openArticle(
      `<div class="box" style="display: grid !important"><p>${line}</p><p>${line}</p></div>`,
      '.box { grid-template-columns: 140px 140px }',
    );
    const box = article.querySelector('.box')!;
    await mendingIsThere();
    toggle.scale = 2;
    expect(isSideways()).to.equal(false);
    expect(box.scrollWidth).to.be.above(box.clientWidth);
  });

  for (const [what, content] of Object.entries({
    'a padding': `<div style="padding: 20px 60px">${line}</div>`,
    'boxes in boxes': `<div style="padding: 2em 40px"><div style="padding: 20px 30px"><p>${line}</p></div></div>`,
    'quotes in quotes': `<blockquote>${line}<blockquote><p>${line}</p></blockquote></blockquote>`,
    'lists in lists': `${'<ul><li>'.repeat(3)}${line}${'</li></ul>'.repeat(3)}`,
  }))
    it(`leaves room for words on a phone: ${what}`, async () => {
      const [article, toggle] = await openArticle(content);
      const before = article.innerHTML;
      const least = () => Math.min(...lines(article).map(({width, size}) => width / size));
      await mendingIsThere();
      for (const scale of [1.25, 2]) {
        toggle.scale = scale;
        expect(least(), `at ${scale}`).to.be.above(4.5);
        expect(isSideways()).to.equal(false);
      }
      await resizeViewport(800, 640);
      await waitUntil(() => !article.querySelector('[data-article-text-tight]'), 'as it was, on a desk');
      toggle.reset();
      expect(article.innerHTML).to.equal(before);
    });

  it('leaves no syllable of a headline alone on its last line', async () => {
    await loadStylesheet();
    const [article, toggle] = await openArticle(
      '<article-headline><h1>Mùa gặt về trên đôi bờ Cái Sậy</h1></article-headline>',
      'h1 { font: 700 2em/1.2 serif; margin: 0 }',
    );
    const before = article.innerHTML;
    const heading = article.querySelector('h1')!;
    await mendingIsThere();
    for (const scale of [1.25, 1.5, 1.75, 2])
      for (let width = 240; width <= 320; width += 10) {
        article.style.width = `${width}px`;
        toggle.scale = 1;
        toggle.scale = scale;
        const isWell = () => linesOf(heading).at(-1)! > 1 || !pairFits(heading);
        await waitUntil(isWell, `${linesOf(heading)} at ${scale} in ${width}`);
      }
    toggle.reset();
    await drawn();
    expect(article.innerHTML).to.equal(before);
  });

  it('leaves alone what fits, what scrolls by itself, and what hides beyond an edge', async () => {
    const [article, toggle] = await openArticle(
      `<blockquote>${line}</blockquote><p class="box">${line}</p>
      <div class="slides"><b>${line}</b> <b>${line}</b></div>
      <p class="hidden">${line}</p><p class="menu">${line}</p>${img(600)}`,
      `blockquote { margin: 1em 20px } .slides { overflow-x: auto; white-space: nowrap } .hidden { margin-left: -9999px; width: 200px }
      .menu { position: fixed; left: 100%; width: 200px } .box { width: 100px } article { overflow: hidden }`,
    );
    const [slides, hidden, menu, picture] = [...article.querySelectorAll('.slides, .hidden, .menu, img')];
    toggle.scale = 1.125;
    await mendingIsThere();
    toggle.scale = 2;
    expect(article.querySelectorAll('[data-article-text-tight], [data-article-text-wide]')).to.have.length(0);
    expect(slides!.scrollWidth).to.be.above(slides!.clientWidth);
    expect(shownRect(hidden!).right).to.be.below(0);
    expect(shownRect(menu!).left).to.be.above(document.documentElement.clientWidth - 1);
    expect(shownRect(picture!).width).to.be.closeTo(600, 1);
  });

  it('looks again when the screen is turned, and on a page that opens with large text', async () => {
    await resizeViewport(640, 320);
    localStorage.setItem('article-text-size', '2');
    const [article] = await openArticle(`<div class="box">${line}</div>`, '.box { min-width: 250px }');
    expect(article.querySelector('[data-article-text-tight]')).to.equal(null);
    await resizeViewport(320, 640);
    await waitUntil(() => !isSideways(), 'sideways');
    expect(article.querySelector('[data-article-text-tight]')).to.equal(article.querySelector('.box'));
    await resizeViewport(640, 320);
    await waitUntil(() => !article.querySelector('[data-article-text-tight]'), 'as wide as it was');
  });
});
