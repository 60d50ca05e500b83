import {isBlank} from '../shared/light-content.js';
import rules from './scale-text.styles.js';

/*
 * Scales all text of a target by one ratio, whatever unit it is set in, and leaves the site's CSS alone: CSS zoom on
 * what stands in the target, its inverse on media. Not on the target itself, whose width, padding and limit would grow.
 */

const scaleProperty = '--article-text-scale';
const attribute = 'data-article-text-scale';
const wrapper = 'article-text';

/** Shows the target's text at a scale; at 1 nothing is left on it. The line being read stays where it was. */
export function scaleText(target: HTMLElement, scale: number): void {
  const keepPlace = rememberPlace(target);
  if (scale === 1) {
    target.removeAttribute(attribute);
    target.style.removeProperty(scaleProperty);
    if (!target.getAttribute('style')) target.removeAttribute('style');
    for (const wrapped of target.querySelectorAll(wrapper)) wrapped.replaceWith(...wrapped.childNodes);
  } else {
    const {adoptedStyleSheets} = target.getRootNode() as Document | ShadowRoot;
    if (!adoptedStyleSheets.includes(rules.styleSheet!)) adoptedStyleSheets.push(rules.styleSheet!);
    target.setAttribute(attribute, '');
    target.style.setProperty(scaleProperty, String(scale));
    for (const node of target.childNodes) if (node instanceof Text && !isBlank(node.data)) wrap(node);
  }
  keepPlace();
}

/** Only elements can be zoomed: words that stand in the target itself get one of their own. */
function wrap(words: Text): void {
  const element = document.createElement(wrapper);
  words.replaceWith(element);
  element.append(words);
}

/** Notes what stands at the top of the window; the answer scrolls it back there. */
function rememberPlace(target: HTMLElement): () => void {
  const texts = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
  const text = new Range();
  const box = () => {
    text.selectNodeContents(texts.currentNode);
    const {top, height} = text.getBoundingClientRect();
    // Safari, the engine that does not tell an element's zoom, measures from the document's edge in zoomed pixels.
    const zoom =
      'currentCSSZoom' in Element.prototype ? 1 : +target.style.getPropertyValue(scaleProperty) || 1;
    return {top: height && (top + scrollY) * zoom - scrollY, height: height * zoom}; // white space has no height
  };
  const isAbove = ({top, height} = box()) => top + height <= 0;
  const {top: start, bottom: end} = target.getBoundingClientRect();
  while (texts.nextNode() && isAbove());
  const {top, height} = box();
  // A line moves within its text as the text grows, so the share of it above the window is what is kept.
  const share = Math.max(0, -top / (height || 1));
  return () => {
    if (start > 0) return; // it begins within the window
    const now = box();
    const moved =
      end > 0 ? now.top + share * now.height - Math.max(0, top) : target.getBoundingClientRect().bottom - end;
    scrollBy({top: moved, behavior: 'instant'});
  };
}
