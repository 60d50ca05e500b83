// Run under several values of TZ: what it prints must never differ.
import {formatDateTime} from 'article-widgets/time.js';
import {accepted, dates} from '../../vectors/dates.js';

for (const [input, options] of dates) console.log(formatDateTime(input, options));
for (const input of accepted) console.log(formatDateTime(input, {lang: 'vi', pattern: "PPPPpppp 'at' T"}));
// The hour that New York skips: a machine there must not be an hour off while its own clocks jump.
for (let at = Date.UTC(2024, 2, 9, 18); at < Date.UTC(2024, 2, 11); at += 15 * 60_000) {
  console.log(formatDateTime(at, {timeZone: 'Asia/Ho_Chi_Minh', lang: 'vi'}));
}
