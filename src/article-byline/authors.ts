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

/** Reads the `authors` attribute: names parted by `;`, or JSON. JSON that is broken is given back as it was. */
export function readAuthors(text: string | null): unknown {
  if (text === null) return undefined;
  if (!/^\s*[[{]/.test(text)) return text.split(';');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** An author from a name or an object, if it is one. */
export function toAuthor(given: unknown): BylineAuthor | undefined {
  const author: BylineAuthor = typeof given === 'string' ? {name: given} : Object(given);
  return typeof author.name === 'string' ? author : undefined;
}

/** Whether an address may stand in a link: no `javascript:` or the like, however it is disguised. */
export function isLink(href: string): boolean {
  try {
    return /^(https?|mailto):$/.test(new URL(href, 'https://page.example').protocol);
  } catch {
    return false;
  }
}
