import {fixture, html} from '@open-wc/testing';
import type {ArticleCommentBox} from '../../../src/article-comment-box/article-comment-box.js';

type Box = ArticleCommentBox;

/** The text area that the box draws. */
export const drawn = (box: Box): HTMLTextAreaElement => box.shadowRoot!.querySelector('textarea')!;

/** The counter that is seen. */
export const counterNode = (box: Box): HTMLElement => box.shadowRoot!.querySelector('[part~=counter]')!;

/** What the counter shows. */
export const counter = (box: Box): string => counterNode(box).textContent!.trim();

/** The live region. */
export const live = (box: Box): Element => box.shadowRoot!.querySelector('[aria-live=polite]')!;

/** Everything that the live region says from now on. */
export function listen(box: Box): string[] {
  const said: string[] = [];
  new MutationObserver(() => said.push(live(box).textContent!)).observe(live(box), {
    characterData: true,
    childList: true,
    subtree: true,
  });
  return said;
}

/** Fires an event of a composition. */
export const compose = (field: HTMLElement, type: string): unknown =>
  field.dispatchEvent(new CompositionEvent(type, {bubbles: true, composed: true}));

/** Writes a text as a key does, event and all. */
export function input(field: HTMLTextAreaElement, text: string, isComposing = false): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, isComposing}));
}

/** The sentences that describe a field of the page, in the order in which they are read. */
export const described = (field: Element): string[] =>
  field
    .getAttribute('aria-describedby')!
    .split(' ')
    .map((id) => (field.getRootNode() as Document | ShadowRoot).getElementById(id)!.textContent!);

/** A box around a textarea of the page, which has these attributes and this text. */
export async function around(attributes: Record<string, string>, text = '', error = false): Promise<Box> {
  const place = await fixture(html`<form lang="en"></form>`);
  const box = document.createElement('article-comment-box');
  const field = document.createElement('textarea');
  for (const [name, value] of Object.entries({'aria-label': 'More detail', ...attributes}))
    field.setAttribute(name, value);
  if (error) field.className = 'the-page-says-error';
  field.defaultValue = text;
  box.append(field);
  place.append(box);
  await box.updateComplete;
  return box;
}
