/*
 * Scales all text of a target by one ratio, whatever unit it is set in, and leaves the site's CSS alone: CSS zoom on
 * the target, its inverse on media. A zoomed `max-width` would widen the column, so the column's own cap is kept.
 */

const scaleProperty = '--article-text-scale';
const columnProperty = '--article-text-column';
const attribute = 'data-article-text-scale';

const rules = `@media screen {
  [${attribute}] { zoom: var(${scaleProperty}); max-inline-size: var(${columnProperty}) !important; }
  [${attribute}] :is(img, video, iframe, embed, object, canvas, svg, audio) { zoom: calc(1 / var(${scaleProperty})); }
}`;
let sheet: CSSStyleSheet | undefined;

/** Shows the target's text at a scale; at 1 nothing is left on it. The line being read stays where it was. */
export function scaleText(target: HTMLElement, scale: number): void {
  const keepPlace = rememberPlace(target);
  clear(target);
  if (scale !== 1) {
    adoptRules(target);
    const cap = parseFloat(getComputedStyle(target).maxInlineSize);
    target.style.setProperty(scaleProperty, String(scale));
    target.style.setProperty(columnProperty, cap ? `${cap / scale}px` : 'none');
    target.setAttribute(attribute, '');
  }
  keepPlace();
}

function clear(target: HTMLElement): void {
  target.removeAttribute(attribute);
  target.style.removeProperty(scaleProperty);
  target.style.removeProperty(columnProperty);
  if (!target.getAttribute('style')) target.removeAttribute('style');
}

function adoptRules(target: HTMLElement): void {
  const root = target.getRootNode() as Document | ShadowRoot;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/** Notes which block stands at the top of the window; the answer scrolls it back there. */
function rememberPlace(target: HTMLElement): () => void {
  const block = [...target.querySelectorAll('p, li, blockquote, figure, h1, h2, h3, h4, h5, h6')].find(
    (element) => element.getBoundingClientRect().bottom > 0,
  );
  const before = block?.getBoundingClientRect();
  if (!block || !before || target.getBoundingClientRect().top > 0) return () => {};
  // Inside a block the line moves as the block grows, so the share of it above the window is what is kept.
  const share = Math.max(0, -before.top) / (before.height || 1);
  return () => {
    const {top, height} = block.getBoundingClientRect();
    const wanted = before.top < 0 ? -share * height : before.top;
    globalThis.scrollBy({top: top - wanted, behavior: 'instant'});
  };
}
