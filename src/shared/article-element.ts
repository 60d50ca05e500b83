import {LitElement, isServer, type PropertyValues} from 'lit';
import {
  findLocale,
  say,
  type ArticleLocale,
  type Values,
  type WordKey,
  type Words,
} from '../locales/registry.js';
import {hydrates} from './hydrates.js';
import {followContext} from './context.js';
import {nearestAttribute} from './nearest.js';
import {report, subjectOf} from './error.js';

/**
 * What every widget has in common: the language around it, problems told once, and a first render that equals the
 * server's.
 *
 * @fires {ArticleErrorEvent} article-error - The element was given something it cannot use; the author's content stays.
 */
export abstract class ArticleElement extends LitElement {
  /** Words of the element's own for the built-in languages, beside those that every page loads. */
  protected static words: Partial<Record<string, Words>> = {};

  /**
   * False on the server and in the first render over server-made markup. There the page around the element is not
   * known (Lit's server renderer has no document), and hydration needs both renders to be equal.
   */
  protected settled = !isServer;

  /** Whether a server draws the shadow root, or drew it: then Lit takes its nodes over. */
  protected serverMade = isServer;

  #stopFollowing?: () => void;
  #problems?: Map<string, () => void>;
  #told?: Map<string, () => void>;

  override connectedCallback(): void {
    const isMoved = this.hasUpdated;
    if (hydrates && !isMoved && this.shadowRoot) {
      this.serverMade = true;
      this.settled = false;
      void this.updateComplete.then(() => {
        this.settled = true;
        this.requestUpdate();
      });
    }
    super.connectedCallback();
    this.#stopFollowing = followContext(this);
    if (isMoved) this.requestUpdate(); // another language or zone may be in reach
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopFollowing?.();
  }

  protected override updated(_changed: PropertyValues): void {
    this.#problems?.forEach((tell, problem) => this.#told?.has(problem) || tell());
    this.#told = this.#problems;
    this.#problems = undefined;
  }

  /** The words and formats of the nearest `lang`; English where there is none. */
  protected get locale(): ArticleLocale {
    return findLocale(this.nearest('lang'));
  }

  /** A phrase in the language around the element. */
  protected say(key: WordKey, values?: Values): string {
    return say(this.locale, key, values, (this.constructor as typeof ArticleElement).words);
  }

  /** The value of an attribute on this element or its nearest ancestor. */
  protected nearest(attribute: string): string | null {
    return this.settled ? nearestAttribute(this, attribute) : this.getAttribute(attribute);
  }

  /**
   * Notes a problem with an attribute or property while rendering. It is told once the update is done, and only once
   * for the same value; `message` is one English sentence for the developer of the page.
   */
  protected problem(attribute: string, value: unknown, message: string, code = `invalid-${attribute}`): void {
    const subject = subjectOf(attribute, value);
    this.#problems ??= new Map();
    this.#problems.set(code + subject, () => report(this, code, subject, message));
  }
}
