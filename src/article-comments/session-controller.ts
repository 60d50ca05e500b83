import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {checkedSource} from '../comments/checked-source.js';
import {CommentSession} from '../comments/session.js';
import type {CommentQuery, CommentSource} from '../comments/types.js';

const nearEnough = '800px 0px'; // about a screen ahead of the reader

interface Host extends ReactiveControllerHost, HTMLElement {
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
    this.look();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.session?.stop();
  }

  /** Sees to it that the first page is loaded when the time has come. */
  look(): void {
    const {session} = this;
    if (this.#host.isConnected && session && !session.loaded && !session.error) this.#await();
  }

  /** Shows another article, or the same from elsewhere; without a source it shows none. */
  begin(source: CommentSource | undefined, query: CommentQuery): void {
    this.hostDisconnected();
    const changed = (): void => this.#host.requestUpdate();
    this.session = source && new CommentSession(checkedSource(source), query, changed);
    this.look();
  }

  #await(): void {
    this.#observer?.disconnect();
    const begin = (): void => void this.session?.proceed();
    if (this.#host.loading === 'eager') return begin();
    this.#observer = new IntersectionObserver(
      (entries, observer) => {
        if (!entries.some(({isIntersecting}) => isIntersecting)) return;
        observer.disconnect();
        begin();
      },
      {rootMargin: nearEnough},
    );
    this.#observer.observe(this.#host);
  }
}
