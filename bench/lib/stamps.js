const minute = 60_000;
const offset = 7 * 60 * minute;
const weekdays = ['CN', 'Thứ 2', 'Thứ 3', 'Thứ 4', 'Thứ 5', 'Thứ 6', 'Thứ 7'];

/**
 * Moments of Vietnam's wall clock, a minute apart, the first one two minutes ago: within the day, so that the elements
 * for relative times do what they are made for.
 * @param {number} count
 */
export function makeStamps(count) {
  const now = Date.now();
  return Array.from({length: count}, (_, index) => {
    const wall = new Date(now - (index + 2) * minute + offset).toISOString();
    return wall.replace(/\.\d+Z$/, '+07:00');
  });
}

/** Whether a text is our dateline of the stamp, such as `Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]`. */
export function isDateline(text, stamp) {
  const weekday = weekdays[new Date(`${stamp.slice(0, 10)}T00:00Z`).getUTCDay()];
  return text === `${weekday}, ${writeDay(stamp)} | ${stamp.slice(11, 19)} [GMT +7]`;
}

/** Whether a text has the date and the time of the stamp, in any order. */
export function isWholeDate(text, stamp) {
  return text.includes(writeDay(stamp)) && text.includes(stamp.slice(11, 16));
}

/** Whether a text says in Vietnamese how long ago the stamp was, rounded in any way. */
export function isElapsed(text, stamp) {
  const [, count, unit] = /^(\d+) (phút|giờ) trước$/.exec(text) ?? [];
  const size = unit === 'giờ' ? 60 * minute : minute;
  return Math.abs((Date.now() - Date.parse(stamp)) / size - Number(count)) <= 1.1;
}

function writeDay(stamp) {
  return stamp.slice(0, 10).split('-').reverse().join('/');
}
