/** The page's own `<textarea>` while the box counts it. What the box changes on it, it gives back. */
export class SlottedField {
  readonly textarea: HTMLTextAreaElement;

  // An id inside the shadow root cannot be referred to from the page, so the description stands in the page.
  #note: HTMLElement;
  #lent: Record<string, [before: string | null, now: string | null]> = {};
  #message = '';

  constructor(host: HTMLElement, textarea: HTMLTextAreaElement) {
    this.textarea = textarea;
    // A copy of the page, such as some routers keep to go back to, has what was lent when it was made.
    this.#note = host.querySelector<HTMLElement>('[data-limit]')!;
    if (this.#note) {
      this.#lent = {maxlength: [this.#note.dataset.limit || null, null], 'aria-invalid': [null, 'true']};
      this.giveBack();
      this.#lent = {};
    }
    this.#note = document.createElement('span');
    this.#note.hidden = true;
    this.#note.id = `c${Math.random()}`;
    host.append(this.#note);
  }

  /** What the page wrote into an attribute; where it wrote it anew during the loan, that. */
  own(name: string): string | null {
    const current = this.textarea.getAttribute(name);
    const [before, now] = this.#lent[name] ?? [];
    return now === current ? before! : current;
  }

  /** Sets an attribute, removes it for `null`, or puts back the page's own for `false`. */
  lend(name: string, value: string | null | false): void {
    const {textarea} = this;
    const own = this.own(name);
    const now = value === false ? own : value;
    this.#lent[name] = [own, now];
    if (now === null) textarea.removeAttribute(name);
    else if (now !== textarea.getAttribute(name)) textarea.setAttribute(name, now);
  }

  /** Describes the textarea to screen readers, after what the page itself says of it. */
  describe(text: string): void {
    const note = this.#note;
    if (note.textContent !== text) note.textContent = text;
    const ids = this.textarea.getAttribute('aria-describedby') ?? '';
    if (!ids.includes(note.id)) this.lend('aria-describedby', `${ids} ${note.id}`.trim());
    note.dataset.limit = this.own('maxlength') ?? '';
  }

  /** Marks the textarea invalid with a message of ours, unless the page has marked it already. */
  flag(message: string): void {
    if (!message && !this.#message) return;
    const {validity, validationMessage} = this.textarea;
    if (validity.customError && validationMessage && validationMessage !== this.#message) return;
    this.#message = message;
    this.textarea.setCustomValidity(message);
  }

  /** Whether the page has given it a name. */
  get named(): boolean {
    return !!(this.textarea.labels.length || this.own('aria-label') || this.own('aria-labelledby'));
  }

  /** Undoes everything. */
  giveBack(): void {
    for (const name in this.#lent) this.lend(name, false);
    this.flag('');
    // The page may have added to it.
    const ids = this.textarea.getAttribute('aria-describedby')?.replace(this.#note.id, '').trim();
    this.lend('aria-describedby', ids || null);
    this.#note.remove();
  }
}
