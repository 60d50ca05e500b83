import type {FormatLongFn, Locale, LocaleDayPeriod, LocaleUnit, LocaleUnitValue, LocalizeFn} from 'date-fns';
import {dateWords, longWidths, widths, type DateWords} from '../locales/rare-words.js';
import type {ArticleLocale} from '../locales/registry.js';
import {day as dayLength, minute} from './stamp.js';
import {isoOffset, zoneLabel} from './tokens.js';
import type {Moment} from './zone.js';

/*
 * All of date-fns's tokens, written byte for byte as date-fns writes them, and `OO`. Pages load this module when a
 * pattern needs it and not before.
 */

// Parts a pattern at its literals. As in date-fns, the last one need not be closed.
const literals = /(''|'(?:''|[^'])*(?:'|$))/;
const tokens = /[yYQqMLwIdDecihHKkms]o|([a-zA-Z])\1*|\n/g;
// date-fns holds the first four for mistakes, as `yyyy` and `dd` are meant, and knows none of these letters.
const unusable = /^(DD?|YY|YYYY|[ACFJNU-WZfgjlnov]+)$/;
// Zone tokens with the brackets around them and the space before: ` [OO]`, `(O)`, `xxx`.
const zones = /\s*(?:\[[xXOz]+\]|\([xXOz]+\)|[xXOz]+)/g;

type Unit = LocaleUnit | Exclude<keyof Locale['localize'], 'preprocessor'>;

/** What a letter writes: a number, the unit that it counts or is named in, and what its name is looked up by. */
type Row = [number: number | null, unit?: Unit, name?: number | LocaleDayPeriod];

/**
 * Writes a moment by a date-fns pattern. Our token `OO` writes the zone as `GMT +7`; a floating moment has no zone,
 * so zone tokens vanish from it with their brackets.
 * @throws {RangeError} for a pattern that date-fns refuses
 */
export function writePattern({instant, offset}: Moment, pattern: string, locale: ArticleLocale): string {
  const words = dateWords(locale);
  const rows = readRows(instant, offset ?? 0, words.options);
  const write = (token: string): string => {
    if (token === '\n') return '';
    if (unusable.test(token)) throw new RangeError(`no token ${token}`);
    const row = rows[token[0]];
    return row ? writeRow(row, token, words.localize) : writeZone(token, offset ?? 0);
  };
  return pattern
    .split(literals)
    .map((part, at) => (at % 2 ? part : spellOut(part, words.formatLong)))
    .join('')
    .split(literals)
    .map((part, at) => {
      if (at % 2) return part === "''" ? "'" : part.replace(/^'|'$/g, '').replaceAll("''", "'");
      // A line break is written as nothing, yet keeps the letters on both sides of it apart.
      return (offset === undefined ? part.replace(zones, '\n') : part).replace(tokens, write);
    })
    .join('')
    .trim();
}

/** Puts the language's own patterns in the place of `P` (date), `p` (time) and both together; drops line breaks. */
function spellOut(part: string, {date, time, dateTime}: DateWords['formatLong']): string {
  const inWidthOf = (letters: string, write: FormatLongFn): string =>
    letters && write({width: longWidths[letters.length - 1] ?? 'full'});
  return part.replace(/(P*)(p*)\n?/g, (_, dates: string, times: string) => {
    const dateText = inWidthOf(dates, date);
    const timeText = inWidthOf(times, time);
    if (!dates || !times) return dateText + timeText;
    return inWidthOf(dates, dateTime).replace('{{date}}', dateText).replace('{{time}}', timeText);
  });
}

function readRows(instant: number, offset: number, options: DateWords['options'] = {}): Record<string, Row> {
  const {weekStartsOn = 0, firstWeekContainsDate = 1} = options;
  const wall = instant + offset * minute;
  const [year, month, date, hour, minutes, second, fraction] = new Date(wall)
    .toISOString()
    .match(/\d+/g)!
    .map(Number);
  const half = hour < 12 ? 'am' : 'pm';
  const quarter = Math.ceil(month / 3);
  const [weekYear, week, localDay] = weekOf(wall, weekStartsOn, firstWeekContainsDate);
  const [isoYear, isoWeek, isoDay] = weekOf(wall, 1, 4);
  const quarterRow: Row = [quarter, 'quarter', quarter];
  const monthRow: Row = [month, 'month', month - 1];
  const day = isoDay % 7;
  const localDayRow: Row = [localDay, 'day', day];
  return {
    G: [null, 'era', 1],
    y: [year, 'year'],
    u: [year],
    Y: [weekYear, 'year'],
    R: [isoYear],
    Q: quarterRow,
    q: quarterRow,
    M: monthRow,
    L: monthRow,
    w: [week, 'week'],
    I: [isoWeek, 'week'],
    D: [dayOfYear(wall), 'dayOfYear'],
    d: [date, 'date'],
    E: [null, 'day', day],
    e: localDayRow,
    c: localDayRow,
    i: [isoDay, 'day', day],
    a: [null, 'dayPeriod', half],
    b: [null, 'dayPeriod', hour % 12 ? half : hour ? 'noon' : 'midnight'],
    B: [null, 'dayPeriod', hour < 4 ? 'night' : hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening'],
    H: [hour, 'hour'],
    h: [hour % 12 || 12, 'hour'],
    K: [hour % 12, 'hour'],
    k: [hour || 24, 'hour'],
    m: [minutes, 'minute'],
    s: [second, 'second'],
    S: [fraction],
    t: [Math.trunc(instant / 1000)],
    T: [instant],
  };
}

/** The year that a week counts to, its number in it, and the day's number. `firstDate`: the date of January that is always in week 1. */
function weekOf(
  wall: number,
  weekStartsOn: number,
  firstDate: number,
): [year: number, week: number, day: number] {
  const daysBefore = (new Date(wall).getUTCDay() + 7 - weekStartsOn) % 7;
  // Of the seven days of the week, this one lies in the year that the week counts to.
  const deciding = wall + (7 - firstDate - daysBefore) * dayLength;
  return [new Date(deciding).getUTCFullYear(), Math.ceil(dayOfYear(deciding) / 7), daysBefore + 1];
}

function dayOfYear(wall: number): number {
  return (wall - new Date(wall).setUTCMonth(0, 1)) / dayLength + 1;
}

function writeRow([number, unit, name]: Row, token: string, localize: Locale['localize']): string {
  const {length} = token;
  if (token[1] === 'o') return localize.ordinalNumber(number!, {unit: unit as LocaleUnit});
  if (number !== null && (name === undefined || length < 3)) {
    if (token === 'yy') number %= 100;
    if (token[0] === 'S') number = Math.trunc(number * 10 ** (length - 3));
    return `${number}`.replace(/\d+/, (digits) => digits.padStart(length, '0'));
  }
  const text = (localize[unit as 'day'] as LocalizeFn<LocaleUnitValue>)(name as LocaleUnitValue, {
    width: widths[Math.max(length - 3, 0)] ?? 'wide',
    context: /[qLc]/.test(token) ? 'standalone' : 'formatting',
  });
  return /^[ab]{3}$/.test(token) ? text.toLowerCase() : text;
}

function writeZone(token: string, offset: number): string {
  const {length} = token;
  const iso = isoOffset(offset);
  if (token === 'OO') return zoneLabel(offset);
  if (/[Oz]/.test(token)) return length < 4 ? zoneLabel(offset).replace(' ', '') : `GMT${iso}`;
  if (!offset && token[0] === 'X') return 'Z';
  return iso.replace([/:00|:/, ':', '', ':'][length - 1] ?? '', '');
}
