import type {PropertyValues} from 'lit';
// In this order the parts of the bundle compress best.
import {followLightContent} from '../shared/light-content.js';
import {Lazy} from '../shared/lazy.js';
import {writeNumber} from '../locales/registry.js';
import {countUnits, normalizeText} from '../text/count.js';
import {SlottedField} from './slotted-field.js';
import {LimitedElement} from './limited-element.js';

const newlines = ['lf', 'crlf'];
const events = ['input', 'compositionstart', 'compositionend', 'focusin', 'change', 'invalid', 'click'];

const typingPart = new Lazy(() => import('./typing.js'));

/**
 * The counting half of the comment box. It hears of every change of the text: by typing, at the end of a composition,
 * restored with the page, or by software that fires no event (dictation writes `value`). Nothing runs without focus.
 */
export abstract class CountedElement extends LimitedElement {
  /**
   * What the live region says.
   * @internal
   */
  spoken = '';
  /**
   * Whether somebody has typed.
   * @internal
   */
  typed?: boolean;

  #seen?: string;
  #write?: (count: number) => void;
  #wasOver = false;
  #composing: HTMLTextAreaElement | null | undefined; // in which a syllable is not finished
  #late?: boolean; // an update waits for its end

  constructor() {
    super();
    this.defaultValue = '';
    for (const type of events) this.addEventListener(type, this.#onEvent, true);
    followLightContent(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pageshow', this.#onEvent);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#onEvent);
    this.#composing = undefined;
    this.publish(this.count, true);
    this.slotted?.giveBack();
    this.slotted = undefined;
  }

  // Until a unit can be counted in there is nothing to see.
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    if (this.countUnit) await this.#prepare();
    return super.getUpdateComplete();
  }

  protected override shouldUpdate(): boolean {
    return !(this.#late = this.isComposing);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.settled && this.isConnected) {
      this.#findSlotted();
      // Other units need it; and the text may have been typed before the script arrived, or restored.
      if (this.countUnit || this.value || this.matches(':focus-within')) void this.#prepare();
      const untouched = this.value === changed.get('defaultValue');
      if (untouched && !this.slotted) this.value = this.defaultValue;
      this.look();
      this.publish(this.count, true);
    }
    const limit = this.limit;
    if (Number(limit) !== this.maxlength) this.problem('maxlength', limit, 'use a whole number above 0');
    this.#check('count-unit', this.countUnit, countUnits);
    this.#check('newline', this.newline, newlines);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const {locale, count, overLimit, renderRoot} = this;
    const phrase = overLimit ? this.status : this.say('commentCount', {n: this.maxlength});
    const counter = renderRoot.querySelector('#count')!;
    this.#write = (n) => {
      if (!isNaN(n)) counter.textContent = phrase.replace('{count}', writeNumber(locale, n));
    };
    this.#write(count);
  }

  /**
   * Tells the form what is wrong with a text of so many characters, and what it is.
   * @internal
   */
  abstract publish(count?: number, text?: boolean): unknown;
  /** Notes that sending was tried. */
  protected abstract tried(): void;
  /** Why the text could not be sent when it was tried last; empty once it can. */
  protected abstract get error(): string;
  /**
   * Stands in the form for a text that nobody has asked for yet.
   * @internal
   */
  abstract stale: string;
  /**
   * The name that the drawn text area submits under.
   * @internal
   */
  abstract name: string;
  /**
   * The form that the text is sent with.
   * @internal
   */
  abstract readonly form: HTMLFormElement | null;
  /** @internal */
  abstract formResetCallback(): void;

  /**
   * Compares the text with the one seen last, unless a composition is under way: its text must be left alone. Whether
   * it is another one.
   * @internal
   */
  override look(typed = false): boolean {
    const {value} = this;
    if (value === this.#seen || this.isComposing) return false;
    this.#seen = value;
    const count = this.countIn(value); // reading a long text is most of what a key costs
    const over = count > this.maxlength;
    if (!typed) this.spoken = '';
    else if (over && !this.#wasOver) this.typing?.speak();
    // After most keys all else stays as it was, and drawing it anew would take ten times as long as the counting.
    const plain = typed && !(over || this.#wasOver || this.threshold || this.error);
    this.publish(count);
    if (plain) this.#write?.(count);
    else this.requestUpdate();
    this.#wasOver = over;
    return true;
  }

  /**
   * Whether a syllable is not finished.
   * @internal
   */
  get isComposing(): boolean {
    return !!this.#composing && this.#composing === this.field; // to look for the field at every key is dear
  }

  #findSlotted(): void {
    const [first, ...others] = this.querySelectorAll('textarea');
    if (others.length) {
      this.problem('textarea', others.length + 1, 'only the first is counted');
    }
    if (first === this.slotted?.textarea) return;
    this.slotted?.giveBack();
    this.slotted = first && new SlottedField(this, first);
  }

  #check(attribute: string, value: string | undefined, known: readonly string[]): void {
    if (value && !known.includes(value)) this.problem(attribute, value, `use ${known.join(' or ')}`);
  }

  #prepare(): Promise<void> {
    return typingPart.want(() => (this.typing ??= new typingPart.value!.Typing(this as never)));
  }

  #onEvent = (event: Event): void => {
    const {type} = event;
    // Labels click what they are for: the box itself, or the drawn text area, also while that is hidden.
    if (type === 'click') {
      const [target] = event.composedPath() as Element[];
      if (target === this || target!.id === 'field') this.focus();
      return;
    }
    if (type === 'pageshow') return void this.look();
    if (type === 'change') {
      // Until there is what mends the form's data, the text itself is mended: what is sent is what was counted.
      if (!this.typing) this.value = normalizeText(this.value);
      return;
    }
    if (type === 'invalid') this.tried();
    if (type === 'invalid' || type === 'focusin') return void this.#prepare();
    this.#composing =
      type === 'compositionstart' || (event as InputEvent).isComposing ? this.field : undefined;
    this.typed = true;
    this.look(true);
    if (this.#late) this.requestUpdate();
  };
}
