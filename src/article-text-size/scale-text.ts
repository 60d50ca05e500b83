import {adoptStyles} from '../shared/adopt-styles.js';
import {isBlank} from '../shared/light-content.js';
import {Lazy} from '../shared/lazy.js';
import rules from './scale-text.styles.js';

/*
 * Scales all text of a target by one ratio, whatever unit it is set in, and leaves the site's CSS alone: CSS zoom on
 * what stands in the target, its inverse on media. Not on the target itself, whose width, padding and limit would grow.
 */

const scaleProperty = '--article-text-scale';
const attribute = 'data-article-text-scale';
const wide = 'data-article-text-wide';
const wrapper = 'article-text';
const boxes = 'figure,table:has(img),[style*=width]:has(>:is(img,video,iframe,embed,object))';

const fitted = new WeakMap<Element, string>();

const places = new Lazy(() => import('./remember-place.js'));
const mending = new Lazy(() => import('./mend-text.js'));

/** To be called before a reader presses: what keeps the place is not needed for the first paint. */
export const preparePlaces = (): void => void places.want(() => {});

/** Shows the target's text at a scale; at 1 nothing is left on it. The line being read stays where it was. */
export function scaleText(target: HTMLElement, scale: number): void {
  const all = (what: string) => [...target.querySelectorAll<HTMLElement>(what)];
  const keepPlace = places.value?.rememberPlace(target);
  if (scale === 1) {
    target.removeAttribute(attribute);
    dropStyle(target, scaleProperty);
    for (const wrapped of all(wrapper)) wrapped.replaceWith(...wrapped.childNodes);
  } else {
    adoptStyles(target, rules);
    target.setAttribute(attribute, '');
    target.style.setProperty(scaleProperty, String(scale));
    for (const box of [target, ...all(boxes)]) box.childNodes.forEach(wrap);
  }
  fitText(target, scale);
  keepPlace?.();
}

/** Sees to it that nothing scrolls sideways. */
export function fitText(target: HTMLElement, scale: number): void {
  fitTables(target, scale);
  mending.value?.mendText(target, places);
  if (scale !== 1) void mending.want(() => mending.value!.mendText(target, places));
}

/**
 * A table cannot break its words: one that is wider than what it stands in scrolls by itself. Only where something has
 * changed is it shown as it would be without, which Chromium counts as a shift of what scrolls, though nothing moves.
 */
function fitTables(target: HTMLElement, scale: number): void {
  const tables = target.querySelectorAll('table');
  const overflows = (box: Element) => box.scrollWidth > box.clientWidth + 1;
  const widths = (table: Element) =>
    [scale, table.parentElement!.clientWidth, table.clientWidth, table.scrollWidth].join();
  for (const table of tables) {
    const parent = table.parentElement!;
    if (fitted.get(table) === widths(table)) continue;
    table.toggleAttribute(wide, false);
    if (scale === 1) continue;
    const sticksOut = overflows(parent);
    table.toggleAttribute(wide, true);
    table.toggleAttribute(wide, overflows(table) || (sticksOut && !overflows(parent)));
  }
  for (const table of tables) fitted.set(table, widths(table));
}

/** Takes a property of an element's own style away, and the style when nothing is left of it. */
export function dropStyle(element: HTMLElement, property: string): void {
  element.style.removeProperty(property);
  if (!element.getAttribute('style')) element.removeAttribute('style');
}

/** Only elements can be zoomed: words that stand in the target itself, or in a box that keeps its size, get their own. */
function wrap(words: Node): void {
  if (!(words instanceof Text) || isBlank(words.data)) return;
  const element = document.createElement(wrapper);
  words.replaceWith(element);
  element.append(words);
}
