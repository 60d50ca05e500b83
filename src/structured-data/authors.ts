import {parseAuthors, type BylineAuthor} from '../text/authors.js';
import {addressOf, given, textOf} from './read.js';
import type {StructuredAuthor} from './types.js';

/** The authors of every byline; who is named in a second byline again is the same. */
export function readAuthors(root: ParentNode): StructuredAuthor[] {
  const known = new Set<string>();
  return [...root.querySelectorAll('article-byline')].flatMap((byline) => {
    const fresh = authorsOf(byline).filter((author) => !known.has(keyOf(author)));
    fresh.forEach((author) => known.add(keyOf(author)));
    return fresh;
  });
}

function keyOf({name, url}: StructuredAuthor): string {
  return `${name} ${url}`;
}

function authorsOf(byline: Element): StructuredAuthor[] {
  const named = [parseAuthors(given(byline, 'authors')) ?? []]
    .flat()
    .flatMap((author: unknown) => fromObject(byline, author));
  const links = [...byline.querySelectorAll('[rel~=author], [itemprop~=author]')];
  const elements = links.length
    ? links
    : [...byline.children].filter((child) => /\p{L}/u.test(textOf(child)));
  // In free words the page's own names are to be believed, not what the words can be cut into.
  if (named.length && !byline.childElementCount) return named;
  if (elements.length) return elements.map(fromElement);
  return namesIn(textOf(byline), given(byline, 'separator')).map((name) => ({'@type': 'Person', name}));
}

function fromObject(byline: Element, author: unknown): StructuredAuthor | [] {
  const {name, href, role, image, type} = (
    typeof author === 'string' ? {name: author} : Object(author)
  ) as BylineAuthor;
  if (typeof name !== 'string' || !textOf(name)) return [];
  const isOrganization = type === 'Organization';
  return known({
    '@type': isOrganization ? 'Organization' : 'Person',
    name: textOf(name),
    url: addressOf(byline, href),
    jobTitle: (!isOrganization && textOf(role)) || undefined,
    image: addressOf(byline, image),
  });
}

/** An author of the page's own; microdata may say that it is an organisation. */
function fromElement(element: Element): StructuredAuthor {
  const link = element.matches('a[href]') ? element : element.querySelector('a[href]');
  const isOrganization = /Organization$/.test(element.closest('[itemtype]')?.getAttribute('itemtype') ?? '');
  return known({
    '@type': isOrganization ? 'Organization' : 'Person',
    name: textOf(element.querySelector('[itemprop~=name]') ?? element),
    url: addressOf(element, link?.getAttribute('href')),
  });
}

/** The names in words such as `Bài và ảnh: Nhã Phương - Thanh Nhả`. */
function namesIn(text: string, separator: unknown): string[] {
  // “and others”, “và cộng sự”: words without a capital letter, in a script that has them, are nobody's name.
  const names = text.replace(/^[^:]*:/, '').replace(/\s(và|and)\s[^\p{Lu}\p{Lo}]+$/u, '');
  const parts =
    typeof separator === 'string' && separator.trim() && names.includes(separator)
      ? names.split(separator)
      : names.split(/\s+[-–—|&]\s+|\s*[,;]\s*|\s+(?:và|and)\s+/);
  return parts.map((name) => name.trim()).filter(Boolean);
}

function known(author: StructuredAuthor): StructuredAuthor {
  return Object.fromEntries(
    Object.entries(author).filter(([, value]) => value !== undefined),
  ) as unknown as StructuredAuthor;
}
