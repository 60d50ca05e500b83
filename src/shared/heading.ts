import {html, type TemplateResult} from 'lit';

const headings = [
  (content: unknown) => html`<h1>${content}</h1>`,
  (content: unknown) => html`<h2>${content}</h2>`,
  (content: unknown) => html`<h3>${content}</h3>`,
  (content: unknown) => html`<h4>${content}</h4>`,
  (content: unknown) => html`<h5>${content}</h5>`,
  (content: unknown) => html`<h6>${content}</h6>`,
];

/** A heading of the level that the page's outline asks for; a level that is none becomes the nearest one. */
export function heading(level: number, content: unknown): TemplateResult {
  const index = Math.min(6, Math.max(1, Math.trunc(level) || 1)) - 1;
  return headings[index]!(content);
}
