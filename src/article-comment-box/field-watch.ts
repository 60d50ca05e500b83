import type {ReactiveController, ReactiveControllerHost} from 'lit';

const pollEvery = 500;
const pauseAfter = 1000;
const events = ['input', 'compositionstart', 'compositionend', 'focusin', 'focusout'];

/** What became of the text: the reader changed it, then paused; or a script or the page's history set it. */
export type News = 'typed' | 'paused' | 'set';

type Host = ReactiveControllerHost & HTMLElement & {readonly value: string};

/**
 * Tells when the text of the box changed: by typing, at the end of a composition, restored with the page, or by
 * software that fires no event (dictation writes `value`). Nothing runs while the box has no focus.
 */
export class FieldWatch implements ReactiveController {
  readonly #host: Host;
  readonly #tell: (news: News) => void;
  #seen?: string;
  #composing = false;
  #poll?: ReturnType<typeof setInterval>;
  #pause?: ReturnType<typeof setTimeout>;

  constructor(host: Host, tell: (news: News) => void) {
    this.#host = host;
    this.#tell = tell;
    for (const type of events) host.addEventListener(type, this);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pageshow', this);
    this.#startPolling(); // a moved field may have kept its focus, or been typed in before the script arrived
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this);
    clearInterval(this.#poll);
    clearTimeout(this.#pause);
    this.#composing = false;
  }

  /** Compares the text with the one seen last, unless a composition is under way: its text must be left alone. */
  look(news: News = 'set'): void {
    const {value} = this.#host;
    if (this.#composing || value === this.#seen) return;
    this.#seen = value;
    clearTimeout(this.#pause);
    if (news === 'typed') this.#pause = setTimeout(this.#tell, pauseAfter, 'paused');
    this.#tell(news);
  }

  handleEvent({type}: Event): void {
    switch (type) {
      case 'compositionstart':
        this.#composing = true;
        clearTimeout(this.#pause);
        break;
      case 'compositionend':
        this.#composing = false;
        break;
      case 'focusin':
        this.#startPolling();
        break;
      case 'focusout':
        clearInterval(this.#poll);
    }
    this.look(type === 'pageshow' ? 'set' : 'typed');
  }

  #startPolling(): void {
    clearInterval(this.#poll);
    if (this.#host.matches(':focus-within')) this.#poll = setInterval(() => this.look('typed'), pollEvery);
  }
}
