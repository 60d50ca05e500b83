import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {html} from 'lit';

/** Every element as a page's author would write it, and in its short form. */
export const samples = {
  'article-date': html`<article-date datetime="2024-03-29T11:12:24+07:00"
    ><time>29/03/2024</time></article-date
  >`,
  'article-clock': html`<article-clock server-time="2024-06-18T09:01:00+07:00">18/06/2024</article-clock>`,
  'article-headline': html`<article-headline
    headline="Vụ mùa"
    published="2024-03-29T11:12:24+07:00"
  ></article-headline>`,
  'article-structured-data': html`<article-structured-data></article-structured-data>`,
  'article-text-size': html`<article-text-size></article-text-size>`,
  'article-photo': html`<article-photo caption="Chú thích" credit="Ảnh: Nhã Phương" zoomable
    ><img src="photo.jpg" alt=""
  /></article-photo>`,
  'article-byline': html`<article-byline
    ><a rel="author" href="#a">Nhã Phương</a> <a rel="author" href="#b">Thanh Nhả</a></article-byline
  >`,
  'article-comment-box': html`<article-comment-box label="Ý kiến"></article-comment-box>`,
  'article-comment-form': html`<article-comment-form user-name="Guest"></article-comment-form>`,
  'article-comments': html`<article-comments src="/api/comments" article="a" count="2"
    ><ol>
      <li>Hay lắm</li>
    </ol></article-comments
  >`,
};

/** What the server sends for a template: shadow roots in `<template shadowrootmode>`. */
export function serverPage(template) {
  return collectResult(render(template));
}
