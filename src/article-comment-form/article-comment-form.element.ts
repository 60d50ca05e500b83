import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
// In this order the parts of the bundle compress best.
import {commentWords} from '../locales/comment-words.js';
import {ArticleElement} from '../shared/article-element.js';
import {drawFields, sendsComment} from './drawn-form.js';
import {recall} from '../shared/storage.js';
import {controls, hidden} from '../shared/shared.styles.js';
import styles from './article-comment-form.styles.js';
import {DraftSaver} from './draft-saver.js';
import {drawFailure} from '../shared/comment-failure.js';
import {findFields, nameKey, readAsks, readDraft, type Asks, type CommentFields} from './fields.js';
import {Sender} from './sender.js';

export * from './events.js';

/**
 * Box, name and button. Text leaves the box only when the server has it; drafts survive a reload, a crash and a lost
 * connection.
 *
 * @tag article-comment-form
 * @fires {ArticleCommentSubmitEvent} article-comment-submit - A comment is about to be sent; cancelable.
 * @fires {ArticleCommentPostedEvent} article-comment-posted - The comment was taken.
 * @fires {ArticleCommentFailedEvent} article-comment-failed - The comment was not sent; its text is still in the box.
 * @slot - The page's own `<form>`, which posts natively where there is no script; without one the element draws its own.
 * @csspart base - Everything.
 * @csspart author - Who is commenting.
 * @csspart form - The drawn form.
 * @csspart field - The label and field of name and e-mail.
 * @csspart box - The drawn comment box.
 * @csspart label - The label in the drawn box.
 * @csspart textarea - The text area in the drawn box.
 * @csspart counter - The counter in the drawn box.
 * @csspart over - That counter while the text is over the limit.
 * @csspart hint - The hint in the drawn box.
 * @csspart box-error - What the drawn box says is wrong with the text.
 * @csspart submit-button - The button that sends.
 * @csspart error - Why the comment was not sent.
 * @csspart retry-button - The button that sends it again.
 * @csspart cancel-button - The button that stops waiting for an answer.
 * @csspart copy-button - The button that copies the text where no more comments are taken.
 * @csspart status - What became of the comment.
 * @cssprop [--article-error=inherit] - Colour of failures.
 * @cssprop [--article-control-background=transparent] - Ground of buttons and fields.
 * @cssprop [--article-control-border=currentColor] - Colour of the line around them.
 * @cssprop [--article-control-radius=0.25em] - How round their corners are.
 * @cssprop [--article-focus=currentColor] - Colour of the outline of what has the focus.
 */
export class ArticleCommentForm extends ArticleElement {
  static override properties = {
    userName: {attribute: 'user-name'},
    askName: {type: Boolean, attribute: 'ask-name'},
    askEmail: {type: Boolean, attribute: 'ask-email'},
    requireName: {type: Boolean, attribute: 'require-name'},
    maxlength: {type: Number},
    draftKey: {attribute: 'draft-key'},
    parentId: {attribute: 'parent-id'},
  };

  protected static override words = commentWords;

  static override styles = [hidden, controls, styles];

  /** The name of a signed-in reader, shown as it is. */
  declare userName: string | undefined;
  /** Whether guests are asked for a name. */
  declare askName: boolean;
  /** Whether guests are asked for an e-mail address. */
  declare askEmail: boolean;
  /** Whether guests must give a name. */
  declare requireName: boolean;
  /** The most characters that a comment may have, for the drawn box. */
  declare maxlength: number | undefined;
  /** What the draft belongs to; default: the article of the comments around the form, else of the page. */
  declare draftKey: string | undefined;
  /** The comment that this form answers. */
  declare parentId: string | undefined;

  #say = this.say.bind(this);
  #filled?: CommentFields['text'];
  #drafts = new DraftSaver(this, () => this.#fields && readDraft(this.#fields));
  #sender = new Sender(
    this,
    this.#drafts,
    this.#say,
    () => this.#fields,
    () => this.#putBack(),
  );

  constructor() {
    super();
    this.askName = this.askEmail = this.requireName = false;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const text = this.settled ? this.#fields?.text : undefined;
    if (!text || text === this.#filled) return;
    this.#filled = text;
    this.#putBack();
    queueMicrotask(() => this.requestUpdate()); // not within the update that found the fields
  }

  protected override render(): TemplateResult {
    const {busy, error, status, part, want} = this.#sender;
    const said = busy ? 'sending' : status;
    const typedName = this.settled && this.#fields?.name?.value.trim();
    return html`<div
      part="base"
      @submit=${this.#onSubmit}
      @focusin=${want}
      @input=${this.#drafts.typed}
      @keydown=${this.#onKeydown}
    >
      <p part="author" dir="auto">
        ${this.userName || typedName || (this.settled ? this.say('guest') : nothing)}
      </p>
      <slot @slotchange=${() => this.requestUpdate()}
        >${this.settled && !this.querySelector('form') ? drawFields(this, this.#say) : nothing}</slot
      >
      ${drawFailure({host: this, error, task: 'send', busy, say: this.#say, retry: this.#submit})}
      ${part?.draw()}
      <p part="status" role="status">${said ? this.say(said) : nothing}</p>
    </div>`;
  }

  #submit = (): void => this.#fields?.form.requestSubmit();

  #onKeydown = (event: KeyboardEvent): void => {
    if (sendsComment(event)) this.#submit();
  };

  #onSubmit = (native: SubmitEvent): void => {
    const fields = this.#fields;
    if (fields?.form === native.target && !native.defaultPrevented) this.#sender.submit(native, fields!);
  };

  /** Puts back what was typed here before, and the name that the reader gives everywhere. */
  #putBack(): void {
    const {text, name} = this.#fields!;
    const draft = this.#drafts.restore();
    if (name) name.value ||= draft?.name || recall(nameKey) || '';
    if (!draft || text.value) return;
    text.value = draft.text;
    this.#sender.status = 'draftBack';
    void this.#sender.want();
  }

  /** What the form asks guests for. */
  get asks(): Asks {
    return readAsks(this.#fields);
  }

  /** Puts the focus into the text box, as soon as it stands. */
  override async focus(options?: FocusOptions): Promise<void> {
    await this.updateComplete;
    const text = this.#fields?.text;
    if (text && 'updateComplete' in text) await text.updateComplete;
    text?.focus(options);
  }

  get #fields(): CommentFields | undefined {
    const form = this.querySelector('form') ?? this.renderRoot?.querySelector('form');
    return form ? findFields(form) : undefined;
  }
}
