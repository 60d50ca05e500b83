import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {controls, hidden, visuallyHidden} from '../shared/shared.styles.js';
import {countCharacters, countUnits, normalizeText, type CountUnit, type Newline} from '../text/index.js';
import styles from './article-comment-box.styles.js';
import {FieldWatch} from './field-watch.js';
import {SlottedField} from './slotted-field.js';

const defaultLimit = 500;
const defaultRows = 4;

/**
 * A text box with a counter, `0 / 500 ký tự`. Going over the limit is flagged, never cut; typing by Telex, VNI or any
 * other composition is never disturbed. It counts the page's own `<textarea>`, which stays the form control with the
 * name, label and placeholder that the page gave it, or draws its own and takes part in the form itself.
 *
 * @tag article-comment-box
 * @fires {Event} input - The native event of the text area; it crosses the shadow root.
 * @slot - The page's own `<textarea>`; without one the box draws its own.
 * @slot label - The label of the drawn text area, in place of the `label` attribute.
 * @slot hint - A hint below the text area; it also describes it to screen readers.
 * @csspart base - Everything.
 * @csspart label - The label.
 * @csspart textarea - The text area that the box draws.
 * @csspart error - Why the text cannot be sent, once sending was tried.
 * @csspart hint - The hint.
 * @csspart counter - The counter, `0 / 500 ký tự`.
 * @csspart over - The counter while the text is over the limit, `Vượt 12 ký tự`.
 * @cssprop [--article-comment-box-max-block-size=24rem] - How high the box grows with its text.
 * @cssprop [--article-error=inherit] - Colour of errors and of the counter over the limit.
 */
export class ArticleCommentBox extends ArticleElement {
  static readonly formAssociated = true;

  static override properties = {
    name: {reflect: true, useDefault: true},
    value: {attribute: false, noAccessor: true},
    defaultValue: {attribute: 'value'},
    label: {},
    placeholder: {},
    maxlength: {noAccessor: true},
    minlength: {type: Number},
    required: {type: Boolean, reflect: true},
    disabled: {type: Boolean, reflect: true},
    readonly: {type: Boolean, reflect: true},
    rows: {type: Number},
    countUnit: {attribute: 'count-unit'},
    newline: {},
    threshold: {type: Number},
  };

  static override styles = [hidden, visuallyHidden, controls, styles];

  /** The name that the drawn text area submits under. */
  declare name: string;
  /** The text of the drawn text area until somebody writes, and after a reset; the attribute `value`. */
  declare defaultValue: string;
  /** The label. Default: a word of the language; empty: none is drawn. A textarea of the page's that has a label of its own keeps it. */
  declare label: string | undefined;
  /** The placeholder of the drawn text area. */
  declare placeholder: string | undefined;
  /** The fewest characters that a text may have. */
  declare minlength: number | undefined;
  /** Whether the form asks for a text. */
  declare required: boolean;
  /** Whether the text can be neither changed nor sent. */
  declare disabled: boolean;
  /** Whether the text cannot be changed. */
  declare readonly: boolean;
  /** The least height of the drawn text area, in lines; default 4. */
  declare rows: number | undefined;
  /** What counts as one character: `code-point` (default), `grapheme`, `utf-16` or `utf-8`. */
  declare countUnit: CountUnit | undefined;
  /** How a line break is counted and sent: `lf` (default) or `crlf`. */
  declare newline: Newline | undefined;
  /** The counter is silent and unseen until this many percent of the limit are used; default 0. */
  declare threshold: number | undefined;

  #internals = this.attachInternals();
  #watch = new FieldWatch(
    this,
    (aloud) => this.#textChanged(aloud),
    () => this.#speak(),
  );
  #slotted?: SlottedField;
  #field?: HTMLTextAreaElement; // the one that is counted: the page's or the drawn one
  #unwritten?: string; // a value given before there was a field for it
  #written = false; // somebody wrote: the default value no longer matters
  #maxlength: unknown;
  #custom = '';
  #fieldsetDisabled = false;
  #checking = false;
  #reported = false;
  #wasOver = false;
  #spoken = '';
  #counted?: {text: string; unit: unknown; newline: unknown; count: number};
  #root?: Node;

  constructor() {
    super();
    this.name = 'comment';
    this.defaultValue = '';
    this.required = this.disabled = this.readonly = false;
    this.addEventListener('invalid', this.#invalid, true);
    this.addEventListener('click', this.#clicked);
  }

  /** The text, as it stands in the text area. */
  get value(): string {
    return this.#field?.value ?? this.#unwritten ?? this.defaultValue ?? '';
  }

  set value(text: string) {
    this.#written = true;
    if (this.#field) this.#field.value = text ?? '';
    else this.#unwritten = String(text ?? '');
    this.#watch.look(false);
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
    const last = this.#counted;
    if (last?.text === text && last.unit === unit && last.newline === newline) return last.count;
    const count = countCharacters(text, {unit, newline});
    this.#counted = {text, unit, newline, count};
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

  /** The form that the text is sent with. */
  get form(): HTMLFormElement | null {
    return this.#slotted ? this.#slotted.textarea.form : this.#internals.form;
  }

  /** Whether the text is checked when the form is sent. */
  get willValidate(): boolean {
    return this.#validated.willValidate;
  }

  /** What is wrong with the text. */
  get validity(): ValidityState {
    this.#publish();
    return this.#validated.validity;
  }

  /** What is wrong with the text, in words. */
  get validationMessage(): string {
    this.#publish();
    return this.#validated.validationMessage;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#root = this.getRootNode();
    this.#root.addEventListener('formdata', this.#formData);
    this.#root.addEventListener('reset', this.#formReset);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#root?.removeEventListener('formdata', this.#formData);
    this.#root?.removeEventListener('reset', this.#formReset);
    this.#slotted?.giveBack();
    this.#slotted = undefined;
  }
}
