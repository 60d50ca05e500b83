import type {PropertyDeclarations, PropertyValues} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {countCharacters, countUnits, type CountUnit, type Newline} from '../text/index.js';
import {SlottedField} from './slotted-field.js';

const defaultLimit = 500;
const newlines = ['lf', 'crlf'];
const pollEvery = 500;
const pauseAfter = 1000;
const events = ['input', 'compositionend', 'focusin', 'focusout'];

/**
 * The counting half of the comment box. It hears of every change of the text: by typing, at the end of a composition,
 * restored with the page, or by software that fires no event (dictation writes `value`). Nothing runs without focus.
 */
export abstract class CountedElement extends ArticleElement {
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
  /** The counter is unseen and silent until this many percent of the limit are used; default 0. */
  declare threshold: number | undefined;
  /** What counts as one character: `code-point` (default), `grapheme`, `utf-16` or `utf-8`. */
  declare countUnit: CountUnit | undefined;
  /** How a line break is counted and sent: `lf` (default) or `crlf`. */
  declare newline: Newline | undefined;

  /** The page's own text area, where there is one. */
  protected slotted?: SlottedField;
  /** What the live region says. */
  protected spoken = '';

  #given?: string; // the value until there is a field for it
  #maxlength: unknown;
  #counted?: string;
  #count = 0;
  #seen?: string;
  #wasOver = false;
  #composing = false;
  #poll?: ReturnType<typeof setInterval>;
  #pause?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    this.defaultValue = '';
    for (const type of events) this.addEventListener(type, this.#onEvent);
  }

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
    const limit = Number(this.#limit);
    return limit > 0 && limit % 1 === 0 ? limit : defaultLimit;
  }

  set maxlength(limit: number | string | null | undefined) {
    this.#maxlength = limit;
    this.requestUpdate(); // also for one that is as wrong as the last
  }

  /** How many characters the text has now. */
  get count(): number {
    const {value, countUnit, newline} = this;
    if (this.#counted !== (this.#counted = [countUnit, newline, value].join())) {
      this.#count = countCharacters(value, {unit: countUnit, newline});
    }
    return this.#count;
  }

  /** How many characters are left; negative over the limit. */
  get remaining(): number {
    return this.maxlength - this.count;
  }

  /** Whether the text is longer than the limit. */
  get overLimit(): boolean {
    return this.remaining < 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pageshow', this.#onEvent);
    this.#startPolling(); // a moved field may have kept its focus, or been typed in before the script arrived
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#onEvent);
    clearInterval(this.#poll);
    clearTimeout(this.#pause);
    this.#composing = false;
    this.slotted?.giveBack();
    this.slotted = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.settled && this.isConnected) {
      this.#findSlotted();
      const untouched = this.value === changed.get('defaultValue');
      if (untouched && !this.slotted) this.value = this.defaultValue;
      this.look();
      this.publish();
    }
    const limit = this.#limit;
    if (Number(limit) !== this.maxlength) this.problem('maxlength', limit, 'use a whole number above 0');
    this.#check('count-unit', this.countUnit, countUnits);
    this.#check('newline', this.newline, newlines);
  }

  /** Tells the form what the text is and what is wrong with it. */
  protected abstract publish(): unknown;
  /** Puts the default back, after the form has been reset. */
  abstract formResetCallback(): void;

  /** Compares the text with the one seen last, unless a composition is under way: its text must be left alone. */
  protected look(typed = false): void {
    const {value, overLimit} = this;
    if (value === this.#seen) return;
    clearTimeout(this.#pause);
    if (this.#composing) return;
    this.#seen = value;
    if (!typed) this.spoken = '';
    else if (overLimit && !this.#wasOver) this.#speak();
    if (typed) this.#pause = setTimeout(this.#speak, pauseAfter);
    this.#wasOver = overLimit;
    this.publish();
    this.requestUpdate();
  }

  /** The text area that is counted: the page's, else the drawn one once it stands. */
  protected get field(): HTMLTextAreaElement | null {
    if (!this.settled) return null;
    return this.querySelector('textarea') ?? this.renderRoot?.querySelector('textarea');
  }

  /** Whether the counter is not to be seen yet. */
  protected get quiet(): boolean {
    return !this.settled || this.count * 100 < (this.threshold ?? 0) * this.maxlength;
  }

  /** How much is left, or too much, in words. */
  protected get status(): string {
    const {remaining: n} = this;
    return n < 0 ? this.say('commentOver', {n: -n}) : this.say('commentLeft', {n});
  }

  get #limit(): unknown {
    return this.#maxlength ?? this.slotted?.own('maxlength') ?? defaultLimit;
  }

  #findSlotted(): void {
    const [first, ...others] = this.querySelectorAll('textarea');
    if (others.length) {
      this.problem('textarea', others.length + 1, 'only the first <textarea> inside is counted');
    }
    if (first === this.slotted?.textarea) return;
    this.slotted?.giveBack();
    this.slotted = first && new SlottedField(this, first);
  }

  #check(attribute: string, value: string | undefined, known: readonly string[]): void {
    if (value && !known.includes(value)) this.problem(attribute, value, `use ${known.join(' or ')}`);
  }

  #startPolling(): void {
    clearInterval(this.#poll);
    if (this.matches(':focus-within')) this.#poll = setInterval(() => this.look(true), pollEvery);
  }

  #speak = (): void => {
    this.spoken = this.quiet ? '' : this.status;
    this.requestUpdate();
  };

  #onEvent = (event: Event): void => {
    const {type} = event;
    if (type === 'focusin') return this.#startPolling();
    if (type === 'focusout') clearInterval(this.#poll);
    this.#composing = Boolean((event as InputEvent).isComposing); // never true of `compositionend`
    this.look(type !== 'pageshow');
  };
}
