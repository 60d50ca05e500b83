import {html, type PropertyValues, type TemplateResult} from 'lit';
import {ArticleElement} from './article-element.js';
import {Lazy} from './lazy.js';
import {loadPatternWriter} from '../time/load-pattern.js';
import type {Stamp} from '../time/stamp.js';
import {forget, runAt} from '../time/ticker.js';
import {writeTokens} from '../time/tokens.js';
import {formats, writeFormat, writeIso, type DateTimeFormat, type PatternWriter} from '../time/write.js';
import {momentOf, offsetAt, readZone, type Moment, type Zone, type ZoneRules} from '../time/zone.js';

// The first Intl object takes about 25 ms, so it is made after the page was painted. Where the part that knows zones
// does not come, no name is known, and a date shows the offset of its stamp.
const zoneRules = new Lazy<ZoneRules>(async () => {
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return import('../time/named-zones.js').then(
    (part) => part.namedZoneOffset,
    () => () => undefined,
  );
});
const patterns = new Lazy<PatternWriter>(loadPatternWriter);
const suggestions = new Lazy<(zone: string) => string | undefined>(() =>
  import('../time/suggest-zone.js').then(
    (part) => part.suggestZone,
    () => () => undefined,
  ),
);

// Thrown inside a render whose text needs a part that is not at hand yet; the light content stands meanwhile.
const notYet = Symbol('not yet');

/** A moment in words, and for machines. */
export interface Shown {
  text: string;
  datetime: string;
}

/** What the date and the clock share: choosing the zone, writing a moment, and asking to be refreshed. */
export abstract class MomentElement extends ArticleElement {
  static override properties = {
    timeZone: {attribute: 'time-zone'},
    format: {},
    pattern: {},
  };

  /** The zone to show: an IANA name, a fixed offset such as `+07:00`, or `local` for the reader's own. Default: nearest `data-time-zone`, else the offset in the stamp. */
  declare timeZone: string | undefined;
  /** How the moment is written: `dateline`, `clock`, `date`, `datetime` or, but for the clock, `relative`. */
  declare format: DateTimeFormat | undefined;
  /** date-fns tokens, and `OO` for `GMT +7`; wins over `format`. */
  declare pattern: string | undefined;

  /** The values of `format` that make sense for this element. */
  protected formats = formats;

  #shown?: Shown;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    forget(this.refresh);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    forget(this.refresh);
    if (this.isConnected && this.settled) this.#shown = this.show(this.stamp());
  }

  protected override render(): TemplateResult {
    const shown = this.#shown;
    // A page may have a thousand dates: the fewer nodes and bindings, the better. Binding the text spares its markers.
    return shown
      ? html`<time part="time" datetime=${shown.datetime} .textContent=${shown.text}></time
          ><slot hidden></slot>`
      : html`<slot></slot>`;
  }

  /** The moment to show, as a stamp; `undefined` keeps the light content. */
  protected stamp(): Stamp | undefined {
    return undefined;
  }
  /** The format when none is asked for. */
  protected defaultFormat(stamp: Stamp): DateTimeFormat {
    return stamp.dateOnly ? 'date' : 'dateline'; // midnight was not written, so it is not claimed
  }
  /** When the shown text changes next, in milliseconds since 1970. */
  protected nextChange(_moment: Moment, _written: DateTimeFormat | undefined): number | undefined {
    return undefined;
  }

  /** Renders again. */
  protected refresh = (): void => this.requestUpdate();

  /** Writes a moment; `undefined` where there is none, and until a part that it takes is loaded. */
  protected show(stamp: Stamp | undefined): Shown | undefined {
    if (!stamp) return undefined;
    try {
      const moment = momentOf(stamp, this.#zone(stamp), zoneRules.value);
      const [text, written] = this.#write(moment, stamp);
      const next = this.nextChange(moment, written);
      if (next !== undefined) runAt(next, this.refresh);
      return {text, datetime: writeIso(moment, stamp.dateOnly)};
    } catch (reason) {
      if (reason !== notYet) throw reason;
      return undefined;
    }
  }

  /** The first usable zone in reach. */
  #zone(stamp: Stamp): Zone | undefined {
    for (const attribute of ['time-zone', 'data-time-zone']) {
      const value = attribute === 'time-zone' ? this.timeZone : this.nearest(attribute);
      if (value == null) continue;
      const zone = readZone(value);
      if (typeof zone === 'string' && zone !== 'local') this.#need(zoneRules);
      if (zone !== undefined && offsetAt(zone, stamp.wall, zoneRules.value) !== undefined) return zone;
      // The date does not wait for what is only told to the developer.
      if (suggestions.value) {
        const message = `not a time zone; use ${suggestions.value(value) ?? 'an IANA name'}`;
        this.problem(attribute, value, message, 'invalid-time-zone');
      } else suggestions.want(this.refresh);
    }
    if (stamp.offset === undefined && stamp.zone) this.#need(zoneRules);
    return undefined;
  }

  #need<T>(part: Lazy<T>): T {
    if (part.value !== undefined) return part.value;
    part.want(this.refresh);
    throw notYet;
  }

  #write(moment: Moment, stamp: Stamp): [text: string, written?: DateTimeFormat] {
    const {pattern, format, locale} = this;
    if (pattern) {
      const simple = writeTokens(moment, pattern, locale);
      try {
        return [simple ?? this.#need(patterns)(moment, pattern, locale)];
      } catch (reason) {
        if (reason === notYet) throw reason;
        const message = `not a pattern: ${(reason as Error).message}`;
        this.problem('pattern', pattern, message);
      }
    }
    let known = this.defaultFormat(stamp);
    if (format && this.formats.includes(format)) known = format;
    else if (format) {
      const message = `not one of ${this.formats.join(', ')}`;
      this.problem('format', format, message);
    }
    return [writeFormat(moment, known, locale, Date.now()), known];
  }
}
