import {css} from 'lit';

const tight = 'data-article-text-tight';
const wide = 'data-article-text-wide'; // scrolls by itself, as a table does
const media = 'img,video,iframe,embed,object,canvas,svg,audio';

// What moves a box by its width belongs to that: left: 50%; margin-left: -50vw; width: 100vw.
const {styleSheet} = css`
  @media screen {
    [data-article-text-tight] {
      box-sizing: border-box !important;
      inset-inline: auto !important;
      margin-inline: 0 !important;
      max-inline-size: 100% !important;
      min-inline-size: 0 !important;
      text-wrap: wrap !important;
      transform: none !important;
    }

    [data-article-text-tight='within'] {
      padding-inline: 0.5em !important;
      text-indent: 0 !important;
    }

    img[data-article-text-tight] {
      block-size: auto !important;
    }

    [data-article-text-wide]:not(table) {
      display: block !important;
    }
  }
`;

/**
 * Holds within the window what the page's stylesheet makes wider: from the outside in, a box becomes no wider than what
 * it stands in. Where that is not enough, nothing is moved in, and what is too wide even then scrolls by itself.
 */
export function fitBoxes(target: HTMLElement): void {
  for (const box of target.querySelectorAll(`[${tight}],[${wide}]:not(table)`)) {
    box.removeAttribute(tight);
    box.removeAttribute(wide);
  }
  if (!target.isConnected || !target.hasAttribute('data-article-text-scale')) return;
  const {adoptedStyleSheets} = target.getRootNode() as Document | ShadowRoot;
  if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);

  let stuck: Element[];
  let changed: Element[];
  do {
    const found = findTooWide(target);
    stuck = found.stuck;
    // What does not fit beside its neighbours comes to stand below them.
    const rows = stuck.map((box) => box.parentElement!).filter((box) => box !== target && isRow(box));
    changed = found.loose.length ? found.loose : rows;
    for (const box of changed) box.setAttribute(changed === rows ? wide : tight, '');
  } while (changed.length);
  if (!stuck.length) return;
  for (const box of stuck)
    for (let around = box; around !== target; around = around.parentElement!)
      around.setAttribute(tight, 'within');
  ({stuck} = findTooWide(target));
  for (const box of stuck) {
    const parent = box.parentElement!;
    if (!stuck.includes(parent)) (parent === target ? box : parent).setAttribute(wide, '');
  }
}

/** The outermost boxes that are wider than the window, and those that are although they have been made tight. */
function findTooWide(target: HTMLElement): {loose: Element[]; stuck: Element[]} {
  const loose: Element[] = [];
  const stuck: Element[] = [];
  const {clientWidth} = document.documentElement;
  const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
  const range = new Range();

  // The edge that the page would scroll to; what hides beyond the other is meant to.
  const passesEdge = (node: Node, zoom: number): boolean => {
    range.selectNode(node);
    const {left, width} = (node instanceof Element ? node : range).getBoundingClientRect();
    const start = (left + scrollX) * zoom;
    return isRtl ? start < -0.5 : start + width * zoom > clientWidth + 0.5;
  };
  const look = (parent: Element, zoom: number): void => {
    for (const box of parent.children) {
      const style = getComputedStyle(box);
      if (/abs|fix/.test(style.position)) continue; // a menu that waits beyond the edge, say
      if (box.matches(media) && box.clientWidth > target.clientWidth) continue; // and was before
      // As for the place: Safari measures in zoomed pixels.
      const own = 'currentCSSZoom' in box ? 1 : zoom * +style.zoom;
      const isOpen = style.overflowX === 'visible';
      const words = isOpen ? [...box.childNodes].filter((node) => node instanceof Text) : [];
      const isOut = [box, ...words].some((node) => passesEdge(node, own));
      if (isOut && !box.hasAttribute(tight)) loose.push(box);
      else {
        if (isOut) stuck.push(box);
        if (isOpen) look(box, own);
      }
    }
  };
  look(target, 1);
  return {loose, stuck};
}

/** Whether boxes stand beside each other in it, and it has not been told otherwise. */
function isRow(box: Element): boolean {
  return !box.hasAttribute(wide) && /grid|flex/.test(getComputedStyle(box).display);
}
