import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import '../src/article-byline/article-byline.js';
import type {ArticleByline} from '../src/index.js';

type Args = Pick<ArticleByline, 'authors' | 'separator' | 'prefix'>;

const portrait = new URL('../demo/icon.svg', import.meta.url).href;

const meta: Meta<Args> = {
  component: 'article-byline',
  tags: ['autodocs'],
  render: ({authors, separator, prefix}) => html`
    <article-byline
      class="byline"
      .authors=${authors}
      separator=${ifDefined(separator)}
      prefix=${ifDefined(prefix ?? undefined)}
    ></article-byline>
  `,
  args: {authors: ['Nhã Phương', 'Thanh Nhả']},
};

export default meta;
type Story = StoryObj<Args>;

/** The recommended form: it reads well without script, and is kept word for word. */
export const TextOfThePage: Story = {
  render: () => html`
    <article-byline class="byline"
      ><a rel="author" href="#nha-phuong">Nhã Phương</a> -
      <a rel="author" href="#thanh-nha">Thanh Nhả</a></article-byline
    >
  `,
};

/** Between bare links the list form of the language is drawn, outside the links. */
export const Links: Story = {
  render: () => html`
    <article-byline class="byline">
      <a rel="author" href="#nha-phuong">Nhã Phương</a>
      <a rel="author" href="#thanh-nha">Thanh Nhả</a>
      <a rel="author" href="#van-ut">Văn Út</a>
    </article-byline>
  `,
};

export const Authors: Story = {};

export const Separator: Story = {args: {separator: ' - '}};

/** Links, roles, a portrait and an organisation. */
export const Objects: Story = {
  args: {
    prefix: 'Bài và ảnh:',
    authors: [
      {name: 'Nhã Phương', href: '#nha-phuong', role: 'phóng viên', image: portrait},
      {name: 'Thanh Nhả', href: '#thanh-nha'},
      'Báo Sông Nước',
    ],
  },
};

/** Free words of the page: the authors given beside it are linked in them. */
export const FreeText: Story = {
  render: () => html`
    <article-byline
      class="byline"
      authors='[{"name": "Nhã Phương", "href": "#nha-phuong"}, {"name": "Thanh Nhả", "href": "#thanh-nha"}]'
      >Nhã Phương viết từ Cái Sậy, ảnh của Thanh Nhả</article-byline
    >
  `,
};

export const AttributeAsText: Story = {
  render: () => html`<article-byline authors="Nhã Phương; Thanh Nhả; Văn Út"></article-byline>`,
};

/** Broken JSON is reported in the console; the content of the page stays. */
export const BrokenAuthors: Story = {
  render: () =>
    html`<article-byline authors='[{"name": "Nhã Phương"'>Nhã Phương - Thanh Nhả</article-byline>`,
};
