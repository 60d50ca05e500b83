import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import type {SlottedField} from './slotted-field.js';
// In this order the parts of the bundle compress best.
import {commentWords} from '../locales/comment-words.js';
import {FormTextElement} from './form-text-element.js';
import {controls, hidden, visuallyHidden} from '../shared/shared.styles.js';
import styles from './article-comment-box.styles.js';

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
 * @cssprop [--article-control-background=transparent] - Ground of buttons and fields.
 * @cssprop [--article-control-border=currentColor] - Colour of the line around them.
 * @cssprop [--article-control-radius=0.25em] - How round their corners are.
 * @cssprop [--article-focus=currentColor] - Colour of the outline of what has the focus.
 */
export class ArticleCommentBox extends FormTextElement {
  static override properties: PropertyDeclarations = {
    label: {},
    placeholder: {},
    rows: {type: Number},
  };

  protected static override words = commentWords;

  static override styles = [hidden, visuallyHidden, controls, styles];

  /** The label. Default: a word of the language; empty: none is drawn. Where the page has one of its own, that is kept. */
  declare label: string | undefined;
  /** The placeholder of the drawn text area. */
  declare placeholder: string | undefined;
  /** The least height of the drawn text area, in lines; default 4. */
  declare rows: number | undefined;

  protected override render(): TemplateResult {
    const {slotted, overLimit, maxlength: n} = this;
    const labelled = this.#drawsLabel;
    return html`<div part="base">
      <label part="label" for="field" ?hidden=${!labelled}
        ><slot name="label">${this.label ?? this.say('commentLabel')}</slot></label
      >
      <div part="error" id="error">${this.error}</div>
      <slot></slot>
      <textarea
        id="field"
        part="textarea"
        ?hidden=${!this.settled || slotted}
        aria-label=${labelled || !this.settled ? nothing : this.#pageLabel || this.say('commentLabel')}
        aria-describedby="hint limit error"
        aria-invalid=${this.#invalid ? 'true' : nothing}
        placeholder=${this.placeholder ?? nothing}
        rows=${this.rows || 4}
        ?required=${this.required}
        ?disabled=${this.disabled || this.barred}
        ?readonly=${this.readonly}
        .value=${slotted ? this.defaultValue : this.value}
      ></textarea>
      <div class="foot">
        <div part="hint" id="hint"><slot name="hint"></slot></div>
        <div
          id="count"
          part=${overLimit ? 'counter over' : 'counter'}
          class=${this.quiet ? 'quiet' : nothing}
          aria-hidden="true"
        ></div>
      </div>
      <span id="limit" hidden>${this.say('commentLimit', {n})}</span>
      <div class="visually-hidden" aria-live="polite">${this.spoken}</div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const {field} = this;
    if (field) {
      // No unit of CSS means the padding and border of another element.
      const edges = getComputedStyle(field);
      const least = `calc(${field.rows}lh + ${edges.paddingTop} + ${edges.paddingBottom} + ${edges.borderTopWidth} + ${edges.borderBottomWidth})`;
      (this.renderRoot.firstElementChild as HTMLElement).style.setProperty('--_least', least);
    }
    if (this.slotted) this.#dress(this.slotted);
  }

  /** Gives the page's own text area what the drawn one has in the template. */
  #dress(slotted: SlottedField): void {
    slotted.lend('maxlength', null); // the browser would cut the text without a word
    this.lendStates();
    slotted.lend('aria-invalid', this.#invalid && 'true');
    const label = this.#drawsLabel ? (this.#slottedLabel?.textContent ?? this.label) : this.#pageLabel;
    slotted.lend('aria-label', (!slotted.named && label) || false);
    const hint = this.querySelector('[slot=hint]')?.textContent;
    const limit = this.say('commentLimit', {n: this.maxlength});
    slotted.describe([hint, this.error, limit].filter(Boolean).join(' '));
  }

  get #invalid(): boolean {
    return this.overLimit || this.error !== '';
  }

  /** What the labels of the page say; a `<label for>` cannot reach the drawn text area. */
  get #pageLabel(): string {
    return [...this.labels]
      .map((label) => label.textContent!.replace(this.textContent!, ''))
      .join(' ')
      .trim();
  }

  get #slottedLabel(): Element | null {
    return this.querySelector('[slot=label]');
  }

  // Before it has settled, the box cannot know whether the page brought a text area with a label of its own. Without
  // script only that one can be sent, so the server draws none.
  get #drawsLabel(): boolean {
    const {slotted, label} = this;
    if (!this.settled) return false;
    if (this.#slottedLabel) return true;
    return !this.#pageLabel && !slotted?.named && Boolean(label ?? !slotted);
  }
}
