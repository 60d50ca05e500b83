import {countCodePoints, normalizeText, type CountOptions} from './count.js';

const windowSize = 500;
let segmenter: Intl.Segmenter | undefined; // the first costs a page 25 ms: made when it is asked for

/** Counts the characters of a text after `normalizeText`; the same number in a browser and on a server. */
export function countCharacters(text: string, options: CountOptions = {}): number {
  const {unit, newline} = options;
  if (unit === 'utf-16') return normalizeText(text, newline).length;
  if (unit === 'utf-8') return new TextEncoder().encode(normalizeText(text, newline)).length;
  return unit === 'grapheme' ? countGraphemes(normalizeText(text, newline)) : countCodePoints(text, options);
}

/**
 * Counts window by window. Node copies the whole text for each character that its segmenter finds: 50,000 characters
 * at once would take it seconds and gigabytes.
 */
function countGraphemes(text: string): number {
  segmenter ??= new Intl.Segmenter();
  let [count, start, size] = [0, 0, windowSize];
  while (start < text.length) {
    let end = start + size;
    if (/[\uDC00-\uDFFF]/.test(text.charAt(end))) end++; // not between the halves of a pair
    const found = [...segmenter.segment(text.slice(start, end))];
    if (end >= text.length) return count + found.length;
    const last = found.at(-1)!.index; // this one may go on in the next window
    if (last) count += found.length - 1;
    start += last;
    size = last ? windowSize : size * 2;
  }
  return count;
}
