import type {ReactiveController, ReactiveControllerHost} from 'lit';

const pollEvery = 500;
const pauseAfter = 1000;
const events = ['input', 'compositionstart', 'compositionend', 'focusin', 'focusout'];

/**
 * Tells when the text of a field changed: by typing, at the end of a composition, restored with the page, or by
 * software that fires no event (dictation writes `value`). Nothing runs while the field has no focus.
 */
export class FieldWatch implements ReactiveController {
  /** True between the start and the end of a composition, when the text must be left alone. */
  composing = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changed: (aloud: boolean) => void;
  readonly #paused: () => void;
  #field?: HTMLTextAreaElement;
  #seen = '';
  #poll?: ReturnType<typeof setInterval>;
  #pause?: ReturnType<typeof setTimeout>;

  /**
   * @param changed Called with every new text; `aloud` when the reader should hear of it.
   * @param paused Called one second after the last change that the reader should hear of.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    changed: (aloud: boolean) => void,
    paused: () => void,
  ) {
    this.#host = host;
    this.#changed = changed;
    this.#paused = paused;
    for (const type of events) host.addEventListener(type, this);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pageshow', this);
    this.#startPolling(); // a moved field may have kept its focus
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this);
    this.#stop();
  }

  /** Watches another field. */
  watch(field: HTMLTextAreaElement): void {
    this.#stop();
    this.#field = field;
    this.#seen = field.value;
    this.#startPolling(); // the reader may have been typing before the script arrived
  }

  /** Compares the text with the one seen last. */
  look(aloud: boolean): void {
    const text = this.#field?.value;
    if (text === undefined || text === this.#seen) return;
    this.#seen = text;
    this.#tell(aloud);
  }

  handleEvent(event: Event): void {
    if (event.type === 'pageshow') this.look(false);
    else if (event.composedPath()[0] === this.#field) this.#handle(event.type);
    else if (event.type === 'focusin') this.#host.requestUpdate(); // perhaps a new textarea, deep in the light DOM
  }

  #handle(type: string): void {
    switch (type) {
      case 'compositionstart':
        this.composing = true;
        clearTimeout(this.#pause);
        return;
      case 'compositionend':
        this.composing = false;
        this.#seen = this.#field!.value;
        this.#tell(true);
        return;
      case 'focusin':
        this.#startPolling();
        return;
      case 'focusout':
        clearInterval(this.#poll);
    }
    this.look(true);
  }

  #tell(aloud: boolean): void {
    clearTimeout(this.#pause);
    if (aloud && !this.composing) this.#pause = setTimeout(this.#paused, pauseAfter);
    this.#changed(aloud);
  }

  #startPolling(): void {
    clearInterval(this.#poll);
    if (this.#field?.matches(':focus')) this.#poll = setInterval(() => this.look(true), pollEvery);
  }

  #stop(): void {
    clearInterval(this.#poll);
    clearTimeout(this.#pause);
    this.composing = false;
  }
}
