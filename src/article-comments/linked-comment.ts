/* The way to one comment: `#comment-ID` in the address of the page, which then loads this. */
import type {LitElement, ReactiveController} from 'lit';
import type {CommentSession} from '../comments/session.js';

const mostPages = 200; // of 20: more comments than any article is likely to have
const ownWays = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/** What the address asks for, by the session that looks for it: once, also when an element is moved. */
const asked = new WeakMap<CommentSession, string>();

/** Loads pages until the comment in the address is among them, scrolls to it and gives it the focus. */
export function showLinked(host: LitElement, session: CommentSession): void {
  const id = readId();
  if (!id || asked.get(session) === id) return;
  asked.set(session, id);
  new LinkedComment(host, session, id);
}

class LinkedComment implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: CommentSession;
  readonly #id: string;
  readonly #begun = new AbortController();
  #pages = 0;

  constructor(host: LitElement, session: CommentSession, id: string) {
    this.#host = host;
    this.#session = session;
    this.#id = id;
    // A reader who goes elsewhere meanwhile is not fetched back; one who presses the retry goes nowhere.
    for (const way of ownWays)
      addEventListener(way, this.#leave, {passive: true, signal: this.#begun.signal});
    host.addController(this);
    void this.hostUpdated();
  }

  hostDisconnected(): void {
    asked.delete(this.#session);
    this.#end();
  }

  /** The next step towards the comment. After a failure that is the reader's: a retry, which leads here again. */
  async hostUpdated(): Promise<void> {
    await this.#host.updateComplete;
    const session = this.#session;
    if (this.#begun.signal.aborted || session.busy) return;
    const found = (this.#host.renderRoot as ShadowRoot).getElementById(this.#id);
    if (found) return this.#goTo(found);
    if (session.has(this.#id.slice(8))) return; // it is being drawn, and then this is called again
    if (session.error) return;
    if ((session.loaded && !session.hasMore) || ++this.#pages > mostPages || readId() !== this.#id) {
      return this.#end();
    }
    await session.proceed();
  }

  #goTo(comment: HTMLElement): void {
    this.#end();
    comment.focus({preventScroll: true});
    comment.scrollIntoView();
  }

  #leave = (): void => {
    if (!this.#session.error) this.#end();
  };

  #end = (): void => {
    this.#begun.abort();
    this.#host.removeController(this);
  };
}

function readId(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
