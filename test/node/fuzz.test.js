import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {formatDateTime} from 'article-widgets/time.js';
import {stamps} from '../vectors/stamps.js';
import {zones} from '../vectors/zones.js';

const runs = {numRuns: 10_000};
const stamp = '2024-03-29T11:12:24+07:00';
const hosts = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo'];

const texts = (values) => values.filter((value) => typeof value === 'string' && value.length < 80);
const fromPrototypes = fc.constantFrom(
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'length',
);
const anyText = fc.oneof(
  fc.string({unit: 'binary', maxLength: 80}),
  fc.string({unit: 'grapheme', maxLength: 40}),
  fc.string({maxLength: 80}),
  fromPrototypes,
);

/** One of these, with a few characters taken out, put in or exchanged. */
function nearMissOf(valid) {
  const change = fc.record({
    at: fc.double({min: 0, max: 1, noNaN: true}),
    out: fc.nat({max: 2}),
    put: fc.oneof(
      fc.constantFrom(...'0123456789'),
      fc.string({unit: 'binary', maxLength: 2}),
      fc.constantFrom(...'09:-+TZ.[]/ ', '24', '60', '00'),
    ),
  });
  return fc
    .tuple(fc.constantFrom(...valid), fc.array(change, {minLength: 1, maxLength: 3}))
    .map(([text, changes]) =>
      changes.reduce((before, {at, out, put}) => {
        const index = Math.floor(at * before.length);
        return before.slice(0, index) + put + before.slice(index + out);
      }, text),
    );
}

const zoneNames = [...texts(zones.map(([name]) => name)), ...Intl.supportedValuesOf('timeZone')];
const goodStamps = texts(stamps.filter(([, , instant]) => instant !== null).map(([input]) => input));
const patternPieces = [
  ..."GyYuRQqMLwIDdEecihHKkmsSabBtTxXOzPpo' []()",
  'OO',
  'do',
  'yyyy',
  'MMMM',
  '🙂',
  '\n',
];
const languages = [
  'vi',
  'en',
  'vi-VN',
  'zh-Hant-TW',
  'ar-EG',
  'sr-Latn',
  'en-US-u-ca-buddhist',
  'vi_VN',
  'i-klingon',
];

const given = {
  stamp: fc.oneof(anyText, nearMissOf(goodStamps), nearMissOf(texts(stamps.map(([input]) => input)))),
  timeZone: fc.oneof(anyText, nearMissOf(zoneNames)),
  pattern: fc.oneof(
    anyText,
    fc.array(fc.constantFrom(...patternPieces), {maxLength: 30}).map((pieces) => pieces.join('')),
  ),
  lang: fc.oneof(anyText, nearMissOf(languages)),
};

test('10,000 random stamps: text or nothing', () => {
  let written = 0;
  const property = fc.property(given.stamp, given.timeZone, (input, timeZone) => {
    const text = formatDateTime(input, {lang: 'vi', timeZone});
    assert.ok(text === undefined || (typeof text === 'string' && text !== ''));
    assert.ok(!/NaN|undefined|Invalid/.test(text ?? ''), text);
    written += text === undefined ? 0 : 1;
  });
  fc.assert(property, runs);
  assert.ok(written > 500 && written < 9500, `${written} of them were read`); // both ways were tried
});

for (const option of ['timeZone', 'pattern', 'lang']) {
  test(`10,000 random strings as ${option}: always a text`, () => {
    const property = fc.property(given[option], (value) => {
      assert.equal(typeof formatDateTime(stamp, {lang: 'vi', [option]: value}), 'string');
    });
    fc.assert(property, runs);
  });
}

test('anything at all as every argument: nothing throws', () => {
  const anything = fc.oneof(
    fc.anything({withBigInt: true, withDate: true, withNullPrototype: true}),
    ...Object.values(given),
  );
  const options = fc.record(
    {timeZone: anything, pattern: anything, lang: anything, format: anything, now: anything},
    {requiredKeys: []},
  );
  const property = fc.property(anything, fc.oneof(options, anything), (input, given) => {
    const text = formatDateTime(input, given);
    assert.ok(text === undefined || typeof text === 'string');
  });
  fc.assert(property, runs);
});

const wall = fc
  .date({min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true})
  .map((date) => date.toISOString().slice(0, 19));
const offset = fc.integer({min: -14 * 60, max: 14 * 60}).map((minutes) => {
  const two = (value) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
});

test('a stamp with an offset shows its own wall clock, and names its own offset', () => {
  const property = fc.property(wall, offset, (fields, zone) => {
    const written = formatDateTime(fields + zone, {pattern: "yyyy-MM-dd'T'HH:mm:ssxxx"});
    assert.equal(written, fields + zone);
  });
  fc.assert(property, runs);
});

test('an instant is the same however its stamp was written', () => {
  const property = fc.property(
    wall,
    offset,
    fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    (fields, zone, timeZone) => {
      const write = (input) => formatDateTime(input, {timeZone, pattern: 'yyyy-MM-dd HH:mm:ss xxx T'});
      const instant = new Date(fields + zone);
      fc.pre(instant.getTime() !== 0); // a moment of 0 is a missing one
      const written = write(fields + zone);
      assert.equal(written, write(instant));
      assert.equal(written, write(instant.toISOString()));
      assert.equal(written.split(' ').at(-1), String(instant.getTime()));
    },
  );
  fc.assert(property, {numRuns: 2000});
});

test('the text does not depend on the zone of the machine', () => {
  const machine = process.env.TZ;
  const property = fc.property(given.stamp, given.timeZone, given.pattern, (input, timeZone, pattern) => {
    if (/local/i.test(timeZone)) return; // asked for by name
    const written = hosts.map((host) => {
      process.env.TZ = host;
      return [formatDateTime(input, {timeZone}), formatDateTime(input, {timeZone, pattern})];
    });
    for (const other of written) assert.deepEqual(other, written[0]);
  });
  try {
    fc.assert(property, {numRuns: 2000});
    process.env.TZ = 'Africa/Cairo';
    assert.equal(new Date(2024, 6, 1).getTimezoneOffset(), -180, 'this process follows TZ');
  } finally {
    if (machine === undefined) delete process.env.TZ;
    else process.env.TZ = machine;
  }
});
