import type {ReactiveController} from 'lit';
import type {ArticleCommentSubmitEvent} from '../article-comment-form/events.js';
import {checkedSource} from '../comments/checked-source.js';
import {CommentError} from '../comments/errors.js';
import {CommentSession} from '../comments/session.js';
import type {CommentPage, CommentQuery, CommentSource} from '../comments/types.js';
import {onDemand} from '../shared/on-demand.js';
import {pageArticle} from '../shared/page-article.js';
import {ArticleCommentsFailedEvent, ArticleCommentsLoadedEvent} from './events.js';
import {findSource, unusable} from './find-source.js';
import type {NewsHost} from './new-comments.js';

const nearEnough = '800px 0px'; // about a screen ahead of the reader

interface Host extends NewsHost {
  src: string | undefined;
  source: CommentSource | string | undefined;
  article: string | undefined;
  order: string;
  pageSize: number;
  loading: string;
}

/** Ties a session to an element: loads when the reader comes near, stops when the element is taken off the page. */
export class SessionController implements ReactiveController {
  /** The comments of the article that the element shows now. */
  session?: CommentSession;
  /** Where they come from; none where only the page's own list is to be shown. */
  source?: CommentSource;

  readonly #host: Host;
  #observer?: IntersectionObserver;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.look);
    addEventListener('online', this.#again);
    this.look();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.look);
    removeEventListener('online', this.#again);
    this.#rest();
  }

  /** Sees to it that the first page is loaded when the time has come, and that a comment is found by its address. */
  look = (): void => {
    const {session} = this;
    const host = this.#host;
    if (!host.isConnected || !session) return;
    if (location.hash.startsWith('#comment-'))
      onDemand(import('./linked-comment.js'), (part) => part.showLinked(host, session));
    if (host.refresh) onDemand(import('./new-comments.js'), (part) => part.watchForNew(host, this));
    if (!session.loaded && !session.error) this.#await();
  };

  /** Shows what the element asks for now: another article, or the same from elsewhere. */
  begin = (): void => {
    const host = this.#host;
    const {src, order} = host;
    this.#rest();
    // Not a property of ours: a page under CSP hides this attribute, and the browser keeps its value.
    const {nonce} = host;
    this.source = findSource(src, host.source, (...problem) => host['problem']('source', ...problem), {
      nonce,
    });
    if (!this.source && !host.childElementCount) {
      host['problem']('src', '', 'no address, and no comments on the page', 'missing-src');
    }
    const query: CommentQuery = {
      article: host.article || pageArticle(),
      order: order === 'oldest' ? order : 'newest',
      limit: Math.min(100, Math.max(1, Math.trunc(host.pageSize) || 20)),
    };
    this.session =
      this.source && new CommentSession(checkedSource(this.source), query, this.#changed, this.session);
    this.look();
  };

  /** Sends what nobody else on the page has sent. */
  submit = (event: ArticleCommentSubmitEvent): void => {
    const {session, source} = this;
    if (!session || source === unusable) return;
    const {text, author, parentId, idempotencyKey, signal} = event;
    event.fallback ??= () => session.submit({text, author, parentId, idempotencyKey}, signal);
  };

  #changed = (news?: CommentPage | CommentError): void => {
    const host = this.#host;
    host.requestUpdate();
    if (!news) return;
    const failed = news instanceof CommentError;
    host.dispatchEvent(failed ? new ArticleCommentsFailedEvent(news) : new ArticleCommentsLoadedEvent(news));
  };

  #again = (): void => {
    const {error} = this.session ?? {};
    if (error && !error.left) void this.session!.proceed();
  };

  #rest(): void {
    this.#observer?.disconnect();
    this.session?.stop();
  }

  #await(): void {
    this.#observer?.disconnect();
    const begin = (): void => void this.session?.proceed();
    if (this.#host.loading === 'eager') return begin();
    const look = (entries: IntersectionObserverEntry[], observer: IntersectionObserver): void => {
      if (!entries.at(-1)!.isIntersecting) return;
      observer.disconnect();
      begin();
    };
    this.#observer = new IntersectionObserver(look, {rootMargin: nearEnough});
    this.#observer.observe(this.#host);
  }
}
