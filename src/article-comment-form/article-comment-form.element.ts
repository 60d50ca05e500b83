import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {readComment} from '../comments/border.js';
import {sendTime} from '../comments/checked-source.js';
import {withDeadline} from '../comments/deadline.js';
import type {CommentDraftKeeper, DraftText} from '../comments/drafts.js';
import {CommentError, toCommentError} from '../comments/errors.js';
import type {Comment} from '../comments/types.js';
import {commentWords} from '../locales/comment-words.js';
import type {WordKey} from '../locales/registry.js';
import {ArticleElement} from '../shared/article-element.js';
import {drawFailure} from '../shared/comment-failure.js';
import {controls, hidden} from '../shared/shared.styles.js';
import {recall, remember} from '../shared/storage.js';
import styles from './article-comment-form.styles.js';
import {DraftSaver} from './draft-saver.js';
import {ArticleCommentFailedEvent, ArticleCommentPostedEvent, ArticleCommentSubmitEvent} from './events.js';
import {drawFields, sendsComment} from './drawn-form.js';
import {
  findFault,
  findFields,
  markBusy,
  readAsks,
  readDraft,
  takeLimit,
  type Asks,
  type CommentFields,
} from './fields.js';

export * from './events.js';

const nameKey = 'article-comment-name';

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
 * @csspart submit-button - The button that sends.
 * @csspart error - Why the comment was not sent.
 * @csspart retry-button - The button that sends it again.
 * @csspart status - What became of the comment.
 * @cssprop [--article-error=inherit] - Colour of failures.
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

  #busy = false;
  #error?: CommentError;
  #status?: WordKey;
  #filled?: CommentFields['text'];
  #drafts = new DraftSaver(this, () => this.#fields && readDraft(this.#fields));

  constructor() {
    super();
    this.askName = this.askEmail = this.requireName = false;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const fields = this.settled ? this.#fields : undefined;
    if (fields) markBusy(fields, this.#isBusy);
    if (!fields || fields.text === this.#filled) return;
    this.#filled = fields.text;
    this.#putBack(fields);
  }

  protected override render(): TemplateResult {
    const [error, busy, settled] = [this.#error, this.#busy, this.settled];
    const status = busy ? 'sending' : this.#status;
    const typedName = settled && this.#fields?.name?.value.trim();
    return html`<div
      part="base"
      @submit=${this.#onSubmit}
      @input=${this.#onInput}
      @keydown=${this.#onKeydown}
    >
      <p part="author" dir="auto">${this.userName || typedName || (settled ? this.say('guest') : nothing)}</p>
      <slot @slotchange=${() => this.requestUpdate()}
        >${settled && !this.querySelector('form') ? drawFields(this, this.#say) : nothing}</slot
      >
      ${drawFailure({host: this, error, task: 'send', busy, say: this.#say, retry: this.#submit})}
      <p part="status" role="status">${status ? this.say(status) : nothing}</p>
    </div>`;
  }

  #say = this.say.bind(this);
  #submit = (): void => this.#fields?.form.requestSubmit();

  #onInput = (event: Event): void => {
    this.#drafts.typed();
    if (this.#busy || (!this.#status && event.target !== this.#fields?.name)) return;
    this.#status = undefined;
    this.requestUpdate();
  };

  #onKeydown = (event: KeyboardEvent): void => {
    if (sendsComment(event)) this.#submit();
  };

  #onSubmit = (native: Event): void => {
    const fields = this.#fields;
    if (native.defaultPrevented || native.target !== fields?.form) return;
    const fault = this.#isBusy ? undefined : findFault(fields, this.#say);
    if (fault) this.#fail(fault);
    if (fault || this.#isBusy || !this.#offer(fields)) native.preventDefault();
  };

  /** Offers the comment to whoever sends it; true when nobody does and the browser is to post the form. */
  #offer(fields: CommentFields): boolean {
    const draft = readDraft(fields);
    const {keeper} = this.#drafts;
    const event = new ArticleCommentSubmitEvent({
      text: draft.text,
      author: {
        name: this.userName || draft.name || undefined,
        email: fields.email?.value.trim() || undefined,
      },
      parentId: this.parentId || undefined,
      idempotencyKey: keeper.keyFor(draft),
      signal: new AbortController().signal,
    });
    this.dispatchEvent(event);
    const answer = event.answer ?? (event.defaultPrevented ? undefined : event.fallback?.());
    if (answer) void this.#deliver(answer, draft, keeper);
    if (answer || event.defaultPrevented) return false;
    if (!fields.form.hasAttribute('action')) {
      this.#reportUnanswered();
      return false;
    }
    this.#drafts.forget(keeper); // from here on the browser keeps the text
    return true;
  }

  async #deliver(answer: Promise<Comment>, draft: DraftText, keeper: CommentDraftKeeper): Promise<void> {
    this.#setBusy(true);
    let event: Event;
    try {
      const comment = readComment(await withDeadline(sendTime, undefined, () => answer));
      if (!comment) throw new CommentError('unknown-outcome');
      this.#finish(comment, draft, keeper);
      event = new ArticleCommentPostedEvent(comment);
    } catch (error) {
      const failure = toCommentError(error);
      this.#fail(failure);
      event = new ArticleCommentFailedEvent(failure);
    }
    this.dispatchEvent(event);
  }

  #finish(comment: Comment, draft: DraftText, keeper: CommentDraftKeeper): void {
    const fields = this.#fields;
    if (this.shadowRoot?.activeElement?.part.contains('retry-button')) fields?.text.focus(); // it goes away now
    this.#setBusy(false);
    this.#error = undefined;
    this.#status = comment.status === 'pending' ? 'held' : 'sent';
    this.#drafts.forget(keeper);
    if (draft.name !== undefined) remember(nameKey, draft.name || null);
    // What was typed while it was on its way is the next draft.
    if (fields && readDraft(fields).text === draft.text) fields.text.value = '';
    else this.#drafts.save();
  }

  #fail(error: CommentError): void {
    this.#setBusy(false);
    this.#error = error;
    this.#status = undefined;
    if (error.kind === 'too-long' && this.#fields) takeLimit(this.#fields, error);
  }

  #setBusy(busy: boolean): void {
    this.#busy = busy;
    this.requestUpdate();
  }

  /** Whether a comment is on its way, or the server wants to be left alone. */
  get #isBusy(): boolean {
    return this.#busy || Boolean(this.#error?.left);
  }

  #reportUnanswered(): void {
    const message = 'nobody sends it: put it into <article-comments>, or give its form an action';
    this.problem('action', '', message, 'unanswered-comment');
    this.#fail(new CommentError('server'));
  }

  /** Puts back what was typed here before, and the name that the reader gives everywhere. */
  #putBack({text, name}: CommentFields): void {
    const draft = this.#drafts.keeper.restore();
    if (name) name.value ||= draft?.name || recall(nameKey) || '';
    if (draft && !text.value) {
      text.value = draft.text;
      this.#status = 'draftBack';
    }
    queueMicrotask(() => this.requestUpdate()); // not within the update that found the fields
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
