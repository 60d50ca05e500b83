import type {PropertyValues} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {countCharacters, countUnits, type CountUnit, type Newline} from '../text/index.js';
import {FieldWatch} from './field-watch.js';
import {SlottedField} from './slotted-field.js';

const defaultLimit = 500;
const newlines: readonly Newline[] = ['lf', 'crlf'];

/** The counting half of the comment box: which text area is counted, its text, its limit. It draws nothing. */
export abstract class CountedElement extends ArticleElement {
  static override properties = {
    value: {attribute: false, noAccessor: true},
    defaultValue: {attribute: 'value'},
    maxlength: {noAccessor: true},
    countUnit: {attribute: 'count-unit'},
    newline: {},
  };

  /** The text of the drawn text area until somebody writes, and after a reset; the attribute `value`. */
  declare defaultValue: string;
  /** What counts as one character: `code-point` (default), `grapheme`, `utf-16` or `utf-8`. */
  declare countUnit: CountUnit | undefined;
  /** How a line break is counted and sent: `lf` (default) or `crlf`. */
  declare newline: Newline | undefined;

  /** The page's own text area, where there is one. */
  protected slotted?: SlottedField;
  /** The text area that is counted: the page's, else the drawn one once it stands. */
  protected field?: HTMLTextAreaElement;
  /** Hears of every change of the text. */
  protected readonly watch = new FieldWatch(
    this,
    (aloud) => {
      this.#written ||= aloud;
      this.textChanged(aloud);
    },
    () => this.typingPaused(),
  );

  #unwritten?: string; // a value given before there was a field for it
  #written = false; // somebody wrote: the default value no longer matters
  #maxlength: unknown;
  #last?: {text: string; unit: unknown; newline: unknown; count: number};

  constructor() {
    super();
    this.defaultValue = '';
  }

  /** The text, as it stands in the text area. */
  get value(): string {
    return this.field?.value ?? this.#unwritten ?? this.defaultValue ?? '';
  }

  set value(text: string) {
    this.#written = true;
    if (this.field) this.field.value = text ?? '';
    else this.#unwritten = String(text ?? '');
    this.watch.look(false);
    this.requestUpdate();
  }

  /** The most characters that a text should have: the attribute, else that of the page's textarea, else 500. */
  get maxlength(): number {
    return wholeNumber(this.#limit) ?? defaultLimit;
  }

  set maxlength(limit: number | string | null | undefined) {
    this.#maxlength = limit;
    this.requestUpdate();
  }

  /** How many characters the text has now. */
  get count(): number {
    const {value: text, countUnit: unit, newline} = this;
    const last = this.#last;
    if (last?.text === text && last.unit === unit && last.newline === newline) return last.count;
    const count = countCharacters(text, {unit, newline});
    this.#last = {text, unit, newline, count};
    return count;
  }

  /** How many characters are left; negative over the limit. */
  get remaining(): number {
    return this.maxlength - this.count;
  }

  /** Whether the text is longer than the limit. */
  get overLimit(): boolean {
    return this.remaining < 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.slotted?.giveBack();
    this.slotted = undefined;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.settled && this.isConnected) {
      this.#findSlotted();
      this.#useField();
    }
    const [limit, {countUnit, newline}] = [this.#limit, this];
    const badLimit = limit !== undefined && wholeNumber(limit) === undefined;
    if (badLimit) this.#refuse('maxlength', limit, `not a whole number above 0; ${defaultLimit} is used`);
    if (countUnit && !countUnits.includes(countUnit)) {
      this.#refuse('count-unit', countUnit, `not a unit; use ${countUnits.join(', ')}`);
    }
    if (newline && !newlines.includes(newline)) this.#refuse('newline', newline, 'use lf or crlf');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.settled || !this.isConnected) return;
    this.#useField(); // the drawn one stands from the first render on
    if (changed.has('defaultValue') && !this.#written) this.restoreDefault();
  }

  /** Called with every change of the text; `aloud` when the reader should hear of it. */
  protected abstract textChanged(aloud: boolean): void;
  /** Called a second after the last change that the reader should hear of. */
  protected abstract typingPaused(): void;
  /** Called when another text area is counted from now on. */
  protected abstract fieldChanged(): void;

  /** Puts the default value back into the drawn text area; the page's own is reset by its form. */
  protected restoreDefault(): void {
    this.#written = false;
    this.#unwritten = undefined;
    if (this.field && !this.slotted) this.field.value = this.defaultValue ?? '';
    this.watch.look(false);
  }

  get #limit(): unknown {
    return this.#maxlength ?? this.slotted?.maxlength;
  }

  #findSlotted(): void {
    const [first, ...others] = this.querySelectorAll('textarea');
    if (others.length)
      this.#refuse('textarea', others.length + 1, 'only the first <textarea> inside is counted');
    if (first !== this.slotted?.textarea) {
      this.slotted?.giveBack();
      this.slotted = first && new SlottedField(this, first);
    }
    this.slotted?.takeLimit();
  }

  #useField(): void {
    const field = this.slotted?.textarea ?? this.renderRoot?.querySelector('textarea');
    if (!field || field === this.field) return;
    this.field = field;
    if (this.#unwritten !== undefined) field.value = this.#unwritten;
    else if (!this.slotted && field.value)
      this.#written = true; // typed before the script arrived
    else if (!this.slotted && !this.#written) field.value = this.defaultValue ?? '';
    this.#unwritten = undefined;
    this.watch.watch(field);
    this.fieldChanged();
  }

  #refuse(attribute: string, value: unknown, message: string): void {
    this.problem({code: `invalid-${attribute}`, attribute, value, message});
  }
}

function wholeNumber(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
