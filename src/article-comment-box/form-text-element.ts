import type {PropertyDeclarations, PropertyValues} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {countCharacters, countUnits, normalizeText, type CountUnit, type Newline} from '../text/index.js';
import {FieldWatch, type News} from './field-watch.js';
import {SlottedField} from './slotted-field.js';

const defaultLimit = 500;
const newlines = ['lf', 'crlf'];

/** The text of the comment box: where it stands, how long it is, what its form is told. It draws nothing. */
export abstract class FormTextElement extends ArticleElement {
  static readonly formAssociated = true;

  // Without `delegatesFocus` Firefox calls the box not focusable when the form is sent with a bad text.
  static override shadowRootOptions: ShadowRootInit = {mode: 'open', delegatesFocus: true};

  static override properties: PropertyDeclarations = {
    value: {attribute: false},
    defaultValue: {attribute: 'value'},
    name: {reflect: true, useDefault: true},
    maxlength: {},
    minlength: {type: Number},
    countUnit: {attribute: 'count-unit'},
    newline: {},
    required: {type: Boolean, reflect: true},
    disabled: {type: Boolean, reflect: true},
    readonly: {type: Boolean, reflect: true},
  };

  /** The text of the drawn text area until somebody writes, and after a reset; the attribute `value`. */
  declare defaultValue: string;
  /** The name that the drawn text area submits under. */
  declare name: string;
  /** The fewest characters that a text may have. */
  declare minlength: number | undefined;
  /** What counts as one character: `code-point` (default), `grapheme`, `utf-16` or `utf-8`. */
  declare countUnit: CountUnit | undefined;
  /** How a line break is counted and sent: `lf` (default) or `crlf`. */
  declare newline: Newline | undefined;
  /** Whether the form asks for a text. */
  declare required: boolean;
  /** Whether the text can be neither changed nor sent. */
  declare disabled: boolean;
  /** Whether the text cannot be changed. */
  declare readonly: boolean;

  /** The page's own text area, where there is one. */
  protected slotted?: SlottedField;
  /** Whether the browser holds the box for disabled, by itself or by a fieldset around it. */
  protected barred = false;

  readonly #internals = this.attachInternals();
  readonly #watch = new FieldWatch(this, (news) => this.heard(news));
  #early?: string; // a value given before there was a field for it
  #maxlength: unknown;
  #counted?: string;
  #count = 0;
  #custom = '';
  #reported = false;

