import type {ArticleLocale, DateNames} from '../locales/registry.js';
import {minute} from './stamp.js';
import type {Moment} from './zone.js';

/*
 * The date-fns tokens that the presets of every language are made of, and `OO`. They are written here, byte for byte
 * as date-fns writes them, so that a page loads the others only for a pattern that has one.
 */

// A quoted literal, the last of which need not be closed; `OO` with its brackets and the space before; a run of one
// letter, as date-fns reads patterns; or any one sign.
const runs = /''|'((?:''|[^'])+)(?:'|$)|'|(\s{0,9})(\[OO\]|\(OO\)|\bOO\b)|([a-zA-Z])\4*|[^]/g;

const numbers: Record<string, (wall: Date) => number> = {
  M: (wall) => wall.getUTCMonth() + 1,
  d: (wall) => wall.getUTCDate(),
  H: (wall) => wall.getUTCHours(),
  h: (wall) => wall.getUTCHours() % 12 || 12,
  m: (wall) => wall.getUTCMinutes(),
  s: (wall) => wall.getUTCSeconds(),
};

const words: Record<string, (wall: Date, names: DateNames) => string | undefined> = {
  yyyy: (wall) => pad(wall.getUTCFullYear(), 4),
  MMM: (wall, {months}) => months[wall.getUTCMonth()],
  MMMM: (wall, {longMonths}) => longMonths[wall.getUTCMonth()],
  EEE: (wall, {days}) => days[wall.getUTCDay()],
  EEEE: (wall, {longDays}) => longDays[wall.getUTCDay()],
  a: (wall, {halves = ['AM', 'PM']}) => halves[wall.getUTCHours() < 12 ? 0 : 1],
};

// A page writes a thousand dates by one pattern, and taking it apart costs more than writing.
let known = '';
let parts: {run: string; literal: string; space: string; zone?: string; letter?: string}[] = [];

/** Writes a moment by a pattern of these tokens; `undefined` when it takes the writer of all tokens. */
export function writeTokens(
  {instant, offset}: Moment,
  pattern: string,
  locale: ArticleLocale,
): string | undefined {
  if (pattern !== known) {
    parts = Array.from(pattern.matchAll(runs), ([run, literal = '', space = '', zone, letter]) => ({
      run,
      literal,
      space,
      zone,
      letter,
    }));
    known = pattern;
  }
  const wall = new Date(instant + (offset ?? 0) * minute);
  let text = '';
  for (const {run, literal, space, zone, letter} of parts) {
    if (run[0] === "'") text += run === "''" ? "'" : literal.replaceAll("''", "'");
    else if (zone) {
      if (offset !== undefined) text += space + zone.replace('OO', zoneLabel(offset));
      // A floating moment has no label. Its brackets go too; what else may be left behind is known to the other writer.
      else if (zone === 'OO' || /[-–—|,·/]$/.test(text)) return undefined;
    } else if (letter) {
      const number = run.length < 3 ? numbers[letter]?.(wall) : undefined;
      const written = number === undefined ? words[run]?.(wall, locale.names) : pad(number, run.length);
      if (written === undefined) return undefined;
      text += written;
    } else text += run;
  }
  return text.trim();
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
