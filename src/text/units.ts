import {countCodePoints, normalizeText, type CountOptions} from './count.js';

let segmenter: Intl.Segmenter | undefined; // the first costs a page 25 ms: made when it is asked for

/** Counts the characters of a text after `normalizeText`; the same number in a browser and on a server. */
export function countCharacters(text: string, options: CountOptions = {}): number {
  const {unit, newline} = options;
  if (unit === 'utf-16') return normalizeText(text, newline).length;
  if (unit === 'utf-8') return new TextEncoder().encode(normalizeText(text, newline)).length;
  if (unit !== 'grapheme') return countCodePoints(text, options);
  segmenter ??= new Intl.Segmenter();
  return [...segmenter.segment(normalizeText(text, newline))].length;
}
