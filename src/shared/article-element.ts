import {LitElement, isServer, type PropertyValues} from 'lit';
import {findLocale, say, type ArticleLocale, type Values, type WordKey} from '../locales/registry.js';
import {followContext, nearestAttribute} from './context.js';
import {report, type Problem} from './error.js';

/**
 * What every widget has in common: the language around it, problems told once, and a first render that equals the
 * server's.
 *
 * @fires {ArticleErrorEvent} article-error - The element was given something it cannot use; the author's content stays.
 */
export abstract class ArticleElement extends LitElement {
  /**
   * False on the server and in the first render over server-made markup. There the page around the element is not
   * known (Lit's server renderer has no document), and hydration needs both renders to be equal.
   */
  protected settled = !isServer;

  #stopFollowing?: () => void;
  #problems: Problem[] = [];
  #told = new Set<string>();

  override connectedCallback(): void {
    const serverMade = !this.hasUpdated && this.shadowRoot !== null;
    if (serverMade) this.settled = false;
    super.connectedCallback();
    this.#stopFollowing = followContext(this);
    if (serverMade) void this.#settle();
    else if (this.hasUpdated) this.requestUpdate(); // moved: another language or zone may be in reach
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopFollowing?.();
  }

  protected override updated(_changed: PropertyValues): void {
    const told = new Set<string>();
    for (const problem of this.#problems) {
      const key = `${problem.code} ${problem.attribute} ${String(problem.value)}`;
      if (!this.#told.has(key)) report(this, problem);
      told.add(key);
    }
    this.#told = told;
    this.#problems = [];
  }

  /** The words and formats of the nearest `lang`; English where there is none. */
  protected get locale(): ArticleLocale {
    return findLocale(this.nearest('lang'));
  }

  /** A phrase in the language around the element. */
  protected say(key: WordKey, values?: Values): string {
    return say(this.locale, key, values);
  }

  /** The value of an attribute on this element or its nearest ancestor. */
  protected nearest(attribute: string): string | null {
    return this.settled ? nearestAttribute(this, attribute) : this.getAttribute(attribute);
  }

  /** Notes a problem while rendering; it is told once the update is done, and only once for the same value. */
  protected problem(problem: Problem): void {
    this.#problems.push(problem);
  }

  async #settle(): Promise<void> {
    await this.updateComplete;
    this.settled = true;
    this.requestUpdate();
  }
}
