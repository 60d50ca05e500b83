import {findLocale} from '../locales/registry.js';
import {namedZoneOffset} from './named-zones.js';
import {writePattern} from './pattern.js';
import {readStamp} from './stamp.js';
import {writeTokens} from './tokens.js';
import {isFormat, writeFormat, type DateTimeFormat} from './write.js';
import {momentOf, readZone, offsetAt, type Zone} from './zone.js';

export type {DateTimeFormat} from './write.js';

/** How `formatDateTime` writes a moment. */
export interface DateTimeOptions {
  /** The zone to show, an IANA name or a fixed offset; stamps without an offset are read in it. Default: as written. */
  timeZone?: string;
  /** BCP 47 tag of the language; default and fallback: English. */
  lang?: string;
  /** `dateline` (default), `clock`, `date`, `datetime` or `relative`. */
  format?: DateTimeFormat;
  /** date-fns tokens, and `OO` for `GMT +7`; wins over `format`. */
  pattern?: string;
  /** The present for `relative`, as a `Date`, milliseconds or a stamp; default: the system clock. */
  now?: Date | number | string;
}

/**
 * Writes a moment as the widgets do: the same text on every machine, in any host zone.
 * Gives `undefined` for a stamp that is none; a zone or pattern that cannot be used is passed over. Never throws.
 */
export function formatDateTime(input: unknown, options?: DateTimeOptions): string | undefined {
  const {timeZone, lang, format, pattern, now} = options ?? {};
  const stamp = readStamp(input);
  if (!stamp) return undefined;
  const moment = momentOf(stamp, usableZone(timeZone), namedZoneOffset);
  const locale = findLocale(typeof lang === 'string' ? lang : undefined);
  if (typeof pattern === 'string' && pattern) {
    try {
      return writeTokens(moment, pattern, locale) ?? writePattern(moment, pattern, locale);
    } catch {
      // A pattern that date-fns refuses; the preset is the next best thing.
    }
  }
  const preset = isFormat(format) ? format : stamp.dateOnly ? 'date' : 'dateline';
  return writeFormat(moment, preset, locale, instantOf(now) ?? Date.now());
}

function usableZone(timeZone: unknown): Zone | undefined {
  const zone = typeof timeZone === 'string' ? readZone(timeZone) : undefined;
  return zone !== undefined && offsetAt(zone, 0, namedZoneOffset) !== undefined ? zone : undefined;
}

function instantOf(now: unknown): number | undefined {
  const stamp = readStamp(now);
  return stamp && momentOf(stamp, undefined, namedZoneOffset).instant;
}
