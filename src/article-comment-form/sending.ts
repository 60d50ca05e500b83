/* What a form needs to send a comment. Pages load it when the box gets the focus, at the latest when it is sent. */
import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {readComment} from '../comments/border.js';
import {sendTime} from '../comments/checked-source.js';
import {withDeadline} from '../comments/deadline.js';
import type {CommentDraftKeeper, DraftText} from '../comments/drafts.js';
import {CommentError, toCommentError, type CommentErrorKind} from '../comments/errors.js';
import type {hintAt} from '../comments/recover.js';
import type {Comment} from '../comments/types.js';
import {commentWords} from '../locales/comment-words.js';
import {sendingWords} from '../locales/sending-words.js';
import {mayRetry} from '../shared/comment-failure.js';
import {nearestElement} from '../shared/nearest.js';
import {report, subjectOf} from '../shared/error.js';
import {onDemand} from '../shared/on-demand.js';
import {recall, remember} from '../shared/storage.js';
import {ArticleCommentPostedEvent, ArticleCommentSubmitEvent} from './events.js';
import {findFault, markBusy, markFaults, takeLimit} from './faults.js';
import {nameKey, readDraft, type CommentFields} from './fields.js';
import {forgetOldDrafts} from './forget-old-drafts.js';
import type {Sender} from './sender.js';

// The key that was sent last, perhaps before a reload: what the server has already is that comment then.
const lastKey = 'article-comment-key';

// It may have arrived: a lost answer looks the same as a lost question.
const unclear: CommentErrorKind[] = ['timeout', 'network', 'unknown-outcome'];

/** Sends what stands in a form, and sees to what is only there once somebody writes. */
export class Sending implements ReactiveController {
  readonly #form: Sender;
  #stop?: AbortController;
  #keeper?: CommentDraftKeeper;
  #comments?: (ReactiveControllerHost & {src?: string}) | null;
  #hintAt?: typeof hintAt;
  #tried?: Set<string>;

  constructor(form: Sender) {
    Object.assign(commentWords.en, sendingWords.en);
    Object.assign(commentWords.vi, sendingWords.vi);
    forgetOldDrafts();
    const last = recall(lastKey);
    // A press needs the first, and should wait for nothing but its answer; a refusal the second, when it may be too late.
    onDemand(import('../comments/submit.js'), ({tried}) => {
      this.#tried = tried;
      if (last) tried.add(last); // pressed before this has come, the form could not say so
    });
    onDemand(import('../comments/recover.js'), (part) => (this.#hintAt = part.hintAt));
    this.#form = form;
    form.host.addController(this);
    form.host.addEventListener('input', this.#onInput);
  }

  hostConnected(): void {
    this.#comments = nearestElement(this.#form.host, 'article-comments') as ReactiveControllerHost | null;
    this.#comments?.addController(this.#follower);
    this.#follow();
  }

  hostDisconnected(): void {
    this.#comments?.removeController(this.#follower);
  }

  /** A button that goes away would take the focus with it. */
  hostUpdate(): void {
    const {host, error} = this.#form;
    const focused = host.shadowRoot!.activeElement?.part.value;
    const stay: Record<string, unknown> = {
      'retry-button': mayRetry(error, 'send'),
      'cancel-button': this.#stop,
      'copy-button': this.#copies,
    };
    if (focused && focused in stay && !stay[focused]) this.#form.fields()?.text.focus();
  }

  hostUpdated(): void {
    this.#follow();
    const fields = this.#form.fields();
    if (fields) markBusy(fields, this.#form.isHeld);
  }

  /** The buttons that only a comment on its way has, or one that cannot be sent. */
  draw(): TemplateResult {
    const {say} = this.#form;
    return html`<button part="cancel-button" type="button" ?hidden=${!this.#stop} @click=${this.#cancel}>
        ${say('cancel')}
      </button>
      <button part="copy-button" type="button" ?hidden=${!this.#copies} @click=${this.#copy}>
        ${say('copyText')}
      </button>`;
  }

  /** Offers the comment to whoever sends it. True when nobody does and the browser is to post the form. */
  submit(native: Event, fields: CommentFields): boolean {
    const {host, drafts, say} = this.#form;
    const fault = findFault(fields, say);
    if (fault) {
      this.#form.show({error: fault, status: undefined});
      markFaults(fields, fault, say).focus();
      return false;
    }
    const {keeper} = drafts;
    const draft = readDraft(fields);
    const idempotencyKey = keeper.keyFor(draft);
    const stop = new AbortController();
    const event = new ArticleCommentSubmitEvent({
      text: draft.text,
      author: {
        name: host.userName || draft.name || undefined,
        email: fields.email?.value.trim() || undefined,
      },
      parentId: host.parentId || undefined,
      idempotencyKey,
      signal: stop.signal,
    });
    host.dispatchEvent(event);
    const answer = event.answer ?? (event.defaultPrevented ? undefined : event.fallback?.());
    if (answer) {
      if (recall(lastKey) === idempotencyKey) this.#tried?.add(idempotencyKey);
      remember(lastKey, idempotencyKey);
      void this.#deliver(answer, draft, keeper, stop);
    }
    if (answer || event.defaultPrevented) return false;
    if (fields.form.hasAttribute('action')) {
      this.#post(native, fields, keeper);
      return true;
    }
    const message = 'nobody sends it: put it into <article-comments>, or give its form an action';
    report(host, 'unanswered-comment', subjectOf('action', ''), message);
    this.#form.fail(new CommentError('server'));
    return false;
  }

  async #deliver(
    answer: Promise<Comment>,
    draft: DraftText,
    keeper: CommentDraftKeeper,
    stop: AbortController,
  ): Promise<void> {
    const form = this.#form;
    // Out of the back/forward cache, where the answer may have been lost.
    const back = ({persisted}: PageTransitionEvent): void => {
      if (persisted) this.#cancel();
    };
    this.#stop = stop;
    form.show({busy: true});
    addEventListener('pageshow', back);
    try {
      const comment = readComment(await withDeadline(sendTime, stop.signal, () => answer));
      if (!comment) throw new CommentError('unknown-outcome');
      this.#finish(comment, draft, keeper);
      form.host.dispatchEvent(new ArticleCommentPostedEvent(comment));
    } catch (error) {
      stop.abort();
      this.#stop = undefined;
      const failure = toCommentError(error);
      this.#hintAt?.(String(this.#comments?.src), failure);
      const fields = form.fields();
      if (fields) markFaults(fields, failure, form.say);
      if (fields && failure.kind === 'too-long') takeLimit(fields, failure);
      form.fail(failure, unclear.includes(failure.kind) ? new CommentError('unknown-outcome') : failure);
    } finally {
      removeEventListener('pageshow', back);
    }
  }

  #finish(comment: Comment, draft: DraftText, keeper: CommentDraftKeeper): void {
    const {drafts} = this.#form;
    this.#stop = undefined;
    this.#form.show({
      busy: false,
      error: undefined,
      status: comment.status === 'pending' ? 'held' : 'sent',
    });
    keeper.clear();
    remember(lastKey, null);
    if (draft.name !== undefined) remember(nameKey, draft.name || null);
    if (keeper !== drafts.keeper) return; // the form stands at another article now
    const fields = this.#form.fields();
    // What was typed while it was on its way is the next draft.
    if (fields && readDraft(fields).text === draft.text) fields.text.value = '';
    drafts.save();
  }

