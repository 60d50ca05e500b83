import {normalizeText} from '../text/index.js';
import type {FormTextElement} from './form-text-element.js';

/** The page's own `<textarea>` while the box counts it. What the box changes on it, it gives back. */
export class SlottedField {
  readonly textarea: HTMLTextAreaElement;

  readonly #host: FormTextElement;
  readonly #root: Node;
  // An id inside the shadow root cannot be referred to from the page, so the description stands in the page.
  readonly #note = document.createElement('span');
  readonly #lent = new Map<string, [before: string | null, now: string | null]>();
  #message = '';

  constructor(host: FormTextElement, textarea: HTMLTextAreaElement) {
    this.#host = host;
    this.textarea = textarea;
    this.#note.hidden = true;
    this.#note.id = `article-comment-box-${Math.random()}`;
    host.append(this.#note);
    this.#root = textarea.getRootNode();
    this.#root.addEventListener('formdata', this);
    this.#root.addEventListener('reset', this);
  }

  /** Undoes everything. */
  giveBack(): void {
    for (const name of this.#lent.keys()) this.lend(name, false);
    this.flag('');
    this.#note.remove();
    this.#root.removeEventListener('formdata', this);
    this.#root.removeEventListener('reset', this);
  }

  /** Sets an attribute, removes it for `null`, or puts back the page's own for `false`. */
  lend(name: string, value: string | null | false): void {
    const {textarea} = this;
    const own = this.own(name);
    const now = value === false ? own : value;
    this.#lent.set(name, [own, now]);
    if (now === null) textarea.removeAttribute(name);
    else if (now !== textarea.getAttribute(name)) textarea.setAttribute(name, now);
  }

  /** What the page wrote into an attribute; where it wrote it anew during the loan, that. */
  own(name: string): string | null {
    const current = this.textarea.getAttribute(name);
    const [before, now] = this.#lent.get(name) ?? [];
    return now === current ? before! : current;
  }

  /** Whether the page named its textarea by an attribute. */
  get named(): boolean {
    return Boolean(this.own('aria-label') || this.own('aria-labelledby'));
  }

  /** Describes the textarea to screen readers, after what the page itself says of it. */
  describe(text: string): void {
    const note = this.#note;
    if (note.textContent !== text) note.textContent = text;
    const ids = this.own('aria-describedby')?.split(' ') ?? [];
    this.lend('aria-describedby', [...ids.filter((id) => id !== note.id), note.id].join(' '));
  }

  /** Marks the textarea invalid with a message of ours, unless the page has marked it with its own. */
  flag(message: string): void {
    const {validity, validationMessage, willValidate} = this.textarea;
    const ours = this.#message && (!willValidate || validationMessage === this.#message);
    if (validity.customError && !ours) this.#message = '';
    else this.textarea.setCustomValidity((this.#message = message));
  }

  handleEvent(event: Event): void {
    const {form, name, value} = this.textarea;
    if (event.target !== form) return;
    if (event.type === 'reset') {
      setTimeout(() => this.#host.formResetCallback()); // the text is reset after the event
      return;
    }
    // The textarea submits itself; only what normalising changed is put in its place.
    const {newline} = this.#host;
    const {formData} = event as FormDataEvent;
    const sent = normalizeText(value, newline);
    if (sent === value) return;
    const entries = formData.getAll(name);
    formData.delete(name);
    for (const entry of entries) {
      formData.append(name, normalizeText(String(entry), newline) === sent ? sent : entry);
    }
  }
}
