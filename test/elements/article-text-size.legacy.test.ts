import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/article-text-size/article-text-size.js';
import type {ArticleTextSize} from '../../src/article-text-size/article-text-size.js';
import {legacyArticle} from './support/legacy-article.js';
import {firstWords, shownRect, shownWidth} from './support/shown-rect.js';
import {resizeViewport} from './support/viewport.js';

const scales = [0.875, 1.125, 1.25, 1.5, 1.75, 2];
const media = 'img, video, iframe, canvas, svg, audio, object';

async function openArticle(content = legacyArticle, styles = ''): Promise<[HTMLElement, ArticleTextSize]> {
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

/** The stylesheet that the README asks pages to load. */
async function loadStylesheet(): Promise<void> {
  const link = Object.assign(document.createElement('link'), {
    rel: 'stylesheet',
    href: '/src/article-widgets.css',
  });
  const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
  document.head.append(link);
  await loaded;
}

function describeText(article: Element, index: number, ratio: number): string {
  return `${firstWords(article)[index]!.text.parentElement!.outerHTML.slice(0, 60)}: ${ratio.toFixed(3)}`;
}
