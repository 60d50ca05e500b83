import {css} from 'lit';
import {adoptStyles} from '../shared/adopt-styles.js';
import {isBlank} from '../shared/light-content.js';

const tight = 'data-article-text-tight';
const wide = 'data-article-text-wide'; // scrolls by itself, as a table does
const leastRoom = 8; // times the size of the text: less is a word or two a line
const media = 'img,video,iframe,embed,object,canvas,svg,audio';

// What moves a box by its width belongs to that: left: 50%; margin-left: -50vw; width: 100vw.
const styles = css`
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

    :is(ul, ol)[data-article-text-tight='within'] {
      padding-inline: 1.5em 0 !important; /* its marks stand there */
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
  adoptStyles(target, styles);

  let unfit = findUnfit(target);
  for (let marks = nextMarks(unfit); marks.boxes.length; marks = nextMarks(unfit)) {
    for (const box of marks.boxes) box.setAttribute(marks.name, marks.value);
    unfit = findUnfit(target);
  }
  if (!unfit.stuck.length) return;
  for (const box of unfit.stuck)
    for (let around = box; around !== target; around = around.parentElement!)
      around.setAttribute(tight, 'within');
  const {stuck} = findUnfit(target);
  for (const box of stuck) {
    const parent = box.parentElement!;
    if (!stuck.includes(parent)) (parent === target ? box : parent).setAttribute(wide, '');
  }
}

/** The gentlest that helps. */
function nextMarks({loose, padded, rows}: Unfit): {boxes: Element[]; name: string; value: string} {
  if (loose.length) return {boxes: loose, name: tight, value: ''};
  if (padded.length) return {boxes: padded, name: tight, value: 'within'};
  return {boxes: rows, name: wide, value: ''};
}

interface Unfit {
  /** The outermost boxes that are wider than the window. */
  loose: Element[];
  /** Those that leave little room for words by their padding and margin. */
  padded: Element[];
  /** Those that are too wide although they have been made tight. */
  stuck: Element[];
  /** Those in which such boxes stand beside each other. */
  rows: Element[];
}

function findUnfit(target: HTMLElement): Unfit {
  const loose: Element[] = [];
  const padded = new Set<Element>();
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
  const look = (parent: Element, zoom: number, around: Element[], taken: number): void => {
    for (const box of parent.children) {
      const style = getComputedStyle(box);
      if (/abs|fix/.test(style.position)) continue; // a menu that waits beyond the edge, say
      if (box.matches(media) && box.clientWidth > target.clientWidth) continue; // and was before
      // As for the place: Safari measures in zoomed pixels.
      const own = 'currentCSSZoom' in box ? 1 : zoom * +style.zoom;
      const isOpen = style.overflowX === 'visible';
      const words = [...box.childNodes].filter((node) => node instanceof Text && !isBlank(node.data));
      const isOut = [box, ...(isOpen ? words : [])].some((node) => passesEdge(node, own));
      if (isOut && !box.hasAttribute(tight)) {
        loose.push(box); // and what is in it may fit then
        continue;
      }
      if (isOut) stuck.push(box);
      const {padding, margin} = spaceOf(style);
      const more = (padding + margin) * (box.currentCSSZoom ?? own);
      const boxes = more && box.getAttribute(tight) !== 'within' ? [...around, box] : around;
      const room = (box.clientWidth - padding) / parseFloat(style.fontSize);
      if (words.length && style.display !== 'inline' && room < leastRoom)
        if (taken + more > target.clientWidth / 2) boxes.forEach((one) => padded.add(one));
      if (isOpen) look(box, own, boxes, taken + more);
    }
  };
  look(target, 1, [], 0);
  const rows = stuck.map((box) => box.parentElement!).filter((box) => box !== target && isRow(box));
  return {loose, padded: [...padded], stuck, rows};
}

function spaceOf({paddingLeft, paddingRight, marginLeft, marginRight}: CSSStyleDeclaration) {
  return {
    padding: parseFloat(paddingLeft) + parseFloat(paddingRight),
    margin: Math.max(0, parseFloat(marginLeft) + parseFloat(marginRight)),
  };
}

/** Whether boxes stand beside each other in it, and it has not been told otherwise. */
function isRow(box: Element): boolean {
  return !box.hasAttribute(wide) && /grid|flex/.test(getComputedStyle(box).display);
}