  /** The browser posts it, and nobody here learns what comes of it: the draft stays until another page has come. */
  #post(native: Event, fields: CommentFields, keeper: CommentDraftKeeper): void {
    const form = this.#form;
    keeper.post(readDraft(fields));
    form.show({busy: true, error: undefined}); // a second click sends nothing
    const release = (): void => {
      removeEventListener('pageshow', release);
      clearTimeout(timer);
      keeper.post(readDraft(fields), false); // still here, or here again
      form.show({busy: false});
    };
    const timer = setTimeout(release, sendTime);
    addEventListener('pageshow', release);
    setTimeout(() => native.defaultPrevented && release()); // by a listener further up
  }

  get #copies(): boolean {
    const {busy, error} = this.#form;
    return !busy && error?.kind === 'closed';
  }

  #onInput = (event: Event): void => {
    const {busy, status, fields} = this.#form;
    const named = event.composedPath()[0] === fields()?.name;
    if (!busy && (status || named)) this.#form.show({status: undefined});
  };

  // Nobody knows how far it has come.
  #cancel = (): void => this.#stop?.abort(new CommentError('unknown-outcome'));

  #copy = async (): Promise<void> => {
    const {text} = this.#form.fields()!;
    try {
      await navigator.clipboard.writeText(text.value);
      this.#form.show({status: 'copied'});
    } catch {
      // Then by hand: where pages have no https, or the reader does not allow it.
      ('field' in text ? text.field : text)?.select();
    }
  };

  /** What was typed stays with the article that it was typed for; the new one has a draft of its own. */
  #follow(): void {
    const form = this.#form;
    const left = this.#keeper;
    if (left === (this.#keeper = form.drafts.keeper)) return;
    const fields = left && form.fields();
    if (!fields) return;
    form.drafts.rest();
    left.save(readDraft(fields));
    fields.text.value = '';
    form.show({status: undefined, error: form.isHeld ? form.error : undefined});
    form.putBack();
  }

  readonly #follower = {hostUpdated: (): void => this.#follow()};
}
