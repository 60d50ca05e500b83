import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {format} from 'date-fns';
import {enUS} from 'date-fns/locale/en-US';
import {ja} from 'date-fns/locale/ja';
import {lt} from 'date-fns/locale/lt';
import {vi} from 'date-fns/locale/vi';
import {findLocale, registerLocale} from 'article-widgets/locales/registry.js';
import {formatDateTime} from 'article-widgets/time.js';
import {languages as others} from './support/languages.js';

/*
 * Holds our writer of patterns against date-fns. date-fns writes in the zone of the machine and no other, so each
 * moment is made in it, and given to us as a stamp with the offset that it has there.
 */

const languages = Object.entries({en: enUS, vi});
const ordinals = [...'yYQqMLwIdDecihHKkms'].map((letter) => `${letter}o`);
const refused = ['YYYY', 'YY', 'DD', 'D'];
// `OO` is ours.
const tokens = [...'GyYuRQqMLwIDdEeciabBhHKkmsSXxOztT']
  .flatMap((letter) => [1, 2, 3, 4, 5, 6, 7].map((width) => letter.repeat(width)))
  .concat(ordinals)
  .filter((token) => !refused.includes(token) && token !== 'OO');
const sixWidths = [0, 1, 2, 3, 4, 5];
const longTokens = sixWidths
  .flatMap((dates) => sixWidths.map((times) => 'P'.repeat(dates) + 'p'.repeat(times)))
  .filter(Boolean);

beforeEach((context) => {
  process.env.TZ = 'UTC';
  context.mock.method(console, 'warn', () => {}); // date-fns warns of `YYY` and `DDD`
});

/** A local date of this machine as a stamp with its offset. */
function stampOf(date) {
  return format(date, "yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
}

/** What we must write: the text of date-fns, or the preset when it refuses the pattern, or writes nothing. */
function expected(date, pattern, lang, locale) {
  try {
    const text = format(date, pattern, {locale}).trim();
    return text || formatDateTime(stampOf(date), {lang});
  } catch (reason) {
    assert.ok(reason instanceof RangeError, String(reason));
    return formatDateTime(stampOf(date), {lang});
  }
}

/** Compares many patterns at once, and names those that differ. */
function compareAll(date, patterns, lang, locale) {
  const pattern = patterns.join('│');
  const [written, right] = [formatDateTime(stampOf(date), {lang, pattern}), format(date, pattern, {locale})];
  if (written === right) return;
  const named = (text) => text.split('│').map((part, at) => `${patterns[at]}: ${part}`);
  assert.deepEqual(named(written), named(right), `${lang} ${stampOf(date)}`);
}

/** Each day from one date up to another, at a time of day that wanders through the hours, minutes and seconds. */
function days(from, to, step = 1) {
  const found = [];
  for (let day = 0; ; day += step) {
    const date = new Date(from);
    date.setDate(date.getDate() + day);
    if (date >= new Date(to)) return found;
    date.setHours((day * 5) % 24, (day * 7) % 60, (day * 11) % 60, (day * 37) % 1000);
    found.push(date);
  }
}

/** A generator of numbers from 0 up to 1 that gives the same ones on every run (mulberry32). */
function randomNumbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), seed | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Patterns of tokens, signs and quotes, some of which date-fns refuses, each with a date. */
function* randomPatterns(count) {
  const random = randomNumbers(20240329);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const signs = [...' ,.:;/|-()[]{}_07│ở🙂\u00a0'];
  const between = [...signs, ..."'''''", "''", "'of'", "'o''clock'", "'ngày' "];
  const dates = days('2020-01-01', '2028-01-01', 17);
  for (; count; count--) {
    const pieces = Array.from({length: 1 + random() * 8}, () => {
      const kind = random();
      if (kind < 0.01) return pick([...refused, 'n', 'o', 'A']);
      return pick(kind < 0.45 ? tokens : kind < 0.55 ? longTokens : between);
    });
    const pattern = pieces.join('');
    if (!/(?<!O)OO(?!O)/.test(pattern)) yield {date: pick(dates), pattern};
  }
}

function compareOne(date, pattern, lang, locale) {
  const written = formatDateTime(stampOf(date), {lang, pattern});
  const where = `${lang} ${stampOf(date)} ${JSON.stringify(pattern)}`;
  assert.equal(written, expected(date, pattern, lang, locale), where);
}

test('every token in every width, on every day of two years', () => {
  for (const [lang, locale] of languages) {
    for (const date of days('2023-01-01', '2025-01-01')) compareAll(date, tokens, lang, locale);
  }
});

test('every token alone', () => {
  for (const [lang, locale] of languages) {
    for (const date of days('2024-01-01', '2025-01-01', 61)) {
      for (const token of tokens) compareAll(date, [token], lang, locale);
    }
  }
});

test('every hour of a day, to its last millisecond', () => {
  for (const [lang, locale] of languages) {
    for (let hour = 0; hour < 24; hour++) {
      compareAll(new Date(2024, 1, 29, hour), tokens, lang, locale);
      compareAll(new Date(2024, 1, 29, hour, 59, 59, 999), tokens, lang, locale);
    }
  }
});

test('the weeks around every new year', () => {
  const weekTokens = tokens.filter((token) => /[yYRuwIDeciE]/.test(token));
  for (const [lang, locale] of languages) {
    for (let year = 2015; year <= 2032; year++) {
      const newYear = days(`${year}-12-15`, `${year + 1}-01-20`);
      for (const date of newYear) compareAll(date, weekTokens, lang, locale);
    }
    for (const year of ['0001', '0004', '0099', '0100', '1582', '1900', '1969', '9998']) {
      for (const date of days(`${year}-01-01`, `${year}-12-31`, 9))
        compareAll(date, weekTokens, lang, locale);
    }
  }
});

