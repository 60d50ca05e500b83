import type {FormatLongFn, LocaleDayPeriod, LocaleUnit, LocaleUnitValue, LocalizeFn} from 'date-fns';
import {dateWords, longWidths, widths, type DateWords} from '../locales/rare-words.js';
import type {ArticleLocale} from '../locales/registry.js';
import {isoOffset, zoneLabel} from './tokens.js';
import type {Moment} from './zone.js';

/*
 * All of date-fns's tokens, written byte for byte as date-fns writes them, and `OO`. Pages load this module when a
 * pattern needs it and not before.
 */

// A literal; a letter with the `o` of ordinal numbers; a run of one letter.
const tokens = /'(?:''|[^'])*'?|[yYQqMLwIdDecihHKkms]o|([a-zA-Z])\1*/g;
// date-fns holds these for mistakes: `yyyy` and `dd` are meant.
const mistakes = /^(DD?|YY|YYYY)$/;

// Stands in a text for the zone that a floating moment has not, until its surroundings go with it: brackets, the sign
// that joins it, and the GMT before it.
const noZone = '\0';
const withoutZone = /[\s|,·–—/-]{0,9}([[(（［]\s?(GMT|UTC)?\s*\0[\s\0]*[\])）］]|(GMT|UTC)?\s?\0)/g;

type TokenWriter = (token: string) => string;

/**
 * Writes a moment by a date-fns pattern. Our token `OO` writes the zone as `GMT +7`; a floating moment has no zone,
 * so zone tokens vanish from it with their brackets.
 * @throws {RangeError} for a pattern that date-fns refuses
 */
export function writePattern({instant, offset}: Moment, pattern: string, locale: ArticleLocale): string {
  const words = dateWords(locale);
  const writers = tokenWriters(instant, offset ?? 0, words);
  const write: TokenWriter = (token) => {
    const writer = writers[token[0]];
    if (!writer || mistakes.test(token)) throw new RangeError(`no token ${token}`);
    return offset === undefined && /^[xXOz]/.test(token) ? noZone : writer(token);
  };
  const spelled = spellOut(pattern, words.formatLong);
  const text = (locale.split?.(spelled, instant + (offset ?? 0) * 60_000) ?? [spelled])
    .map((part) => part.replace(tokens, write))
    .join('');
  return (offset === undefined ? text.replace(withoutZone, '') : text).trim();
}

/** Puts the language's own patterns in the place of `P` (date), `p` (time) and both together; drops line breaks. */
function spellOut(pattern: string, {date, time, dateTime}: DateWords['formatLong']): string {
  const inWidthOf = (letters: string, long: FormatLongFn): string =>
    letters && long({width: longWidths[letters.length - 1] ?? 'full'});
  return pattern.replace(/('[^']*'?)?(P*)(p*)[\n\r]?/g, (_, literal = '', dates: string, times: string) => {
    const both = dates && times ? inWidthOf(dates, dateTime) : '{{date}}{{time}}';
    return (
      literal + both.replace('{{date}}', inWidthOf(dates, date)).replace('{{time}}', inWidthOf(times, time))
    );
  });
}

