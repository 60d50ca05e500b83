import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {expect, userEvent, waitFor} from 'storybook/test';
import '../src/article-photo/article-photo.js';
import type {ArticlePhoto} from '../src/index.js';

type Args = Pick<
  ArticlePhoto,
  'src' | 'srcset' | 'sizes' | 'alt' | 'width' | 'height' | 'caption' | 'credit' | 'zoomable'
>;

const small = new URL('../demo/harvest-640.jpg', import.meta.url).href;
const large = new URL('../demo/harvest-1280.jpg', import.meta.url).href;
const sluice = new URL('../demo/sluice.svg', import.meta.url).href;
const alt = 'Cánh đồng lúa chín bên sông lúc bình minh, máy gặt đỏ chạy dọc ruộng.';

const meta: Meta<Args> = {
  component: 'article-photo',
  tags: ['autodocs'],
  render: ({src, srcset, sizes, alt, width, height, caption, credit, zoomable}) => html`
    <article-photo
      src=${ifDefined(src)}
      srcset=${ifDefined(srcset)}
      sizes=${ifDefined(sizes)}
      alt=${ifDefined(alt)}
      width=${ifDefined(width)}
      height=${ifDefined(height)}
      caption=${ifDefined(caption)}
      credit=${ifDefined(credit)}
      ?zoomable=${zoomable}
    ></article-photo>
  `,
  args: {
    src: small,
    alt,
    width: 640,
    height: 400,
    caption: 'Ruộng lúa bên sông lúc mặt trời vừa lên.',
    credit: 'Minh họa: Báo Sông Nước',
    zoomable: false,
  },
};

export default meta;
type Story = StoryObj<Args>;

/** The short form: everything from attributes. */
export const Attributes: Story = {};

/** The form that reads well without script. Caption and credit may hold links. */
export const Slots: Story = {
  render: () => html`
    <article-photo>
      <img src=${small} alt=${alt} width="640" height="400" />
      <span slot="caption">Ruộng lúa bên <a href="#song">sông Cái Sậy</a> lúc mặt trời vừa lên.</span>
      <span slot="credit">Minh họa: Báo Sông Nước</span>
    </article-photo>
  `,
};

/** Opens the largest file of the `srcset`. */
export const Zoomable: Story = {
  args: {zoomable: true, srcset: `${small} 640w, ${large} 1280w`, sizes: '640px'},
};

export const Enlarged: Story = {
  args: Zoomable.args,
  play: async ({canvasElement}) => {
    const photo = canvasElement.querySelector('article-photo')!;
    const button = () => photo.shadowRoot!.querySelector("[part='zoom-button']");
    await waitFor(() => expect(button()).not.toBeNull());
    await userEvent.click(button()!);
    await waitFor(() => expect(photo.shadowRoot!.querySelector('dialog img')).toHaveAttribute('src', large));
  },
};

/** One caption for several pictures; enlarged, they are leafed through with the arrow keys, by swiping or with two buttons. */
export const Group: Story = {
  render: () => html`
    <article-photo zoomable caption="Mùa gặt và cống ngăn mặn.">
      <img src=${small} alt=${alt} width="640" height="400" />
      <img src=${sluice} alt="Cống ngăn mặn ba cửa." width="240" height="160" />
    </article-photo>
  `,
};

export const GroupEnlarged: Story = {
  render: Group.render,
  play: async ({canvasElement}) => {
    const photo = canvasElement.querySelector('article-photo')!;
    const find = (selector: string) => photo.shadowRoot!.querySelector<HTMLElement>(selector);
    await waitFor(() => expect(find("[part='zoom-button']")).not.toBeNull());
    await userEvent.click(photo.querySelectorAll('img')[1]!);
    await waitFor(() => expect(find("[part='position']")?.textContent).toBe('2 / 2'));
  },
};

/** The page's own responsive sources stay as they are; the dialog takes the largest of the chosen one. */
export const Picture: Story = {
  render: () => html`
    <article-photo
      zoomable
      caption="Ruộng lúa bên sông lúc mặt trời vừa lên."
      credit="Minh họa: Báo Sông Nước"
    >
      <picture>
        <source srcset="${small} 640w, ${large} 1280w" sizes="min(100vw, 40rem)" />
        <img src=${small} alt=${alt} width="640" height="400" loading="lazy" />
      </picture>
    </article-photo>
  `,
};

/** White space is no caption: nothing is left behind. */
export const BlankCaption: Story = {args: {caption: ' ', credit: '\u00a0'}};

export const BrokenPicture: Story = {args: {src: 'data:image/png,broken', height: 160}};

/** A figure that a CMS has made keeps its caption. */
export const FigureOfTheCms: Story = {
  render: () => html`
    <article-photo zoomable>
      <figure>
        <img src=${small} alt=${alt} width="640" height="400" />
        <figcaption>Ruộng lúa bên sông lúc mặt trời vừa lên.</figcaption>
      </figure>
    </article-photo>
  `,
};
