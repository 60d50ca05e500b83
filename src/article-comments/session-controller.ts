import type {ReactiveController} from 'lit';
import {checkedSource} from '../comments/checked-source.js';
import {CommentSession} from '../comments/session.js';
import type {CommentQuery, CommentSource} from '../comments/types.js';
import {onDemand} from '../shared/on-demand.js';
import type {NewsHost} from './new-comments.js';

const nearEnough = '800px 0px'; // about a screen ahead of the reader

interface Host extends NewsHost {
  loading: string;
}

/** Ties a session to an element: loads when the reader comes near, stops when the element is taken off the page. */
export class SessionController implements ReactiveController {
  /** The comments of the article that the element shows now. */
  session?: CommentSession;

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

  /** Shows another article, or the same from elsewhere; without a source it shows none. */
  begin(source: CommentSource | undefined, query: CommentQuery): void {
    this.#rest();
    const changed = (): void => this.#host.requestUpdate();
    this.session = source && new CommentSession(checkedSource(source), query, changed);
    this.look();
  }

  #again = (): void => {
    if (this.session?.error) void this.session.proceed();
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
