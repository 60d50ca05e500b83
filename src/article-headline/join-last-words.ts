/*
 * In many short lines browsers give up balancing, or end on a single word. Where a heading has such lines, its last two
 * words are joined by a no-break space if they fit on a line. Headlines on narrow screens load this.
 */
import type {ArticleHeadline} from './article-headline.element.js';

/** White space in a text of the page, and the no-break space that stands there now. */
interface Join {
  text: Text;
  at: number;
  was: string;
  is: string;
}

// Of `héc-ta` the last half is enough. A no-break space of the page's own is a part of a word.
const lastTwo = /((?:[^\s-]|\xa0)+)([^\S\xa0]+)((?:\S|\xa0)+)\s*$/;
const headings = 'h1,h2,h3,h4,h5,h6';

const looks = new WeakMap<ArticleHeadline, () => void>();

/** To be called when the size of a heading has changed; its words, and their font, are followed from then on. */
export function joinLastWords(headline: ArticleHeadline): void {
  if (!looks.has(headline)) looks.set(headline, follow(headline));
  looks.get(headline)!();
}

function follow(headline: ArticleHeadline): () => void {
  const roots = [headline, headline.renderRoot];
  let joins: Join[] = [];
  let isDue = false;
  const look = () => {
    if (isDue) return;
    isDue = true;
    // Within a ResizeObserver nothing may change its size; and a page that is not looked at has no frames.
    setTimeout(() => {
      isDue = false;
      joins.forEach(separate);
      joins = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(headings)].flatMap(joinIn));
      observer.takeRecords();
    });
  };
  const observer = new MutationObserver(look);
  for (const root of roots) observer.observe(root, {childList: true, characterData: true, subtree: true});
  void document.fonts.ready.then(look);
  return look;
}

/** Joins the last two words of a heading if they stand on two lines, and would fit on one; not while they are edited. */
function joinIn(heading: HTMLElement): Join[] {
  if (heading.isContentEditable) return [];
  const texts: Text[] = [];
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const found = lastTwo.exec(texts.map(({data}) => data).join(''));
  if (!found) return [];
  const [, word, space, last] = found as unknown as [string, string, string, string];
  const spaceAt = found.index + word.length;
  const lastAt = spaceAt + space.length;
  const pair = rangeOf(texts, found.index, lastAt + last.length);
  const letter = rangeOf(texts, lastAt, lastAt + 1);
  if (isOneLine(pair, letter)) return [];
  const made: Join[] = [];
  let start = 0;
  for (const text of texts) {
    const [at, end] = [spaceAt, lastAt].map((index) => Math.max(0, Math.min(index - start, text.length)));
    start += text.length;
    if (at === end) continue;
    const join = {text, at: at!, was: text.data.slice(at, end), is: made.length ? '' : '\xa0'};
    text.replaceData(join.at, join.was.length, join.is);
    made.push(join);
  }
  const box = heading.getBoundingClientRect();
  const {left, right} = pair.getBoundingClientRect();
  if (isOneLine(pair, letter) && left > box.left - 1 && right < box.right + 1) return made;
  made.forEach(separate);
  return [];
}

/** Two lines are higher than one and a half, however tight they are set. */
function isOneLine(words: Range, letter: Range): boolean {
  // Where a line begins within a word, WebKit has an empty box at the end of the line before.
  const boxes = [...words.getClientRects()].filter(({width}) => width);
  const height = Math.max(...boxes.map(({bottom}) => bottom)) - Math.min(...boxes.map(({top}) => top));
  return !(height > 1.5 * letter.getBoundingClientRect().height);
}

/** The page may have other words by now. */
function separate({text, at, was, is}: Join): void {
  if (at <= text.length && text.data.startsWith(is, at)) text.replaceData(at, is.length, was);
}

/** What stands between two places in several texts, counted through all of them. */
function rangeOf(texts: Text[], from: number, to: number): Range {
  const range = new Range();
  let start = 0;
  for (const text of texts) {
    const end = start + text.length;
    if (start <= from && from < end) range.setStart(text, from - start);
    if (start < to && to <= end) range.setEnd(text, to - start);
    start = end;
  }
  return range;
}
