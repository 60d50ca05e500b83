import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../shared/heading.js';
import {Lazy} from '../shared/lazy.js';
import {followLightContent, hasContent, isBlank} from '../shared/light-content.js';
import {MomentElement, type Shown} from '../shared/moment-element.js';
import {hidden} from '../shared/shared.styles.js';
import {nextRelativeChange} from '../time/relative.js';
import {minute, readStamp, type Stamp} from '../time/stamp.js';
import type {Moment} from '../time/zone.js';
import styles from './article-headline.styles.js';

const lastWords = new Lazy(() => import('./join-last-words.js'));

/**
 * The dated headline: the page's own heading, a kicker over it, the dateline and the reader's tools under it.
 *
 * @tag article-headline
 * @slot - The page's own `h1` to `h6`.
 * @slot kicker - A word or two over the headline.
 * @slot date - The page's own `<article-date>`.
 * @slot tools - What stands at the end of the dateline's row, such as `<article-text-size>`.
 * @csspart base - All of it.
 * @csspart kicker - The row over the headline.
 * @csspart heading - The row of the headline.
 * @csspart headline - The words of the heading made from `headline`.
 * @csspart meta - The row of dateline and tools.
 * @csspart published - The date made from `published`.
 * @csspart updated - The labelled date made from `updated`.
 * @csspart time - The `<time>` in each of the two.
 * @csspart tools - The place of the tools.
 * @cssprop [--article-headline-gap=0.5em] - Space between the rows.
 */
export class ArticleHeadline extends MomentElement {
  static override properties = {
    ...MomentElement.properties,
    headline: {},
    level: {type: Number},
    published: {},
    updatedAt: {attribute: 'updated'},
  };

  static override styles = [hidden, styles];

  static {
    // Every other attribute mirrors a property of its own name, but `updated` is the name of Lit's hook. Setting it
    // does what the reader of the docs expects; reading it gives the hook, without which Lit cannot update.
    const hook = MomentElement.prototype['updated'];
    Object.defineProperty(this.prototype, 'updated', {
      get: () => hook,
      set(this: ArticleHeadline, value: string) {
        this.updatedAt = value;
      },
    });
  }

  /** The headline's text, for pages that print no heading of their own. */
  declare headline: string | undefined;
  /** The level of the heading made from `headline`, 1 to 6; default 1. */
  declare level: number;
  /** When the story was published, as a stamp such as `2024-03-29T11:12:24+07:00`. */
  declare published: string | undefined;
  /** When the story was last changed; shown if a minute or more after `published`, if it reads differently, and if it was on another day or within the last 10 hours. Beside a date in the slot too, whose stamp is taken where there is no `published`. Attribute: `updated`. */
  declare updatedAt: string | undefined;

  constructor() {
    super();
    this.level = 1;
    followLightContent(this);
    // Waits for the first connection, which a server never makes.
    void this.updateComplete.then(() => {
      const row = this.renderRoot.querySelector<HTMLElement>('[part=heading]')!;
      const observer = new ResizeObserver(() => {
        // The row may be wider than the page has its heading. Lines that are few and long are balanced by the browser.
        const {offsetHeight, offsetWidth} = this.querySelector<HTMLElement>('h1,h2,h3,h4,h5,h6') ?? row;
        if (lastWords.value || offsetHeight * 4 > offsetWidth) {
          void lastWords.want(() => lastWords.value!.joinLastWords(this));
        }
      });
      observer.observe(row);
    });
  }

  protected override render(): TemplateResult {
    const {headline, level} = this;
    const filled = [...(this.settled ? this.childNodes : [])]
      .filter(hasContent)
      .map((node) => (node as Element).slot ?? '');
    // On the server nobody knows what the page has filled: there every row is shown.
    const isEmpty = (...slots: string[]): boolean =>
      this.settled && !slots.some((slot) => filled.includes(slot));
    const [published, updated] = this.#dates();
    if (!/^[1-6]$/.test(`${level ?? 1}`)) {
      this.problem('level', level || this.getAttribute('level'), 'not 1 to 6');
    }
    // The heading is not the slot's fallback: the white space of an indented template would count, and hide it.
    return html`<div part="base">
      <div part="kicker" ?hidden=${isEmpty('kicker')}><slot name="kicker"></slot></div>
      <div part="heading">
        <slot></slot>
        ${
          filled.includes('') || isBlank(headline)
            ? nothing
            : heading(level, html`<span part="headline">${headline}</span>`)
        }
      </div>
      <div part="meta" ?hidden=${!published && !updated && isEmpty('date', 'tools')}>
        <slot name="date">${this.#date('published', published, updated)}</slot>
        ${this.#date('updated', updated, updated)}
        <div part="tools"><slot name="tools"></slot></div>
      </div>
    </div>`;
  }

  /** Two dates are told apart by their labels; one alone needs none, unless it is that of an update. */
  #date(part: 'published' | 'updated', shown?: Shown, update?: Shown): TemplateResult | typeof nothing {
    return shown
      ? html`<span part=${part}
          >${update ? html`${this.say(part)}&nbsp;` : nothing}<time part="time" datetime=${shown.datetime}
            >${shown.text}</time
          ></span
        >`
      : nothing;
  }

  /** The two dates in words; that of an update only where readers gain by it. */
  #dates(): (Shown | undefined)[] {
    if (!this.settled) return [];
    const slotted = this.querySelector('[slot=date][datetime], [slot=date] [datetime]');
    const stamps = [
      this.#read('published', this.published) ?? readStamp(slotted?.getAttribute('datetime')),
      this.#read('updated', this.updatedAt),
    ];
    const [published, updated] = stamps.map((stamp) => this.show(stamp));
    if (!updated || !stamps[0]) return [published, updated];
    if (!published) return [];
    const at = Date.parse(updated.datetime);
    const isRecent = Date.now() - at < 600 * minute;
    const isNews =
      at - Date.parse(published.datetime) >= minute &&
      updated.text !== published.text &&
      (isRecent || updated.datetime.slice(0, 10) !== published.datetime.slice(0, 10));
    return [published, isNews ? updated : undefined];
  }

  #read(attribute: string, value: unknown): Stamp | undefined {
    const stamp = readStamp(value);
    if (!stamp && !isBlank(value as string)) this.problem(attribute, value, 'not an ISO 8601 date');
    return stamp;
  }

  protected override nextChange({instant}: Moment, by: string): number | undefined {
    return by === 'relative' ? nextRelativeChange(instant, Date.now()) : undefined;
  }
}
