import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/article-text-size/article-text-size.js';
import type {ArticleTextSize} from '../../src/article-text-size/article-text-size.js';
import {legacyArticle, wordsInBoxes} from './support/legacy-article.js';
import {loadStylesheet} from './support/stylesheet.js';
import {mendingIsThere} from './support/mending.js';
import {firstWords, shownRect, shownWidth} from './support/shown-rect.js';
import {resizeViewport} from './support/viewport.js';

const scales = [0.875, 1.125, 1.25, 1.5, 1.75, 2];
const media = 'img, video, iframe, embed, canvas, svg, audio, object';

async function openArticle(
  content = legacyArticle + wordsInBoxes,
  styles = '',
): Promise<[HTMLElement, ArticleTextSize]> {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  page.setHTMLUnsafe(
    `<article class="legacy" style="${styles}">${content}</article><article-text-size></article-text-size>`,
  );
  const article = page.querySelector('article')!;
  article.id = 'story';
  const toggle = page.querySelector('article-text-size')!;
  toggle.for = 'story';
  await toggle.updateComplete;
  return [article, toggle];
}

/** How wide the first word of each text is. */
const widths = (article: Element) => firstWords(article).map(({word}) => shownWidth(word));

const smallest = 'currentCSSZoom' in Element.prototype ? 0 : 9;

/** How wide a word is in its own font, set to a scaled size: small letters are rounded to pixels, so width is no measure. */
function widthInSize({text, word}: {text: Text; word: Range}, scale: number): number {
  const own = getComputedStyle(text.parentElement!);
  const copy = document.createElement('span');
  copy.textContent = word.toString();
  for (const name of ['font-family', 'font-style', 'font-weight', 'text-rendering'])
    copy.style.setProperty(name, own.getPropertyValue(name));
  // Safari draws no letters below 9 pixels that were not asked for as such.
  copy.style.fontSize = `${Math.max(smallest, parseFloat(own.fontSize) * scale)}px`;
  document.body.append(copy);
  const {width} = copy.getBoundingClientRect();
  copy.remove();
  return width;
}

const sizes = (article: Element) =>
  [...article.querySelectorAll(media)].map((element) => {
    const {width, height} = shownRect(element);
    return [element.localName, Math.round(width), Math.round(height)].join(' ');
  });

describe('<article-text-size> over the markup of old editors', () => {
  before(mendingIsThere);
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('scales every text by the same ratio within 1 %', async () => {
    const [article, toggle] = await openArticle();
    const before = widths(article);
    expect(before.length).to.be.above(60);
    const wanted = scales.map((scale) => firstWords(article).map((words) => widthInSize(words, scale)));
    scales.forEach((scale, step) => {
      toggle.scale = scale;
      const uneven = widths(article)
        .map((width, index) => width / wanted[step]![index]!)
        .flatMap((ratio, index) => (Math.abs(ratio - 1) < 0.01 ? [] : [describeText(article, index, ratio)]));
      expect(uneven, `at ${scale}`).to.deep.equal([]);
    });
    toggle.reset();
    expect(widths(article)).to.deep.equal(before);
  });

  it('keeps the size of every picture, video, frame and embed', async () => {
    const [article, toggle] = await openArticle();
    const before = sizes(article);
    expect(before.length).to.be.above(12);
    for (const scale of scales) {
      toggle.scale = scale;
      expect(sizes(article), `at ${scale}`).to.deep.equal(before);
    }
  });

  for (const styles of [
    'max-width: 300px; padding: 10px 24px; border: 3px solid',
    'width: 60%; margin: 0 5% 0 2em; padding-left: 2rem',
    'max-width: 40ch; margin: auto',
    'box-sizing: border-box; width: 20rem; padding: 1em',
  ]) {
    it(`keeps the column and its lines as wide as they were: ${styles}`, async () => {
      const [article, toggle] = await openArticle('<p>Lúa</p><div>Lúa</div>', styles);
      const boxes = () =>
        [article, ...article.children].map((element) => {
          const {left, width} = shownRect(element);
          return [left, width];
        });
      const before = boxes();
      for (const scale of scales) {
        toggle.scale = scale;
        boxes().forEach(([left, width], index) => {
          expect(left).to.be.closeTo(before[index]![0]!, 0.5);
          expect(width).to.be.closeTo(before[index]![1]!, 0.5);
        });
      }
    });
  }

  it('scales words that stand in the article itself', async () => {
    const [article, toggle] = await openArticle(
      'Lúa-đông-xuân-chín-vàng <b style="font-size: 12px">Lúa-đông-xuân-chín-vàng</b><br>Ruộng-đồng-mênh-mông<img alt="" width="40" height="30">',
      'max-width: 400px; padding: 0 20px; text-rendering: geometricPrecision',
    );
    const before = article.innerHTML;
    const column = shownRect(article).width;
    const wanted = scales.map((scale) => firstWords(article).map((words) => widthInSize(words, scale)));
    scales.forEach((scale, step) => {
      toggle.scale = scale;
      widths(article).forEach((width, index) => expect(width / wanted[step]![index]!).to.be.closeTo(1, 0.01));
      expect(sizes(article)).to.deep.equal(['img 40 30']);
      expect(shownRect(article).width).to.be.closeTo(column, 0.5);
    });
    toggle.reset();
    expect(article.innerHTML).to.equal(before);
  });

  it('makes nothing scroll sideways on a screen of 320 pixels', async () => {
    await resizeViewport(320, 640);
    await loadStylesheet();
    const long = 'Nghiêng'.repeat(8);
    const [, toggle] = await openArticle(
      `<h1>${long}</h1><p>https://example.com/${'a'.repeat(60)} ${long}</p>
      <pre>if (water.salinity > limit) { close(gate); }</pre><p><code>${long}</code></p>
      <table><tr><th>${long}</th><td>1.234.567</td><td>2021-2022</td><td>Năng suất</td></tr></table>
      <figure style="width: 280px; margin: 0"><img alt="" width="280" height="90"><figcaption>Chú thích</figcaption></figure>
      <iframe title="" width="280" height="100"></iframe>
      <ul><li><ul><li><ul><li>${long}</li></ul></li></ul></li></ul><blockquote><blockquote>${long}</blockquote></blockquote>`,
    );
    toggle.scale = 2;
    await nextFrame();
    const {scrollWidth, clientWidth} = document.documentElement;
    expect(scrollWidth).to.equal(clientWidth);
    expect(innerWidth).to.equal(320);
  });
});

