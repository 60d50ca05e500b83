import type {PropertyDeclarations} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {countCodePoints, countUnits, type CountUnit, type Newline} from '../text/count.js';
import type {SlottedField} from './slotted-field.js';
import type {Typing} from './typing.js';

const defaultLimit = 500;

/** The text of the comment box, be it in the page's own text area or in the drawn one, and how much of it there may be. */
export abstract class LimitedElement extends ArticleElement {
  static override properties: PropertyDeclarations = {
    value: {attribute: false},
    defaultValue: {attribute: 'value'},
    maxlength: {},
    threshold: {type: Number},
    countUnit: {attribute: 'count-unit'},
    newline: {},
  };

  /** The text of the drawn text area until somebody writes, and after a reset; the attribute `value`. */
  declare defaultValue: string;
  /** The counter is unseen and silent until this many percent of the limit are used, at most 100; default 0. */
  declare threshold: number | undefined;
  /** What counts as one character: `code-point` (default), `grapheme`, `utf-16` or `utf-8`. */
  declare countUnit: CountUnit | undefined;
  /** How a line break is counted and sent: `lf` (default) or `crlf`. */
  declare newline: Newline | undefined;

  /** The page's own text area, where there is one. */
  protected slotted?: SlottedField;
  /** What only typing needs, once it has come. */
  protected typing?: Typing;
  /** The limit, as it was read last. */
  declare protected most: number | undefined;
  #given?: string; // the value until there is a field for it
  #maxlength: unknown;
  #drawn?: HTMLTextAreaElement | null;

  // The limit is asked for twice at every key, and to look for it in the page's textarea would be most of what that costs.
  override requestUpdate(...change: Parameters<ArticleElement['requestUpdate']>): void {
    this.most = undefined;
    super.requestUpdate(...change);
  }

  /**
   * Compares the text with the one seen last.
   * @internal
   */
  abstract look(typed?: boolean): boolean;

  /** The text, as it stands in the text area. */
  get value(): string {
    return this.field?.value ?? this.#given ?? this.defaultValue ?? '';
  }

  set value(text: string) {
    const {field} = this;
    this.#given = `${text ?? ''}`;
    if (field) field.value = this.#given;
    this.look();
  }

  /** The most characters that a text should have: the attribute, else that of the page's textarea, else 500. */
  get maxlength(): number {
    if (!this.most) {
      const limit = Number(this.limit);
      this.most = limit > 0 && limit % 1 === 0 ? limit : defaultLimit;
    }
    return this.most;
  }

  set maxlength(limit: number | string | null | undefined) {
    this.#maxlength = limit;
    this.requestUpdate(); // also for one that is as wrong as the last
  }

  /** How many characters the text has now; not a number until the part that counts in another unit has come. */
  get count(): number {
    return this.countIn(this.value);
  }

  /** How many characters are left; negative over the limit. */
  get remaining(): number {
    return this.maxlength - this.count;
  }

  /** Whether the text is longer than the limit. */
  get overLimit(): boolean {
    return this.remaining < 0;
  }

  /**
   * The text area that is counted: the page's, else the drawn one once it stands.
   * @internal
   */
  get field(): HTMLTextAreaElement | null {
    if (!this.settled) return null;
    return this.querySelector('textarea') ?? (this.#drawn ??= this.renderRoot?.querySelector('textarea'));
  }

  /**
   * Whether the counter is not to be seen yet.
   * @internal
   */
  get quiet(): boolean {
    return !(this.settled && this.count * 100 >= Math.min(this.threshold || 0, 100) * this.maxlength);
  }

  /**
   * How much is left, or too much, in words.
   * @internal
   */
  get status(): string {
    const {remaining: n} = this;
    return n < 0 ? this.say('commentOver', {n: -n}) : this.say('commentLeft', {n});
  }

  /** The limit as it was given. */
  protected get limit(): unknown {
    return this.#maxlength ?? this.slotted?.own('maxlength') ?? defaultLimit;
  }

  /** How many characters a text has; not a number until its unit can be counted in. */
  protected countIn(text: string): number {
    const {countUnit: unit, newline} = this;
    if (!this.typing && countUnits.indexOf(unit!) > 0) return NaN; // a wrong number would be worse than none
    return (this.typing?.count ?? countCodePoints)(text, {unit, newline});
  }
}
