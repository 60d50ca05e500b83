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
  /** What schema.org calls it; default `Person`. */
  type?: 'Person' | 'Organization';
}

/** Reads the `authors` attribute: names parted by `;`, or JSON. Frameworks may set such a text as the property too. */
export function parseAuthors(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  if (!/^\s*[[{]/.test(given)) return given.match(/[^\s;]([^;]*[^\s;])?/g);
  try {
    return JSON.parse(given);
  } catch {
    return [[given]]; // a list is no author: the text will be rejected
  }
}

/**
 * An address that may stand in a link. A colon before any `/`, `?` or `#` ends a scheme, and any scheme but these
 * three may be a script, however it is disguised.
 */
export const link = /^\s*(https?:\/\/[^[]|mailto:|[^:]*([/?#]|$))/i;
