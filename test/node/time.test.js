import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {formatInTimeZone} from 'date-fns-tz';
import {format} from 'date-fns';
import {enUS} from 'date-fns/locale/en-US';
import {vi} from 'date-fns/locale/vi';
import {formatDateTime} from 'article-widgets/time.js';
import {accepted, dates, refused} from '../vectors/dates.js';

const instant = Date.parse('2024-03-29T04:12:24Z');

for (const [input, options, text] of dates) {
  test(`${input} ${JSON.stringify(options)}`, () => assert.equal(formatDateTime(input, options), text));
}

test('every accepted way of writing a moment means the same', () => {
  for (const input of [...accepted, new Date(instant)]) {
    assert.equal(formatDateTime(input, {timeZone: 'UTC', pattern: 'T'}), String(instant), String(input));
  }
});

test('a midnight of 24:00 is the next one, and a leap second shows as :59', () => {
  assert.equal(formatDateTime('2024-03-29T24:00:00', {pattern: 'yyyy-MM-dd HH:mm'}), '2024-03-30 00:00');
  assert.equal(formatDateTime('2016-12-31T23:59:60Z', {pattern: 'HH:mm:ss'}), '23:59:59');
});

test('what is no date, or could be read in two ways, is refused', () => {
  for (const input of refused) assert.equal(formatDateTime(input, {lang: 'vi'}), undefined, String(input));
});

test('the same text whatever zone the machine is in', () => {
  const program = fileURLToPath(new URL('./support/print-dates.js', import.meta.url));
  const print = (TZ) =>
    execFileSync(process.execPath, [program], {env: {...process.env, TZ}, encoding: 'utf8'});
  const zones = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo'];
  const [first, ...others] = zones.map(print);
  assert.ok(first.includes('Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]'));
  for (const other of others) assert.equal(other, first);
});

test('offsets of named zones agree with date-fns-tz around every change of a year', () => {
  for (const zone of [
    'Asia/Ho_Chi_Minh',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Cairo',
  ]) {
    for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2025, 0, 1); at += 6 * 3600_000) {
      assert.equal(
        formatDateTime(at, {timeZone: zone, pattern: 'xxx'}),
        formatInTimeZone(at, zone, 'xxx'),
        `${zone} ${at}`,
      );
    }
  }
});

test('the tokens written without date-fns are written as date-fns writes them', () => {
  // Local time of this machine on both sides: date-fns knows no other.
  for (const tokens of [
    'yyyy',
    'M',
    'MM',
    'MMM',
    'MMMM',
    'd',
    'dd',
    'EEE',
    'EEEE',
    'H',
    'HH',
    'h',
    'mm',
    'ss',
    'a',
  ]) {
    for (let day = 0; day < 366; day++) {
      const date = new Date(2024, 0, 1 + day, day % 24, day % 60, (day * 7) % 60);
      const wall = format(date, "yyyy-MM-dd'T'HH:mm:ss");
      for (const [lang, locale] of Object.entries({en: enUS, vi})) {
        assert.equal(
          formatDateTime(wall, {lang, pattern: tokens}),
          format(date, tokens, {locale}),
          `${tokens} ${wall} ${lang}`,
        );
      }
    }
  }
});

test('nothing that is given throws', () => {
  const odd = [
    'constructor',
    '__proto__',
    'toString',
    '',
    ' ',
    "'",
    "''",
    'x'.repeat(1e5),
    '\u0000',
    '[',
    'vi-',
    'i-klingon',
    {},
    [],
    7,
    null,
  ];
  for (const value of odd) {
    formatDateTime(value, {lang: 'vi'});
    for (const name of ['timeZone', 'lang', 'format', 'pattern', 'now']) {
      assert.equal(
        typeof formatDateTime('2024-03-29T11:12:24+07:00', {[name]: value}),
        'string',
        `${name} ${String(value)}`,
      );
    }
  }
});
