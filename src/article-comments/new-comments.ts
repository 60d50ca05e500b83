/* Comments that come while a page is read. Pages whose comments have `refresh` load this. */
import {css, html, nothing, render, type ReactiveController} from 'lit';
import type {CommentError} from '../comments/errors.js';
import type {CommentSession} from '../comments/session.js';
import type {Comment, CommentPage} from '../comments/types.js';
import {commentWords} from '../locales/comment-words.js';
import {newCommentWords} from '../locales/new-comment-words.js';
import {adoptStyles} from '../shared/adopt-styles.js';
import type {ArticleElement} from '../shared/article-element.js';
import type {SessionController} from './session-controller.js';

const leastSeconds = 10;
const mostSeconds = 86_400; // a timer of no end would fire at once
const mostPages = 5;

// It lies over the comments: nothing that is being read moves when it comes or goes.
const styles = css`
  [part='news'] {
    block-size: 0;
    display: flex;
    inset-block-end: 1em;
    justify-content: center;
    position: sticky;
  }

  [part='new-button'] {
    align-self: end;
    background: var(--article-control-background, Canvas);
    color: var(--article-new-color, CanvasText);
    flex: none;
  }
`;

export interface NewsHost extends ArticleElement {
  refresh: number | undefined;
  state: string;
}

const watching = new WeakSet<NewsHost>();

/** Looks for new comments every `refresh` seconds, and offers them. */
export function watchForNew(host: NewsHost, comments: SessionController): void {
  if (watching.has(host)) return;
  watching.add(host);
  Object.assign(commentWords.en, newCommentWords.en);
  Object.assign(commentWords.vi, newCommentWords.vi);
  host.addController(new NewComments(host, comments));
}

class NewComments implements ReactiveController {
  readonly #host: NewsHost;
  readonly #comments: SessionController;
  #fresh: Comment[] = [];
  #total?: number;
  #pause = 0; // the seconds that the server wants to be left alone for
  #old = new Set<string>();
  #session?: CommentSession;
  #refresh?: number;
  #timer?: ReturnType<typeof setTimeout>;
  #asking?: AbortController;
  #place?: HTMLElement;

  constructor(host: NewsHost, comments: SessionController) {
    this.#host = host;
    this.#comments = comments;
    this.#follow();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#wait);
    this.#wait();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#wait);
    this.#rest();
  }

  hostUpdated(): void {
    this.#follow();
    this.#draw();
  }

  /** Begins anew where the article or the pace is another one. */
  #follow(): void {
    const {session} = this.#comments;
    const {refresh} = this.#host;
    if (session === this.#session && refresh === this.#refresh) return;
    [this.#session, this.#refresh, this.#fresh] = [session, refresh, []];
    this.#old.clear();
    this.#wait();
  }

  /** Nobody asks while the page is hidden, the comments are closed, or `refresh` was taken away. */
  #wait = (): void => {
    this.#rest();
    const {refresh, state, isConnected} = this.#host;
    if (!refresh || document.hidden || !isConnected || state === 'closed') return;
    const seconds = Math.min(mostSeconds, Math.max(leastSeconds, refresh, this.#pause));
    this.#timer = setTimeout(() => void this.#ask().finally(this.#wait), seconds * 1000);
  };

  #rest(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  async #ask(): Promise<void> {
    const {session} = this.#comments;
    if (!session?.loaded || session.busy || session.error?.left) return;
    this.#asking = new AbortController();
    try {
      await this.#look(session, this.#asking.signal);
      this.#pause = 0;
    } catch (error) {
      this.#pause = (error as CommentError).retryAfter ?? 0;
      // What nobody asked for is not missed; the next time comes.
    }
    this.#draw();
  }

  /** Reads from the newest comment back to the first known one. */
  async #look(session: CommentSession, signal: AbortSignal): Promise<void> {
    const isNew = ({id}: Comment): boolean => !session.listed.has(id) && !this.#old.has(id);
    const fresh: Comment[] = [];
    let first: CommentPage | undefined;
    for (let pages = 0, cursor: string | undefined; pages < mostPages; pages++) {
      const page = await session.source.list({...session.query, order: 'newest', cursor}, signal);
      const found = page.comments.filter(isNew);
      first ??= page;
      fresh.push(...found);
      cursor = page.next;
      if (!cursor || found.length < page.comments.length) break;
    }
    if (session !== this.#session) return;
    // Where the oldest come first, what is not listed may only be further down: the first look tells what is old.
    const backwards = session.query.order === 'oldest' && session.hasMore && !this.#old.size;
    if (backwards) for (const {id} of first!.comments) this.#old.add(id);
    else [this.#fresh, this.#total] = [fresh, first!.total];
  }

  #draw(): void {
    const {renderRoot} = this.#host;
    const session = this.#session;
    const n = this.#fresh.filter(({id}) => !session?.has(id)).length;
    if (!this.#place) {
      if (!n) return;
      this.#place = document.createElement('div');
      this.#place.part.add('news');
      this.#place.setAttribute('role', 'status');
      adoptStyles(renderRoot, styles);
      renderRoot.querySelector('[aria-busy]')!.append(this.#place);
    }
    const words = this.#host['say']('newComments', {n});
    render(
      n ? html`<button part="new-button" type="button" @click=${this.#take}>${words}</button>` : nothing,
      this.#place,
    );
  }

  /** Shows them, and goes to the first. */
  #take = async (): Promise<void> => {
    const fresh = this.#fresh.reverse();
    this.#session?.take(fresh, this.#total);
    this.#fresh = [];
    await this.#host.updateComplete;
    const root = this.#host.renderRoot as ShadowRoot;
    const rows = fresh.flatMap(({id}) => root.getElementById(`comment-${id}`) ?? []);
    const isAfter = (row: Element, other: Element): boolean =>
      Boolean(row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING);
    rows.sort((row, other) => (isAfter(row, other) ? 1 : -1))[0]?.focus();
  };
}
