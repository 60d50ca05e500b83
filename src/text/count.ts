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
export function normalizeText(text: string, newline?: Newline): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .normalize('NFC');
  return newline === 'crlf' ? lines.replaceAll('\n', '\r\n') : lines;
}

/** Counts what most databases count: the code points after `normalizeText`. */
export function countCodePoints(text: string, {newline}: CountOptions = {}): number {
  return [...normalizeText(text, newline)].length;
}
