import type {ArticleLocale} from '../locales/registry.js';
import type {Moment} from './zone.js';

/*
 * The date-fns tokens that the presets of every language are made of, and `OO`. They are written here, byte for byte
 * as date-fns writes them, so that a page needs date-fns (5 kB) only for a pattern with other tokens.
 */

type Fields = {wall: Date; names: ArticleLocale['names']; offset?: number};

const two = (value: number): string => String(value).padStart(2, '0');

const tokens: Record<string, (fields: Fields) => string | undefined> = {
  yyyy: ({wall}) => String(wall.getUTCFullYear()).padStart(4, '0'),
  M: ({wall}) => String(wall.getUTCMonth() + 1),
  MM: ({wall}) => two(wall.getUTCMonth() + 1),
  MMM: ({wall, names}) => names.months[wall.getUTCMonth()],
  MMMM: ({wall, names}) => names.longMonths[wall.getUTCMonth()],
  d: ({wall}) => String(wall.getUTCDate()),
  dd: ({wall}) => two(wall.getUTCDate()),
  EEE: ({wall, names}) => names.days[wall.getUTCDay()],
  EEEE: ({wall, names}) => names.longDays[wall.getUTCDay()],
  H: ({wall}) => String(wall.getUTCHours()),
  HH: ({wall}) => two(wall.getUTCHours()),
  h: ({wall}) => String(wall.getUTCHours() % 12 || 12),
  mm: ({wall}) => two(wall.getUTCMinutes()),
  ss: ({wall}) => two(wall.getUTCSeconds()),
  a: ({wall, names}) => (names.halves ?? ['AM', 'PM'])[wall.getUTCHours() < 12 ? 0 : 1],
  OO: ({offset}) => zoneLabel(offset ?? 0),
};

// A run of one letter, as date-fns reads patterns; `OO` takes its brackets and the space before along.
const runs = /(\s*)([[(]?)(OO)([\])]?)(?!O)|([a-z])\5*|'/gi;

/** Writes a moment by a pattern of these tokens; `undefined` when it has others, or quotes, and takes date-fns. */
export function writeTokens(moment: Moment, pattern: string, locale: ArticleLocale): string | undefined {
  const {instant, offset} = moment;
  const fields: Fields = {wall: new Date(instant + (offset ?? 0) * 60_000), names: locale.names, offset};
  let complete = true;
  const text = pattern.replace(runs, (run, space = '', open = '', zone?: string, close = '') => {
    if (zone && offset === undefined) return ''; // a floating moment: no label, and no bracket left behind
    const written = Object.hasOwn(tokens, zone ?? run) ? tokens[zone ?? run]!(fields) : undefined;
    if (written === undefined) complete = false;
    return space + open + written + close;
  });
  return complete ? text.trim() : undefined;
}

/** A zone as readers know it: `GMT +7`, `GMT +5:45`, `GMT +0`. */
export function zoneLabel(offset: number): string {
  const [hours, minutes] = hoursAndMinutes(offset);
  return `GMT ${offset < 0 ? '-' : '+'}${hours}${minutes ? `:${two(minutes)}` : ''}`;
}

/** A zone for machines: `+07:00`. */
export function isoOffset(offset: number): string {
  const [hours, minutes] = hoursAndMinutes(offset);
  return `${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

function hoursAndMinutes(offset: number): [hours: number, minutes: number] {
  const size = Math.round(Math.abs(offset));
  return [Math.floor(size / 60), size % 60];
}
