import type {ArticleLocale, PresetName} from '../locales/registry.js';
import {writeRelative} from './relative.js';
import {isoOffset, writeTokens} from './tokens.js';
import type {Moment} from './zone.js';

/** A way of writing a moment: one of four presets of each language, or the time passed since. */
export type DateTimeFormat = PresetName | 'relative';

/** Writes a moment by a pattern of any date-fns tokens; throws a RangeError for one that date-fns refuses. */
export type PatternWriter = (moment: Moment, pattern: string, locale: ArticleLocale) => string;

/** The presets of each language. */
export const presets: readonly PresetName[] = ['dateline', 'clock', 'date', 'datetime'];

/** The ways of writing a moment. */
export const formats: readonly DateTimeFormat[] = [...presets, 'relative'];

/** True for the name of a way of writing a moment. */
export function isFormat(name: unknown): name is DateTimeFormat {
  return formats.includes(name as DateTimeFormat);
}

/** Writes a moment by a preset of the language, or as the time passed until `now`. */
export function writeFormat(
  moment: Moment,
  format: DateTimeFormat,
  locale: ArticleLocale,
  now: number,
): string {
  if (format !== 'relative') return writeTokens(moment, locale.formats[format], locale) ?? '';
  const relative = moment.offset === undefined ? undefined : writeRelative(moment.instant, now, locale);
  return relative ?? writeFormat(moment, 'date', locale, now);
}

/** The moment for machines: ISO 8601 with its offset, or without one when it floats. */
export function writeIso(moment: Moment, dateOnly = false): string {
  const {instant, offset} = moment;
  const wall = new Date(instant + (offset ?? 0) * 60_000).toISOString();
  if (dateOnly) return wall.slice(0, 10);
  const fields = wall.slice(0, instant % 1000 ? -1 : -5);
  return offset === undefined ? fields : fields + isoOffset(offset);
}
