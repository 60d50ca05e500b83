import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {isDateline, isElapsed, isWholeDate, makeStamps} from '../../bench/lib/stamps.js';
import {estimate, judge, median, ratio} from '../../bench/lib/statistics.js';

// Nothing is timed here: these are the parts of `npm run bench` that decide what a number means.

test('the median stands in the middle, or between the two in the middle', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 2, 3]), 2.5);
});

test('an interval holds the median and ends at values that were measured', () => {
  const values = [5, 1, 4, 2, 3, 9, 8, 7, 6];
  const {value, low, high} = estimate(values);
  assert.equal(value, 5);
  assert.ok(low >= 1 && low < value && value < high && high <= 9, `${low} to ${high}`);
});

test('a ratio sets round beside round, so a slow machine does not widen it', () => {
  const slow = [1, 1, 1, 8, 9, 7, 20, 1, 3];
  const same = ratio(
    slow.map((time) => time * 3),
    slow,
  );
  assert.deepEqual(same, {value: 3, low: 3, high: 3});
});

test('a target is surely met or missed only when the whole interval is on that side', () => {
  assert.equal(judge({value: 4, low: 3, high: 4.5}, 4.5), 'met');
  assert.equal(judge({value: 4, low: 3, high: 4.6}, 4.5), 'met, not surely');
  assert.equal(judge({value: 4.6, low: 4.5, high: 5}, 4.5), 'missed, not surely');
  assert.equal(judge({value: 5, low: 4.6, high: 6}, 4.5), 'missed');
});

test('what a contestant shows is checked against the stamp it was given', () => {
  const stamp = '2024-03-29T11:12:24+07:00';
  assert.ok(isDateline('Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]', stamp));
  assert.ok(!isDateline('Thứ 5, 29/03/2024 | 11:12:24 [GMT +7]', stamp));
  assert.ok(isWholeDate('11:12 Thứ Sáu, 29/03/2024', stamp));
  assert.ok(!isWholeDate('10:12 Thứ Sáu, 29/03/2024', stamp));
  const [first, ...stamps] = makeStamps(181);
  assert.ok(isElapsed('2 phút trước', first));
  assert.ok(isElapsed('3 giờ trước', stamps.at(-1)));
  for (const wrong of ['5 phút trước', '2 giờ trước', 'vừa xong', ''])
    assert.ok(!isElapsed(wrong, first), wrong);
});

for (const [args, said] of [
  [['nonsense'], 'There is no suite "nonsense"'],
  [['--rounds', 'many'], '--rounds is "many"'],
]) {
  test(`npm run bench -- ${args.join(' ')} says what is wrong and fails`, () => {
    const {status, stderr} = spawnSync(process.execPath, ['bench/run.js', ...args], {encoding: 'utf8'});
    assert.equal(status, 1);
    assert.ok(stderr.includes(said), stderr);
  });
}
