import type {PropertyDeclarations} from 'lit';
import {normalizeText} from '../text/count.js';
import {CountedElement} from './counted-element.js';

/** The form half of the comment box: what is sent, what is wrong with it, and the surface of a native control. */
export abstract class FormTextElement extends CountedElement {
  static readonly formAssociated = true;

  // Without `delegatesFocus` Firefox calls the box not focusable when the form is sent with a bad text.
  static override shadowRootOptions: ShadowRootInit = {mode: 'open', delegatesFocus: true};

  static override properties: PropertyDeclarations = {
    name: {reflect: true, useDefault: true},
    minlength: {type: Number},
    required: {type: Boolean, reflect: true},
    disabled: {type: Boolean, reflect: true},
    readonly: {type: Boolean, reflect: true},
  };

  /** The name that the drawn text area submits under; default `comment`. */
  declare name: string;
  /** The fewest characters that a text may have. */
  declare minlength: number | undefined;
  /** Whether the form asks for a text. */
  declare required: boolean;
  /** Whether the text can be neither changed nor sent. */
  declare disabled: boolean;
  /** Whether the text cannot be changed. */
  declare readonly: boolean;

  /** Whether the browser holds the box for disabled, by itself or by a fieldset around it. */
  protected barred = false;

  /**
   * Stands in the form for a text that nobody has asked for yet.
   * @internal
   */
  stale = '';

  readonly #internals = this.attachInternals();
  #custom = '';
  #message = '';
  #reported = false;

  constructor() {
    super();
    this.name = 'comment';
    this.required = this.disabled = this.readonly = false;
  }

  // As with a native control, the form hears at once of a name and of what it asks for.
  override requestUpdate(...change: Parameters<CountedElement['requestUpdate']>): void {
    super.requestUpdate(...change);
    if (!change[0] || !this.hasUpdated) return;
    this.toggleAttribute('disabled', this.disabled);
    this.lendStates();
    this.publish(this.count, true);
  }

  /** Gives the page's own text area what the drawn one has in the template. */
  protected lendStates(): void {
    for (const name of ['disabled', 'readonly', 'required'] as const)
      this.slotted?.lend(name, this[name] && '');
  }

  /** The form that the text is sent with. */
  get form(): HTMLFormElement | null {
    return this.#control.form;
  }

  /** The page's own labels of the box or of its textarea. */
  get labels(): NodeList {
    const own = this.slotted?.textarea.labels;
    return own?.length ? own : this.#internals.labels;
  }

  /** Whether the text is checked when the form is sent. */
  get willValidate(): boolean {
    return this.#control.willValidate;
  }

  /** What is wrong with the text. */
  get validity(): ValidityState {
    return this.publish().validity;
  }

  /** What is wrong with the text, in words. */
  get validationMessage(): string {
    return this.publish().validationMessage;
  }

  /** Called by the browser when the form is reset. */
  formResetCallback(): void {
    this.#reported = false;
    if (!this.slotted) this.value = this.defaultValue;
    this.requestUpdate();
  }

  /** Called by the browser when the box, or a fieldset around it, is disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.barred = disabled;
    void this.updateComplete.then(() => this.requestUpdate()); // an update that reflects `disabled` calls this halfway
  }

  /** Called by the browser to put back what was written before a reload. */
  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  /** Why the text could not be sent when it was tried last; empty once it can. */
  protected get error(): string {
    return this.#reported ? this.#control.validationMessage : '';
  }

  protected override tried(): void {
    this.#reported = true;
    this.publish();
    this.requestUpdate();
  }

  /** @internal */
  override publish(given?: number, text?: boolean): HTMLTextAreaElement | ElementInternals {
    const internals = this.#internals;
    const custom = this.#custom;
    const {slotted, maxlength} = this;
    const own = slotted?.textarea;
    const count = given ?? this.count;
    // A script may write into the page's own textarea unheard: only when asked is its browser's message put in our words.
    const asked = !own || this.#reported || given === undefined;
    const tooLong = count > maxlength;
    const valueMissing = asked && count === 0 && (this.required || !!own?.required);
    const tooShort = asked && count > 0 && count < this.#least;
    const message =
      custom ||
      (tooLong && this.say('commentTooLong', {n: count - maxlength})) ||
      (valueMissing && this.say('commentMissing')) ||
      (tooShort && this.say('commentTooShort', {n: this.#least})) ||
      '';
    const drawn = slotted ? '' : message;
    if (drawn !== this.#message) {
      this.#message = drawn;
      internals.setValidity(drawn ? {customError: !!custom, tooLong, valueMissing, tooShort} : {}, drawn);
    }
    slotted?.flag(message);
    const wait = !text && this.isConnected && this.typing;
    // At every key the form would be told in vain: `typing` puts the text in place of the mark when it is asked for.
    if (!wait || !this.stale) this.#tell((this.stale = wait ? `${Math.random()}` : ''));
    const control = this.#control;
    this.#reported &&= !control.validity.valid;
    return control;
  }

  get #least(): number {
    return this.minlength ?? this.slotted?.textarea.minLength ?? 0;
  }

  get #control(): HTMLTextAreaElement | ElementInternals {
    return this.slotted?.textarea ?? this.#internals;
  }

  /** Gives the form an entry, and the browser the text to put back; a `name` attribute is needed for neither. */
  #tell(mark: string): void {
    const data = new FormData();
    const {name, value} = this;
    if (name) data.append(name, mark || normalizeText(value, this.newline));
    if (this.contains(this.field)) this.#internals.setFormValue(null);
    else this.#internals.setFormValue(data, value);
  }

  /** Puts the cursor into the text area. */
  override focus(options?: FocusOptions): void {
    this.field?.focus(options);
  }

  /** Whether the text can be sent; shows nothing. */
  checkValidity(): boolean {
    const reported = this.#reported;
    const valid = this.publish().checkValidity();
    this.#reported &&= reported;
    return valid;
  }

  /** Whether the text can be sent; if not, the reader is told why. */
  reportValidity(): boolean {
    return this.publish().reportValidity();
  }

  /** Marks the text as unfit with a message of the page's own, such as an answer of the server; empty to take it back. */
  setCustomValidity(message: string): void {
    this.#custom = message;
    this.publish();
    this.requestUpdate();
  }
}
