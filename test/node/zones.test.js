import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatDateTime} from 'article-widgets/time.js';

/*
 * Every quarter hour of 2024 in eight zones, held against the fields that Intl gives for it. Read back, each wall time
 * must mean the first instant at which Intl showed it; those that it never showed move forward by what was skipped.
 */

const quarter = 15 * 60_000;
const from = Date.UTC(2024, 0, 1);
const to = Date.UTC(2025, 0, 1);

const zones = [
  'Asia/Ho_Chi_Minh',
  'America/New_York',
  'Australia/Lord_Howe', // half an hour of daylight saving
  'Asia/Kathmandu',
  'America/St_Johns',
  'Europe/London',
  'Africa/Cairo', // changes at midnight
  'Pacific/Apia',
];

/** Writes instants as `2024-03-29 11:12:24 GMT +7`, by Intl: wall clock and offset. */
function intlWriter(timeZone) {
  const formatter = new Intl.DateTimeFormat('en-US', {
    ...{timeZone, timeZoneName: 'shortOffset', hourCycle: 'h23'},
    ...{
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    },
  });
  // `03/29/2024, 11:12:24 GMT+7`; its parts one by one would take ten times as long.
  return (instant) => {
    const [month, day, year, time, offset] = formatter.format(instant).split(/\/|, | GMT/);
    return [`${year}-${month}-${day} ${time}`, `GMT ${offset || '+0'}`];
  };
}

for (const timeZone of zones) {
  test(`every quarter hour of 2024 in ${timeZone}`, () => {
    const byIntl = intlWriter(timeZone);
    const write = (input) => formatDateTime(input, {timeZone, pattern: 'yyyy-MM-dd HH:mm:ss OO'});
    const texts = new Map();
    const firstShownAt = new Map();
    for (let instant = from; instant < to; instant += quarter) {
      const [wall, offset] = byIntl(instant);
      texts.set(instant, `${wall} ${offset}`);
      assert.equal(write(instant), texts.get(instant));
      if (!firstShownAt.has(wall)) firstShownAt.set(wall, instant);
    }
    assert.equal(texts.size, 366 * 24 * 4);

    let [last, skipped] = [from, 0];
    const [first] = firstShownAt.keys();
    for (let at = Date.parse(`${first}Z`); at < Date.UTC(2024, 11, 31); at += quarter) {
      const wall = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
      const shownAt = firstShownAt.get(wall);
      if (shownAt === undefined) skipped += quarter;
      else [last, skipped] = [shownAt, 0];
      // In a gap: as long after the last instant before it as the wall time is after the one shown then.
      assert.equal(write(wall), texts.get(last + skipped), wall);
    }
  });
}
