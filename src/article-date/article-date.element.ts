import {MomentElement} from '../shared/moment-element.js';
import {readStamp, type Stamp} from '../time/stamp.js';
import {nextRelativeChange} from '../time/relative.js';
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

  // Of the light content, where the moment is read from it. It holds nothing else, and goes with the element.
  #observer?: MutationObserver;

  // To adopt an empty list of stylesheets takes a twentieth of all the time that a date takes.
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this.shadowRoot || (this.constructor as typeof ArticleDate).elementStyles[0]
      ? super.createRenderRoot()
      : this.attachShadow({mode: 'open'});
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

  protected override nextChange(moment: Moment, by: string): number | undefined {
    return by === 'relative' ? nextRelativeChange(moment.instant, Date.now()) : undefined;
  }

  #input(): [attribute: string, value: unknown] {
    if (this.date != null) return ['date', this.date];
    if (this.datetime != null) return ['datetime', this.datetime];
    if (!this.#observer) {
      this.#observer = new MutationObserver(this.refresh);
      this.#observer.observe(this, {childList: true, subtree: true, attributeFilter: ['datetime']});
    }
    return ['datetime', this.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined];
  }
}
