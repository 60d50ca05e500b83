import {isBlank} from '../shared/light-content.js';

/** One author of a story: a person or an organisation. */
export interface BylineAuthor {
  /** The name, as it is read. */
  name: string;
  /** Address of the author's page, or a `mailto:`. */
  href?: string;
  /** What they did or are, shown after the name. */
  role?: string;
  /** Address of a small portrait. */
  image?: string;
}

/** Reads the `authors` attribute: names parted by `;`, or JSON. Broken JSON is given back as it was. */
export function parseAuthors(text: string | null): unknown {
  if (text === null) return undefined;
  if (!/^\s*[[{]/.test(text)) return text.trim().split(/\s*;\s*/);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Sorts what was given into authors that can be shown and values that are wrong. Blank names are passed over. */
export function checkAuthors(given: unknown): {authors: BylineAuthor[]; wrong: unknown[]} {
  const parsed = typeof given === 'string' ? parseAuthors(given) : (given ?? []);
  if (typeof parsed !== 'object') return {authors: [], wrong: [given]};
  const authors: BylineAuthor[] = [];
  const wrong: unknown[] = [];
  for (const item of [parsed].flat()) {
    const author = (typeof item === 'string' ? {name: item} : {...item}) as BylineAuthor;
    const {name, href} = author;
    if (typeof name !== 'string') wrong.push(item);
    else if (!isBlank(name)) authors.push(author);
    if (href && !isLink(href)) {
      wrong.push(href);
      delete author.href;
    }
  }
  return {authors, wrong};
}

/** Whether an address may stand in a link: no `javascript:` or the like, however it is disguised. */
function isLink(href: string): boolean {
  try {
    return /^(https?|mailto):$/.test(new URL(href, 'https://page.example').protocol);
  } catch {
    return false;
  }
}
