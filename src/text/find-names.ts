/* The names of authors in words of the page's own. Pages load this when a byline has such words and authors beside them. */
import type {BylineAuthor} from './authors.js';

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
