import {MomentElement} from '../shared/moment-element.js';
import {readStamp, type Stamp} from '../time/stamp.js';
import {nextRelativeChange} from '../time/relative.js';
import type {DateTimeFormat} from '../time/write.js';
import type {Moment} from '../time/zone.js';

/**
 * One moment, in words: a dateline such as `Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]`, the same for every reader.
 *
 * @tag article-date
 * @slot - The author's own text or `<time datetime>`; shown until there is better, and whenever the date is unusable.
 * @csspart time - The `<time>` with the written moment.
 */
export class ArticleDate extends MomentElement {
  static override properties = {
    ...MomentElement.properties,
    datetime: {},
    date: {attribute: false},
  };

  /** The moment as a stamp: ISO 8601, RFC 3339, RFC 2822 or epoch. Default: the `datetime` of a `<time>` inside. */
  declare datetime: string | undefined;
  /** The moment as a `Date` or stamp; wins over `datetime`. */
  declare date: Date | string | undefined;

  // To adopt an empty list of stylesheets takes a twentieth of all the time that a date takes.
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this.shadowRoot ? super.createRenderRoot() : this.attachShadow({mode: 'open'});
  }

  protected override stamp(): Stamp | undefined {
    const [attribute, value] = this.#input();
    if (value === undefined) return undefined;
    const stamp = readStamp(value);
    if (!stamp) {
      const message = 'not an ISO 8601 date';
      this.problem(attribute, value, message, 'invalid-datetime');
    }
    return stamp;
  }

  protected override nextChange(moment: Moment, written: DateTimeFormat | undefined): number | undefined {
    return written === 'relative' ? nextRelativeChange(moment.instant, Date.now()) : undefined;
  }

  #input(): [attribute: string, value: unknown] {
    if (this.date != null) return ['date', this.date];
    if (this.datetime != null) return ['datetime', this.datetime];
    this.renderRoot.addEventListener('slotchange', this.refresh);
    return ['datetime', this.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined];
  }
}
