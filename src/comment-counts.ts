/*
 * Numbers of comments on the teasers of an index page. Importing this module fills them in:
 *
 *   <body data-article-comments-src="/api/comments">
 *     <a href="/story#comments" data-article-comments-count="story">Ý kiến</a>   becomes   Ý kiến (12)
 *
 * All that the page has are asked for at once, and those that come later, together again.
 */
import {fetchCommentCounts} from './comments/counts.js';
import {nearestAttribute} from './shared/nearest.js';

const marked = 'data-article-comments-count';
const asked = new WeakMap<Element, string>();
let observer: MutationObserver | undefined;

/**
 * Writes the number of comments into every `<a data-article-comments-count="ID">` under a root: in place of the one
 * that the server printed, `Ý kiến (7)`, `7 ý kiến` or `7`, else behind its text in brackets. Where it is not known, the text stays. Never throws.
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

// A number in brackets at the end, or one that begins the text and has no more than its unit behind it. Other numbers
// are part of what is said: "Giá lúa 2024: ý kiến (7)".
const digits = String.raw`(?:\d[\d.,\u00a0\u202f]*\d|\d)`;
const printed = new RegExp(
  String.raw`([(（]\s*)${digits}(?=\s*[)）][^\p{L}\p{N}]*$)|^(\s*)${digits}(?=(\s*[^\s\d]+){0,2}\s*$)`,
  'u',
);

// Only the text node with the number is written to: the link keeps its elements.
function writeCount(link: Element, count: number): void {
  const number = groupDigits(count, nearestAttribute(link, 'lang') ?? 'en');
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) if (walker.currentNode.nodeValue!.trim()) texts.unshift(walker.currentNode);
  const [last] = texts;
  const node = texts.find(({nodeValue}) => printed.test(nodeValue!));
  if (node) write(node, node.nodeValue!.replace(printed, `$1$2${number}`));
  else if (last) last.nodeValue = `${last.nodeValue!.trimEnd()} (${number})`;
  else link.append(number);
}

function write(node: Node, text: string): void {
  if (node.nodeValue !== text) node.nodeValue = text;
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
