import {expect, fixture, html, nextFrame, oneEvent} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../src/article-photo/article-photo.js';
import type {ArticlePhoto} from '../../src/article-photo/article-photo.js';
import {isReadAs} from './support/accessibility.js';
import {captureWarnings} from './support/warnings.js';
import {shownText} from './support/shown-text.js';
import {waitUntil} from './support/wait-until.js';

/** A picture of one colour; the address is the whole file. */
const paint = (color: string, width = 160, height = 90) =>
  `data:image/svg+xml,<svg%20xmlns='http://www.w3.org/2000/svg'%20width='${width}'%20height='${height}'><rect%20width='999'%20height='999'%20fill='${color}'/></svg>`;

const part = <T extends HTMLElement>(el: Element, name: string) =>
  el.shadowRoot!.querySelector<T>(`[part='${name}']`);
const isSeen = (element: Element) => element.getClientRects().length > 0;
const photo = (template: TemplateResult) => fixture<ArticlePhoto>(template);

async function openZoom(el: ArticlePhoto): Promise<HTMLDialogElement> {
  await waitUntil(() => part(el, 'zoom-button'));
  part(el, 'zoom-button')!.click();
  await waitUntil(() => part<HTMLDialogElement>(el, 'dialog')?.open);
  return part<HTMLDialogElement>(el, 'dialog')!;
}