test('long formats, dates with times in all widths', () => {
  for (const [lang, locale] of languages) {
    for (const date of days('2024-01-01', '2025-01-01', 29)) compareAll(date, longTokens, lang, locale);
  }
});

test('zones', () => {
  const zoneTokens = [...tokens.filter((token) => /[xXOztT]/.test(token)), ...longTokens];
  for (const zone of ['Asia/Kathmandu', 'America/St_Johns', 'America/New_York', 'Pacific/Kiritimati']) {
    process.env.TZ = zone;
    const dates = [...days('2024-01-01T12:00', '2025-01-01', 11), new Date(1960, 5, 15, 3, 4, 5, 678)];
    for (const [lang, locale] of languages) {
      for (const date of dates) compareAll(date, zoneTokens, lang, locale);
    }
  }
  assert.equal(format(new Date(), 'xxx'), '+14:00', 'this process follows TZ');
});

test('quotes, and what stands between tokens', () => {
  const date = new Date(2024, 2, 29, 11, 12, 24);
  const quotes = "' '' ''' '''' 'G G' G'G 'G'' G''' ''G'' 'a''b'G G'a''''b' 'D'".split(' ');
  const beside = ["'a'PPP", 'PPPy', 'PyP', "'{{date}}'Pp", 'G{{date}}p', "D'o'", 'B 12 11_1 __', 'G🙂é[]'];
  const broken = ["'a\nb'", 'G\nG', '\nG', 'M\r\nM G', 'P\np'];
  for (const [lang, locale] of languages) {
    for (const pattern of [...quotes, ...beside, ...broken]) {
      const written = formatDateTime(stampOf(date), {lang, pattern});
      assert.equal(written, expected(date, pattern, lang, locale), JSON.stringify(pattern));
    }
  }
});

test('what date-fns refuses', () => {
  const date = new Date(2024, 2, 29, 11, 12, 24);
  const letters = [...'AbcCfFgjJlnNoUvVWZ'].map((letter) => `G ${letter}`);
  for (const pattern of [...refused, ...letters, 'Go', 'Ro', 'uo', 'So', 'to', 'Xo', 'yoo', 'DDo', 'YYo']) {
    assert.equal(formatDateTime(stampOf(date), {pattern}), expected(date, pattern, 'en', enUS), pattern);
  }
});

test('random patterns', () => {
  for (const {date, pattern} of randomPatterns(3000)) {
    for (const [lang, locale] of languages) compareOne(date, pattern, lang, locale);
  }
});

test('a language that brings its date-fns locale', () => {
  for (const [code, dateFns] of Object.entries({ja, lt})) {
    registerLocale({...findLocale('en'), code, dateFns});
    for (const date of days('2024-01-01', '2025-01-01', 5)) {
      compareAll(date, tokens, code, dateFns);
      compareAll(date, longTokens, code, dateFns);
      compareAll(date, ['do LLL y', 'do MMMM y'], code, dateFns);
    }
  }
});

test('the languages of our own files', () => {
  for (const locale of others) {
    registerLocale(locale);
    const {code, dateFns} = locale;
    for (const date of days('2024-01-01', '2025-01-01', 11)) {
      compareAll(date, tokens, code, dateFns);
      compareAll(date, longTokens, code, dateFns);
    }
    for (const {date, pattern} of randomPatterns(300)) compareOne(date, pattern, code, dateFns);
  }
});

test('French counts the first of a month and no other day beside its name', () => {
  registerLocale(others.find(({code}) => code === 'fr'));
  for (const zone of ['UTC', 'America/New_York', 'Pacific/Kiritimati']) {
    process.env.TZ = zone;
    // A day that the clocks of Kiritimati skipped.
    assert.equal(
      formatDateTime('1994-12-31T12:00:00Z', {lang: 'fr', pattern: 'do MMMM yyyy'}),
      '31 décembre 1994',
    );
    const write = (stamp, pattern) => formatDateTime(stamp, {lang: 'fr', pattern});
    assert.equal(write('2024-04-01T00:30:00+07:00', 'do MMMM y'), '1er avril 2024');
    assert.equal(write('2024-04-30T23:30:00-07:00', 'do MMM'), '30 avr.');
    assert.equal(write('2024-04-30T23:30:00-07:00', "do 'MMM'"), '30ème MMM');
    assert.equal(write('2024-04-29', "'x' do MMMM dod"), 'x 29 avril 2929');
  }
});

test('a language without one has its own names of days and months, and is English otherwise', () => {
  const {names, ...rest} = findLocale('vi');
  registerLocale({...rest, code: 'x-new', names: {...names, halves: ['trước', 'sau']}});
  const pattern = 'EEE d MMMM, a, qqqq, wo, G';
  const written = formatDateTime('2024-03-29T11:12:24+07:00', {lang: 'x-new', pattern});
  assert.equal(written, 'Thứ 6 29 tháng 03, trước, 1st quarter, 13th, AD');
});

test('a fraction of a millisecond is cut off', () => {
  assert.equal(formatDateTime(1711685544500.9, {pattern: 'T SSS DDD wo'}), '1711685544500 500 089 13th');
});

test('zone tokens vanish from a floating moment, with their brackets', () => {
  const write = (pattern) => formatDateTime('2024-03-29T11:12:24', {lang: 'en', pattern});
  assert.equal(write("B'a'x'b'"), 'in the morningab');
  assert.equal(write("'at' H [xxx] (OOzzzz), XO"), 'at 11');
  assert.equal(write('PPpppp'), 'Mar 29, 2024, 11:12:24 AM');
});
