import {hostOf} from '../../../src/shared/nearest.js';

/**
 * Where something stands on the screen, in the page's pixels. Safari, the engine that does not tell an element's
 * zoom, measures what is zoomed in pixels of its own, from the document's edge.
 */
export function shownRect(what: Element | Range): DOMRect {
  const {x, y, width, height} = what.getBoundingClientRect();
  const pixel = pixelOf(what);
  const left = (x + scrollX) * pixel - scrollX;
  const top = (y + scrollY) * pixel - scrollY;
  return new DOMRect(left, top, width * pixel, height * pixel);
}

/** How wide a word is, also when it is broken into lines. */
export function shownWidth(word: Range): number {
  return [...word.getClientRects()].reduce((sum, {width}) => sum + width, 0) * pixelOf(word);
}

function pixelOf(what: Element | Range): number {
  if ('currentCSSZoom' in Element.prototype) return 1;
  let pixel = 1;
  let from = what instanceof Range ? what.startContainer.parentElement : what;
  for (; from; from = from.parentElement ?? hostOf(from)) pixel *= Number(getComputedStyle(from).zoom);
  return pixel;
}

/** Every text inside that is shown, with the range of its first word. */
export function firstWords(root: Element): {text: Text; word: Range}[] {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const at = /\S+/.exec(text.data);
    if (!at) continue;
    const word = new Range();
    word.setStart(text, at.index);
    word.setEnd(text, at.index + at[0].length);
    if (word.getClientRects().length) found.push({text, word});
  }
  return found;
}
