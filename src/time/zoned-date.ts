import {constructFromSymbol} from 'date-fns/constants';
import {minute} from './stamp.js';

/**
 * A date whose local fields are those of a fixed offset instead of the reader's zone. date-fns builds every date it
 * needs from the one it is given, so all of `format` works in that offset, whatever zone the machine is in.
 */
export class ZonedDate extends Date {
  #offset: number;

  constructor(instant: number, offset: number) {
    super(instant);
    this.#offset = offset;
  }

  [constructFromSymbol](value: Date | number | string): ZonedDate {
    return new ZonedDate(Number(value instanceof Date ? value : new Date(value)), this.#offset);
  }

  override getTimezoneOffset(): number {
    return -this.#offset;
  }

  /** The same date with the offset's wall clock in its UTC fields. */
  wall(): Date {
    return new Date(this.getTime() + this.#offset * minute);
  }

  /** Takes the fields back from a wall clock. */
  setWall(wall: Date): number {
    return this.setTime(wall.getTime() - this.#offset * minute);
  }
}

type Fields = Record<string, (...values: number[]) => number>;

for (const field of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
  const read = function (this: ZonedDate) {
    return (this.wall() as unknown as Fields)[`getUTC${field}`]!();
  };
  const write = function (this: ZonedDate, ...values: number[]) {
    const wall = this.wall();
    (wall as unknown as Fields)[`setUTC${field}`]!(...values);
    return this.setWall(wall);
  };
  Object.assign(ZonedDate.prototype, {[`get${field}`]: read}, field !== 'Day' && {[`set${field}`]: write});
}
