import {minute} from './stamp.js';

/*
 * The rules of named zones, asked of Intl. The first Intl object costs a page about 25 ms, so none is made before a
 * named zone is asked for, and pages load this module after their first paint, if they have one.
 */

// What may be an IANA name. Some engines know names that are none: to them BST is in Bangladesh.
const iana =
  /^(?!(?![CEMW]ET|[EHM]ST|GMT|PRC|RO|UCT)[A-Z]{3}$|FACTORY|.*-NEW$|SYSTEMV|.*-SASK)[A-Z][\w+-]*(\/[\w+-]+)*$/i;

const formatters = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, number>();

/** The offset of an IANA zone at an instant, in minutes east of UTC; `undefined` when there is no such zone. */
export function namedZoneOffset(zone: string, instant: number): number | undefined {
  const formatter = formatterOf(zone);
  if (!formatter) return undefined;
  // Not by the quarter hour, on which nearly every change falls: Newfoundland's came at 00:01, Antarctica has such too.
  const key = `${zone} ${Math.floor(instant / minute)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = parseOffset(formatter.format(instant));
    if (offsets.size > 5000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = null;
    try {
      if (zone.length <= 64 && iana.test(zone))
        formatter = new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'});
    } catch {
      // Intl knows no such zone.
    }
    if (formatters.size > 500) formatters.clear();
    formatters.set(zone, formatter);
  }
  return formatter;
}

// `3/29/2024, GMT+07:00`; `GMT` alone is zero, and local mean times of long ago have seconds.
function parseOffset(text: string): number {
  const [, sign = '+', hours = 0, minutes = 0, seconds = 0] =
    /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes) + Number(seconds) / 60);
}
