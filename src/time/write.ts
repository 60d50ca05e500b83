import {en} from '../locales/en.js';
import type {ArticleLocale, PresetName} from '../locales/registry.js';
import {writeRelative} from './relative.js';
import {isoOffset, writeTokens} from './tokens.js';
import type {Stamp} from './stamp.js';
import type {Moment} from './zone.js';

/** A way of writing a moment: one of four presets of each language, or the time passed since. */
export type DateTimeFormat = PresetName | 'relative';

/** Writes a moment by a pattern of any date-fns tokens; throws a RangeError for one that date-fns refuses. */
export type PatternWriter = (moment: Moment, pattern: string, locale: ArticleLocale) => string;

/** Gives the writer of rare tokens once a pattern needs it, throws `notYet`, or gives `undefined` where it does not come. */
export type RareWriter = () => PatternWriter | undefined;

/** The presets of each language. */
export const presets: readonly PresetName[] = ['dateline', 'clock', 'date', 'datetime'];

/** The ways of writing a moment. */
export const formats: readonly DateTimeFormat[] = [...presets, 'relative'];

/** True for the name of a way of writing a moment. */
export function isFormat(name: unknown): name is DateTimeFormat {
  return formats.includes(name as DateTimeFormat);
}

/** The format asked for, else a date's own. Midnight was not written in a date without time, so it is not claimed. */
export function formatFor({dateOnly}: Stamp, asked?: DateTimeFormat): DateTimeFormat {
  return dateOnly && (asked ?? 'relative') === 'relative' ? 'date' : (asked ?? 'dateline');
}

/** A text, and what it was written by: a pattern, or `relative`. */
export type Written = [text: string, by: string];

/** Thrown for a text that takes a part which is not at hand yet; what stands there meanwhile is kept. */
export const notYet = Symbol('not yet');

/**
 * Writes a moment by a pattern; `undefined` for one with rare tokens where their writer does not come.
 * @throws {RangeError} for a pattern that date-fns refuses, and for one that writes nothing
 */
export function writeBy(
  pattern: string,
  moment: Moment,
  locale: ArticleLocale,
  rare: RareWriter,
): Written | undefined {
  const text = writeTokens(moment, pattern, locale) ?? rare()?.(moment, pattern, locale);
  if (text === '') throw new RangeError('it writes nothing');
  return text === undefined ? undefined : [text, pattern];
}

/** Writes a moment by a preset of the language, or as the time passed until `now`. */
export function writeFormat(
  format: DateTimeFormat,
  moment: Moment,
  locale: ArticleLocale,
  rare: RareWriter,
  now: number,
): Written {
  if (format === 'relative') {
    const relative = moment.offset === undefined ? undefined : writeRelative(moment.instant, now, locale);
    return [relative ?? writeFormat('date', moment, locale, rare, now)[0], format];
  }
  try {
    const written = writeBy(locale.formats[format], moment, locale, rare);
    if (written) return written;
  } catch (reason) {
    if (reason === notYet) throw reason;
  }
  return writeBy(en.formats[format], moment, en, rare)!; // a language of the page's own may lack a preset
}

/** The moment for machines: ISO 8601 with its offset, or without one when it floats. */
export function writeIso(moment: Moment, dateOnly = false): string {
  const {instant, offset} = moment;
  const wall = new Date(instant + (offset ?? 0) * 60_000).toISOString();
  if (dateOnly) return wall.slice(0, 10);
  const fields = wall.slice(0, instant % 1000 ? -1 : -5);
  return offset === undefined ? fields : fields + isoOffset(offset);
}
