import {expect, fixture, html} from '@open-wc/testing';
import {legacyArticle} from './support/legacy-article.js';
import {waitUntil} from './support/wait-until.js';

const key = 'article-text-size';

/** Only the script can tell Firefox, while text is zoomed, that monospace text without a size of its own is smaller. */
const monospace = '<style>.legacy :is(pre, code, kbd, samp, tt) { font-size: 14px }</style>';

/** A page of its own, as the README has it, whose modules have not come yet; wide, for only they can tell which table is too wide. */
async function openPage({
  first = '',
  script = '',
  target = '',
  body = `<article class="legacy" ${target}><article-headline><h1>Mùa gặt</h1>
    <article-text-size slot="tools"></article-text-size></article-headline>${legacyArticle}</article>
    ${monospace}
    <article id="other"><p>Tin khác</p></article>`,
}: {first?: string; script?: string; target?: string; body?: string} = {}): Promise<Document> {
  const frame = (await fixture(
    html`<iframe title="page" width="800" height="400"></iframe>`,
  )) as HTMLIFrameElement;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  frame.srcdoc = `<!doctype html><html lang="vi"><head><meta charset="utf-8">${first}
    <script src="/src/article-text-size/restore.ts" ${script}></script>
    <link rel="stylesheet" href="/src/article-widgets.css"></head>
    <body>${body}</body></html>`;
  await loaded;
  return frame.contentDocument!;
}

const register = async (page: Document) => {
  const script = page.createElement('script');
  script.type = 'module';
  script.src = '/src/article-text-size/article-text-size.ts';
  page.head.append(script);
  await waitUntil(() => page.querySelector('article-text-size:defined')?.shadowRoot?.firstElementChild);
};

/** Where every element of the story stands: its own pixels will do, both states being zoomed alike. */
const boxes = (page: Document) =>
  [...page.querySelectorAll('article :not(article-text-size, style)')].map((element) => {
    const {x, y, width, height} = element.getBoundingClientRect();
    return [element.localName, x, y, width, height].join(' ');
  });

/** The ratio at which each paragraph is shown; its parents' zoom multiplies its own. */
const ratios = (page: Document) =>
  [...page.querySelectorAll('p')].map((text) => {
    let ratio = 1;
    for (let from: Element | null = text; from; from = from.parentElement) ratio *= zoomOf(from);
    return ratio;
  });

const zoomOf = (element: Element | null) =>
  Number(element!.ownerDocument.defaultView!.getComputedStyle(element!).zoom);

describe('text-size-restore.js', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  for (const size of ['0.875', '1.5', '2'])
    it(`shows the text at ${size} before the element is there, just as the element does then`, async () => {
      localStorage.setItem(key, size);
      const page = await openPage();
      expect(zoomOf(page.querySelector('article > p'))).to.equal(Number(size));
      expect(zoomOf(page.querySelector('#other p'))).to.equal(1);
      const before = boxes(page);
      expect(before.length).to.be.above(80);
      await register(page);
      expect(page.querySelector('article')!.style.getPropertyValue('--article-text-scale')).to.equal(size);
      expect(boxes(page)).to.deep.equal(before);
    });

  const toggle = '<article-text-size></article-text-size>';
  for (const [what, body, scaled] of [
    [
      'the page’s main part',
      `${toggle}<main><p>Lúa</p><article><p>Lúa</p></article></main><p>Lúa</p>`,
      [2, 2, 1],
    ],
    ['the whole page', `${toggle}<p>Lúa</p><div><p>Lúa</p></div>`, [2, 2]],
    [
      'the main part once, also where an article in it has a toggle',
      `${toggle}<main><p>Lúa</p><article>${toggle}<p>Lúa</p><img width="40" height="30" alt=""></article></main>`,
      [2, 2],
    ],
    [
      'only what the page names',
      `<article-text-size for="text"></article-text-size><main><p>Lúa</p><div id="text" data-article-text><p>Lúa</p></div></main>`,
      [1, 2],
    ],
    [
      'an article, and not the page around',
      `<main><p>Lúa</p><article>${toggle}<p>Lúa</p></article></main>`,
      [1, 2],
    ],
  ] as const)
    it(`shows ${what} as the element does then`, async () => {
      localStorage.setItem(key, '2');
      const page = await openPage({body});
      const shown = () =>
        [...page.querySelectorAll('body :not(article-text-size)')].map((element) => {
          const {x, y, width, height} = element.getBoundingClientRect();
          return [element.localName, x, y, width, height].join(' ');
        });
      const before = shown();
      expect(ratios(page)).to.deep.equal(scaled);
      await register(page);
      expect(ratios(page)).to.deep.equal(scaled);
      expect(shown()).to.deep.equal(before);
    });

  it('leaves no trace of the old size once the reader has chosen another', async () => {
    localStorage.setItem(key, '1.5');
    const page = await openPage();
    await register(page);
    page.querySelector('article-text-size')!.reset();
    expect(zoomOf(page.querySelector('article > p'))).to.equal(1);
    const style = page.defaultView!.getComputedStyle(page.querySelector('article')!);
    expect(style.getPropertyValue('--article-text-scale')).to.equal('');
  });

  it('takes nonsense in storage for nothing', async () => {
    for (const value of ['big', '', '-1', '1e9', '{"scale":2}', '2}*{display:none']) {
      localStorage.setItem(key, value);
      const page = await openPage();
      expect(zoomOf(page.querySelector('article > p')), value).to.equal(1);
      expect(page.documentElement.hasAttribute('style'), value).to.equal(false);
    }
  });

  it('does no harm where storage is blocked', async () => {
    const page = await openPage({
      first: `<script>
        var errors = [];
        addEventListener('error', ({message}) => errors.push(message));
        Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }});
      </script>`,
    });
    expect(() => page.defaultView!.localStorage).to.throw();
    await register(page);
    const toggle = page.querySelector('article-text-size')!;
    toggle.increase();
    expect([toggle.scale, zoomOf(page.querySelector('article > p'))]).to.deep.equal([1.125, 1.125]);
    expect((page.defaultView as Window & {errors?: string[]}).errors).to.deep.equal([]);
  });

  it('reads the key of the page, and scales the text that the page names', async () => {
    localStorage.setItem('mine', '1.25');
    const page = await openPage({script: 'data-key="mine"', target: 'data-article-text'});
    expect(zoomOf(page.querySelector('article > p'))).to.equal(1.25);
    localStorage.clear();
    localStorage.setItem(key, '1.5');
    expect(zoomOf((await openPage({script: 'data-key="mine"'})).querySelector('article > p'))).to.equal(1);
  });
});
