import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {expect, waitFor} from 'storybook/test';
import '../src/define.js';
import type {ArticleStructuredData} from '../src/index.js';

type Args = Pick<ArticleStructuredData, 'for'>;

const harvest = new URL('../demo/harvest-640.jpg', import.meta.url).href;

const meta: Meta<Args> = {
  component: 'article-structured-data',
  tags: ['autodocs'],
  render: ({for: id}) => html`
    <article id="story">
      <article-headline headline="Mùa gặt sớm" published="2024-03-29T11:12:24+07:00"></article-headline>
      <article-photo
        src=${harvest}
        alt="Cánh đồng lúa chín bên sông."
        width="640"
        height="400"
        caption="Ruộng lúa bên sông."
        credit="Báo Sông Nước"
      ></article-photo>
      <article-byline authors="Nhã Phương; Thanh Nhả"></article-byline>
    </article>
    <article-structured-data for=${ifDefined(id)}></article-structured-data>
  `,
};

export default meta;
type Story = StoryObj<Args>;

const written = (canvas: HTMLElement) =>
  canvas.querySelector('article-structured-data > script')?.textContent;

/** Nothing is to be seen: a script element of JSON-LD stands in the element. */
export const WholePage: Story = {
  play: async ({canvasElement}) => {
    await waitFor(() => expect(written(canvasElement)).toContain('"@type":"NewsArticle"'));
  },
};

/** Reads the widgets of one element. */
export const OneArticle: Story = {args: {for: 'story'}};
