import {findLocale} from '../locales/registry.js';
import {namedZoneOffset} from './named-zones.js';
import {writePattern} from './pattern.js';
import {readStamp} from './stamp.js';
import {formatFor, isFormat, writeBy, writeFormat, type DateTimeFormat} from './write.js';
import {momentOf, readZone, offsetAt, type Zone} from './zone.js';

export type {DateTimeFormat} from './write.js';

/** How `formatDateTime` writes a moment. */
export interface DateTimeOptions {
  /** The zone to show: an IANA name, a fixed offset, or `local` for the machine's own; stamps without an offset are read in it. Default: as written. */
  timeZone?: string;
  /** BCP 47 tag of the language; default and fallback: English. */
  lang?: string;
  /** `dateline` (default), `clock`, `date`, `datetime` or `relative`. */
  format?: DateTimeFormat;
  /** date-fns tokens, and `OO` for `GMT +7`; wins over `format`. */
  pattern?: string;
  /** The present for `relative`, as a `Date`, milliseconds or a stamp, read in the zone shown; default: the system clock. */
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
  const zone = usableZone(timeZone);
  const moment = momentOf(stamp, zone, namedZoneOffset);
  const locale = findLocale(typeof lang === 'string' ? lang : undefined);
  const rare = () => writePattern;
  if (typeof pattern === 'string' && pattern) {
    try {
      return writeBy(pattern, moment, locale, rare)![0];
    } catch {
      // A pattern that date-fns refuses; the preset is the next best thing.
    }
  }
  const present = readStamp(now);
  const {instant} = present
    ? momentOf(present, zone ?? moment.offset, namedZoneOffset)
    : {instant: Date.now()};
  return writeFormat(
    formatFor(stamp, isFormat(format) ? format : undefined),
    moment,
    locale,
    rare,
    instant,
  )[0];
}

function usableZone(timeZone: unknown): Zone | undefined {
  const zone = readZone(timeZone);
  return zone !== undefined && offsetAt(zone, 0, namedZoneOffset) !== undefined ? zone : undefined;
}
