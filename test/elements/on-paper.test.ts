import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/article-comments/article-comments.js';
import '../../src/article-photo/article-photo.js';
import '../../src/article-text-size/article-text-size.js';
import type {ArticleComments} from '../../src/article-comments/article-comments.js';
import {comments, fakeSource} from './support/comments.js';
import {onPaper, withoutMotion} from './support/media.js';
import {waitUntil} from './support/wait-until.js';

const green =
  "data:image/svg+xml,<svg%20xmlns='http://www.w3.org/2000/svg'%20width='160'%20height='90'><rect%20width='999'%20height='999'%20fill='green'/></svg>";

const twoPhotos = html`
  <article-photo zoomable caption="Gặt lúa" credit="Văn A">
    <img src=${green} alt="Ruộng lúa" /><img src=${green} alt="Cống" />
  </article-photo>
`;

async function openPhotos() {
  const photo = await fixture(twoPhotos);
  const find = <T extends HTMLElement>(selector: string) => photo.shadowRoot!.querySelector<T>(selector);
  await waitUntil(() => find('[part=zoom-button]'), 'no button');
  find('[part=zoom-button]')!.click();
  await waitUntil(() => find<HTMLDialogElement>('dialog')?.open, 'no dialog');
  return {photo, strip: find('.slide')!.parentElement!};
}

describe('on paper', () => {
  let back: () => void = () => {};
  afterEach(() => {
    back();
    localStorage.clear();
  });

  it('stand pictures, caption and credit, without buttons, even while the large picture is open', async () => {
    const {photo} = await openPhotos();
    back = onPaper();
    const parts = photo.shadowRoot!.querySelectorAll('button, dialog, [part=caption], [part=credit]');
    const shown = [...parts, ...photo.children].filter((part) => part.checkVisibility());
    expect(shown.map((part) => part.getAttribute('part') ?? part.getAttribute('alt'))).to.deep.equal([
      'caption',
      'credit',
      'Ruộng lúa',
      'Cống',
    ]);
  });

  it('the text has its usual size, and the toggle is not there', async () => {
    const page = await fixture(html`
      <article style="width: 400px">
        <article-text-size></article-text-size>
        <p style="font-size: 20px">Giá lúa năm nay mà giữ được tới cuối vụ thì bà con mừng lắm.</p>
        <pre>${'lúa '.repeat(80)}</pre>
        <div style="width: 90em; padding: 1em">lúa</div>
      </article>
    `);
    const toggle = page.querySelector('article-text-size')!;
    const measure = () => [...page.children].map((part) => part.getBoundingClientRect().height);
    back = onPaper();
    const usual = measure();
    expect(usual[0]).to.equal(0);
    back();
    toggle.scale = 2;
    await nextFrame();
    await nextFrame();
    expect(measure(), 'on the screen').not.to.deep.equal(usual);
    back = onPaper(); // the rules for a text of this size too
    expect(measure()).to.deep.equal(usual);
    back();
    toggle.reset();
  });

  it('the comments stand without what only a screen can do', async () => {
    const list = await fixture<ArticleComments>(
      html`<article-comments lang="vi" article="lua" loading="eager"></article-comments>`,
    );
    list.source = fakeSource(() => ({comments: comments('1', '2'), next: 'more'}));
    const all = <T extends HTMLElement>(selector: string) => [
      ...list.shadowRoot!.querySelectorAll<T>(selector),
    ];
    await waitUntil(() => all('article').length === 2);
    const seen = () => all('button, article-comment-form').filter((part) => part.checkVisibility());
    expect(seen()).not.to.have.length(0);
    back = onPaper();
    expect(seen().map((part) => part.getAttribute('part') ?? part.localName)).to.deep.equal([]);
    expect(all("[part='text']").every((text) => text.checkVisibility())).to.equal(true);
  });
});

describe('a reader who wants no motion', () => {
  it('leafs without any', async () => {
    const {strip} = await openPhotos();
    const behavior = () => getComputedStyle(strip).scrollBehavior;
    const before = behavior();
    const back = withoutMotion();
    expect([before, behavior()]).to.deep.equal(['smooth', 'auto']);
    back();
  });
});

describe('two fingers on a picture', () => {
  it('enlarge it between them, and not the page', async () => {
    const {strip} = await openPhotos();
    const slide = strip.querySelector<HTMLElement>('.slide')!;
    const picture = slide.querySelector('img')!;
    await waitUntil(() => picture.complete && picture.getBoundingClientRect().width > 0);
    const {left, top, width, height} = slide.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const touch = (type: string, ...apart: number[]) => {
      const touches = apart.map((by) => ({clientX: x + by, clientY: y}));
      const event = new Event(type, {bubbles: true, cancelable: true, composed: true});
      picture.dispatchEvent(Object.assign(event, {touches}));
      return event;
    };
    const box = () => picture.getBoundingClientRect();
    const before = box();
    touch('touchmove', -20, 20);
    const move = touch('touchmove', -60, 60);
    expect(move.defaultPrevented, 'the browser does not do it as well').to.equal(true);
    expect(box().width / before.width).to.be.closeTo(3, 0.1);
    const share = (at: DOMRect) => (x - at.left) / at.width;
    expect(share(box()), 'what is between them stays there').to.be.closeTo(share(before), 0.02);
    touch('touchmove', -60);
    touch('touchend');
    expect(box().width / before.width, 'one finger changes nothing').to.be.closeTo(3, 0.1);
  });
});
