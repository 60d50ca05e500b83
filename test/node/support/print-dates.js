// Run under several values of TZ: what it prints must never differ.
import {formatDateTime} from 'article-widgets/time.js';
import {dates} from '../../vectors/dates.js';
import {stamps} from '../../vectors/stamps.js';

for (const [input, options] of dates) console.log(formatDateTime(input, options));
for (const [input, timeZone] of stamps) {
  console.log(formatDateTime(input, {timeZone, lang: 'vi', pattern: "PPPPpppp 'at' T"}));
}
// The hour that New York skips: a machine there must not be an hour off while its own clocks jump.
for (let at = Date.UTC(2024, 2, 9, 18); at < Date.UTC(2024, 2, 11); at += 15 * 60_000) {
  console.log(formatDateTime(at, {timeZone: 'Asia/Ho_Chi_Minh', lang: 'vi'}));
}