describe('<article-photo>', () => {
  const warnings = captureWarnings();

  describe('a picture of the page', () => {
    it('stands in a real figure, with caption and credit apart', async () => {
      const el = await photo(html`
        <article-photo>
          <img src=${paint('green')} alt="Ruộng lúa" width="160" height="90" />
          <span slot="caption">Gặt lúa ở <a href="#a">Cái Sậy</a></span>
          <span slot="credit">Ảnh: Văn A</span>
        </article-photo>
      `);
      await expect(el).to.be.accessible();
      expect(part(el, 'figure')!.localName).to.equal('figure');
      expect(part(el, 'caption')!.localName).to.equal('figcaption');
      expect(shownText(el)).to.equal('Gặt lúa ở Cái Sậy Ảnh: Văn A');
      const [caption, credit] = [...el.children].slice(1).map((child) => child.getBoundingClientRect());
      expect(credit!.left >= caption!.right || credit!.top >= caption!.bottom).to.equal(true);
      expect(credit!.height).to.be.below(caption!.height);
    });

    it('is read by its caption, with the pictures in it', async () => {
      for (const el of [
        await photo(html`
          <article-photo caption="Gặt lúa" credit="Văn A"
            ><img src=${paint('green')} alt="Ruộng lúa"
          /></article-photo>
        `),
        await photo(html`
          <article-photo
            ><img src=${paint('green')} alt="Ruộng lúa" /><b slot="caption"
              >Gặt <a href="#a">lúa</a></b
            ></article-photo
          >
        `),
      ]) {
        await waitUntil(() => isReadAs(part(el, 'figure')!, 'Gặt lúa', 'figure'), 'a figure of that name');
        await waitUntil(() => isReadAs(el.querySelector('img')!, 'Ruộng lúa'), 'a picture of that name');
        expect(await isReadAs(part(el, 'figure')!, 'Văn A'), 'no other name').to.equal(false);
      }
    });

    it('keeps the proportions of its box before the picture is there', async () => {
      const el = await photo(html`
        <article-photo style="inline-size: 320px; margin-block-start: 20000px">
          <img src="/never.jpg" loading="lazy" alt="" width="1600" height="900" />
        </article-photo>
      `);
      const own = await photo(html`
        <article-photo
          style="inline-size: 320px; margin-block-start: 20000px"
          src="/never.jpg"
          alt=""
          width="1600"
          height="900"
        ></article-photo>
      `);
      for (const image of [el.querySelector('img')!, part(own, 'image')!]) {
        expect(image.getBoundingClientRect().width).to.equal(320);
        expect(image.getBoundingClientRect().height).to.equal(180);
      }
    });

    // Groups are laid out in the page's stylesheet: the same before the script, and without it.
    before(async () => {
      const link = Object.assign(document.createElement('link'), {rel: 'stylesheet'});
      link.href = new URL('../../src/article-widgets.css', import.meta.url).href;
      document.head.append(link);
      await oneEvent(link, 'load');
    });

    it('puts a group side by side over one caption, and one below the other where it is narrow', async () => {
      const el = await photo(html`
        <article-photo style="inline-size: 800px" caption="Hai giống lúa">
          <img src=${paint('green')} alt="ST25" /><img src=${paint('gold')} alt="Đài Thơm" />
        </article-photo>
      `);
      await expect(el).to.be.accessible();
      const [first, second] = [...el.children] as HTMLElement[];
      expect(second!.offsetTop).to.equal(first!.offsetTop);
      expect(first!.offsetWidth).to.be.within(390, 400);
      expect(second!.offsetWidth).to.equal(first!.offsetWidth);
      el.style.inlineSize = '300px';
      expect(second!.offsetTop).to.be.above(first!.offsetTop);
      expect(second!.offsetWidth).to.equal(300);
      expect(el.shadowRoot!.querySelectorAll('figcaption').length).to.equal(1);
    });

    it('takes a logo in the credit for no second picture', async () => {
      const el = await photo(html`
        <article-photo style="inline-size: 800px">
          <img src=${paint('green')} alt="ST25" width="160" height="90" />
          <img slot="credit" src=${paint('navy', 20, 20)} alt="TTXVN" width="20" height="20" />
        </article-photo>
      `);
      expect([...el.querySelectorAll('img')].map(({offsetWidth}) => offsetWidth)).to.deep.equal([160, 20]);
    });

    it('passes lazy and responsive sources through untouched, and fetches none that is far away', async () => {
      const markup = `<picture><source media="(min-width: 1px)" srcset="/never-1.jpg 1x, /never-2.jpg 2x"><img loading="lazy" decoding="async" fetchpriority="low" src="/never.jpg" alt="A" width="16" height="9"></picture>`;
      const el = document.createElement('article-photo');
      el.style.marginBlockStart = '30000px';
      el.innerHTML = markup;
      document.body.append(el);
      await el.updateComplete;
      await nextFrame();
      expect(el.innerHTML).to.equal(markup);
      expect(performance.getEntriesByType('resource').filter(({name}) => /never/.test(name))).to.be.empty;
      el.remove();
    });

    it('reserves the box of a video', async () => {
      const el = await photo(html`
        <article-photo style="inline-size: 320px"><video width="1600" height="900"></video></article-photo>
      `);
      expect(el.querySelector('video')!.getBoundingClientRect().height).to.equal(180);
    });

    it('keeps the caption of a figure that a CMS has made', async () => {
      const el = await photo(html`
        <article-photo>
          <figure>
            <img src=${paint('green')} alt="A" />
            <figcaption>Gặt lúa</figcaption>
          </figure>
        </article-photo>
      `);
      await expect(el).to.be.accessible();
      expect(shownText(el)).to.equal('Gặt lúa');
      expect(getComputedStyle(el.querySelector('figure')!).margin).to.equal('0px');
    });
  });

  describe('attributes, the short form', () => {
    it('makes the picture, caption and credit', async () => {
      const el = await photo(html`
        <article-photo
          src=${paint('green')}
          srcset="${paint('green', 320, 180)} 320w"
          sizes="100vw"
          alt="Ruộng lúa"
          width="160"
          height="90"
          caption=${'Gặt <b>lúa</b>'}
          credit="Ảnh: Văn A"
        >
        </article-photo>
      `);
      await expect(el).to.be.accessible();
      expect(shownText(el)).to.equal('Gặt <b>lúa</b> Ảnh: Văn A');
      const image = part<HTMLImageElement>(el, 'image')!;
      await waitUntil(() => image.complete && isSeen(image));
      expect(image.loading).to.equal('lazy');
      expect(image.alt).to.equal('Ruộng lúa');
      expect(image.currentSrc).to.equal(image.srcset.replace(' 320w', ''));
      expect(warnings.taken()).to.deep.equal([]);
    });

    it("gives way to the page's own picture, whenever that comes", async () => {
      const el = await photo(html`<article-photo src=${paint('red')} alt="" caption="A"> </article-photo>`);
      expect(part(el, 'image')).to.exist;
      el.append(Object.assign(new Image(), {src: paint('green'), alt: 'Ruộng lúa'}));
      await waitUntil(() => !part(el, 'image'));
      el.querySelector('img')!.remove();
      await waitUntil(() => part(el, 'image'));
    });

    it('works with properties that were set before the tag was known', async () => {
      const el = document.createElement('article-photo');
      Object.assign(el, {src: paint('green'), alt: 'Ruộng lúa', caption: 'Gặt lúa', width: 160});
      document.body.append(el);
      await el.updateComplete;
      expect(part(el, 'image')!.getAttribute('width')).to.equal('160');
      expect(shownText(el)).to.equal('Gặt lúa');
      el.remove();
    });

    it('leaves the alt as it is and tells of a missing one once; an empty one means decoration', async () => {
      const src = paint('green');
      const el = await photo(html`<article-photo src=${src}></article-photo>`);
      expect(part(el, 'image')!.hasAttribute('alt')).to.equal(false);
      expect(warnings.taken()[0]).to.match(/^\[article-widgets\] <article-photo> src="data:.*: no alt/);
      el.alt = '';
      await el.updateComplete;
      expect(part(el, 'image')!.getAttribute('alt')).to.equal('');
      const slotted = document.createElement('article-photo');
      slotted.innerHTML = `<img src="${src}" alt=""><img src="${src}"><p slot="credit"><img src="${src}"></p>`;
      document.body.append(slotted);
      await slotted.updateComplete;
      slotted.requestUpdate();
      await slotted.updateComplete;
      expect(warnings.taken().length, 'one a photo').to.equal(2);
      slotted.remove();
    });
  });

  describe('blank captions', () => {
    const blanks: [what: string, template: TemplateResult][] = [
      ['nothing', html`<article-photo></article-photo>`],
      ['a space', html`<article-photo caption=" " credit="&nbsp;"></article-photo>`],
      ['a zero-width space', html`<article-photo caption="&#8203;"></article-photo>`],
      [
        'empty elements',
        html`<article-photo
          ><p slot="caption"></p>
          <p slot="credit"></p
        ></article-photo>`,
      ],
      [
        'a line break',
        html`<article-photo
          ><p slot="caption"><br />&nbsp;</p></article-photo
        >`,
      ],
    ];
    for (const [what, template] of blanks) {
      it(`leave nothing behind: ${what}`, async () => {
        const el = await photo(template);
        expect(isSeen(part(el, 'caption')!)).to.equal(false);
        expect(el.offsetHeight).to.equal(0);
      });
    }

    it('do not take the credit with them, nor a blank credit the caption', async () => {
      const el = await photo(html`
        <article-photo caption=" "><span slot="credit">Ảnh: Văn A</span></article-photo>
      `);
      expect(shownText(el)).to.equal('Ảnh: Văn A');
      expect(part(el, 'caption')!.querySelector('span')!.hidden).to.equal(true);
      el.querySelector('span')!.textContent = '';
      await waitUntil(() => !isSeen(part(el, 'caption')!));
      el.caption = 'Gặt lúa';
      await el.updateComplete;
      expect(shownText(el)).to.equal('Gặt lúa');
      expect(isSeen(part(el, 'credit')!)).to.equal(false);
    });

    it('are not blank when they hold a logo or another widget', async () => {
      const el = await photo(html`
        <article-photo>
          <x-agency slot="caption"></x-agency>
          <a slot="credit" href="#a"><img src=${paint('navy')} alt="TTXVN" /></a>
        </article-photo>
      `);
      expect(isSeen(part(el, 'credit')!)).to.equal(true);
      expect(part(el, 'caption')!.querySelector('span')!.hidden).to.equal(false);
    });

    it('are followed while the page writes them', async () => {
      const el = await photo(html`<article-photo><p slot="caption"></p></article-photo>`);
      const text = document.createTextNode('');
      el.querySelector('p')!.append(text);
      text.data = 'Gặt lúa';
      await waitUntil(() => shownText(el) === 'Gặt lúa');
    });
  });

  it('keeps alt, caption and credit of a broken picture', async () => {
    const el = await photo(html`
      <article-photo
        src="data:image/png,broken"
        alt="Ruộng lúa"
        caption="Gặt lúa"
        credit="Văn A"
      ></article-photo>
    `);
    const image = part<HTMLImageElement>(el, 'image')!;
    await waitUntil(() => image.complete);
    await nextFrame();
    expect(image.naturalWidth).to.equal(0);
    expect(image.alt).to.equal('Ruộng lúa');
    expect(isSeen(image)).to.equal(true);
    expect(shownText(el)).to.equal('Gặt lúa Văn A');
  });

  it("keeps those of the page's own broken picture too", async () => {
    const el = await photo(html`
      <article-photo caption="Gặt lúa" credit="Văn A">
        <img src="data:image/png,broken" alt="Ruộng lúa" width="160" height="90" />
      </article-photo>
    `);
    const image = el.querySelector('img')!;
    await waitUntil(() => image.complete);
    await nextFrame();
    expect([image.naturalWidth, image.alt, isSeen(image)]).to.deep.equal([0, 'Ruộng lúa', true]);
    expect(shownText(el)).to.equal('Gặt lúa Văn A');
  });

  it('lives through moving, leaving and coming back', async () => {
    const el = await photo(
      html`<article-photo zoomable><img src=${paint('green')} alt="A" /></article-photo>`,
    );
    const dialog = await openZoom(el);
    const elsewhere = await fixture(html`<div lang="vi"></div>`);
    elsewhere.append(el);
    expect(dialog.open).to.equal(false);
    await waitUntil(() => part(el, 'zoom-button')!.ariaLabel === 'Xem ảnh lớn');
    expect((await openZoom(el)).open).to.equal(true);
    el.remove();
    el.replaceChildren(Object.assign(document.createElement('p'), {slot: 'caption', textContent: 'Gặt lúa'}));
    elsewhere.append(el);
    await el.updateComplete;
    expect(shownText(el)).to.equal('Gặt lúa');
    expect(part(el, 'dialog')).to.equal(null);
  });
});
