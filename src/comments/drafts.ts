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

interface KeptDraft extends DraftText {
  /** Tells a tab's text from the same text of another one, and is the first half of its key. */
  id: string;
  /** Whether the browser has posted it. */
  posted: boolean;
}

/** How every address of drafts in storage begins. */
export const draftPrefix = 'article-comment-draft:';

const mostTabs = 8;
const longest = 30 * 24 * 3_600_000; // nobody goes on with a sentence of last month

/** The drafts in what storage holds under an address; none that have lain there for a month. */
export function readDrafts(kept: string | null): unknown[] {
  const all = parseJson(kept ?? '[]');
  if (!Array.isArray(all)) return [];
  return all.filter((draft) => !(Date.now() - Number(fieldsOf(draft).time) > longest));
}

/**
 * The unfinished comment at one place, and the key under which it will be sent. It outlives a reload where storage
 * does. Tabs that are open on the same article share an address in storage, and each keeps its own text there.
 */
export class CommentDraftKeeper {
  readonly #storage: DraftStorage;
  readonly #address: string;
  #own: Partial<KeptDraft> = {};
  #stored = ''; // what this keeper read or wrote last: by it, it knows its own

  constructor(storage: DraftStorage, {site, article, parentId = ''}: DraftPlace) {
    this.#storage = storage;
    this.#address = draftPrefix + JSON.stringify([site, article, parentId]);
  }

  /**
   * What was kept last, perhaps by a page that is gone. One that a browser has posted is forgotten where `arrived` says
   * that the reader has got on to another page since.
   */
  restore(arrived = false): DraftText | undefined {
    const last = this.#all().at(-1);
    const {id, text, name, posted} = fieldsOf(last);
    const kept = {text: readText(text, Infinity), name: readText(name, Infinity)};
    if (!kept.text) return undefined;
    this.#stored = JSON.stringify(last);
    if (posted && arrived) {
      this.clear();
      return undefined;
    }
    this.#own = {...kept, id: /^\w{9,99}$/.test(readText(id, 100)) ? (id as string) : newId()};
    if (posted) this.save(kept, true);
    return kept;
  }

  /**
   * Keeps what is typed now; nothing typed means nothing kept. False when storage did not take it. What has not changed
   * is not written again, unless by `force`: another tab may have sent it, or wrote on.
   */
  save({text, name = ''}: DraftText, force = false): boolean {
    if (!text.trim()) {
      this.clear();
      return true;
    }
    if (!force && text === this.#own.text && name === this.#own.name) return true;
    const own = {id: newId(), ...this.#own, text, name, posted: force && this.#own.posted, time: Date.now()};
    const kept = this.#write([...this.#others().slice(1 - mostTabs), own]);
    if (kept) [this.#own, this.#stored] = [own, JSON.stringify(own)];
    return kept;
  }

  /** Keeps a draft that the browser posts, and notes that; or that it did not post it after all. */
  post(draft: DraftText, posted = true): void {
    this.#own.posted = posted;
    this.save(draft, true);
  }

  /**
   * The idempotency key to send this draft under: the same for every try, after a reload, and in every tab that was given
   * the draft back. One that was changed has another, because a server may have kept the first text under the old.
   */
  keyFor(draft: DraftText): string {
    this.#own.id ??= newId();
    this.save(draft, true);
    let sum = 0; // never so great that it would be rounded
    for (const letter of `${draft.text}\n${draft.name || ''}`)
      sum = (sum * 31 + letter.codePointAt(0)!) % 1e12;
    return `${this.#own.id}-${sum}`;
  }

  /** Forgets the draft and its key: the server has it, or the reader does not want it. */
  clear(): void {
    const others = this.#others();
    this.#own = {};
    this.#stored = '';
    this.#write(others);
  }

  #all(): unknown[] {
    return readDrafts(this.#storage.recall(this.#address));
  }

  #others(): unknown[] {
    return this.#all().filter((draft) => JSON.stringify(draft) !== this.#stored);
  }

  #write(drafts: unknown[]): boolean {
    return this.#storage.remember(this.#address, drafts.length ? JSON.stringify(drafts) : null);
  }
}

// Not `randomUUID`: pages without https have none.
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
