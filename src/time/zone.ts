import {isWritable, minute, day, readOffset, type Stamp} from './stamp.js';

/** A time zone: minutes east of UTC, or the name of a zone whose rules must be known. */
export type Zone = number | string;

/** The offset of a named zone at an instant, in minutes east of UTC; `undefined` for a name that is no zone. */
export type ZoneRules = (zone: string, instant: number) => number | undefined;

/** A moment ready to be written. */
export interface Moment {
  /** Milliseconds since 1970; for a floating moment, its wall clock as if it were UTC. */
  instant: number;
  /** Minutes east of UTC to show it in; without it the moment is floating: no zone is known. */
  offset?: number;
}

/**
 * Reads what a page gave as a zone: a fixed offset gives its minutes, `local` the reader's own offset at the instant
 * (asked for by name, never by accident), anything else is given back for the rules to know or not.
 */
export function readZone(text: unknown): Zone | undefined {
  const name = typeof text === 'string' ? text.trim() : '';
  const offset = /^([+-]|Z$|UTC$|GMT$)/i.test(name) ? readOffset(name) : undefined;
  if (offset !== undefined) return offset;
  if (name.toLowerCase() === 'local') return 'local';
  return name || undefined;
}

/** The offset of a zone at an instant. `undefined`: no such zone, or the rules of named zones are not at hand. */
export function offsetAt(zone: Zone, instant: number, rules: ZoneRules | undefined): number | undefined {
  if (typeof zone === 'number') return zone;
  if (zone === 'local') return -new Date(instant).getTimezoneOffset();
  return rules?.(zone, instant);
}

/**
 * The moment that a stamp means, in the zone to show it in. Without a zone it shows the offset written in the stamp,
 * so that every reader sees the publisher's wall clock; without either it floats.
 */
export function momentOf(stamp: Stamp, zone: Zone | undefined, rules: ZoneRules | undefined): Moment {
  if (stamp.offset !== undefined) {
    const instant = stamp.wall - stamp.offset * minute;
    return {
      instant,
      offset: zone === undefined ? stamp.offset : (offsetAt(zone, instant, rules) ?? stamp.offset),
    };
  }
  const own = readZone(stamp.zone);
  const isKnown = own !== undefined && (!rules || offsetAt(own, stamp.wall, rules) !== undefined);
  const readIn = isKnown ? own : zone;
  if (readIn === undefined) return {instant: stamp.wall};
  const instant = instantOfWall(stamp.wall, (at) => offsetAt(readIn, at, rules));
  if (instant === undefined || !isWritable(instant)) return {instant: stamp.wall};
  return {instant, offset: offsetAt(zone ?? readIn, instant, rules) ?? 0};
}

/**
 * The instant at which a zone's clocks show a wall time. A time skipped by the clocks moves forward by the gap, a
 * time shown twice means the first one: Temporal's "compatible".
 */
function instantOfWall(wall: number, offset: (instant: number) => number | undefined): number | undefined {
  // No zone changes twice within a day and a half, so these two are the offsets before and after any change near by.
  const before = offset(wall - day * 1.5);
  const after = offset(wall + day * 1.5);
  if (before === undefined || after === undefined) return undefined;
  const first = wall - before * minute;
  const second = wall - after * minute;
  return offset(first) !== before && offset(second) === after ? second : first;
}
