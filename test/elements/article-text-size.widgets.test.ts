import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/article-byline/article-byline.js';
import '../../src/article-headline/article-headline.js';
import '../../src/article-photo/article-photo.js';
import '../../src/article-text-size/article-text-size.js';
import type {ArticleTextSize} from '../../src/article-text-size/article-text-size.js';
import {firstWords, shownRect, shownWidth} from './support/shown-rect.js';
import {waitUntil} from './support/wait-until.js';

/* The other widgets of an article whose text is scaled: words grow, pictures and buttons keep their size. */

const scales = [0.875, 1, 1.125, 1.25, 1.5, 1.75, 2];
const picture =
  "data:image/svg+xml,<svg%20xmlns='http://www.w3.org/2000/svg'%20width='160'%20height='90'><rect%20width='999'%20height='999'%20fill='green'/></svg>";

async function openArticle(): Promise<[HTMLElement, ArticleTextSize]> {
  const link = Object.assign(document.createElement('link'), {rel: 'stylesheet'});
  link.href = new URL('../../src/article-widgets.css', import.meta.url).href;
  const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
  const article = await fixture<HTMLElement>(html`
    <article lang="vi" style="width: 600px; font: 16px/1.5 serif; text-rendering: geometricPrecision">
      <article-headline published="2024-03-29T11:12:24+07:00">
        <h1>Mùa gặt về</h1>
        <article-text-size slot="tools" resettable></article-text-size>
      </article-headline>
      <p>Cuối tháng ba, nước mặn đã ngấp nghé ngoài cửa sông.</p>
      <article-photo
        zoomable
        src=${picture}
        alt="Ruộng lúa"
        width="160"
        height="90"
        caption="Gặtlúatrênđồng"
        credit="Ảnh:VănA"
      ></article-photo>
      <article-photo>
        <img src=${picture} alt="Cống" width="160" height="90" />
        <span slot="caption">Cốngngănmặn</span>
      </article-photo>
      <article-photo caption="Haigiốnglúa">
        <img src=${picture} alt="ST25" width="160" height="90" />
        <img src=${picture} alt="Đài Thơm" width="160" height="90" />
      </article-photo>
      <article-byline
        authors='[{"name": "NhãPhương", "image": "${picture.replaceAll("'", '%27')}"}]'
      ></article-byline>
    </article>
  `);
  article.prepend(link);
  await loaded;
  const all = [...article.querySelectorAll('article-photo, article-byline')];
  await waitUntil(() => all[0]!.shadowRoot!.querySelector('[part=zoom-button]'));
  await waitUntil(() => all.at(-1)!.shadowRoot!.querySelector('img')?.complete);
  await nextFrame();
  return [article, article.querySelector('article-text-size')!];
}

/** Everything below, in shadow roots too. */
const inside = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...inside(element.shadowRoot)] : [element],
  );

const kept = (article: Element) =>
  inside(article)
    .filter(({localName}) => /^(img|button)$/.test(localName))
    .map((element) => {
      const {width, height} = shownRect(element);
      return [
        element.getAttribute('part') ?? element.getAttribute('alt'),
        Math.round(width),
        Math.round(height),
      ];
    });

describe('<article-text-size> over the other widgets', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    localStorage.clear();
    document.body.style.cssText = '';
  });

  it('leaves pictures, portraits and buttons as large as they are, at every scale', async () => {
    const [article, toggle] = await openArticle();
    const before = kept(article);
    expect(before.map(([name]) => name)).to.include.members([
      'image',
      'Cống',
      'ST25',
      'zoom-button',
      'button larger',
    ]);
    for (const scale of scales) {
      toggle.scale = scale;
      await nextFrame();
      await nextFrame();
      kept(article).forEach(([name, width, height], at) => {
        expect(width, `${name} at ${scale}`).to.be.closeTo(before[at]![1] as number, 2);
        expect(height, `${name} at ${scale}`).to.be.closeTo(before[at]![2] as number, 2);
      });
    }
  });

  // Small letters are rounded to pixels in Safari; article-text-size.legacy.test.ts looks closer.
  it('scales their words with the others', async () => {
    const [article, toggle] = await openArticle();
    const words = () =>
      inside(article)
        .filter((element) => element.shadowRoot && element.localName !== 'article-text-size')
        .flatMap(({shadowRoot}) => firstWords(shadowRoot as unknown as Element))
        .concat(firstWords(article))
        .filter(({word}) => word.toString().length > 7);
    const widths = () => words().map(({word}) => shownWidth(word));
    const before = widths();
    expect(words().map(({word}) => word.toString())).to.include.members(['Gặtlúatrênđồng', 'Cốngngănmặn']);
    for (const scale of [1.5, 2]) {
      toggle.scale = scale;
      await nextFrame();
      await nextFrame();
      widths().forEach((width, at) => {
        expect(width / before[at]! / scale, words()[at]!.word.toString()).to.be.closeTo(1, 0.06);
      });
    }
  });

  it('has buttons of 24 pixels and more, dimmed at the ends and yet in reach', async () => {
    const [article, toggle] = await openArticle();
    const buttons = [...toggle.shadowRoot!.querySelectorAll('button')];
    expect(buttons).to.have.length(3);
    for (const scale of [0.875, 2, 1]) {
      toggle.scale = scale;
      await nextFrame();
      await nextFrame();
      for (const button of buttons) {
        const {width, height} = shownRect(button);
        expect(Math.min(width, height), `${button.part} at ${scale}`).to.be.at.least(23.9);
        const atEnd = button.ariaDisabled === 'true';
        expect(Number(getComputedStyle(button).opacity) < 1, `${button.part} looks it at ${scale}`).to.equal(
          atEnd,
        );
        button.focus();
        expect(toggle.shadowRoot!.activeElement).to.equal(button);
      }
      expect(buttons.some(({ariaDisabled}) => ariaDisabled === 'true')).to.equal(true);
    }
    expect(article.isConnected).to.equal(true);
  });

  it('shows the large photo in the whole window, whatever the size of the text', async () => {
    const [article, toggle] = await openArticle();
    for (const scale of [1, 2]) {
      toggle.scale = scale;
      await nextFrame();
      const {shadowRoot} = article.querySelector('article-photo')!;
      shadowRoot!.querySelector<HTMLElement>('[part=zoom-button]')!.click();
      await waitUntil(() => shadowRoot!.querySelector('dialog')?.open, 'no dialog');
      await nextFrame();
      const dialog = shadowRoot!.querySelector('dialog')!;
      const {width, height} = shownRect(dialog);
      expect(width, `at ${scale}`).to.be.within(innerWidth - 20, innerWidth); // a scroll bar takes its part
      expect(height, `at ${scale}`).to.be.closeTo(innerHeight, 1);
      const close = shownRect(dialog.querySelector('[part=close-button]')!);
      expect(close.left >= 0 && close.top >= 0 && close.right <= innerWidth + 1, `at ${scale}`).to.equal(
        true,
      );
      dialog.close();
    }
  });

  for (const dir of ['ltr', 'rtl']) {
    for (const colours of ['color: #222; background: #fff', 'color: #eee; background: #111']) {
      it(`has nothing that axe finds at any scale, ${dir}, ${colours}`, async () => {
        const [article, toggle] = await openArticle();
        article.dir = dir;
        document.body.style.cssText = colours; // Safari's places of what is zoomed are not those that axe looks at
        for (const scale of scales) {
          toggle.scale = scale;
          await nextFrame();
          await nextFrame();
          await expect(article).to.be.accessible();
        }
      });
    }
  }
});
