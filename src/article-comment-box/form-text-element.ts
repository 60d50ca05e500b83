import type {PropertyValues} from 'lit';
import {normalizeText} from '../text/index.js';
import {CountedElement} from './counted-element.js';

/** The form half of the comment box: what is sent, what is wrong with it, and the surface of a native control. */
export abstract class FormTextElement extends CountedElement {
  static readonly formAssociated = true;

  // Without it Firefox calls the box not focusable when the form is sent with a bad text.
  static override shadowRootOptions: ShadowRootInit = {
    ...CountedElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override properties = {
    ...CountedElement.properties,
    name: {reflect: true, useDefault: true},
    minlength: {type: Number},
    required: {type: Boolean, reflect: true},
    disabled: {type: Boolean, reflect: true},
    readonly: {type: Boolean, reflect: true},
  };

  /** The name that the drawn text area submits under. */
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

  readonly #internals = this.attachInternals();
  #root?: Node;
  #custom = '';
  #checking = false;
  #reported = false;

  constructor() {
    super();
    this.name = 'comment';
    this.required = false;
    this.disabled = false;
    this.readonly = false;
    this.addEventListener('invalid', this.#onInvalid, true);
    this.addEventListener('click', this.#onClick);
  }

  /** The form that the text is sent with. */
  get form(): HTMLFormElement | null {
    return this.#control.form;
  }

  /** The page's own labels of the box or of its textarea. */
  get labels(): NodeList {
    return this.#control.labels;
  }

  /** Whether the text is checked when the form is sent. */
  get willValidate(): boolean {
    return this.#control.willValidate;
  }

  /** What is wrong with the text. */
  get validity(): ValidityState {
    this.publish();
    return this.#control.validity;
  }

  /** What is wrong with the text, in words. */
  get validationMessage(): string {
    this.publish();
    return this.#control.validationMessage;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#root = this.getRootNode();
    this.#root.addEventListener('formdata', this.#onFormData);
    this.#root.addEventListener('reset', this.#onReset);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#root?.removeEventListener('formdata', this.#onFormData);
    this.#root?.removeEventListener('reset', this.#onReset);
  }

  /** Called by the browser when the form is reset. */
  formResetCallback(): void {
    this.#reported = false;
    this.restoreDefault();
    this.requestUpdate();
  }

  /** Called by the browser when the box, or a fieldset around it, is disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.barred = disabled;
    void this.updateComplete.then(() => this.requestUpdate()); // an update that reflects `disabled` calls this halfway
  }

  /** Called by the browser to put back what was written before a reload. */
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string' && !this.slotted) this.value = state;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.publish();
  }

  /** Why the text could not be sent when it was tried last; empty once it can. */
  protected get error(): string {
    return this.#reported ? this.#control.validationMessage : '';
  }

  /** Tells the form what the text is and what is wrong with it. */
  protected publish(): void {
    const {field, slotted, name} = this;
    if (!field) return;
    const [flag, message] = this.#fault() ?? [];
    if (slotted || !name) this.#internals.setFormValue(null);
    else {
      const data = new FormData(); // `comment` is the name even where no attribute says so
      data.append(name, normalizeText(field.value, this.newline));
      this.#internals.setFormValue(data, field.value);
    }
    this.#internals.setValidity(flag && !slotted ? {[flag]: true} : {}, message, field);
    slotted?.flag(message ?? '');
    if (this.#control.validity.valid) this.#reported = false;
  }

  #fault(): [flag: keyof ValidityState, message: string] | undefined {
    const {count, minlength} = this;
    if (this.#custom) return ['customError', this.#custom];
    if (this.overLimit) return ['tooLong', this.say('commentTooLong', {n: -this.remaining})];
    if (this.required && !count) return ['valueMissing', this.say('commentMissing')];
    if (count && minlength && count < minlength)
      return ['tooShort', this.say('commentTooShort', {n: minlength})];
    return undefined;
  }

  get #control(): HTMLTextAreaElement | ElementInternals {
    return this.slotted?.textarea ?? this.#internals;
  }

  #onInvalid = (event: Event): void => {
    if (this.#checking || (event.target !== this && event.target !== this.field)) return;
    this.#reported = true;
    this.requestUpdate();
  };

  #onClick = (event: Event): void => {
    if (event.composedPath()[0] === this) this.focus(); // a `<label for>` of the page was pressed
  };

  #onReset = (event: Event): void => {
    // The page's textarea may belong to another form than the box; its text is reset after the event.
    if (event.target === this.slotted?.textarea.form) setTimeout(() => this.formResetCallback());
  };

  // The page's own text area submits itself; only what normalising changed is put in its place.
  #onFormData = (event: Event): void => {
    const {slotted, newline} = this;
    if (!slotted || event.target !== this.form) return;
    const {name, value} = slotted.textarea;
    const {formData} = event as FormDataEvent;
    const sent = normalizeText(value, newline);
    if (sent === value || !formData.has(name)) return;
    const entries = formData.getAll(name);
    formData.delete(name);
    for (const entry of entries) {
      const counted = typeof entry === 'string' && normalizeText(entry, newline) === sent;
      formData.append(name, counted ? sent : (entry as string));
    }
  };

  /** Puts the cursor into the text area. */
  override focus(options?: FocusOptions): void {
    this.field?.focus(options);
  }

  /** Whether the text can be sent; shows nothing. */
  checkValidity(): boolean {
    this.publish();
    this.#checking = true;
    try {
      return this.#control.checkValidity();
    } finally {
      this.#checking = false;
    }
  }

  /** Whether the text can be sent; if not, the reader is told why. */
  reportValidity(): boolean {
    this.publish();
    return this.#control.reportValidity();
  }

  /** Marks the text as unfit with a message of the page's own, such as an answer of the server; empty to take it back. */
  setCustomValidity(message: string): void {
    this.#custom = message;
    this.publish();
    this.requestUpdate();
  }
}
