import {aTimeout, expect, fixture, html, nextFrame} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {TemplateResult} from 'lit';
import '../../src/article-photo/article-photo.js';
import type {ArticlePhoto} from '../../src/article-photo/article-photo.js';
import {largestSource, readSrcset} from '../../src/article-photo/largest-source.js';
import {waitUntil} from './support/wait-until.js';

/** A picture of one colour; the address is the whole file. */
const paint = (color: string, width = 160, height = 90) =>
  `data:image/svg+xml,<svg%20xmlns='http://www.w3.org/2000/svg'%20width='${width}'%20height='${height}'><rect%20width='999'%20height='999'%20fill='${color}'/></svg>`;

const part = <T extends HTMLElement>(el: Element, name: string) =>
  el.shadowRoot!.querySelector<T>(`[part='${name}']`);

/** A photo with its button. */
async function zoomable(template: TemplateResult): Promise<ArticlePhoto> {
  const el = await fixture<ArticlePhoto>(template);
  await waitUntil(() => part(el, 'zoom-button'), 'no button');
  return el;
}

async function open(template: TemplateResult): Promise<[ArticlePhoto, HTMLDialogElement]> {
  const el = await zoomable(template);
  await waitUntil(() => [...el.querySelectorAll('img')].every((picture) => picture.currentSrc));
  part(el, 'zoom-button')!.click();
  return [el, await opened(el)];
}

/** The dialog, whose file is loaded with the first press. */
async function opened(el: ArticlePhoto): Promise<HTMLDialogElement> {
  await waitUntil(() => part<HTMLDialogElement>(el, 'dialog')?.open, 'no dialog');
  return part<HTMLDialogElement>(el, 'dialog')!;
}

/** Whether a picture of the open dialog is in view. */
function shows(dialog: HTMLDialogElement, index: number): boolean {
  const slide = dialog.querySelectorAll('.slide')[index]?.getBoundingClientRect();
  return slide !== undefined && slide.left >= -1 && slide.right <= innerWidth + 1;
}

const large = paint('green', 1600, 900);
const group = html`
  <article-photo zoomable caption="Hai giống lúa">
    <img src=${paint('green')} alt="ST25" /><img src=${paint('gold')} alt="Đài Thơm" />
  </article-photo>
`;
const simple = html`
  <article-photo
    lang="vi"
    zoomable
    src=${large}
    alt="Ruộng lúa"
    caption="Gặt lúa"
    credit="Văn A"
  ></article-photo>
`;

