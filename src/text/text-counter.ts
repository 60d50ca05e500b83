import type {CountOptions} from './count.js';
import {countCharacters} from './units.js';

/*
 * Characters that join none of their neighbours of this kind: Latin with all of Vietnamese, its signs, Cyrillic, the
 * letters of Arabic and Thai without their marks, kana, Chinese and Korean.
 */
const apart =
  ' -\u02FF\u0400-\u0482\u048A-\u052F\u0620-\u064A\u0671-\u06D3\u0E01-\u0E2F\u0E40-\u0E44\u1E00-\u1EFF' +
  '\u2010-\u2027\u3000-\u3029\u3041-\u3096\u309B-\u30FF\u3400-\u9FFF\uAC00-\uD7A3\uFF01-\uFF60';
const onlyApart = new RegExp(`^[\n${apart}]*$`);

// Where a text may be cut, so that its parts count as the whole: around a line feed, and between two such characters.
const cut = new RegExp(`^\n|[^\r]\n|[${apart}]{2}`);
const canCut = (text: string, at: number): boolean => !text[at] || cut.test(text.slice(at - 1, at + 1));

/** As `countCharacters`; the short parts around a key need none of its care, and no Intl object. */
function countPart(text: string, options: CountOptions): number {
  const simple = options.unit !== 'utf-8' && options.newline !== 'crlf' && onlyApart.test(text);
  return simple ? text.length : countCharacters(text, options);
}

/** The most characters for which two texts are the same. Halving leaves the comparing to the engine, which is fast. */
function longest(most: number, same: (from: number, to: number) => boolean): number {
  if (most && same(0, most)) return most; // as for a key at the end
  let found = 0;
  while (found < most) {
    const middle = (found + most + 1) >> 1;
    if (same(found, middle)) found = middle;
    else most = middle - 1;
  }
  return found;
}

/** Counts a text that somebody edits: only what has changed since the last time is counted again. */
export class TextCounter {
  #text = '';
  #count = 0;
  #way = '';

  /** The same number as `countCharacters` gives. */
  readonly count = (text: string, options: CountOptions = {}): number => {
    const way = `${options.unit} ${options.newline}`;
    const before = way === this.#way ? this.#text : '';
    if (!before) this.#count = 0;
    this.#way = way;
    if (text === before) return this.#count;
    this.#text = text;
    const [was, is] = [before.length, text.length];
    const most = Math.min(was, is);
    let start = longest(most, (from, to) => before.slice(from, to) === text.slice(from, to));
    let end = longest(
      most - start,
      (from, to) => before.slice(was - to, was - from) === text.slice(is - to, is - from),
    );
    while (start && !(canCut(before, start) && canCut(text, start))) start--;
    while (end && !(canCut(before, was - end) && canCut(text, is - end))) end--;
    this.#count +=
      countPart(text.slice(start, is - end), options) - countPart(before.slice(start, was - end), options);
    return this.#count;
  };
}
