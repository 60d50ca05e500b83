import {readAuthors} from './authors.js';
import {readDates} from './dates.js';
import {readImages} from './images.js';
import {given, textOf} from './read.js';
import type {NewsArticle} from './types.js';

export type {NewsArticle, StructuredAuthor, StructuredImage} from './types.js';

/**
 * What the widgets under a root say, for machines: schema.org's NewsArticle, as JSON-LD. It reads the same attributes,
 * properties and light content that the widgets show, and works on any DOM, a server's too; nothing is changed.
 * Gives `undefined` where there is no headline.
 */
export function newsArticle(root: Document | DocumentFragment | Element): NewsArticle | undefined {
  const header = root.querySelector('article-headline');
  const title = header?.querySelector('h1, h2, h3, h4, h5, h6');
  const headline = header && (textOf(title) || textOf(given(header, 'headline')));
  if (!headline) return undefined;
  return compact<NewsArticle>({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    ...readDates(root, header),
    author: oneOrMore(readAuthors(root)),
    image: oneOrMore(readImages(root)),
    commentCount: readCommentCount(root),
    inLanguage: header.closest('[lang]')?.getAttribute('lang') || undefined,
  });
}

/** The article as the text of a script element: `<` is written so that no comment or end tag is read in it. */
export function jsonLd(article: NewsArticle): string {
  return JSON.stringify(article).replaceAll('<', '\\u003c');
}

function readCommentCount(root: ParentNode): number | undefined {
  const comments = root.querySelector('article-comments');
  const count = comments ? Number(given(comments, 'count') ?? Number.NaN) : Number.NaN;
  return Number.isInteger(count) && count >= 0 ? count : undefined;
}

function oneOrMore<Item>(items: Item[]): Item | Item[] | undefined {
  return items.length > 1 ? items : items[0];
}

/** Without what is not known. */
function compact<Thing extends object>(thing: Thing): Thing {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as Thing;
}
