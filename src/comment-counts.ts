/*
 * Numbers of comments on the teasers of an index page. Importing this module fills them in:
 *
 *   <body data-article-comments-src="/api/comments">
 *     <a href="/story#comments" data-article-comments-count="story">Ý kiến</a>   becomes   Ý kiến (12)
 *
 * All that the page has are asked for at once, and those that come later, together again.
 */
import {fetchCommentCounts} from './comments/counts.js';
import {nearestAttribute} from './shared/context.js';

const marked = 'data-article-comments-count';
const asked = new WeakMap<Element, string>();
let observer: MutationObserver | undefined;

/**
 * Writes the number of comments into every `<a data-article-comments-count="ID">` under a root: in place of a number
 * in its text, else behind it in brackets. Where it is not known, the text stays. Never throws.
 */
export async function writeCommentCounts(root: ParentNode = document): Promise<void> {
  const groups = new Map<string, Element[]>();
  for (const link of root.querySelectorAll(`[${marked}]`)) {
    const id = link.getAttribute(marked)!;
    const src = nearestAttribute(link, 'data-article-comments-src');
    if (!id || !src || asked.get(link) === id) continue;
    asked.set(link, id);
    const source = nearestAttribute(link, 'data-article-comments-source') ?? 'rest';
    const key = `${source} ${src}`;
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  await Promise.all([...groups].map(([key, links]) => fill(key, links)));
}

async function fill(key: string, links: Element[]): Promise<void> {
  const [source, src] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
  const idOf = (link: Element): string => asked.get(link)!;
  try {
    const counts = await fetchCommentCounts(src, links.map(idOf), {source});
    for (const link of links) {
      const count = counts.get(idOf(link));
      if (count !== undefined) writeCount(link, count);
    }
  } catch (error) {
    console.warn(
      `[article-widgets] data-article-comments-src="${src}": no numbers of comments came: ${error}`,
    );
  }
}

// A text node that ends in a number keeps all its words and its elements; a number printed by the server is replaced.
function writeCount(link: Element, count: number): void {
  const number = groupDigits(count, nearestAttribute(link, 'lang') ?? 'en');
  const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  let last: Node | undefined;
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const before = node.nodeValue ?? '';
    const after = before.replace(/\d[\d.,\u00a0\u202f]*\d|\d/, number);
    if (/\d/.test(before)) {
      if (after !== before) node.nodeValue = after;
      return;
    }
    if (before.trim()) last = node;
  }
  if (last) last.nodeValue = `${last.nodeValue!.trimEnd()} (${number})`;
  else link.append(number);
}

function groupDigits(count: number, lang: string): string {
  try {
    return count.toLocaleString(lang, {numberingSystem: 'latn'});
  } catch {
    return String(count); // no such language
  }
}

/** Fills in what is there, and from now on what comes. */
function watch(): void {
  void writeCommentCounts();
  observer ??= new MutationObserver(() => void writeCommentCounts());
  observer.observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: [marked]});
}

if (globalThis.document) watch();
