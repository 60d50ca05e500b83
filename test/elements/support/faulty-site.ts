import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import '../../../src/article-comments/article-comments.js';
import type {ArticleCommentForm} from '../../../src/article-comment-form/article-comment-form.js';
import type {ArticleComments} from '../../../src/article-comments/article-comments.js';
import {waitUntil} from './wait-until.js';

/** What the server of `test/support/faults.js` remembers. */
export interface Stats {
  stored: {key: string; text: string}[];
  requests: {method: string; key?: string; text: string}[];
  other: string;
}

let sites = 0;

/** A comments server for one test, which fails as it is told to. */
export class FaultySite {
  readonly #base = `/faults/${Date.now()}-${++sites}`;

  /** The address of its comments. */
  get src(): string {
    return `${this.#base}/comments`;
  }

  /** The address of the same comments at another origin. */
  async foreignSrc(): Promise<string> {
    return (await this.stats()).other + this.src;
  }

  /** How lists and posts fail from now on; `times` is after how many of them all is well again. */
  async set(faults: {load?: string; post?: string; times?: number; cors?: boolean}): Promise<void> {
    await fetch(`${this.#base}/set`, {method: 'POST', body: JSON.stringify(faults)});
  }

  async stats(): Promise<Stats> {
    return (await fetch(`${this.#base}/stats`)).json() as Promise<Stats>;
  }
}

const words = (root: Element, part: string) =>
  root.shadowRoot!.querySelector(`[part='${part}']`)!.textContent!.replace(/\s+/g, ' ').trim();

/** The comments of a page as its reader meets them. */
export class ReaderOfComments {
  readonly element: ArticleComments;

  static async open(src: string, article: string): Promise<ReaderOfComments> {
    const element = await fixture<ArticleComments>(html`
      <article-comments lang="vi" src=${src} article=${article} loading="eager"></article-comments>
    `);
    const reader = new ReaderOfComments(element);
    await reader.form.updateComplete;
    await reader.box.updateComplete;
    return reader;
  }

  constructor(element: ArticleComments) {
    this.element = element;
  }

  get form(): ArticleCommentForm {
    return this.element.shadowRoot!.querySelector('article-comment-form')!;
  }

  get box() {
    return this.form.shadowRoot!.querySelector('article-comment-box')!;
  }

  /** What the list says went wrong. */
  get listError(): string {
    return words(this.element, 'error');
  }

  /** What the form says went wrong. */
  get formError(): string {
    return words(this.form, 'error');
  }

  get status(): string {
    return words(this.form, 'status');
  }

  get texts(): string[] {
    const all = this.element.shadowRoot!.querySelectorAll("[part='text']");
    return Array.from(all, ({textContent}) => textContent!.trim());
  }

  get listRetry(): HTMLButtonElement {
    return this.element.shadowRoot!.querySelector("section > [part='retry-button']")!;
  }

  get formRetry(): HTMLButtonElement {
    return this.form.shadowRoot!.querySelector("[part='retry-button']")!;
  }

  async hasLoaded(): Promise<void> {
    await waitUntil(() => !['idle', 'loading'].includes(this.element.state), 'it settles');
    await this.element.updateComplete;
    if (this.element.state === 'error') await waitUntil(() => this.listError, 'there are words');
  }

  /** Types as a reader does. */
  type(text: string): void {
    this.box.value = text;
    this.box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  }

  /** Sends what must arrive; where it does not, the failure says what the form said, and after how long. */
  async posts(button?: HTMLElement): Promise<void> {
    const start = performance.now();
    const end = await this.send(button);
    const after = `after ${Math.round(performance.now() - start)} ms: ${this.formError}`;
    expect(end, after).to.equal('posted');
  }

  /** Presses a button that sends, and waits until the form has said what became of it. */
  async send(button?: HTMLElement): Promise<'posted' | 'failed'> {
    const end = Promise.race([
      oneEvent(this.form, 'article-comment-posted'),
      oneEvent(this.form, 'article-comment-failed'),
    ]);
    (button ?? this.form.shadowRoot!.querySelector<HTMLElement>("[part='submit-button']")!).click();
    // A test that just took too long would not say where.
    const {type} = await Promise.race([end, this.#stuck()]);
    await waitUntil(() => this.formError || this.status, 'there are words');
    return type.replace('article-comment-', '') as 'posted' | 'failed';
  }

  async #stuck(): Promise<never> {
    await aTimeout(30_000);
    const {ariaDisabled} = this.formRetry;
    throw new Error(
      `nothing came of it: ${this.status}, ${this.formError}, ${ariaDisabled}, ${document.visibilityState}`,
    );
  }
}
