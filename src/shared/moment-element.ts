import {html, type PropertyValues, type TemplateResult} from 'lit';
import {ArticleElement} from './article-element.js';
import {hostOf, nearestElement} from './nearest.js';
import {Lazy} from './lazy.js';
import {isBlank} from './light-content.js';
import {renderAgain} from '../locales/registry.js';
import type {Stamp} from '../time/stamp.js';
import {forget, runAt} from '../time/ticker.js';
import {
  formatFor,
  formats,
  notYet,
  writeBy,
  writeFormat,
  writeIso,
  type DateTimeFormat,
  type PatternWriter,
  type Written,
} from '../time/write.js';
import {momentOf, offsetAt, readZone, type Moment, type Zone, type ZoneRules} from '../time/zone.js';

// The first Intl object takes about 25 ms, so it is made after the page was painted.
const zoneRules = new Lazy<ZoneRules>(async () => {
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return (await import('../time/named-zones.js')).namedZoneOffset;
});
const patterns = new Lazy<PatternWriter>(async () => (await import('../time/pattern.js')).writePattern);
// The date does not wait for what is only told to the developer.
const suggestions = new Lazy(async () => (await import('../time/suggest-zone.js')).suggestZone);

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
  /** The format when none is asked for; default: what a date shows. */
  protected defaultFormat?: DateTimeFormat;

  #shown?: Shown;
  #time?: HTMLTimeElement;
  #isLost = false; // a part did not come

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    forget(this.refresh);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    forget(this.refresh);
    if (this.isConnected && this.settled) this.#shown = this.show(this.stamp());
  }

  protected override render(): TemplateResult | Node {
    const shown = this.#shown;
    if (!shown) return html`<slot></slot>`;
    if (this.serverMade)
      return html`<time part="time" datetime=${shown.datetime} .textContent=${shown.text}></time>`;
    // A page may have a thousand dates, and bindings would take a sixth of the time that one costs.
    const time = (this.#time ??= Object.assign(document.createElement('time'), {part: 'time'}));
    if (time.dateTime !== shown.datetime) time.dateTime = shown.datetime;
    if (time.textContent !== shown.text) time.textContent = shown.text;
    return time;
  }

  /** The moment to show, as a stamp; `undefined` keeps the light content. */
  protected stamp(): Stamp | undefined {
    return undefined;
  }
  /** When the shown text, written by a pattern or `relative`, changes next, in milliseconds since 1970. */
  protected nextChange(_moment: Moment, _by: string): number | undefined {
    return undefined;
  }

  /** Renders again. */
  protected refresh = (): void => this.requestUpdate();

  /** Writes a moment; `undefined` where there is none, and until a part that it takes is loaded. */
  protected show(stamp: Stamp | undefined): Shown | undefined {
    if (!stamp) return undefined;
    try {
      const moment = momentOf(stamp, this.#zone(stamp), zoneRules.value);
      const [text, by] = this.#write(moment, stamp);
      const next = this.nextChange(moment, by);
      if (next !== undefined) runAt(next, this.refresh);
      return {text, datetime: writeIso(moment, stamp.dateOnly)};
    } catch (reason) {
      if (reason !== notYet) throw reason;
      return undefined;
    }
  }

  /** The first usable zone in reach. */
  #zone(stamp: Stamp): Zone | undefined {
    for (const [attribute, value] of this.#zonesInReach(stamp)) {
      const zone = readZone(value);
      if (typeof zone === 'string' && zone !== 'local' && !this.#need(zoneRules, attribute, value)) return;
      if (zone !== undefined && offsetAt(zone, stamp.wall, zoneRules.value) !== undefined) {
        if (attribute !== 'datetime') return zone;
      } else if (suggestions.value) {
        this.problem(attribute, value, suggestions.value(value), 'invalid-time-zone');
      } else suggestions.want(this.refresh);
    }
    return undefined;
  }

  /** The zone that the stamp is read in, then those to show it in, the nearest first. */
  #zonesInReach({offset, zone}: Stamp): [attribute: string, value: unknown][] {
    const zones: [string, unknown][] = [];
    if (offset === undefined && zone) zones.push(['datetime', zone]);
    if (this.timeZone != null) zones.push(['time-zone', this.timeZone]);
    const attribute = 'data-time-zone';
    const next = (from: Element | null) => nearestElement(from, `[${attribute}]`);
    for (let at = next(this); at; at = next(at.parentElement ?? hostOf(at))) {
      zones.push([attribute, at.getAttribute(attribute)]);
    }
    return zones;
  }

  /**
   * A part that is loaded at the first need of it. Until it is there, the light content stands; where it does not come
   * and nothing stands there, it is `undefined` and the date does without.
   */
  #need<T>(part: Lazy<T>, attribute: string, value: unknown): T | undefined {
    if (part.value !== undefined) return part.value;
    part.want(this.refresh, () => {
      addEventListener('online', renderAgain, {once: true});
      if (!this.#isLost) this.refresh();
      this.#isLost = true;
    });
    if (this.#isLost) {
      this.problem(attribute, value, 'its file did not load', 'load-failed');
      if (isBlank(this.textContent)) return undefined;
    }
    throw notYet;
  }

  #write(moment: Moment, stamp: Stamp): Written {
    const {pattern, format, formats, locale} = this;
    const rare = () => this.#need(patterns, 'pattern', pattern ?? locale.code);
    if (pattern) {
      try {
        const written = writeBy(pattern, moment, locale, rare);
        if (written) return written;
      } catch (reason) {
        if (reason === notYet) throw reason;
        this.problem('pattern', pattern, `not a pattern: ${(reason as Error).message}`);
      }
    }
    const isKnown = formats.includes(format!);
    if (format && !isKnown) this.problem('format', format, `not one of ${formats.join(', ')}`);
    const asked = isKnown ? format : this.defaultFormat;
    return writeFormat(formatFor(stamp, asked), moment, locale, rare, Date.now());
  }
}
