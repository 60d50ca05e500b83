import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {inspect} from 'node:util';
import {formatInTimeZone} from 'date-fns-tz';
import {format} from 'date-fns';
import {enUS} from 'date-fns/locale/en-US';
import {vi} from 'date-fns/locale/vi';
import {formatDateTime} from 'article-widgets/time.js';
import {findLocale, registerLocale} from 'article-widgets/locales/registry.js';
import {dates} from '../vectors/dates.js';
import {stamps} from '../vectors/stamps.js';
import {stampInZones, textWithoutZone, zones} from '../vectors/zones.js';

/** A value in the name of a test. */
function named(value) {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(inspect(value));
}

for (const [input, options, text] of dates) {
  test(`${named(input)} ${JSON.stringify(options)}`, () =>
    assert.equal(formatDateTime(input, options), text));
}

for (const [input, timeZone, instant] of stamps) {
  test(`${named(input)} in ${timeZone} is ${instant ?? 'refused'}`, () => {
    const written = formatDateTime(input, {timeZone, pattern: 'T'});
    assert.equal(written === undefined ? null : new Date(Number(written)).toISOString(), instant);
  });
}

for (const [timeZone, text] of zones) {
  test(`the zone ${named(timeZone)} ${text === null ? 'is refused' : `shows ${text}`}`, () => {
    const written = formatDateTime(stampInZones, {timeZone, pattern: 'dd HH:mm OO'});
    assert.equal(written, text ?? textWithoutZone);
  });
}

test('a Date is a moment, and an impossible one is none', () => {
  assert.equal(formatDateTime(new Date(1711685544000), {pattern: 'T'}), '1711685544000');
  assert.equal(formatDateTime(new Date(NaN)), undefined);
});

test('traditional Chinese is found by script and by region', () => {
  const formats = {...findLocale('en').formats, date: "'zh-TW'"};
  registerLocale({...findLocale('en'), code: 'zh-TW', formats});
  const write = (lang) => formatDateTime('2024-03-29', {lang});
  for (const lang of ['zh-Hant-TW', 'zh-hant', 'zh-TW', 'zh-HK', 'zh-Hant-MO']) {
    assert.equal(write(lang), 'zh-TW', lang);
  }
  for (const lang of ['zh-Hans-CN', 'zh-CN', 'zh']) assert.equal(write(lang), 'Mar 29, 2024', lang);
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

test('a pattern of blanks takes no time that grows with its square', () => {
  const start = performance.now();
  for (const pattern of [' '.repeat(1e5), `G${' '.repeat(1e5)}`, "'".repeat(1e5)]) {
    assert.equal(typeof formatDateTime('2024-03-29T11:12:24', {pattern}), 'string');
  }
  assert.ok(performance.now() - start < 5000); // it took a minute and more
});

test('a language with formats that cannot be used falls back to English ones', () => {
  const {formats, ...rest} = findLocale('en');
  const write = (code, given) => {
    registerLocale({...rest, ...given, code});
    return formatDateTime('2024-03-29T11:12:24', {lang: code, format: 'date'});
  };
  assert.equal(write('x-none', {}), 'Mar 29, 2024');
  assert.equal(write('x-empty', {formats: {}}), 'Mar 29, 2024');
  assert.equal(write('x-blank', {formats: {...formats, date: ' '}}), 'Mar 29, 2024');
  assert.equal(write('x-refused', {formats: {...formats, date: 'YYYY'}}), 'Mar 29, 2024');
  assert.equal(write('x-rare', {formats: {...formats, date: 'PPP'}}), 'March 29th, 2024');
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
    Object.create(Date.prototype),
    new Proxy(new Date(), {}),
    Object.create(null),
    Symbol('x'),
    {},
    [],
    7,
    null,
  ];
  assert.equal(formatDateTime('2024-03-29', null), 'Mar 29, 2024');
  for (const value of odd) {
    formatDateTime(value, {lang: 'vi'});
    for (const name of ['timeZone', 'lang', 'format', 'pattern', 'now']) {
      assert.equal(
        typeof formatDateTime('2024-03-29T11:12:24+07:00', {[name]: value}),
        'string',
        `${name} ${typeof value}`,
      );
    }
  }
});