/** How each letter is written. */
function tokenWriters(
  instant: number,
  offset: number,
  {localize, options: {weekStartsOn = 0, firstWeekContainsDate = 1} = {}}: DateWords,
): Record<string, TokenWriter> {
  const wall = new Date(instant + offset * 60_000);
  const [year, month, date, hour, minute, second, fraction] = wall.toISOString().match(/\d+/g)!.map(Number);
  const quarter = Math.ceil(month / 3);
  const half = hour < 12 ? 'am' : 'pm';
  const [weekYear, week, localDay] = weekOf(wall, weekStartsOn, firstWeekContainsDate);
  const [isoYear, isoWeek, isoDay] = weekOf(wall, 1, 4);
  const day = wall.getUTCDay();

  const counted =
    (value: number, unit?: LocaleUnit): TokenWriter =>
    (token) =>
      token[1] === 'o' ? localize.ordinalNumber(value, {unit}) : pad(value, token.length);

  const named =
    (
      unit: 'era' | 'quarter' | 'month' | 'day' | 'dayPeriod',
      value: number | LocaleDayPeriod,
      number?: number,
    ): TokenWriter =>
    (token) => {
      if (number && token.length < 3) return counted(number, unit as LocaleUnit)(token);
      const name = (localize[unit] as LocalizeFn<LocaleUnitValue>)(value as LocaleUnitValue, {
        width: widths[Math.max(token.length - 3, 0)] ?? 'wide',
        context: /[qLc]/.test(token) ? 'standalone' : 'formatting',
      });
      return /^[ab]{3}$/.test(token) ? name.toLowerCase() : name;
    };

  const gmt: TokenWriter = ({length}) =>
    length < 4 ? zoneLabel(offset).replace(' ', '') : `GMT${isoOffset(offset)}`;
  // What falls away in each width: `+07`, `+0700`, `+07:00`, `+0700`, `+07:00`.
  const iso: TokenWriter = ({length}) =>
    isoOffset(offset).replace([/:00|:/, ':', '', ':'][length - 1] ?? '', '');

  return {
    "'": (literal) => literal.replace(/'('?)/g, '$1'),
    G: named('era', 1),
    y: (token) => counted(token === 'yy' ? year % 100 : year, 'year')(token),
    u: counted(year),
    Y: counted(weekYear, 'year'),
    R: counted(isoYear),
    Q: named('quarter', quarter, quarter),
    q: named('quarter', quarter, quarter),
    M: named('month', month - 1, month),
    L: named('month', month - 1, month),
    w: counted(week, 'week'),
    I: counted(isoWeek, 'week'),
    D: counted(dayOfYear(wall), 'dayOfYear'),
    d: counted(date, 'date'),
    E: named('day', day),
    e: named('day', day, localDay),
    c: named('day', day, localDay),
    i: named('day', day, isoDay),
    a: named('dayPeriod', half),
    b: named('dayPeriod', hour % 12 ? half : hour ? 'noon' : 'midnight'),
    B: named('dayPeriod', hour < 4 ? 'night' : hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening'),
    H: counted(hour, 'hour'),
    h: counted(hour % 12 || 12, 'hour'),
    K: counted(hour % 12, 'hour'),
    k: counted(hour || 24, 'hour'),
    m: counted(minute, 'minute'),
    s: counted(second, 'second'),
    S: ({length}) => pad(Math.trunc(fraction * 10 ** (length - 3)), length),
    O: (token) => (token === 'OO' ? zoneLabel(offset) : gmt(token)),
    z: gmt,
    X: (token) => (offset ? iso(token) : 'Z'),
    x: iso,
    t: counted(Math.trunc(instant / 1000)),
    T: counted(Math.trunc(instant)),
  };
}

function pad(value: number, length: number): string {
  return `${value}`.replace(/\d+/, (digits) => digits.padStart(length, '0'));
}

/** The year that the week counts to, its number there, and the day's in it. January `firstDate` is always in week 1. */
function weekOf(
  wall: Date,
  weekStartsOn: number,
  firstDate: number,
): [year: number, week: number, day: number] {
  const daysBefore = (wall.getUTCDay() + 7 - weekStartsOn) % 7;
  // Of the seven days of the week, this one lies in the year that the week counts to.
  const deciding = new Date(wall);
  deciding.setUTCDate(wall.getUTCDate() + 7 - firstDate - daysBefore);
  return [deciding.getUTCFullYear(), Math.ceil(dayOfYear(deciding) / 7), daysBefore + 1];
}

function dayOfYear(wall: Date): number {
  return (wall.getTime() - new Date(wall).setUTCMonth(0, 1)) / 86_400_000 + 1;
}
