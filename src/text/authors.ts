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

/**
 * Cuts a text at the names in it. Longer names are looked for first, so that Sam Levin is not found in Sam Levine, and
 * each author is met once: two people of one name are two. What is found keeps the words of the text, whose spaces and
 * Unicode form may be others.
 */
export function findNames(text: string, authors: readonly BylineAuthor[]): (string | BylineAuthor)[] {
  const unmet = [...authors];
  const names = unmet
    .map(({name}) =>
      alike(name)
        .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
        .replaceAll(' ', '\\s+'),
    )
    .sort((a, b) => b.length - a.length);
  if (!names[0]) return [text];
  const pieces = decompose(text).split(
    RegExp(`(?<![\\p{L}\\p{M}])(${names.join('|')})(?![\\p{L}\\p{M}])`, 'u'),
  );
  const letters = text[Symbol.iterator]();
  return pieces.map((piece) => {
    let name = '';
    for (let left = piece.length; left > 0;) {
      const letter = letters.next().value as string;
      left -= decompose(letter).length;
      name += letter;
    }
    const at = unmet.findIndex((author) => alike(author.name) === alike(piece));
    return at < 0 ? name : {...unmet.splice(at, 1)[0]!, name};
  });
}

/** Decomposed, a text is as long as its characters are, each by itself: so the place in the page's own text is found. */
function decompose(text: string): string {
  return text.normalize('NFD');
}

function alike(text: string): string {
  return decompose(text).replace(/\s+/g, ' ');
}
