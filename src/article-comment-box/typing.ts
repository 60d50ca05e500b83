import type {ReactiveController, ReactiveElement} from 'lit';
import {TextCounter} from '../text/text-counter.js';
import {followHeight} from './follow-height.js';

const lookEvery = 250;
const pause = 5; // looks: the last one comes a second, or little more, after the last key

interface Box extends ReactiveElement {
  readonly field: HTMLTextAreaElement | null;
  look(typed: boolean): boolean;
  readonly countUnit: string | undefined;
  speak(): void;
}

/**
 * What a box needs once somebody types: it counts only what a key has changed, sees what software writes without an
 * event, speaks after a pause, and grows where CSS cannot do it. Loaded then; nothing runs without focus.
 */
export class Typing implements ReactiveController {
  /** Counts in every unit. */
  readonly count = new TextCounter().count;

  readonly #box: Box;
  readonly #resize?: ReturnType<typeof followHeight>;
  #looksLeft = 0;
  #timer?: ReturnType<typeof setInterval>;

  constructor(box: Box) {
    this.#box = box;
    if (!CSS.supports('field-sizing', 'content')) this.#resize = followHeight(box.renderRoot);
    box.addEventListener('focusin', this.#start);
    box.addEventListener('focusout', this.#stop);
    box.addEventListener('input', this.#onInput);
    box.addEventListener('compositionend', this.#onInput);
    // Unlike `input`, this event does not leave a shadow root by itself.
    box.renderRoot.addEventListener('change', () => box.dispatchEvent(new Event('change', {bubbles: true})));
    box.addController(this);
    if (box.countUnit)
      box.requestUpdate(); // it has counted in code points until now
    else this.hostUpdated();
    // What was typed before this module came is spoken of too.
    if (box.field && box.field.value !== box.field.defaultValue) this.#looksLeft = pause;
    this.#look();
  }

  hostConnected(): void {
    this.#start();
  }

  hostUpdated(): void {
    this.#resize?.(this.#box.field);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#resize?.(null);
  }

  #start = (): void => {
    clearInterval(this.#timer);
    if (this.#box.matches(':focus-within')) this.#timer = setInterval(this.#look, lookEvery);
  };

  #stop = (): void => {
    clearInterval(this.#timer);
    if (!this.#looksLeft) return;
    this.#looksLeft = 0;
    // Not for a box that loses the focus because it is taken away.
    setTimeout(() => this.#box.isConnected && this.#box.speak());
  };

  #onInput = (): void => {
    this.#looksLeft = pause;
    this.hostUpdated();
  };

  #look = (): void => {
    if (this.#box.look(true)) this.#looksLeft = pause;
    else if (this.#looksLeft && !--this.#looksLeft) this.#box.speak();
  };
}
