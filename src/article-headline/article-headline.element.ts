import {html, nothing, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {heading} from '../shared/heading.js';
import {hasContent, isBlank} from '../shared/light-content.js';
import {minute, readStamp} from '../time/stamp.js';
import {writeTokens} from '../time/tokens.js';
import {isFormat, writeFormat, type DateTimeFormat} from '../time/write.js';
import {momentOf, type Moment} from '../time/zone.js';
import styles from './article-headline.styles.js';

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
 * @csspart meta - The row of dateline and tools.
 * @csspart published - The date made from `published`.
 * @csspart updated - The labelled date made from `updated`.
 * @csspart tools - The place of the tools.
 * @cssprop [--article-headline-gap=0.5em] - Space between the rows.
 */
export class ArticleHeadline extends ArticleElement {
  static override properties = {
    headline: {},
    level: {type: Number},
    published: {},
    updatedAt: {attribute: 'updated'},
    timeZone: {attribute: 'time-zone'},
    format: {},
    pattern: {},
  };

  static override styles = [styles];

  static {
    // Every other attribute mirrors a property of its own name, but `updated` is the name of Lit's hook. Setting it
    // does what the reader of the docs expects; reading it gives the hook, without which Lit cannot update.
    const hook = ArticleElement.prototype['updated'];
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
  /** When the story was last changed; shown only if a minute or more after `published`, and if it reads differently. Attribute: `updated`. */
  declare updatedAt: string | undefined;
  /** The zone to show the dates in; see `<article-date>`. */
  declare timeZone: string | undefined;
  /** How the dates are written; see `<article-date>`. */
  declare format: DateTimeFormat | undefined;
  /** The date-fns pattern of the dates; wins over `format`. */
  declare pattern: string | undefined;

  constructor() {
    super();
    this.level = 1;
  }

  protected override render(): TemplateResult {
    const {headline, level, published, updatedAt} = this;
    return html`<div part="base">
      <div part="kicker"><slot name="kicker"></slot></div>
      <div part="heading">
        <slot @slotchange=${() => this.requestUpdate()}></slot>
        ${this.#hasOwnHeading || isBlank(headline) ? nothing : heading(level, headline)}
      </div>
      <div part="meta">
        <div>
          <slot name="date"
            >${published ? this.#date('published', published) : nothing}${
              this.#isUpdateShown()
                ? html`<span part="updated">${this.say('updated')} ${this.#date('', updatedAt)}</span>`
                : nothing
            }</slot
          >
        </div>
        <div part="tools"><slot name="tools"></slot></div>
      </div>
    </div>`;
  }

  // Not the slot's fallback: the white space of an indented template counts as slotted, and would hide it.
  get #hasOwnHeading(): boolean {
    return this.settled && [...this.childNodes].some((node) => !(node as Element).slot && hasContent(node));
  }

  #date(part: string, datetime: string | undefined): TemplateResult {
    const {timeZone, format, pattern} = this;
    return html`<article-date
      part=${part || nothing}
      datetime=${datetime ?? nothing}
      time-zone=${timeZone ?? nothing}
      format=${format ?? nothing}
      pattern=${pattern ?? nothing}
    ></article-date>`;
  }

  #isUpdateShown(): boolean {
    const updated = momentFrom(this.updatedAt);
    if (!updated) return false;
    const published = momentFrom(this.published);
    if (!published) return true;
    return updated.instant - published.instant >= minute && this.#write(updated) !== this.#write(published);
  }

  #write(moment: Moment): string {
    const {pattern, format, locale} = this;
    // A pattern with rare tokens is not written here: two moments a minute apart are taken to read differently.
    if (pattern) return writeTokens(moment, pattern, locale) ?? String(moment.instant);
    return writeFormat(moment, isFormat(format) ? format : 'dateline', locale, Date.now());
  }
}

function momentFrom(value: string | undefined): Moment | undefined {
  const stamp = readStamp(value);
  return stamp && momentOf(stamp, undefined, undefined);
}
