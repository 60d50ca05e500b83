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

const mostTabs = 8;

/**
 * The unfinished comment at one place, and the key under which it will be sent. It outlives a reload where storage
 * does. Tabs that are open on the same article share an address in storage, and each keeps its own text there.
 */
export class CommentDraftKeeper {
  readonly #storage: DraftStorage;
  readonly #address: string;
  #key?: string;
  #sent = ''; // what was sent under the key, whether or not it arrived
  #kept = ''; // the text that this keeper read or wrote last: by it, it knows its own

  constructor(storage: DraftStorage, {site, article, parentId = ''}: DraftPlace) {
    this.#storage = storage;
    this.#address = `article-comment-draft:${JSON.stringify([site, article, parentId])}`;
  }

  /** What was kept last, perhaps by a page that is gone. */
  restore(): DraftText | undefined {
    const {key, sent, text, name} = fieldsOf(this.#all().at(-1));
    const kept = readText(text, Infinity);
    if (!kept) return undefined;
    this.#key = readText(key, 100) || undefined;
    this.#sent = readText(sent, Infinity);
    this.#kept = kept;
    return {text: kept, name: readText(name, Infinity)};
  }

  /** Keeps what is typed now; nothing typed means nothing kept. False when storage did not take it. */
  save({text, name}: DraftText): boolean {
    if (!text.trim()) {
      this.clear();
      return true;
    }
    const others = this.#others();
    // Nothing new was typed here, and another tab has sent this text or wrote on.
    if (text === this.#kept && others.length === this.#all().length) return true;
    const own = {text, name, key: this.#key, sent: this.#sent};
    const kept = this.#write([...others.slice(1 - mostTabs), own]);
    if (kept) this.#kept = text;
    return kept;
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
  clear(): void {
    const others = this.#others();
    this.#key = undefined;
    this.#kept = '';
    this.#write(others);
  }

  #all(): unknown[] {
    const all = parseJson(this.#storage.recall(this.#address) ?? '[]');
    return Array.isArray(all) ? all : [];
  }

  #others(): unknown[] {
    return this.#all().filter((draft) => fieldsOf(draft).text !== this.#kept);
  }

  #write(drafts: unknown[]): boolean {
    return this.#storage.remember(this.#address, drafts.length ? JSON.stringify(drafts) : null);
  }
}

// Not `randomUUID`: pages without https have none.
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
