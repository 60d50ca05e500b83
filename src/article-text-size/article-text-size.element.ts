import {html, nothing, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {nearestElement} from '../shared/nearest.js';
import {controls, visuallyHidden} from '../shared/shared.styles.js';
import {recall, remember} from '../shared/storage.js';
import {fitText, preparePlaces, scaleText} from './scale-text.js';
import styles from './article-text-size.styles.js';

const defaultScales = [0.875, 1, 1.125, 1.25, 1.5, 1.75, 2];

// Toggles on the page, so that several stay in step; storage events tell only other tabs.
const toggles = new Set<ArticleTextSize>();
// What tells that another tab may have chosen, which it says to no page that waits in the back/forward cache; and that
// a table may fit no longer.
const signs = ['storage', 'pageshow', 'resize'];
// What is remembered while storage is not to be had.
const memory = new Map<string, string | null>();

/** Fired when the text was set to another size. */
export class ArticleTextSizeChangeEvent extends Event {
  /** The new scale; 1 is the page's own size. */
  readonly scale: number;

  constructor(scale: number) {
    super('article-text-size-change', {bubbles: true, composed: true});
    this.scale = scale;
  }
}

/**
 * The `A A` toggle: two buttons that make the story's text smaller or larger, remembered for the whole site.
 *
 * @tag article-text-size
 * @fires {ArticleTextSizeChangeEvent} article-text-size-change - The text was set to another size.
 * @csspart base - The group of buttons.
 * @csspart button - Each button.
 * @csspart smaller - The button that makes text smaller.
 * @csspart reset - The button between them that a `resettable` toggle has.
 * @csspart larger - The button that makes text larger.
 * @cssprop [--article-control-background=transparent] - Background of the buttons, here and in every other widget.
 * @cssprop [--article-control-border=currentColor] - Colour of their border.
 * @cssprop [--article-control-radius=0.25em] - Radius of their corners.
 * @cssprop [--article-focus=currentColor] - Colour of the ring around what has the focus.
 * @cssprop --article-text-scale - Set on the target while its text is scaled, for the page to read: the ratio.
 */
export class ArticleTextSize extends ArticleElement {
  static override properties = {
    for: {},
    scales: {},
    storageKey: {attribute: 'storage-key'},
    resettable: {type: Boolean},
    scale: {attribute: false, noAccessor: true},
  };

  static override styles = [controls, visuallyHidden, styles];

  /** The id of the element whose text is scaled. Default: the nearest `article`, then `main`, then the document. */
  declare for: string | undefined;
  /** The steps, as ratios parted by spaces; default `0.875 1 1.125 1.25 1.5 1.75 2`. */
  declare scales: string | undefined;
  /** The key under which the size is remembered; default `article-text-size`. */
  declare storageKey: string;
  /** Shows a third button between the two, which goes back to the page's own size. */
  declare resettable: boolean;

  #scale = 1;
  #target?: HTMLElement;
  #announced = '';

  constructor() {
    super();
    this.storageKey = 'article-text-size';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    toggles.add(this);
    for (const type of signs) addEventListener(type, this.#follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    toggles.delete(this);
    for (const type of signs) removeEventListener(type, this.#follow);
    this.#target = undefined; // the size stays: moving the toggle must not change the text
  }

  protected override willUpdate(): void {
    if (!this.settled || !this.isConnected) return;
    const target = this.#findTarget();
    if (target === this.#target) return;
    if (this.#target) scaleText(this.#target, 1); // `for` names another now
    this.#target = target;
    this.#scale = this.#remembered();
    scaleText(target, this.#scale);
    preparePlaces();
  }

  protected override render(): TemplateResult {
    const steps = this.#steps();
    const at = this.#scale;
    return html`<div part="base" role="group" aria-label=${this.say('textSize')}>
        ${this.#button('smaller', this.say('textSmaller'), at <= steps[0]!, this.decrease)}
        ${this.resettable ? this.#button('reset', this.say('textReset'), at === 1, this.reset) : nothing}
        ${this.#button('larger', this.say('textLarger'), at >= steps.at(-1)!, this.increase)}
      </div>
      <span class="visually-hidden" role="status">${this.#announced}</span>`;
  }

  #button(part: string, name: string, atEnd: boolean, press: () => void): TemplateResult {
    return html`<button
      type="button"
      part="button ${part}"
      aria-label=${name}
      aria-disabled=${atEnd}
      @click=${press}
    >
      A
    </button>`;
  }

  #follow = (): void => {
    const scale = this.#remembered();
    if (scale !== this.#scale) this.#show(scale);
    else if (this.#target) fitText(this.#target, scale);
  };

  /** The scale in use: 1 is the page's own size. Set to a number, it takes the nearest step. */
  get scale(): number {
    return this.#scale;
  }

  set scale(value: number) {
    this.#change(value);
  }

  /** Takes the next larger step, if there is one. */
  increase(): void {
    this.#change(this.#steps().find((step) => step > this.#scale));
  }

  /** Takes the next smaller step, if there is one. */
  decrease(): void {
    this.#change(this.#steps().findLast((step) => step < this.#scale));
  }

  /** Goes back to the page's own size and forgets the choice. */
  reset(): void {
    this.#change(1);
  }

  #change(wanted = NaN): void {
    const distance = (step: number) => Math.abs(step - wanted);
    const scale = this.#steps().reduce(
      (best, step) => (distance(step) < distance(best) ? step : best),
      this.#scale,
    );
    if (scale === this.#scale) return;
    const kept = scale === 1 ? null : String(scale);
    if (remember(this.storageKey, kept)) memory.delete(this.storageKey);
    else memory.set(this.storageKey, kept);
    for (const toggle of toggles) if (toggle.storageKey === this.storageKey) toggle.#show(scale);
    if (!this.isConnected) this.#show(scale);
    this.#announced = `${Math.round(scale * 100)} %`;
    const event = new ArticleTextSizeChangeEvent(scale);
    this.dispatchEvent(event);
  }

  #show(scale: number): void {
    this.#scale = scale;
    if (this.#target) scaleText(this.#target, scale);
    this.requestUpdate();
  }

  #remembered(): number {
    const value = Number(memory.get(this.storageKey) ?? recall(this.storageKey) ?? 1);
    if (this.#steps().includes(value)) return value;
    remember(this.storageKey, null); // text-size-restore.js would show it for a moment on every page
    return 1;
  }

  #steps(): number[] {
    const given = this.scales?.trim();
    if (!given) return defaultScales;
    const steps = given.split(/\s+/).map(Number);
    if (steps.every((step) => step >= 0.5 && step <= 4))
      return [...new Set([...steps, 1])].sort((a, b) => a - b);
    const message = 'not ratios between 0.5 and 4';
    this.problem('scales', given, message);
    return defaultScales;
  }

  #findTarget(): HTMLElement {
    const root = this.getRootNode() as Document | ShadowRoot;
    const named = this.for ? root.getElementById(this.for) : null;
    if (this.for && !named) {
      const message = 'no element has this id';
      this.problem('for', this.for, message);
    }
    const target =
      named ?? nearestElement(this, 'article') ?? document.querySelector('main') ?? document.body;
    return target as HTMLElement;
  }
}

declare global {
  interface HTMLElementEventMap {
    'article-text-size-change': ArticleTextSizeChangeEvent;
  }
}
