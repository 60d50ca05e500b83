import {sendTime} from '../comments/checked-source.js';
import {withDeadline} from '../comments/deadline.js';
import {CommentError} from '../comments/errors.js';
import type {Values, WordKey} from '../locales/registry.js';
import type {ArticleCommentForm} from './article-comment-form.element.js';
import type {DraftSaver} from './draft-saver.js';
import {ArticleCommentFailedEvent} from './failed-event.js';
import type {CommentFields} from './fields.js';
import type {Sending} from './sending.js';

/** Has the comment in a form sent, by a part that is loaded for it or else by the browser, and knows what becomes of it. */
export class Sender {
  /** What sends, once it has come. */
  part?: Sending;
  /** Whether the comment is on its way. */
  busy = false;
  /** Why it was not sent. */
  error?: CommentError;
  /** What became of it. */
  status?: WordKey;

  #loading?: Promise<void>;
  #letsPass = false;

  constructor(
    readonly host: ArticleCommentForm,
    readonly drafts: DraftSaver,
    readonly say: (key: WordKey, values?: Values) => string,
    readonly fields: () => CommentFields | undefined,
    readonly putBack: () => void,
  ) {}

  /** Whether the comment is on its way, or the server wants to be left alone. */
  get isHeld(): boolean {
    return this.busy || Boolean(this.error?.left);
  }

  /** Tells what became of the comment. */
  show(state: Partial<Pick<Sender, 'busy' | 'error' | 'status'>>): void {
    Object.assign(this, state);
    this.host.requestUpdate();
  }

  /** Tells that it was not sent, to the page as it is and to the reader. */
  fail(error: CommentError, told = error): void {
    this.show({busy: false, error: told, status: undefined});
    this.host.dispatchEvent(new ArticleCommentFailedEvent(error));
  }

  /** Loads the part that sends. Never throws. */
  want = (): Promise<void> =>
    (this.#loading ??= import('./sending.js').then(
      ({Sending}) => {
        this.part = new Sending(this);
        this.show({});
      },
      () => {
        this.#loading = undefined;
      },
    ));

  /** Sends what stands in the form, or lets the browser do it. */
  submit(native: SubmitEvent, fields: CommentFields): void {
    if (this.#letsPass) return;
    if (this.isHeld || !this.part?.submit(native, fields)) native.preventDefault();
    if (!this.isHeld && !this.part) void this.#hold(native, fields);
  }

  /** Waits for the part, and then goes on. */
  async #hold(native: SubmitEvent, fields: CommentFields): Promise<void> {
    const {form} = fields;
    this.show({busy: true});
    await withDeadline(sendTime, undefined, this.want).catch(() => {});
    this.show({busy: false});
    const {onLine} = navigator;
    this.#letsPass = !this.part && onLine && form.hasAttribute('action');
    if (this.part && !form.isConnected)
      this.part.submit(native, fields); // off the page by now, where forms do nothing
    else if (this.part || this.#letsPass) form.requestSubmit(native.submitter);
    else this.fail(new CommentError(onLine ? 'network' : 'offline'));
    this.#letsPass = false;
  }
}
