/** A moment as it was written: wall-clock fields, and the offset if one was written too. */
export interface Stamp {
  /** The written year to millisecond, as if they were UTC, in milliseconds since 1970. */
  wall: number;
  /** Minutes east of UTC, as written; without it the stamp is local to a zone named elsewhere. */
  offset?: number;
  /** The zone named in an RFC 9557 suffix such as `[Asia/Ho_Chi_Minh]`. */
  zone?: string;
  /** True when no time of day was written. */
  dateOnly?: boolean;
}

/** Milliseconds. */
export const minute = 60_000;
/** Milliseconds. */
export const day = 86_400_000;

const zones = 'Z|UTC?|GMT|[ECMP][SD]T|[+-]\\d\\d(?::?\\d\\d)?';
const time = '([01]\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d|60)(?:[.,](\\d+))?)?';
const iso = new RegExp(
  `^(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ]${time}(?: ?(${zones}))?(?:\\[!?(?!local])([\\w+/:-]+)])?(?:\\[\\w[\\w-]*=[\\w-]+])*)?$`,
  'i',
);
const rfc2822 = new RegExp(
  `^(?:[a-z]{3}, *)?(\\d\\d?)[ -]([a-z]{3})[ -](\\d{4}) ([\\d:]{5,8}) (${zones})$`,
  'i',
);
// Shorter digits are years, months or days run together; 12 or 14 that begin so are those with a time.
const epoch = /^(?!(19|20)(\d{10}|\d{12})$)\d{9,15}$/;
const months = 'janfebmaraprmayjunjulaugsepoctnovdec';

/**
 * Reads a time stamp by a strict grammar: ISO 8601, RFC 3339, RFC 9557, RFC 2822, HTTP dates, epoch seconds and
 * milliseconds, `Date`. Anything ambiguous or impossible gives `undefined`; nothing throws.
 */
export function readStamp(input: unknown): Stamp | undefined {
  try {
    if (input instanceof Date) return fromEpoch(input.getTime());
  } catch {
    return undefined; // what has the prototype of a date, or stands before one, need not be one
  }
  if (typeof input === 'number') return fromEpoch(Math.abs(input) < 1e11 ? input * 1000 : input);
  // A bound before any trimming: hostile input may be megabytes of white space.
  if (typeof input !== 'string' || input.length > 128) return undefined;
  const text = input.trim();
  if (text.length > 64) return undefined;
  // Most are ISO 8601, and a page may have ten thousand.
  const match = iso.exec(text) ?? iso.exec(text.replace(rfc2822, toIso).replace(/ (\w+\/\S+)$/, '[$1]'));
  return match ? fromFields(match) : epoch.test(text) ? readStamp(Number(text)) : undefined;
}

function fromEpoch(instant: number): Stamp | undefined {
  return instant !== 0 && isWritable(instant) ? {wall: instant, offset: 0} : undefined;
}

// A month that is none becomes 00 or a fraction, which the ISO grammar refuses.
function toIso(_: string, date: string, month: string, year: string, clock: string, zone: string): string {
  const number = months.indexOf(month.toLowerCase()) / 3 + 1;
  return `${year}-${two(number)}-${two(date)}T${clock}${zone}`;
}

function two(value: number | string): string {
  return String(value).padStart(2, '0');
}

function fromFields(match: RegExpExecArray): Stamp | undefined {
  const [, year, month, date, hours = 0, minutes = 0, seconds = 0, fraction = '', written, zone] = match;
  const wall = new Date(0);
  wall.setUTCFullYear(+year, +month - 1, +date);
  if (!+year || wall.getUTCMonth() !== +month - 1) return undefined;
  // 24:00 is the next midnight and nothing more; a leap second is :60, and clocks that know none show :59.
  if (hours === '24' && (+minutes || +seconds || +fraction)) return undefined;
  wall.setUTCHours(+hours, +minutes, Math.min(+seconds, 59), +fraction.slice(0, 3).padEnd(3, '0'));
  const stamp: Stamp = {wall: wall.getTime(), zone, dateOnly: !hours};
  if (written) {
    stamp.offset = readOffset(written);
    if (stamp.offset === undefined) return undefined;
  }
  return isWritable(stamp.wall - (stamp.offset ?? 0) * minute) && isWritable(stamp.wall) ? stamp : undefined;
}

/** Minutes east of UTC for `Z`, `UTC`, `GMT`, `+07`, `+0700`, `+07:00` and RFC 2822's EST to PDT; at most ±14:00. */
export function readOffset(text: string): number | undefined {
  const match = /^[+-](\d\d):?([0-5]\d)?$/.exec(text);
  if (match) {
    const offset = Number(match[1]) * 60 + Number(match[2] ?? 0);
    return offset <= 14 * 60 ? (text[0] === '-' ? -offset : offset) : undefined;
  }
  if (/^(z|utc?|gmt)$/i.test(text)) return 0;
  const [zone, season] = /^[ecmp][sd]t$/i.test(text) ? text.toUpperCase() : '';
  return zone ? (-5 - 'ECMP'.indexOf(zone) + Number(season === 'D')) * 60 : undefined;
}

/** True for the years 1 to 9999, the only ones that four digits can write. */
export function isWritable(instant: number): boolean {
  return instant >= -62_135_596_800_000 && instant < 253_402_300_800_000;
}
