/* What zoom alone does wrong in a few articles. Pages whose text is scaled load this. */
import type {Lazy} from '../shared/lazy.js';
import {fitBoxes} from './fit-boxes.js';
import {dropStyle} from './scale-text.js';

const attribute = 'data-article-text-scale';
const told = new WeakSet<HTMLElement>(); // what has a style of ours
const mostBalanced = 6; // lines, in Chromium
const mended = new WeakMap<HTMLElement, string>(); // at which scale, in a window of which width

type Places = Lazy<typeof import('./remember-place.js')>;

/** To be called when the scale of a text or the size of the window has changed. The line being read stays in its place. */
export function mendText(target: HTMLElement, places: Places): void {
  const state = [target.style.getPropertyValue('--article-text-scale'), innerWidth].join();
  if (mended.get(target) === state) return; // a phone shows and hides its address bar while the reader scrolls
  mended.set(target, state);
  const mendAgain = () => {
    mended.delete(target);
    mendText(target, places);
  };
  // With its own fonts a line may be longer.
  if (document.readyState !== 'complete') addEventListener('load', mendAgain, {once: true});
  const keepPlace = places.value?.rememberPlace(target);
  tellSizes(target);
  fitBoxes(target);
  balance(target);
  keepPlace?.();
}

/** Where zoom begins, Firefox forgets that text of the usual size is smaller in these: then it is told the size. */
function tellSizes(target: HTMLElement): void {
  const texts = [...target.querySelectorAll<HTMLElement>('pre,code,kbd,samp,tt')];
  const sizeOf = (text: HTMLElement) => getComputedStyle(text).fontSize;
  forget(texts, 'font-size');
  if (!texts.length || !target.hasAttribute(attribute)) return;
  target.removeAttribute(attribute);
  const sizes = texts.map(sizeOf);
  target.setAttribute(attribute, '');
  texts.forEach((text, index) => {
    if (sizeOf(text) === sizes[index]) return;
    told.add(text);
    text.style.fontSize = sizes[index]!;
  });
}

/**
 * On a phone, where a headline may have more lines than browsers balance, it is only `pretty`. That does not help where
 * lines are as short as a word or two: there, what can be balanced is.
 */
function balance(target: HTMLElement): void {
  const headings = [...target.querySelectorAll<HTMLElement>('article-headline>:is(h1,h2,h3,h4,h5,h6)')];
  forget(headings, 'text-wrap');
  if (!target.hasAttribute(attribute)) return;
  const range = new Range();
  for (const heading of headings) {
    if (heading.style.textWrap) continue; // the page's own
    told.add(heading);
    heading.style.textWrap = 'balance';
    range.selectNodeContents(heading);
    if (range.getClientRects().length > mostBalanced) heading.style.textWrap = 'pretty';
  }
}

function forget(elements: HTMLElement[], property: string): void {
  for (const element of elements) if (told.delete(element)) dropStyle(element, property);
}
