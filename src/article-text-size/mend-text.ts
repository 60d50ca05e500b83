/* What zoom alone does wrong in a few articles. Pages whose text is scaled load this. */
import type {Lazy} from '../shared/lazy.js';
import {fitBoxes} from './fit-boxes.js';
import {dropStyle} from './scale-text.js';

const attribute = 'data-article-text-scale';
const told = new WeakSet<HTMLElement>();
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
  keepPlace?.();
}

/** Where zoom begins, Firefox forgets that text of the usual size is smaller in these: then it is told the size. */
function tellSizes(target: HTMLElement): void {
  const texts = [...target.querySelectorAll<HTMLElement>('pre,code,kbd,samp,tt')];
  const sizeOf = (text: HTMLElement) => getComputedStyle(text).fontSize;
  for (const text of texts) if (told.delete(text)) dropStyle(text, 'font-size');
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
