import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/article-text-size/article-text-size.js';
import type {
  ArticleTextSize,
  ArticleTextSizeChangeEvent,
} from '../../src/article-text-size/article-text-size.js';
import {isReadAs} from './support/accessibility.js';
import {firstWords, shownRect, shownWidth} from './support/shown-rect.js';
import {shownText} from './support/shown-text.js';
import {captureWarnings} from './support/warnings.js';
import {waitUntil} from './support/wait-until.js';

const key = 'article-text-size';
const button = (el: Element, part: string) =>
  el.shadowRoot!.querySelector<HTMLButtonElement>(`[part~='${part}']`)!;

const wordWidth = (text: Element) => shownWidth(firstWords(text)[0]!.word);

const article = async () => {
  const page = await fixture<HTMLElement>(html`
    <div>
      <article lang="vi">
        <article-text-size></article-text-size>
        <p class="px">Lúa-đông-xuân</p>
        <p class="rem">Lúa-đông-xuân</p>
        <p class="inline">Lúa-đông-xuân</p>
        <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="" width="40" height="40" />
      </article>
    </div>
  `);
  return page.querySelector('article')!;
};

describe('<article-text-size>', () => {
  const warnings = captureWarnings();
  const forget = () => localStorage.clear();
  beforeEach(forget);
  afterEach(forget);

  it('is accessible: two named buttons that read A A', async () => {
    const el = (await article()).querySelector('article-text-size')!;
    await expect(el).to.be.accessible();
    expect(shownText(el)).to.equal('A A');
    expect(button(el, 'smaller').ariaLabel).to.equal('A: chữ nhỏ hơn');
    expect(button(el, 'larger').ariaLabel).to.equal('A: chữ lớn hơn');
    const {width, height} = button(el, 'smaller').getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });

  for (const [lang, group, ...names] of [
    ['vi', 'Cỡ chữ', 'A: chữ nhỏ hơn', 'A: cỡ chữ thường', 'A: chữ lớn hơn'],
    ['en', 'Text size', 'A: smaller text', 'A: usual text size', 'A: larger text'],
  ] as const) {
    it(`says what it does to a screen reader: ${lang}`, async () => {
      const page = await article();
      page.lang = lang;
      const el = page.querySelector('article-text-size')!;
      el.resettable = true;
      await el.updateComplete;
      for (const [at, name] of names.entries()) {
        const one = el.shadowRoot!.querySelectorAll('button')[at]!;
        await waitUntil(() => isReadAs(one, name, 'button'), name);
      }
      await waitUntil(() => isReadAs(el.shadowRoot!.querySelector('[role=group]')!, group, 'group'), group);
    });
  }

  it('makes text of every unit larger by one ratio, and leaves pictures as they are', async () => {
    const page = await article();
    page.querySelector<HTMLElement>('.px')!.style.fontSize = '14px';
    page.querySelector<HTMLElement>('.rem')!.style.fontSize = '1.25rem';
    page.querySelector<HTMLElement>('.inline')!.style.fontSize = '110%';
    const texts = [...page.querySelectorAll('p')];
    const before = texts.map((text) => wordWidth(text));
    const picture = page.querySelector('img')!;
    const {width} = shownRect(picture);
    page.querySelector('article-text-size')!.scale = 1.5;
    texts.forEach((text, index) => expect(wordWidth(text) / before[index]!).to.be.closeTo(1.5, 0.08));
    expect(shownRect(picture).width).to.be.closeTo(width, 0.5);
    expect(page.style.getPropertyValue('--article-text-scale')).to.equal('1.5');
  });

  it('scales once what several toggles have as their text', async () => {
    const page = await fixture<HTMLElement>(
      html`<main>
        <article-text-size></article-text-size>
        <article>
          <article-text-size></article-text-size>
          <p>Lúa-đông-xuân</p>
          <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="" width="40" height="30" />
          <article>
            <article-text-size storage-key="other"></article-text-size>
            <p>Lúa-đông-xuân</p>
            <figure><img alt="" width="20" height="10" /></figure>
          </article>
        </article>
      </main>`,
    );
    const texts = [...page.querySelectorAll('p')];
    const before = texts.map(wordWidth);
    const [first, , inner] = page.querySelectorAll('article-text-size');
    const buttonBefore = shownRect(inner!);
    first!.scale = 1.5;
    inner!.scale = 2;
    texts.forEach((text, index) => expect(wordWidth(text) / before[index]!).to.be.closeTo(1.5, 0.08));
    const pictures = [...page.querySelectorAll('img')].map((picture) => Math.round(shownRect(picture).width));
    expect(pictures).to.deep.equal([40, 20]);
    expect(shownRect(inner!).width).to.be.closeTo(buttonBefore.width, 0.1);
    first!.reset();
    inner!.reset();
  });

  it('keeps its targets 24 pixels large where the page has made its rem small', async () => {
    document.documentElement.style.fontSize = '62.5%';
    try {
      const el = (await article()).querySelector('article-text-size')!;
      for (const part of ['smaller', 'larger']) {
        const {width, height} = button(el, part).getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(24);
      }
    } finally {
      document.documentElement.removeAttribute('style');
    }
  });

  it('has a third button to go back, where the page asks for it', async () => {
    const el = (await article()).querySelector('article-text-size')!;
    el.resettable = true;
    await el.updateComplete;
    await expect(el).to.be.accessible();
    expect(shownText(el)).to.equal('A A A');
    const names = [...el.shadowRoot!.querySelectorAll('button')].map(({ariaLabel}) => ariaLabel);
    expect(names).to.deep.equal(['A: chữ nhỏ hơn', 'A: cỡ chữ thường', 'A: chữ lớn hơn']);
    expect(button(el, 'reset').getAttribute('aria-disabled')).to.equal('true');
    el.scale = 1.5;
    await el.updateComplete;
    expect(button(el, 'reset').getAttribute('aria-disabled')).to.equal('false');
    button(el, 'reset').click();
    await el.updateComplete;
    expect(el.scale).to.equal(1);
    expect(localStorage.getItem(key)).to.equal(null);
    expect(button(el, 'reset').getAttribute('aria-disabled')).to.equal('true');
  });

  it('keeps the width of a column that has a limit', async () => {
    const page = await article();
    page.style.maxWidth = '300px';
    page.querySelector('article-text-size')!.scale = 1.5;
    expect(shownRect(page).width).to.be.closeTo(300, 1);
  });

  it('leaves nothing on the target at scale 1', async () => {
    const page = await article();
    const before = page.cloneNode(false) as Element;
    const el = page.querySelector('article-text-size')!;
    el.increase();
    el.reset();
    expect(page.cloneNode(false).isEqualNode(before)).to.equal(true);
    expect(localStorage.getItem(key)).to.equal(null);
  });

  it('steps by keyboard and says so in an event; at the end the button stays in reach', async () => {
    const el = (await article()).querySelector('article-text-size')!;
    button(el, 'larger').focus();
    const changed = oneEvent(el, 'article-text-size-change');
    await sendKeys({press: 'Enter'});
    expect(((await changed) as unknown as ArticleTextSizeChangeEvent).scale).to.equal(1.125);
    for (let step = 0; step < 9; step++) await sendKeys({press: ' '});
    await el.updateComplete;
    expect(el.scale).to.equal(2);
    expect(button(el, 'larger').getAttribute('aria-disabled')).to.equal('true');
    expect(el.shadowRoot!.activeElement).to.equal(button(el, 'larger'));
    el.scale = 0;
    await el.updateComplete;
    expect(el.scale).to.equal(0.875);
    expect(button(el, 'smaller').getAttribute('aria-disabled')).to.equal('true');
  });

  it('remembers the size, and keeps several toggles in step', async () => {
    (await article()).querySelector('article-text-size')!.increase();
    expect(localStorage.getItem(key)).to.equal('1.125');
    const page = await fixture(
      html`<div><article-text-size></article-text-size><article-text-size></article-text-size></div>`,
    );
    const [first, second] = page.querySelectorAll('article-text-size');
    expect(first!.scale).to.equal(1.125);
    second!.increase();
    expect(first!.scale).to.equal(1.25);
    first!.reset();
  });

  it('follows another tab', async () => {
    const el = (await article()).querySelector('article-text-size')!;
    localStorage.setItem(key, '1.5');
    dispatchEvent(new StorageEvent('storage', {key, newValue: '1.5'}));
    expect(el.scale).to.equal(1.5);
  });

  it('follows another frame of the site', async () => {
    const el = (await article()).querySelector('article-text-size')!;
    const frame = (await fixture(html`<iframe title="another frame"></iframe>`)) as HTMLIFrameElement;
    const told = oneEvent(window, 'storage');
    frame.contentWindow!.localStorage.setItem(key, '1.75');
    await told;
    expect(el.scale).to.equal(1.75);
    const toldAgain = oneEvent(window, 'storage');
    frame.contentWindow!.localStorage.clear();
    await toldAgain;
    expect(el.scale).to.equal(1);
  });

  it('is up to date when the page comes back out of the cache, where no storage event reaches it', async () => {
    const el = (await article()).querySelector('article-text-size')!;
    localStorage.setItem(key, '1.25');
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    expect(el.scale).to.equal(1.25);
  });

  for (const [what, methods] of [
    ['blocked', ['getItem', 'setItem', 'removeItem']],
    ['full', ['setItem']],
  ] as const) {
    it(`works on this page while storage is ${what}`, async () => {
      localStorage.setItem(key, '0.875');
      const own = Object.getOwnPropertyDescriptors(Storage.prototype);
      const value = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
      for (const name of methods) Object.defineProperty(Storage.prototype, name, {value, configurable: true});
      try {
        (await article()).querySelector('article-text-size')!.scale = 1.5;
        const el = (await article()).querySelector('article-text-size')!;
        expect(el.scale).to.equal(1.5);
        el.reset();
        expect((await article()).querySelector('article-text-size')!.scale).to.equal(1);
      } finally {
        Object.defineProperties(Storage.prototype, own);
        localStorage.clear();
        (await article()).querySelector('article-text-size')!.reset();
      }
    });
  }

  it('stays where it is and as large as it is while text grows beside it', async () => {
    const page = await article();
    const el = page.querySelector('article-text-size')!;
    const before = shownRect(el);
    el.scale = 2;
    expect(shownRect(el)).to.deep.equal(before);
  });

  it('takes nonsense in storage for nothing, and forgets it', async () => {
    for (const value of ['big', '', '-1', '1e9', '1.13', '{"scale":2}']) {
      localStorage.setItem(key, value);
      expect((await article()).querySelector('article-text-size')!.scale).to.equal(1);
      // Kept, text-size-restore.js would show it before the first paint of every page.
      expect(localStorage.getItem(key), value).to.equal(null);
    }
  });

  it('scales the element named by `for`', async () => {
    const page = await fixture(
      html`<div>
        <p id="story-text">Lúa</p>
        <article-text-size for="story-text"></article-text-size>
      </div>`,
    );
    const el = page.querySelector('article-text-size')!;
    el.increase();
    expect(page.querySelector('p')!.style.getPropertyValue('--article-text-scale')).to.equal('1.125');
    el.reset();
  });

  it('takes steps of its own, and the usual ones for nonsense', async () => {
    const el = await fixture<ArticleTextSize>(html`<article-text-size scales="1 1.4"></article-text-size>`);
    el.increase();
    expect(el.scale).to.equal(1.4);
    el.reset();
    el.scales = 'large huge';
    await el.updateComplete;
    el.increase();
    expect(el.scale).to.equal(1.125);
    el.reset();
    expect(warnings.taken().filter((text) => text.includes('scales="large huge"'))).to.have.lengthOf(1);
  });
});
