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

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?: ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?(?:\[!?([\w+/-]+)\])?)?$/i;
const rfc2822 =
  /^(?:[a-z]{3}, )?(\d{1,2})[ -]([a-z]{3})[ -](\d{4}) (\d\d):(\d\d)(?::(\d\d))? (UTC?|GMT|Z|[ECMP][SD]T|[+-]\d{4})$/i;
const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
// RFC 2822 §4.3: the only zone abbreviations with a fixed meaning, EST to PDT.
const american = 'ECMP';

/** Milliseconds. */
export const minute = 60_000;
/** Milliseconds. */
export const day = 86_400_000;
const firstInstant = Date.parse('0001-01-01T00:00:00Z');
const longest = 64;

/**
 * Reads a time stamp by a strict grammar: ISO 8601, RFC 3339, RFC 9557, RFC 2822, HTTP dates, epoch seconds and
 * milliseconds, `Date`. Anything ambiguous or impossible gives `undefined`; nothing throws.
 */
export function readStamp(input: unknown): Stamp | undefined {
  if (input instanceof Date) return fromEpoch(input.getTime());
  if (typeof input === 'number') return fromEpoch(Math.abs(input) < 1e11 ? input * 1000 : input);
  if (typeof input !== 'string') return undefined;
  // A bound before any trimming: hostile input may be megabytes of white space.
  if (input.length > longest * 2) return undefined;
  const text = input.replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '');
  if (text.length > longest) return undefined;
  if (/^\d{9,14}$/.test(text)) return readStamp(Number(text));
  return fromIso(text) ?? fromRfc2822(text);
}

function fromEpoch(instant: number): Stamp | undefined {
  return instant !== 0 && isWritable(instant) ? {wall: instant, offset: 0} : undefined;
}

function fromIso(text: string): Stamp | undefined {
  const [match, year, month, date, hour, minutes, second, fraction, zone, name] = iso.exec(text) ?? [];
  if (!match) return undefined;
  return stamp([year, month, date, hour, minutes, second].map(Number), fraction, zone, name, hour === undefined);
}

function fromRfc2822(text: string): Stamp | undefined {
  const [match, date, name, year, hour, minutes, second, zone] = rfc2822.exec(text) ?? [];
  if (!match) return undefined;
  const month = months.indexOf(name!.toLowerCase());
  if (month < 0 || month % 3) return undefined;
  return stamp([year, month / 3 + 1, date, hour, minutes, second].map(Number), undefined, zone);
}

function stamp(
  fields: number[],
  fraction: string | undefined,
  zone: string | undefined,
  name?: string,
  dateOnly = false,
): Stamp | undefined {
  const [year, month, date, hour, minutes, second] = fields.map((field) => field || 0) as [
    number, number, number, number, number, number,
  ];
  const midnight = year > 0 ? calendarDay(year, month, date) : undefined;
  if (midnight === undefined || !isTimeOfDay(hour, minutes, second, fraction)) return undefined;
  const offset = zone === undefined ? undefined : readOffset(zone);
  if (zone !== undefined && offset === undefined) return undefined;
  // A leap second is written :60; clocks that know none show :59.
  const milliseconds = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  const wall = midnight + (hour * 60 + minutes) * minute + Math.min(second, 59) * 1000 + milliseconds;
  if (!isWritable(wall) || !isWritable(wall - (offset ?? 0) * minute)) return undefined;
  return {wall, ...(offset !== undefined && {offset}), ...(name && {zone: name}), ...(dateOnly && {dateOnly})};
}

function isTimeOfDay(hour: number, minutes: number, second: number, fraction = ''): boolean {
  if (hour === 24) return minutes === 0 && second === 0 && !/[1-9]/.test(fraction);
  return hour < 24 && minutes < 60 && second <= 60;
}

function calendarDay(year: number, month: number, date: number): number | undefined {
  const first = new Date(0);
  const time = first.setUTCFullYear(year, month - 1, date);
  return first.getUTCMonth() === month - 1 && first.getUTCDate() === date ? time : undefined;
}

/** Minutes east of UTC for `Z`, `UTC`, `GMT`, `+07`, `+0700`, `+07:00` and the four American pairs; at most ±14:00. */
export function readOffset(text: string): number | undefined {
  if (/^(z|utc?|gmt)$/i.test(text)) return 0;
  if (/^[ecmp][sd]t$/i.test(text)) {
    const [zone, season] = text.toUpperCase();
    return (-5 - american.indexOf(zone!) + Number(season === 'D')) * 60;
  }
  const [match, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(text) ?? [];
  if (!match || Number(minutes) > 59) return undefined;
  const offset = Number(hours) * 60 + Number(minutes);
  return offset <= 14 * 60 ? (sign === '-' ? -offset : offset) : undefined;
}

/** True for the years 1 to 9999, the only ones that four digits can write. */
export function isWritable(time: number): boolean {
  return time >= firstInstant && time < Date.UTC(10_000, 0, 1);
}
