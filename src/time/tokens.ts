import type {ArticleLocale} from '../locales/registry.js';
import {minute} from './stamp.js';
import type {Moment} from './zone.js';

/*
 * The date-fns tokens that the presets of every language are made of, and `OO`. They are written here, byte for byte
 * as date-fns writes them, so that a page loads the others only for a pattern that has one.
 */

// A quoted literal, the last of which need not be closed; `OO` with its brackets and the space before; or a run of one
// letter, as date-fns reads patterns.
const runs = /''|'((?:''|[^'])+)(?:'|$)|'|(\s{0,9})(\[OO\]|\(OO\)|\bOO\b)|([a-zA-Z])\4*/g;

/** Writes a moment by a pattern of these tokens; `undefined` when it has others. */
export function writeTokens(
  {instant, offset}: Moment,
  pattern: string,
  locale: ArticleLocale,
): string | undefined {
  const wall = new Date(instant + (offset ?? 0) * minute);
  const [month, weekday, hours] = [wall.getUTCMonth(), wall.getUTCDay(), wall.getUTCHours()];
  const {days, longDays, months, longMonths, halves = ['AM', 'PM']} = locale.names;
  const numbers: Record<string, number> = {
    M: month + 1,
    d: wall.getUTCDate(),
    H: hours,
    h: hours % 12 || 12,
    m: wall.getUTCMinutes(),
    s: wall.getUTCSeconds(),
  };
  const words: Record<string, string | undefined> = {
    yyyy: pad(wall.getUTCFullYear(), 4),
    MMM: months[month],
    MMMM: longMonths[month],
    EEE: days[weekday],
    EEEE: longDays[weekday],
    a: halves[hours < 12 ? 0 : 1],
  };
  let complete = true;
  const text = pattern.replace(
    runs,
    (run, literal: string | undefined, space: string, zone: string, letter: string) => {
      if (run.startsWith("'")) return run === "''" ? "'" : (literal ?? '').replaceAll("''", "'");
      // A floating moment has no label, and no bracket is left behind.
      if (zone) return offset === undefined ? '' : space + zone.replace('OO', zoneLabel(offset));
      const number = run.length < 3 ? numbers[letter] : undefined;
      const written = number === undefined ? words[run] : pad(number, run.length);
      complete &&= written !== undefined;
      return written!;
    },
  );
  return complete ? text.trim() : undefined;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** A zone as readers know it: `GMT +7`, `GMT +5:45`, `GMT +0`. */
export function zoneLabel(offset: number): string {
  const [hours, minutes] = hoursAndMinutes(offset);
  return `GMT ${offset < 0 ? '-' : '+'}${hours}${minutes ? `:${pad(minutes, 2)}` : ''}`;
}

/** A zone for machines: `+07:00`. */
export function isoOffset(offset: number): string {
  const [hours, minutes] = hoursAndMinutes(offset);
  return `${offset < 0 ? '-' : '+'}${pad(hours, 2)}:${pad(minutes, 2)}`;
}

function hoursAndMinutes(offset: number): [hours: number, minutes: number] {
  const size = Math.round(Math.abs(offset));
  return [Math.floor(size / 60), size % 60];
}
