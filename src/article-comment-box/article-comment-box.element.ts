import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {controls, hidden, visuallyHidden} from '../shared/shared.styles.js';
import styles from './article-comment-box.styles.js';
import {FormTextElement} from './form-text-element.js';
import type {SlottedField} from './slotted-field.js';

const defaultRows = 4;

/**
 * A text box with a counter, `0 / 500 ký tự`. Going over the limit is flagged, never cut; typing by Telex, VNI or any
 * other composition is never disturbed. It counts the page's own `<textarea>`, which stays the form control with the
 * name, label and placeholder that the page gave it, or draws its own and takes part in the form itself.
 *
 * @tag article-comment-box
 * @slot - The page's own `<textarea>`; without one the box draws its own.
 * @slot label - The label of the drawn text area, in place of the `label` attribute.
 * @slot hint - A hint below the text area; it also describes it to screen readers.
 * @csspart base - Everything.
 * @csspart label - The label.
 * @csspart textarea - The text area that the box draws.
 * @csspart error - Why the text cannot be sent, once sending was tried.
 * @csspart hint - The hint.
 * @csspart counter - The counter, `0 / 500 ký tự`.
 * @csspart over - The counter while the text is over the limit, `Vượt 12 ký tự`.
 * @cssprop [--article-comment-box-max-block-size=24rem] - How high the box grows with its text.
 * @cssprop [--article-error=inherit] - Colour of errors and of the counter over the limit.
 */
export class ArticleCommentBox extends FormTextElement {
  static override properties = {
    ...FormTextElement.properties,
    label: {},
    placeholder: {},
    rows: {type: Number},
    threshold: {type: Number},
  };

  static override styles = [hidden, visuallyHidden, controls, styles];

  /** The label. Default: a word of the language; empty: none is drawn. A textarea of the page's that has a name keeps it. */
  declare label: string | undefined;
  /** The placeholder of the drawn text area. */
  declare placeholder: string | undefined;
  /** The least height of the drawn text area, in lines; default 4. */
  declare rows: number | undefined;
  /** The counter is unseen and silent until this many percent of the limit are used; default 0. */
  declare threshold: number | undefined;

  #wasOver = false;
  #spoken = '';

  protected override render(): TemplateResult {
    const {settled, slotted, overLimit} = this;
    return html`<div part="base">
      <label part="label" for="field" ?hidden=${!this.#drawsLabel}
        ><slot name="label" @slotchange=${this.#onSlotChange}
          >${this.label ?? this.say('commentLabel')}</slot
        ></label
      >
      <slot @slotchange=${this.#onSlotChange}></slot>
      <textarea
        id="field"
        part="textarea"
        ?hidden=${!settled || slotted}
        aria-label=${this.#unseenLabel ?? nothing}
        aria-describedby="hint limit error"
        aria-invalid=${this.#invalid ? 'true' : nothing}
        placeholder=${this.placeholder ?? nothing}
        rows=${this.#rows}
        ?required=${this.required}
        ?disabled=${this.disabled || this.barred}
        ?readonly=${this.readonly}
      ></textarea>
      <div part="error" id="error">${this.error}</div>
      <div class="foot">
        <div part="hint" id="hint"><slot name="hint" @slotchange=${this.#onSlotChange}></slot></div>
        <div
          part=${overLimit ? 'counter over' : 'counter'}
          class=${this.#quiet ? 'quiet' : nothing}
          aria-hidden="true"
        >
          ${overLimit ? this.#status : this.say('commentCount', {count: this.count, n: this.maxlength})}
        </div>
      </div>
      <span id="limit" hidden>${this.#limitSentence}</span>
      <div class="visually-hidden" aria-live="polite">${this.#spoken}</div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const {slotted} = this;
    if (slotted) this.#dress(slotted);
    const base = this.renderRoot.firstElementChild as HTMLElement;
    base.style.setProperty('--_rows', String(slotted ? slotted.textarea.rows : this.#rows));
  }

  protected override textChanged(aloud: boolean): void {
    this.publish();
    if (this.watch.composing) return;
    const crossed = this.overLimit && !this.#wasOver;
    this.#wasOver = this.overLimit;
    if (!aloud) this.#spoken = '';
    else if (crossed) this.typingPaused();
    this.requestUpdate();
  }

  protected override typingPaused(): void {
    this.#spoken = this.#quiet ? '' : this.#status;
    this.requestUpdate();
  }

  protected override fieldChanged(): void {
    this.#wasOver = this.overLimit;
    this.#spoken = '';
    this.publish();
  }

  /** Gives the page's own text area what the drawn one has in the template. */
  #dress(slotted: SlottedField): void {
    const wish = (name: string, wanted: boolean, value = ''): void =>
      wanted ? slotted.lend(name, value) : slotted.takeBack(name);
    wish('disabled', this.disabled);
    wish('readonly', this.readonly);
    wish('required', this.required);
    wish('aria-invalid', this.#invalid, 'true');
    wish('aria-label', Boolean(this.label) && !slotted.named, this.label);
    const hint = this.querySelector('[slot=hint]')?.textContent?.trim();
    const sentences = [hint, this.#limitSentence, this.error].filter(Boolean).join('. ');
    slotted.describe(sentences.replace(/([.!?])\. /g, '$1 '));
  }

  get #invalid(): boolean {
    return this.overLimit || this.error !== '';
  }

  get #status(): string {
    const {remaining} = this;
    return remaining < 0 ? this.say('commentOver', {n: -remaining}) : this.say('commentLeft', {n: remaining});
  }

  get #limitSentence(): string {
    return this.say('commentLimit', {n: this.maxlength});
  }

  get #quiet(): boolean {
    return !this.settled || this.count * 100 < (this.threshold ?? 0) * this.maxlength;
  }

  get #rows(): number {
    return Number(this.rows) > 0 ? Number(this.rows) : defaultRows;
  }

  // Before it has settled, the box cannot know whether the page brought a text area with a label of its own. Without
  // script only that one can be sent, so the server draws none.
  get #drawsLabel(): boolean {
    const {settled, slotted, label} = this;
    if (!settled) return false;
    if (this.querySelector('[slot=label]')) return true;
    if (slotted) return Boolean(label) && !slotted.named;
    return label !== '' && (Boolean(label) || !this.labels.length);
  }

  /** The name of the drawn text area where no label is drawn: that of the page's `<label for>`, which cannot reach in. */
  get #unseenLabel(): string | undefined {
    if (!this.settled || this.#drawsLabel) return undefined;
    const labels = [...this.labels].map((label) => label.textContent?.trim());
    return labels.join(' ') || this.say('commentLabel');
  }

  #onSlotChange = (): void => this.requestUpdate();
}
