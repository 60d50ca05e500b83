let lastId = 0;

/** The page's own `<textarea>` while the box counts it. What the box changes on it, it gives back. */
export class SlottedField {
  readonly textarea: HTMLTextAreaElement;
  /** The limit that the page wrote on its textarea. */
  maxlength: string | undefined;

  readonly #note = document.createElement('span');
  readonly #lent = new Map<string, {before: string | null; now: string | null}>();
  #message = '';

  constructor(host: HTMLElement, textarea: HTMLTextAreaElement) {
    this.textarea = textarea;
    // An id inside the shadow root cannot be referred to from the page, so the description stands in the page.
    this.#note.hidden = true;
    this.#note.id = freeId(host);
    host.append(this.#note);
  }

  /** Takes over the page's `maxlength`: the browser would cut the text without a word. */
  takeLimit(): void {
    const limit = this.textarea.getAttribute('maxlength');
    if (limit === null) return;
    this.maxlength = limit;
    this.lend('maxlength', null);
  }

  /** Whether the page named its textarea. */
  get named(): boolean {
    const {textarea} = this;
    const labelled = textarea.hasAttribute('aria-label') && !this.#lent.has('aria-label');
    return labelled || textarea.hasAttribute('aria-labelledby') || textarea.labels.length > 0;
  }

  /** Sets an attribute, or removes it for `null`, until it is taken back. */
  lend(name: string, value: string | null): void {
    const current = this.textarea.getAttribute(name);
    const loan = this.#lent.get(name);
    // Where the page wrote it anew, that is what it gets back.
    this.#lent.set(name, {before: loan?.now === current ? loan.before : current, now: value});
    this.#write(name, value);
  }

  /** Puts back what the page had. */
  takeBack(name: string): void {
    const loan = this.#lent.get(name);
    this.#lent.delete(name);
    if (loan && this.textarea.getAttribute(name) === loan.now) this.#write(name, loan.before);
  }

  /** Describes the textarea to screen readers, after what the page itself says of it. */
  describe(text: string): void {
    const note = this.#note;
    if (note.textContent !== text) note.textContent = text;
    const ids = this.#descriptions();
    if (!ids.includes(note.id)) this.textarea.setAttribute('aria-describedby', [...ids, note.id].join(' '));
  }

  /** Marks the textarea invalid with a message of ours, unless the page has marked it with its own. */
  flag(message: string): void {
    const {validity, validationMessage, willValidate} = this.textarea;
    const ours = this.#message && (!willValidate || validationMessage === this.#message);
    if (validity.customError && !ours) this.#message = '';
    else this.textarea.setCustomValidity((this.#message = message));
  }

  giveBack(): void {
    for (const name of this.#lent.keys()) this.takeBack(name);
    this.flag('');
    const ids = this.#descriptions().filter((id) => id !== this.#note.id);
    this.#write('aria-describedby', ids.join(' ') || null);
    this.#note.remove();
  }

  #descriptions(): string[] {
    return this.textarea.getAttribute('aria-describedby')?.match(/\S+/g) ?? [];
  }

  #write(name: string, value: string | null): void {
    if (this.textarea.getAttribute(name) === value) return;
    if (value === null) this.textarea.removeAttribute(name);
    else this.textarea.setAttribute(name, value);
  }
}

function freeId(host: HTMLElement): string {
  const root = host.getRootNode() as Document | ShadowRoot;
  let id: string;
  do id = `article-comment-box-${++lastId}`;
  while (root.getElementById(id));
  return id;
}
