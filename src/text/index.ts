/** What counts as one character. */
export type CountUnit = 'code-point' | 'grapheme' | 'utf-16' | 'utf-8';

/** How a line break is counted and submitted: one character, or the two of a native form post. */
export type Newline = 'lf' | 'crlf';

/** How `countCharacters` counts. */
export interface CountOptions {
  /** Default `code-point`: what MySQL, PostgreSQL, Go and Python count, and for Vietnamese the same as letters seen. */
  unit?: CountUnit;
  /** Default `lf`. */
  newline?: Newline;
}

/** The units that can be counted in. */
export const countUnits: readonly CountUnit[] = ['code-point', 'grapheme', 'utf-16', 'utf-8'];

/**
 * The text as it is counted, and as it must be sent: in NFC, so that text typed on a Mac counts as text typed anywhere
 * else; with one kind of line break; with U+FFFD for halves of surrogate pairs, as every encoder would write them.
 */
export function normalizeText(text: string, newline: Newline = 'lf'): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC');
  return newline === 'crlf' ? lines.replaceAll('\n', '\r\n') : lines;
}

/** Counts the characters of a text after `normalizeText`; the same number in a browser and on a server. */
export function countCharacters(text: string, options: CountOptions = {}): number {
  const {unit = 'code-point', newline = 'lf'} = options;
  const normal = normalizeText(text, newline);
  switch (unit) {
    case 'utf-16':
      return normal.length;
    case 'utf-8':
      return new TextEncoder().encode(normal).length;
    case 'grapheme':
      return countGraphemes(normal);
    default:
      // Every code point past U+FFFF takes a pair of units, which starts with one of these.
      return normal.length - (normal.match(/[\uD800-\uDBFF]/g)?.length ?? 0);
  }
}

let segmenter: Intl.Segmenter | undefined;

function countGraphemes(text: string): number {
  segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}
