import type {PropertyValues} from 'lit';
import {MomentElement} from '../shared/moment-element.js';
import {minute, readStamp, type Stamp} from '../time/stamp.js';
import {presets, type DateTimeFormat} from '../time/write.js';
import {momentOf, type Moment} from '../time/zone.js';
import styles from './article-clock.styles.js';

/**
 * The present, for the page's header: `Thứ Ba, 18/06/2024 09:01 (GMT +7)`. It ticks when the shown text changes,
 * rests while the page is hidden, and is never announced.
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

  #ahead = 0; // how far the server's clock is ahead of the reader's, in milliseconds
  #offset = 0; // as written in `server-time`; without it the clock shows UTC, never the reader's zone by accident
  #stoppedAt?: number;

  constructor() {
    super();
    this.paused = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('serverTime')) this.#readServerTime();
    if (changed.has('paused')) this.#stoppedAt = this.paused ? Date.now() : undefined;
    super.willUpdate(changed);
  }

  protected override stamp(): Stamp {
    const now = (this.#stoppedAt ?? Date.now()) + this.#ahead;
    const instant = now - (now % this.#unit);
    return {wall: instant + this.#offset * minute, offset: this.#offset};
  }

  protected override defaultFormat(): DateTimeFormat {
    return 'clock';
  }

  protected override nextChange({instant}: Moment): number | undefined {
    return this.paused ? undefined : instant + this.#unit - this.#ahead;
  }

  /** How often the text can change: by the second only if seconds are shown. */
  get #unit(): number {
    const {pattern, format, locale} = this;
    const tokens = pattern || locale.formats[presets.find((name) => name === format) ?? 'clock'];
    return /[sStT]|pp/.test(tokens.replace(/'[^']*'/g, '')) ? 1000 : minute;
  }

  #readServerTime(): void {
    const {serverTime: value} = this;
    const stamp = value === undefined || value === null ? undefined : readStamp(value);
    const moment = stamp?.offset === undefined ? undefined : momentOf(stamp, undefined, undefined);
    this.#ahead = moment ? moment.instant - Date.now() : 0;
    this.#offset = stamp?.offset ?? 0;
    if (value && !moment) {
      const message = 'not an ISO 8601 date with an offset';
      this.problem('server-time', value, message);
    }
  }
}
