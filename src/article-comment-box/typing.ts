import type {ReactiveController, ReactiveElement} from 'lit';
import type {ArticleLocale} from '../locales/registry.js';
import {normalizeText, type Newline} from '../text/count.js';
import {TextCounter} from '../text/text-counter.js';
import {followHeight} from './follow-height.js';

const lookEvery = 250;
const pause = 5; // looks: the last one comes a second, or little more, after the last key

interface Box extends ReactiveElement {
  readonly field: HTMLTextAreaElement | null;
  look(typed: boolean): boolean;
  readonly typed?: boolean;
  readonly locale: ArticleLocale;
  nearest(attribute: string): string | null;
  problem(attribute: string, value: unknown, message: string): void;
  readonly form: HTMLFormElement | null;
  readonly value: string;
  readonly newline: Newline | undefined;
  readonly name: string;
  readonly stale: string;
  readonly count: number;
  publish(count: number, text: boolean): unknown;
  formResetCallback(): void;
  readonly isComposing: boolean;
  readonly quiet: boolean;
  readonly status: string;
  spoken: string;
}

/**
 * What a box needs once somebody types: it counts only what a key has changed, sees what software writes without an
 * event, speaks after a pause, tells the form, and grows where CSS cannot do it. Loaded then; nothing runs without focus.
 */
export class Typing implements ReactiveController {
  /** Counts in every unit. */
  readonly count = new TextCounter().count;

  readonly #box: Box;
  readonly #resize?: ReturnType<typeof followHeight>;
  #looksLeft = 0;
  #timer?: ReturnType<typeof setInterval>;
  #gone?: AbortController;

  constructor(box: Box) {
    this.#box = box;
    if (!CSS.supports('field-sizing', 'content')) this.#resize = followHeight(box.renderRoot);
    box.addEventListener('focusin', this.#start);
    box.addEventListener('focusout', this.#stop);
    box.addEventListener('input', this.#onInput);
    box.addEventListener('compositionend', this.#onInput);
    // Unlike `input`, this event does not leave a shadow root by itself.
    box.renderRoot.addEventListener('change', ({target}) => {
      if (!box.contains(target as Node)) box.dispatchEvent(new Event('change', {bubbles: true}));
    });
    box.addController(this);
    // What was typed before this module came is spoken of too.
    // By now every language that the page has is registered.
    const lang = box.nearest('lang');
    if (lang && box.locale.code === 'en' && !/^en/i.test(lang)) {
      box.problem('lang', lang, 'no such language is registered; English is used');
    }
    if (box.typed) this.#looksLeft = pause;
    this.#look();
  }

  hostConnected(): void {
    const options = {signal: (this.#gone = new AbortController()).signal, capture: true};
    const root = this.#box.getRootNode();
    root.addEventListener('formdata', this.#complete, options);
    root.addEventListener('reset', this.#onReset, options);
    // The browser keeps what the form knows.
    addEventListener('pagehide', () => this.#box.publish(this.#box.count, true), options);
    this.#start();
  }

  hostUpdated(): void {
    this.#resize?.(this.#box.field);
  }

  hostDisconnected(): void {
    this.#gone?.abort();
    clearInterval(this.#timer);
    this.#resize?.(null);
  }

  /** Says how much is left, or too much. */
  speak(): void {
    const box = this.#box;
    if (box.isComposing) return;
    box.spoken = box.quiet ? '' : box.status;
    box.requestUpdate();
  }

  #start = (): void => {
    this.#box.requestUpdate(); // a label of the page may have come or changed, or a unit can be counted in
    clearInterval(this.#timer);
    if (this.#box.matches(':focus-within')) this.#timer = setInterval(this.#look, lookEvery);
  };

  #stop = (): void => {
    clearInterval(this.#timer);
    if (!this.#looksLeft) return;
    this.#looksLeft = 0;
    // Not for a box that loses the focus because it is taken away.
    setTimeout(() => this.#box.isConnected && this.speak());
  };

  #onInput = (): void => {
    this.#looksLeft = pause;
    this.hostUpdated();
  };

  #look = (): void => {
    if (!this.#box.matches(':focus-within'))
      clearInterval(this.#timer); // taken away: not every browser tells
    else if (this.#box.look(true)) this.#looksLeft = pause;
    else if (this.#looksLeft && !--this.#looksLeft) this.speak();
  };

  /** A box hears of a reset only from a form of its own, and its textarea may have another. */
  #onReset = (event: Event): void => {
    const box = this.#box;
    const reset = (): unknown =>
      event.target === box.form &&
      !event.defaultPrevented &&
      box.contains(box.field) &&
      box.formResetCallback();
    setTimeout(reset); // the text is reset after the event
  };

  /** Sends the text as it was counted. */
  #complete = (event: Event): void => {
    const {field, form, value, stale, newline} = this.#box;
    if (!form || event.target !== form) return;
    const {formData} = event as FormDataEvent;
    const own = this.#box.contains(field) ? field! : undefined;
    if (!own && !stale) return;
    const {name} = own ?? this.#box;
    const ours = normalizeText(own ? value : stale);
    // `set` keeps the place among other names.
    formData.getAll(name).forEach((entry, index) => {
      // Halves of surrogate pairs are mended already.
      const sent = normalizeText(`${entry}`) === ours ? normalizeText(value, newline) : (entry as string);
      formData[index ? 'append' : 'set'](name, sent);
    });
  };
}
