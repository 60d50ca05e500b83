import {fieldsOf, parseJson, readText} from './border.js';

/** Where drafts are kept; neither function throws. */
export interface DraftStorage {
  /** The value kept under a key, or `null`. */
  recall(key: string): string | null;
  /** Keeps a value, or forgets it when it is `null`; true when that worked. */
  remember(key: string, value: string | null): boolean;
}

/** What a draft belongs to. */
export interface DraftPlace {
  site: string;
  article: string;
  /** The comment that is being answered. */
  parentId?: string;
}

/** What a reader has typed. There is no e-mail address in it: storage is not the place for one. */
export interface DraftText {
  text: string;
  name?: string;
}

/** The unfinished comment at one place, and the key under which it will be sent. It outlives a reload where storage does. */
export class CommentDraftKeeper {
  readonly #storage: DraftStorage;
  readonly #address: string;
  #key?: string;
  #sent = ''; // what was sent under the key, whether or not it arrived

  constructor(storage: DraftStorage, {site, article, parentId = ''}: DraftPlace) {
    this.#storage = storage;
    this.#address = `article-comment-draft:${JSON.stringify([site, article, parentId])}`;
  }

  /** What was kept earlier, perhaps by a page that is gone. */
  restore(): DraftText | undefined {
    const {key, sent, text, name} = fieldsOf(parseJson(this.#storage.recall(this.#address) ?? ''));
    const kept = readText(text, Infinity);
    if (!kept) return undefined;
    this.#key = readText(key, 100) || undefined;
    this.#sent = readText(sent, Infinity);
    return {text: kept, name: readText(name, Infinity)};
  }

  /** Keeps what is typed now; nothing typed means nothing kept. False when storage did not take it. */
  save(draft: DraftText): boolean {
    if (!draft.text.trim()) return this.clear();
    const {text, name} = draft;
    const kept = JSON.stringify({text, name, key: this.#key, sent: this.#sent});
    return this.#storage.remember(this.#address, kept);
  }

  /**
   * The idempotency key to send this draft under: the same for every try, also after a reload. A draft that was
   * changed after a try gets a new one, because a server may have kept the first text under the old.
   */
  keyFor(draft: DraftText): string {
    const sending = JSON.stringify([draft.text, draft.name]);
    if (!this.#key || sending !== this.#sent) this.#key = newKey();
    this.#sent = sending;
    this.save(draft);
    return this.#key;
  }

  /** Forgets the draft and its key: the server has it, or the reader does not want it. */
  clear(): boolean {
    this.#key = undefined;
    return this.#storage.remember(this.#address, null);
  }
}

// Not `randomUUID`: pages without https have none.
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