  constructor() {
    super();
    this.defaultValue = '';
    this.name = 'comment';
    this.required = this.disabled = this.readonly = false;
    this.addEventListener('invalid', this.#onInvalid, true);
    this.addEventListener('click', this.#onClick);
  }

  /** The text, as it stands in the text area. */
  get value(): string {
    return String(this.#early ?? this.field?.value ?? this.defaultValue ?? '');
  }

  set value(text: string) {
    const {field} = this;
    if (field) field.value = text ?? '';
    else this.#early = text ?? '';
    this.#watch.look();
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
    const counted = [countUnit, newline, value].join();
    if (counted !== this.#counted) this.#count = countCharacters(value, {unit: countUnit, newline});
    this.#counted = counted;
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

  /** The form that the text is sent with. */
  get form(): HTMLFormElement | null {
    return this.#publish().form;
  }

  /** The page's own labels of the box or of its textarea. */
  get labels(): NodeList {
    return this.#publish().labels;
  }

  /** Whether the text is checked when the form is sent. */
  get willValidate(): boolean {
    return this.#publish().willValidate;
  }

  /** What is wrong with the text. */
  get validity(): ValidityState {
    return this.#publish().validity;
  }

  /** What is wrong with the text, in words. */
  get validationMessage(): string {
    return this.#publish().validationMessage;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.slotted?.giveBack();
    this.slotted = undefined;
  }

  /** Called by the browser when the form is reset. */
  formResetCallback(): void {
    this.#reported = false;
    if (!this.slotted) this.value = this.defaultValue;
    this.#watch.look();
    this.requestUpdate();
  }

  /** Called by the browser when the box, or a fieldset around it, is disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.barred = disabled;
    void this.updateComplete.then(() => this.requestUpdate()); // an update that reflects `disabled` calls this halfway
  }

  /** Called by the browser to put back what was written before a reload. */
  formStateRestoreCallback(state: string): void {
    if (!this.slotted) this.value = state;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.settled && this.isConnected) {
      this.#findSlotted();
      const followsDefault = changed.has('defaultValue') && this.value === changed.get('defaultValue');
      if (followsDefault && !this.slotted) this.value = this.defaultValue;
      this.#watch.look();
      this.#publish();
    }
    const {countUnit, newline} = this;
    const limit = this.#limit;
    if (Number(limit) !== this.maxlength) this.#refuse('maxlength', limit, 'use a whole number above 0');
    if (countUnit && !countUnits.includes(countUnit)) {
      this.#refuse('count-unit', countUnit, `use ${countUnits.join(', ')}`);
    }
    if (newline && !newlines.includes(newline)) this.#refuse('newline', newline, 'use lf or crlf');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.field) this.#early = undefined;
  }

  /** Called with every change of the text, and when the reader paused after it. */
  protected heard(_news: News): void {
    this.#publish();
    this.requestUpdate();
  }

  /** The text area that is counted: the page's, else the drawn one once it stands. */
  protected get field(): HTMLTextAreaElement | null {
    if (!this.settled) return null;
    return this.querySelector('textarea') ?? this.renderRoot?.querySelector('textarea');
  }

  /** Why the text could not be sent when it was tried last; empty once it can. */
  protected get error(): string {
    return this.#reported ? this.validationMessage : '';
  }

  get #limit(): unknown {
    return this.#maxlength ?? this.slotted?.own('maxlength') ?? defaultLimit;
  }

  #findSlotted(): void {
    const [first, ...others] = this.querySelectorAll('textarea');
    if (others.length) {
      this.#refuse('textarea', others.length + 1, 'only the first <textarea> inside is counted');
    }
    if (first === this.slotted?.textarea) return;
    this.slotted?.giveBack();
    this.slotted = first && new SlottedField(this, first);
  }

  /** Tells the form what the text is and what is wrong with it. Returns what the form knows it by. */
  #publish(): HTMLTextAreaElement | ElementInternals {
    const internals = this.#internals;
    const {slotted, name, value, count, remaining, minlength = 0} = this;
    const custom = this.#custom;
    const tooLong = remaining < 0;
    const valueMissing = this.required && !count;
    const tooShort = count > 0 && count < minlength;
    const message =
      custom ||
      (tooLong && this.say('commentTooLong', {n: -remaining})) ||
      (valueMissing && this.say('commentMissing')) ||
      (tooShort && this.say('commentTooShort', {n: minlength})) ||
      '';
    const data = slotted || !name ? null : new FormData(); // `comment` is the name even where no attribute says so
    data?.append(name, normalizeText(value, this.newline));
    internals.setFormValue(data, data && value);
    const flags = {customError: custom !== '', tooLong, valueMissing, tooShort};
    internals.setValidity(slotted ? {} : flags, message, this.field ?? undefined);
    slotted?.flag(message);
    const control = slotted?.textarea ?? internals;
    if (control.validity.valid) this.#reported = false;
    return control;
  }

  #refuse(attribute: string, value: unknown, message: string): void {
    this.problem({code: `invalid-${attribute}`, attribute, value, message});
  }

  #onInvalid = (): void => {
    this.#reported = true;
    this.requestUpdate();
  };

  #onClick = (event: Event): void => {
    if (event.composedPath()[0] === this) this.focus(); // a `<label for>` of the page was pressed
  };

  /** Puts the cursor into the text area. */
  override focus(options?: FocusOptions): void {
    this.field?.focus(options);
  }

  /** Whether the text can be sent; shows nothing. */
  checkValidity(): boolean {
    const reported = this.#reported;
    const valid = this.#publish().checkValidity();
    this.#reported &&= reported;
    return valid;
  }

  /** Whether the text can be sent; if not, the reader is told why. */
  reportValidity(): boolean {
    return this.#publish().reportValidity();
  }

  /** Marks the text as unfit with a message of the page's own, such as an answer of the server; empty to take it back. */
  setCustomValidity(message: string): void {
    this.#custom = message;
    this.heard('set');
  }
}