describe('<article-photo zoomable>', () => {
  it('has a button with a name, large enough, over the picture', async () => {
    const el = await zoomable(simple);
    await expect(el).to.be.accessible();
    const button = part(el, 'zoom-button')!;
    expect(button.localName).to.equal('button');
    expect(button.getAttribute('aria-label')).to.equal('Xem ảnh lớn');
    el.lang = 'en';
    await waitUntil(() => button.getAttribute('aria-label') === 'Enlarge photo');
    const [box, media] = [button, part(el, 'media')!].map((element) => element.getBoundingClientRect());
    expect(Math.min(box!.width, box!.height)).to.be.at.least(24);
    expect(box!.top).to.be.above(media!.top);
    expect(box!.left).to.be.within(media!.left, media!.left + 24);
  });

  const without: [what: string, template: TemplateResult][] = [
    ['a picture', html`<article-photo zoomable caption="A"></article-photo>`],
    [
      'a picture but a video',
      html`<article-photo zoomable
        ><video><img alt="" /></video
      ></article-photo>`,
    ],
    [
      'a picture but a logo in the credit',
      html`<article-photo zoomable><img slot="credit" alt="A" /></article-photo>`,
    ],
    ['zoomable', html`<article-photo src=${large} alt=""></article-photo>`],
  ];
  for (const [what, template] of without) {
    it(`has no button without ${what}`, async () => {
      const el = await fixture<ArticlePhoto>(template);
      await nextFrame();
      expect(el.shadowRoot!.querySelector('button, dialog')).to.equal(null);
    });
  }

  it('keeps its button over a picture with a filter, such as dark pages give theirs', async () => {
    const el = await fixture<ArticlePhoto>(simple);
    await waitUntil(() => part(el, 'zoom-button'));
    part(el, 'image')!.style.filter = 'brightness(0.9)';
    const {left, top, width, height} = part(el, 'zoom-button')!.getBoundingClientRect();
    const hit = el.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
    expect(hit?.getAttribute('part')).to.equal('zoom-button');
  });

  it('gets its button when the picture comes, whatever slot the photo itself stands in', async () => {
    const el = await fixture<ArticlePhoto>(html`<article-photo zoomable slot="lead"></article-photo>`);
    el.append(Object.assign(new Image(), {src: large, alt: 'A'}));
    await waitUntil(() => part(el, 'zoom-button'));
  });

  const broken = 'data:image/png,broken';
  it('loses its button when the picture is broken, and gets it back with one that loads', async () => {
    const own = await fixture<ArticlePhoto>(
      html`<article-photo zoomable src=${broken} alt="A"></article-photo>`,
    );
    await waitUntil(() => !part(own, 'zoom-button'));
    own.src = large;
    await waitUntil(() => part(own, 'zoom-button'));
    const slotted = await fixture<ArticlePhoto>(
      html`<article-photo zoomable><img src=${broken} alt="A" /></article-photo>`,
    );
    const picture = slotted.querySelector('img')!;
    await waitUntil(() => !part(slotted, 'zoom-button'));
    picture.src = large;
    await waitUntil(() => part(slotted, 'zoom-button'));
    const late = document.createElement('div');
    late.append(Object.assign(new Image(), {src: broken, alt: 'A'}));
    await waitUntil(() => late.querySelector('img')!.complete);
    const upgraded = await fixture<ArticlePhoto>(html`<article-photo zoomable>${late}</article-photo>`);
    expect(part(upgraded, 'zoom-button'), 'broken before the script came').to.equal(null);
  });

  it('shows only the whole pictures of a group', async () => {
    const el = await zoomable(html`
      <article-photo zoomable><img src=${broken} alt="A" /><img src=${large} alt="B" /></article-photo>
    `);
    await waitUntil(() => [...el.querySelectorAll('img')].every((picture) => picture.complete));
    part(el, 'zoom-button')!.click();
    const dialog = await opened(el);
    expect([...dialog.querySelectorAll('img')].map(({alt}) => alt)).to.deep.equal(['B']);
  });

  it('opens a modal dialog with picture and alt, and fetches nothing before', async () => {
    const el = await zoomable(simple);
    expect(part(el, 'dialog'), 'not before it is asked for').to.equal(null);
    const [photo, dialog] = await open(simple);
    await expect(photo).to.be.accessible();
    expect(dialog.matches(':modal')).to.equal(true);
    const picture = dialog.querySelector('img')!;
    expect(picture.src).to.equal(large);
    expect(picture.alt).to.equal('Ruộng lúa');
    await waitUntil(() => picture.complete);
    expect(picture.getBoundingClientRect().right).to.be.at.most(innerWidth);
    expect(dialog.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
  });

  it('opens with the focus on the close button, whose ring is whole', async () => {
    const [el, dialog] = await open(simple);
    const close = part(el, 'close-button')!;
    expect(el.shadowRoot!.activeElement).to.equal(close);
    await waitUntil(() => dialog.querySelector('img')!.complete);
    const [ring, box] = [close, dialog].map((element) => element.getBoundingClientRect());
    expect(Math.min(ring!.left - box!.left, ring!.top - box!.top)).to.be.at.least(4);
    dialog.close();
  });

  const ways: [how: string, close: (dialog: HTMLDialogElement) => Promise<unknown> | void][] = [
    ['Escape', () => sendKeys({press: 'Escape'})],
    ['the close button', (dialog) => dialog.querySelector('button')!.click()],
    ['a click beside the picture', (dialog) => dialog.querySelector<HTMLElement>('.slide')!.click()],
  ];
  for (const [how, close] of ways) {
    it(`closes with ${how}, and gives the focus back to the button`, async () => {
      const [el, dialog] = await open(simple);
      await close(dialog);
      await waitUntil(() => !dialog.open);
      await waitUntil(() => el.shadowRoot!.activeElement === part(el, 'zoom-button'));
    });
  }

  it('opens once when it is pressed twice, and not when it has left the page meanwhile', async () => {
    const el = await zoomable(simple);
    part(el, 'zoom-button')!.click();
    part(el, 'zoom-button')!.click();
    (await opened(el)).close();
    await aTimeout(100);
    expect(part<HTMLDialogElement>(el, 'dialog')!.open).to.equal(false);
    part(el, 'zoom-button')!.click();
    el.remove();
    await aTimeout(100);
    document.body.append(el);
    await aTimeout(100);
    expect(part<HTMLDialogElement>(el, 'dialog')!.open).to.equal(false);
    el.remove();
  });

  it('looks like the page behind the photo, or as the page asks', async () => {
    const colours = ({backgroundColor, color}: CSSStyleDeclaration) => [backgroundColor, color];
    const stand = document.createElement('div');
    document.body.append(stand);
    const looks: [style: string, ground: string, words: string][] = [
      ['background: rgb(17, 17, 17); color: rgb(238, 238, 238)', 'rgb(17, 17, 17)', 'rgb(238, 238, 238)'],
      [
        'background: linear-gradient(black, navy); color: rgb(238, 238, 238)',
        'rgb(255, 255, 255)',
        'rgb(0, 0, 0)',
      ],
      ['color: rgb(1, 1, 1)', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
      [
        '--article-dialog-background: rgb(0, 0, 50); --article-dialog-color: rgb(255, 255, 0)',
        'rgb(0, 0, 50)',
        'rgb(255, 255, 0)',
      ],
    ];
    for (const [style, ground, words] of looks) {
      stand.setAttribute('style', style);
      const [el, dialog] = await open(group);
      stand.append(el);
      part(el, 'zoom-button')!.click();
      await opened(el);
      for (const element of [dialog, part(el, 'close-button')!, part(el, 'position')!]) {
        expect(colours(getComputedStyle(element)), style).to.deep.equal([ground, words]);
      }
      el.remove();
    }
    stand.remove();
  });

  it('keeps the size of its button where the text is larger', async () => {
    const stand = await fixture(html`<div style="zoom: 2; --article-text-scale: 2"></div>`);
    const el = await zoomable(simple);
    const {width} = part(el, 'zoom-button')!.getBoundingClientRect();
    stand.append(el);
    expect(part(el, 'zoom-button')!.getBoundingClientRect().width).to.be.closeTo(width, 1);
  });

  describe('enlarges the picture further', () => {
    const bars = 80; // scroll bars that have a width of their own take it from the window, four times as well
    const wide = (dialog: Element, index = 0) =>
      dialog.querySelectorAll('.slide img')[index]!.getBoundingClientRect().width;
    const ready = (dialog: Element) =>
      waitUntil(() =>
        [...dialog.querySelectorAll('img')].every((picture) => picture.complete && picture.width),
      );

    it('by the keys + and -, up to four times, and as before when it is opened again', async () => {
      const [el, dialog] = await open(simple);
      await ready(dialog);
      const width = wide(dialog);
      await sendKeys({press: '-'});
      expect(wide(dialog)).to.equal(width);
      await sendKeys({press: '+'});
      expect(wide(dialog)).to.be.closeTo(width * 1.5, bars);
      for (let times = 0; times < 9; times++) await sendKeys({press: '+'});
      expect(wide(dialog)).to.be.closeTo(width * 4, bars);
      await sendKeys({press: 'Escape'});
      part(el, 'zoom-button')!.click();
      await opened(el);
      expect(wide(dialog)).to.equal(width);
      dialog.close();
    });

    it('also one that is smaller than the window', async () => {
      const [, dialog] = await open(
        html`<article-photo zoomable src=${paint('green')} alt="A"></article-photo>`,
      );
      await ready(dialog);
      expect(wide(dialog)).to.equal(160);
      await sendKeys({press: '+'});
      expect(wide(dialog)).to.equal(240);
      dialog.close();
    });

    for (const dir of ['ltr', 'rtl']) {
      it(`about the point that is pressed twice, and back: ${dir}`, async () => {
        const [el, dialog] = await open(simple);
        el.dir = dir;
        await ready(dialog);
        const picture = dialog.querySelector('img')!;
        const before = picture.getBoundingClientRect();
        const [x, y] = [before.left + before.width * 0.6, before.top + before.height * 0.6];
        const press = () =>
          picture.dispatchEvent(new MouseEvent('dblclick', {bubbles: true, clientX: x, clientY: y}));
        press();
        const after = picture.getBoundingClientRect();
        expect(after.width).to.be.closeTo(before.width * 2, bars);
        expect((x - after.left) / after.width).to.be.closeTo(0.6, 0.01);
        press();
        expect(picture.getBoundingClientRect().left).to.be.closeTo(before.left, 1);
        dialog.close();
      });
    }

    it('by two fingers on a trackpad, of which browsers tell as a wheel with Ctrl', async () => {
      const [, dialog] = await open(simple);
      await ready(dialog);
      const width = wide(dialog);
      const wheel = (ctrlKey: boolean) =>
        dialog
          .querySelector('img')!
          .dispatchEvent(new WheelEvent('wheel', {bubbles: true, cancelable: true, ctrlKey, deltaY: -50}));
      expect(wheel(false), 'left to the browser').to.equal(true);
      expect(wide(dialog)).to.equal(width);
      expect(wheel(true), 'not left to the browser').to.equal(false);
      expect(wide(dialog)).to.be.closeTo(width * Math.exp(0.5), bars);
      dialog.close();
    });

    it('and the arrow keys move it to its end before they leaf on', async () => {
      const [el, dialog] = await open(html`
        <article-photo zoomable> <img src=${large} alt="A" /><img src=${large} alt="B" /> </article-photo>
      `);
      await ready(dialog);
      await waitUntil(() => shows(dialog, 0));
      await sendKeys({press: '+'});
      const slide = dialog.querySelector('.slide')!;
      const {scrollLeft} = slide;
      expect(scrollLeft, 'the middle stays in the middle').to.be.above(0);
      await sendKeys({press: 'ArrowRight'});
      expect(slide.scrollLeft).to.be.above(scrollLeft);
      expect(shows(dialog, 0)).to.equal(true);
      for (let times = 0; times < 9; times++) await sendKeys({press: 'ArrowRight'});
      await waitUntil(() => part(el, 'position')!.textContent === '2 / 2');
      dialog.close();
    });
  });

  it('stays open when the picture itself is clicked', async () => {
    const [, dialog] = await open(simple);
    dialog.querySelector('img')!.click();
    expect(dialog.open).to.equal(true);
    dialog.close();
  });

  it('leafs through a group with the arrow keys', async () => {
    const [el, dialog] = await open(group);
    expect([...dialog.querySelectorAll('img')].map(({alt}) => alt)).to.deep.equal(['ST25', 'Đài Thơm']);
    const place = part(el, 'close-button')!.getBoundingClientRect().left;
    await waitUntil(() => shows(dialog, 0) && !shows(dialog, 1));
    await sendKeys({press: 'ArrowRight'});
    await waitUntil(() => shows(dialog, 1) && !shows(dialog, 0), 'the second picture did not come into view');
    const close = part(el, 'close-button')!;
    expect(close.getBoundingClientRect().left, 'the close button stays').to.be.closeTo(place, 1);
    await waitUntil(() => part(el, 'position')!.textContent === '2 / 2');
    await sendKeys({press: 'ArrowRight'}); // nothing after the last one
    await sendKeys({press: 'ArrowLeft'});
    await waitUntil(() => shows(dialog, 0) && part(el, 'position')!.textContent === '1 / 2');
    dialog.close();
  });

  it('leafs with the keys the way the page reads, from right to left too', async () => {
    const [el, dialog] = await open(html`
      <article-photo zoomable dir="rtl">
        <img src=${paint('green')} alt="ST25" /><img src=${paint('gold')} alt="Đài Thơm" />
      </article-photo>
    `);
    await waitUntil(() => shows(dialog, 0));
    await sendKeys({press: 'ArrowLeft'});
    await waitUntil(() => shows(dialog, 1) && part(el, 'position')!.textContent === '2 / 2');
    await sendKeys({press: 'ArrowRight'});
    await waitUntil(() => shows(dialog, 0));
    dialog.close();
  });

  it('leafs with two buttons that have names, and swiping moves what they say', async () => {
    const [el, dialog] = await open(group);
    await expect(el).to.be.accessible();
    const [strip, caption] = ['.strip', '[part=dialog-caption]'].map((selector) =>
      dialog.querySelector(selector)!.getBoundingClientRect(),
    );
    expect(strip!.top, 'the pictures have all of the window but what the caption takes').to.equal(0);
    expect(strip!.bottom).to.be.closeTo(caption!.top, 1);
    const [previous, next] = [part(el, 'previous-button')!, part(el, 'next-button')!];
    expect([previous.ariaLabel, next.ariaLabel]).to.deep.equal(['Previous photo', 'Next photo']);
    expect([previous, next].map(({ariaDisabled}) => ariaDisabled)).to.deep.equal(['true', 'false']);
    next.click();
    await waitUntil(() => shows(dialog, 1) && part(el, 'position')!.textContent === '2 / 2');
    expect([previous, next].map(({ariaDisabled}) => ariaDisabled)).to.deep.equal(['false', 'true']);
    dialog.querySelector('.strip')!.scrollTo({left: 0, behavior: 'instant'});
    await waitUntil(() => part(el, 'position')!.textContent === '1 / 2');
    dialog.close();
    const [, single] = await open(simple);
    expect(single.querySelector('[part=next-button], [part=position]')).to.equal(null);
    single.close();
  });

  it('opens at the picture that is clicked, but not at one that is a link', async () => {
    const el = await zoomable(html`
      <article-photo zoomable>
        <img src=${paint('green')} alt="ST25" /><img src=${large} alt="Đài Thơm" />
        <a href="#a"><img src=${paint('gold')} alt="Link" /></a>
      </article-photo>
    `);
    el.querySelector<HTMLElement>('a img')!.click();
    await aTimeout(100);
    expect(part(el, 'dialog')).to.equal(null);
    el.querySelectorAll('img')[1]!.click();
    const dialog = await opened(el);
    await waitUntil(() => shows(dialog, 1) && part(el, 'position')!.textContent === '2 / 3');
    dialog.close();
    await waitUntil(() => el.shadowRoot!.activeElement === part(el, 'zoom-button'));
  });

  describe('under the large picture', () => {
    const captionIn = (dialog: Element) => dialog.querySelector<HTMLElement>('[part=dialog-caption]')!;

    it('stand caption and credit, links included', async () => {
      const [el, dialog] = await open(html`
        <article-photo zoomable credit="Văn A">
          <img src=${paint('green')} alt="" /><span slot="caption">Gặt <a href="#a">lúa</a></span>
        </article-photo>
      `);
      await expect(el).to.be.accessible();
      expect([...captionIn(dialog).children].map((line) => line.textContent!.trim())).to.deep.equal([
        'Gặt lúa',
        'Văn A',
      ]);
      expect(captionIn(dialog).querySelector('a')!.getAttribute('href')).to.equal('#a');
      expect(captionIn(dialog).getBoundingClientRect().bottom).to.be.at.most(innerHeight);
      dialog.close();
    });

    it('stands nothing when they are blank', async () => {
      const [, dialog] = await open(
        html`<article-photo zoomable src=${large} alt="A" caption=" "></article-photo>`,
      );
      expect(captionIn(dialog).childElementCount).to.equal(0);
      dialog.close();
    });

    it("stands the caption of each CMS figure with its picture, and the photo's own", async () => {
      const [, dialog] = await open(html`
        <article-photo zoomable credit="Văn A">
          <figure>
            <img src=${paint('green')} alt="" />
            <figcaption>ST25</figcaption>
          </figure>
          <figure>
            <img src=${paint('gold')} alt="" />
            <figcaption>Đài Thơm</figcaption>
          </figure>
        </article-photo>
      `);
      expect(captionIn(dialog).innerText.trim().split(/\n+/)).to.deep.equal(['ST25', 'Văn A']);
      await sendKeys({press: 'ArrowRight'});
      await waitUntil(() => captionIn(dialog).innerText.startsWith('Đài Thơm'));
      dialog.close();
    });
  });

  describe('chooses the largest', () => {
    it('of a srcset, by width or density', async () => {
      for (const [small, big] of [
        ['320w', '1600w'],
        ['1x', '2x'],
      ]) {
        const [, dialog] = await open(html`
          <article-photo zoomable>
            <img
              srcset="${large} ${big}, ${paint('red')} ${small}"
              sizes="100px"
              src=${paint('red')}
              alt="A"
            />
          </article-photo>
        `);
        expect(dialog.querySelector('img')!.src).to.equal(large);
        dialog.close();
      }
    });

    it('of the source of a <picture> that the browser chose, not of another crop', async () => {
      const [, dialog] = await open(html`
        <article-photo zoomable>
          <picture>
            <source media="(max-width: 1px)" srcset="${paint('red', 5000)} 5000w" />
            <source media="(min-width: 1px)" srcset="${paint('green')} 160w, ${large} 1600w" sizes="100px" />
            <img src=${paint('red')} srcset="${paint('gold', 9000)} 9000w" sizes="100px" alt="A" />
          </picture>
        </article-photo>
      `);
      expect(dialog.querySelector('img')!.src).to.equal(large);
      dialog.close();
    });

    it('of the source that was chosen, although another crop has files of the same names', async () => {
      const asked = (crop: string) => `/${crop}/a-1.svg 160w, /${crop}/a-2.svg 1600w`;
      const picture = document.createElement('picture');
      picture.innerHTML = `<source media="(max-width: 1px)" srcset="${asked('tall')}">
        <source srcset="${asked('wide')}" sizes="100px"><img src="/a-1.svg" alt="A">`;
      const image = picture.querySelector('img')!;
      document.body.append(picture);
      await waitUntil(() => image.currentSrc);
      expect(largestSource(image)).to.equal('/wide/a-2.svg');
      picture.remove();
    });

    it('of the picture itself while the browser has chosen none', () => {
      const picture = document.createElement('picture');
      picture.innerHTML = `<source type="image/never" srcset="/never.xyz 9000w"><img loading="lazy" src="/a-1.svg" srcset="/a-2.svg 2x" alt="A">`;
      expect(largestSource(picture.querySelector('img')!)).to.equal('/a-2.svg');
    });

    it('or what there is', async () => {
      const [, dialog] = await open(
        html`<article-photo zoomable><img src=${large} alt="A" /></article-photo>`,
      );
      expect(dialog.querySelector('img')!.src).to.equal(large);
      dialog.close();
    });
  });

  it('reads every way of writing a srcset', () => {
    expect(readSrcset('')).to.deep.equal([]);
    expect(readSrcset('a.jpg')).to.deep.equal([{url: 'a.jpg', size: 1}]);
    expect(readSrcset(' a.jpg 1x,b.jpg 1.5x')).to.deep.equal([
      {url: 'a.jpg', size: 1},
      {url: 'b.jpg', size: 1.5},
    ]);
    expect(readSrcset('a.jpg, /c_fit,w_9/b.jpg\n 2x,')).to.deep.equal([
      {url: 'a.jpg', size: 1},
      {url: '/c_fit,w_9/b.jpg', size: 2},
    ]);
    expect(readSrcset('a 100w 50h, b 200w')).to.deep.equal([
      {url: 'a', size: 100},
      {url: 'b', size: 200},
    ]);
  });
});