describe('<article-text-size> on a screen of 320 pixels', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  const line = 'Một dòng chữ không xuống hàng';
  const img = '<img alt="" width="280" height="90">';
  for (const [what, content] of Object.entries({
    'a box of words with a width': `<div style="width: 280px; padding: 8px">${line}</div>`,
    'a box with a least width': `<div style="min-width: 280px">${line}</div>`,
    'a caption box of WordPress': `<div class="wp-caption" style="width: 280px">${img}<p>${line}</p></div>`,
    'such a box with a link': `<div class="wp-caption" style="width: 280px"><a>${img}</a><p>${line}</p></div>`,
    'a frame as large as its box': `<div style="width: 280px; height: 150px"><iframe width="100%" height="100%" title=""></iframe></div>`,
    'a frame that keeps its shape': `<div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden"><iframe style="position: absolute; top: 0; left: 0; width: 100%; height: 100%" title=""></iframe></div>`,
    'an embed of Facebook': `<div class="fb-post"><span style="vertical-align: bottom; width: 280px; height: 200px; display: inline-block"><iframe style="width: 280px; height: 200px" title=""></iframe></span></div>`,
    'an embed of WordPress': `<figure class="wp-block-embed"><div><iframe width="200" height="158" title=""></iframe></div></figure>`,
    'a figure with the browser’s margins': `<figure><img alt="" width="200" height="90"><figcaption>${line}</figcaption></figure>`,
    'a figure whose class has a width': `<figure class="w">${img}<figcaption>${line}</figcaption></figure>`,
    'words that must not wrap': `<p><nobr>${line}</nobr> <span style="white-space: nowrap">${line}</span></p>`,
    'cells that must not wrap': `<table><tr><td nowrap>${line}</td></tr></table>`,
    'a rule with a width': '<hr width="280">',
    'fields and buttons': `<form><input size="25"><textarea cols="30"></textarea><select><option>${line}</select><button>${line}</button></form>`,
    'a table with a width': `<table style="width: 280px"><tr><td>${line}</td></tr></table>`,
    'a table too wide in a box': `<div><table style="min-width: 250px"><tr><td>${'a'.repeat(20)}</td><td>${'b'.repeat(20)}</td></tr></table></div>`,
  })) {
    it(`makes nothing scroll sideways and keeps media as they were: ${what}`, async () => {
      await resizeViewport(320, 640);
      const [article, toggle] = await openArticle(
        `<style>.w { width: 280px; margin: 0 } .legacy :is(img, video, iframe) { max-width: 100% }</style>${content}`,
      );
      const before = sizes(article);
      for (const scale of [1.125, 2]) {
        toggle.scale = scale;
        await nextFrame();
        const {scrollWidth, clientWidth} = document.documentElement;
        expect(scrollWidth, `at ${scale}`).to.equal(clientWidth);
        expect(sizes(article), `at ${scale}`).to.deep.equal(before);
      }
    });
  }

  it('leaves a table that fits a table, and lets one that does not scroll by itself', async () => {
    await resizeViewport(375, 640);
    const [article, toggle] = await openArticle(
      `<table class="fits" style="width: 100%"><tr><th>Vụ</th><td>2021</td><td>Tấn</td></tr></table>
      <table class="wide"><tr>${'<td>Đồngbằngsông</td>'.repeat(3)}</tr></table>`,
    );
    const [fits, wide] = article.querySelectorAll('table');
    const row = () => shownRect(fits!.rows[0]!).width;
    const usual = row();
    const before = article.innerHTML;
    for (const scale of [0.875, 1.125, 2]) {
      toggle.scale = scale;
      expect(row(), `at ${scale}`).to.be.closeTo(usual, 8 * scale);
      expect(shownRect(wide!).width, `at ${scale}`).to.be.at.most(shownRect(article).width + 0.5);
    }
    expect(wide!.scrollWidth).to.be.above(wide!.clientWidth);
    toggle.reset();
    expect(article.innerHTML).to.equal(before);
  });

  it('looks again which tables fit when the screen is turned', async () => {
    await resizeViewport(640, 375);
    const [article, toggle] = await openArticle(`<table><tr>${'<td>Đồngbằng</td>'.repeat(3)}</tr></table>`);
    const table = article.querySelector('table')!;
    toggle.scale = 1.5;
    expect(getComputedStyle(table).display).to.equal('table');
    await resizeViewport(320, 640);
    await nextFrame();
    expect(getComputedStyle(table).display).to.equal('block');
    expect(document.documentElement.scrollWidth).to.equal(320);
  });
});

function describeText(article: Element, index: number, ratio: number): string {
  return `${firstWords(article)[index]!.text.parentElement!.outerHTML.slice(0, 60)}: ${ratio.toFixed(3)}`;
}
