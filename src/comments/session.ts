import {CommentError, toCommentError} from './errors.js';
import {buildThreads, type Thread} from './threads.js';
import type {Comment, CommentDraft, CommentPage, CommentQuery, CommentSource} from './types.js';

/** What a list of comments is doing. */
export type SessionState = 'idle' | 'loading' | 'ready' | 'empty' | 'error';

/** One article's comments as one reader sees them: the pages loaded so far, and what the reader has added. */
export class CommentSession {
  /** Whether a page is on its way. */
  busy = false;
  /** Whether the first page has come. */
  loaded = false;
  /** Why the last page did not come; kept while it is asked for again. */
  error?: CommentError;
  /** How many comments the source says there are. */
  total?: number;
  /** How many published comments the reader has added since the source said so. */
  added = 0;
  /** The threads to show. */
  threads: Thread[] = [];
  /** Those that one more comment has changed since all were sorted, for whoever has drawn the others. */
  touched: Thread[] = [];

  readonly source: CommentSource;
  readonly query: CommentQuery;
  /** What the source has listed so far, by id; until the first page has come, what it had listed before. */
  listed = new Map<string, Comment>();

  readonly #changed: (news?: CommentPage | CommentError) => void;
  #own: Comment[] = [];
  #next?: string;
  #loading?: AbortController;

  /**
   * `changed` is called whenever there is something new to see, with the page that came or the reason why none did.
   * What `last` has of the same article is shown until the first page comes; what the reader has added stays.
   */
  constructor(
    source: CommentSource,
    query: CommentQuery,
    changed: (news?: CommentPage | CommentError) => void,
    last?: CommentSession,
  ) {
    if (last?.query.article === query.article) {
      Object.assign(this, last);
      this.#own = last.#own;
      this.loaded = false;
      this.error = undefined;
    }
    this.source = source;
    this.query = query;
    this.#changed = changed;
  }

  /** Whether there are more to ask for. */
  get hasMore(): boolean {
    return Boolean(this.#next);
  }

  get state(): SessionState {
    if (this.loaded) return this.threads.length ? 'ready' : 'empty';
    return this.busy ? 'loading' : this.error ? 'error' : 'idle';
  }

  /** Loads the first page, or the next one. Never throws: see `error`. False when it was given up. */
  async proceed(): Promise<boolean> {
    if (this.busy) return false;
    const cursor = this.#next;
    let news: CommentPage | CommentError;
    const loading = (this.#loading = new AbortController());
    this.busy = true;
    this.#changed();
    try {
      const page = (news = await this.source.list({...this.query, cursor}, loading.signal));
      if (loading !== this.#loading) return false; // an answer to a question that nobody asks any more
      if (!this.loaded) this.listed = new Map();
      for (const comment of page.comments)
        if (!this.listed.has(comment.id)) this.listed.set(comment.id, comment);
      this.#count(page.total);
      this.#next = page.next === cursor ? undefined : page.next;
      this.loaded = true;
      this.error = undefined;
    } catch (error) {
      if (loading !== this.#loading) return false;
      const cause = toCommentError(error);
      // What could be read a moment ago has not been closed: it is the next page that is missing.
      const missing = this.loaded && cause.kind === 'closed';
      news = this.error = missing ? new CommentError('bad-response', {cause}) : cause;
    }
    this.stop();
    this.#update(news);
    return true;
  }

  /** Gives up what is on its way; `proceed` asks for it again. */
  stop(): void {
    this.#loading?.abort();
    this.#loading = undefined;
    this.busy = false;
  }

  /** Sends a comment and shows it. It goes on when the list is taken off the page: the reader has pressed the button. */
  async submit(draft: Omit<CommentDraft, 'article'>, signal: AbortSignal): Promise<Comment> {
    const {source, query} = this;
    const {addToThreads, submitComment} = await import('./submit.js');
    const sent = {article: query.article, ...draft};
    const comment = await submitComment(source, query, sent, signal, (found) => this.take([found]));
    if (this.has(comment.id)) return comment;
    if (comment.status === 'published') this.added++;
    this.#own.push(comment);
    this.touched.push(addToThreads(this.threads, comment, query.order));
    this.#changed();
    return comment;
  }

  /** Whether a comment is among those that were listed or added. */
  has(id: string): boolean {
    return this.listed.has(id) || this.#own.some((comment) => comment.id === id);
  }

  /** Shows comments beside those that were listed: the reader's own, and those that came meanwhile. */
  take(comments: Comment[], total?: number): void {
    for (const comment of comments) if (!this.has(comment.id)) this.#own.push(comment);
    this.#count(total);
    this.#update();
  }

  #count(total: number | undefined): void {
    if (total !== undefined) [this.total, this.added] = [total, 0];
  }

  #update(news?: CommentPage | CommentError): void {
    const {order} = this.query;
    const all = [...this.listed.values()];
    for (const comment of this.#own)
      if (!this.listed.has(comment.id)) all[order === 'newest' ? 'unshift' : 'push'](comment);
    this.threads = buildThreads(all, order);
    this.touched = [];
    this.#changed(news);
  }
}
