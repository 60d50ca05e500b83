import type {PropertyValues} from 'lit';
import {MomentElement, type Shown} from '../shared/moment-element.js';
import {minute, readStamp, type Stamp} from '../time/stamp.js';
import {presets, type DateTimeFormat} from '../time/write.js';
import type {Moment} from '../time/zone.js';
import styles from './article-clock.styles.js';

/**
 * The present, for the page's header: `Thứ Ba, 18/06/2024 09:01 (GMT +7)`. It ticks when the shown text changes,
 * at the finest by
 * a tenth of a second, rests while the page is hidden, and is never announced.
 *
 * @tag article-clock
 * @slot - The time when the page was made, for readers without script; shown until the clock runs.
 * @csspart time - The `<time>` with the written present.
 */
export class ArticleClock extends MomentElement {
  static override properties = {
    ...MomentElement.properties,
    paused: {type: Boolean, reflect: true},
    serverTime: {attribute: 'server-time'},
  };

  static override styles = [styles];

  /** Stops the clock at the time it shows (WCAG 2.2.2). */
  declare paused: boolean;
  /** The server's ISO time when it made the page: corrects a reader's wrong clock, and gives the offset to show when no zone is in reach. */
  declare serverTime: string | undefined;

  protected override formats: readonly DateTimeFormat[] = presets;
  protected override defaultFormat: DateTimeFormat = 'clock';

  #ahead = 0; // how far the server's clock is ahead of the reader's, in milliseconds
  #offset = 0; // as written in `server-time`; without it the clock shows UTC, never the reader's zone by accident
  #unit = minute; // the finest one that is shown, in milliseconds
  #stoppedAt?: number;
  #last?: Shown;

  constructor() {
    super();
    this.paused = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.size) this.#last = undefined;
    if (changed.has('serverTime')) this.#readServerTime();
    if (changed.has('paused')) this.#stoppedAt = this.paused ? Date.now() : undefined;
    super.willUpdate(changed);
  }

  protected override stamp(): Stamp {
    const now = (this.#stoppedAt ?? Date.now()) + this.#ahead;
    return {wall: now - (now % Math.min(this.#unit, 1000)) + this.#offset * minute, offset: this.#offset};
  }

  // Text that stays is not written again: the machine's value says when it came to be.
  protected override show(stamp: Stamp): Shown | undefined {
    const shown = super.show(stamp);
    if (shown?.text !== this.#last?.text) this.#last = shown;
    return this.#last;
  }

  protected override nextChange({instant}: Moment, pattern: string): number | undefined {
    const tokens = pattern.replace(/'[^']*('|$)/g, '');
    this.#unit = /[ST]/.test(tokens) ? 100 : /[st]|pp/.test(tokens) ? 1000 : minute;
    return this.paused ? undefined : instant - (instant % this.#unit) + this.#unit - this.#ahead;
  }

  #readServerTime(): void {
    const {serverTime: value} = this;
    const {wall = 0, offset} = readStamp(value) ?? {};
    const isKnown = offset !== undefined;
    this.#ahead = isKnown ? wall - offset * minute - Date.now() : 0;
    this.#offset = offset ?? 0;
    if (value && !isKnown) {
      const message = 'not an ISO 8601 date with an offset';
      this.problem('server-time', value, message);
    }
  }
}
