import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {ArticleCommentForm} from '../article-comment-form/article-comment-form.js';
import type {SessionState} from '../comments/session.js';
import type {CommentAuthorFields, CommentOrder, CommentSource} from '../comments/types.js';
import type {ReplyForms} from './reply-forms.js';
// In this order the parts of the bundle compress best.
import {unusable} from './find-source.js';
import {heading} from '../shared/heading.js';
import {commentWords} from '../locales/comment-words.js';
import {CommentRows} from './comment-list.js';
import {SessionController} from './session-controller.js';
import {drawFailure} from '../shared/comment-failure.js';
import {drawForm, isEmpty} from './draw-form.js';
import {ArticleElement} from '../shared/article-element.js';
import {controls, hidden, visuallyHidden} from '../shared/shared.styles.js';
import {Lazy} from '../shared/lazy.js';
import {readCount} from '../comments/border.js';
import styles from './article-comments.styles.js';

export * from './events.js';

/* eslint-disable lit-a11y/no-redundant-role -- Safari takes the role from a list without bullets */

const replyForms = new Lazy(() => import('./reply-forms.js').then((part) => part.ReplyForms));

const inputs = ['src', 'source', 'article', 'order', 'pageSize'];

/** Whether an answer was begun on this site, perhaps on this page, and not sent. */
function hasReplyDraft(): boolean {
  try {
    return Object.keys(localStorage).some((key) => /^article-comment-draft:.*[^"]"]$/.test(key));
  } catch {
    return false;
  }
}

/**
 * The comments of an article: heading with their number, form, list. Loading waits until the reader comes near; every
 * failure has words and a retry.
 *
 * @tag article-comments
 * @fires {ArticleCommentsLoadedEvent} article-comments-loaded - A page of the list has come.
 * @fires {ArticleCommentsFailedEvent} article-comments-failed - A page of the list did not come; what is shown stays.
 * @slot - The server's own list of comments, shown until the first page has come, and kept when none comes.
 * @slot form - The page's own `<article-comment-form>`; default: one is drawn.
 * @slot empty - What stands where there are no comments yet.
 * @csspart base - Everything.
 * @csspart heading - The row of the heading.
 * @csspart form - The drawn form.
 * @csspart closed - Says that comments are closed.
 * @csspart list - The list.
 * @csspart replies - The answers to a comment.
 * @csspart comment - A comment.
 * @csspart author - Who wrote it.
 * @csspart author-link - The link to the author's own page, where there is one.
 * @csspart date - When.
 * @csspart pending - Marks a comment that waits for approval.
 * @csspart reply-to - Says which comment an answer belongs to where that does not stand above it.
 * @csspart text - What was written.
 * @csspart link - A link in what was written.
 * @csspart reply-button - The button that opens the form for an answer.
 * @csspart reply-form - The form for an answer.
 * @csspart empty - Says that there are no comments yet.
 * @csspart status - Says that comments are loading, and how many came.
 * @csspart error - Says why comments did not load.
 * @csspart retry-button - The button that loads them again.
 * @csspart more-button - The button that shows more.
 * @cssprop [--article-comments-gap=1em] - Space between heading, form and list.
 * @cssprop [--article-line=currentColor] - Colour of the lines between comments; faint by default.
 * @csspart news - The place over the list where new comments are offered.
 * @csspart new-button - The button that shows the new comments.
 * @cssprop [--article-new-color=CanvasText] - Colour of the words in that button; its ground is `--article-control-background`.
 * @cssprop [--article-error=inherit] - Colour of failures.
 * @cssprop [--article-control-background=transparent] - Ground of buttons and fields.
 * @cssprop [--article-control-border=currentColor] - Colour of the line around them.
 * @cssprop [--article-control-radius=0.25em] - How round their corners are.
 * @cssprop [--article-focus=currentColor] - Colour of the outline of what has the focus.
 */
export class ArticleComments extends ArticleElement {
  static override properties = {
    src: {},
    source: {},
    article: {},
    pageSize: {type: Number, attribute: 'page-size'},
    order: {},
    count: {converter: readCount},
    headingLevel: {type: Number, attribute: 'heading-level'},
    maxlength: {type: Number},
    closed: {type: Boolean, reflect: true},
    userName: {attribute: 'user-name'},
    loading: {},
    refresh: {type: Number},
    state: {reflect: true},
  };

  protected static override words = commentWords;

  static override styles = [hidden, visuallyHidden, controls, styles];

  /** The address of the comments. */
  declare src: string | undefined;
  /** What kind of address `src` is: `rest` (default) or a name given to `registerCommentSource`; or a source itself. */
  declare source: CommentSource | string | undefined;
  /** The article's id. Default: the path of the page's canonical address, else its own. */
  declare article: string | undefined;
  /** How many comments to ask the source for at a time, 1 to 100; default 20. */
  declare pageSize: number;
  /** Which comments come first: `newest` (default) or `oldest`. */
  declare order: CommentOrder;
  /** How many comments there are, as far as the server that made the page knows. */
  declare count: number | undefined;
  /** The level of the heading, 1 to 6; default 2. */
  declare headingLevel: number;
  /** The most characters that a comment may have, for the drawn forms. */
  declare maxlength: number | undefined;
  /** Whether no more comments are taken. */
  declare closed: boolean;
  /** The name of a signed-in reader, for the drawn forms. */
  declare userName: string | undefined;
  /** `lazy` (default) waits until the reader comes near, `eager` does not. */
  declare loading: 'lazy' | 'eager';
  /** How often to look for new comments, in seconds, 10 or more; default: never. They are offered, not shown. */
  declare refresh: number | undefined;
  /**
   * What the comments are doing: `idle`, `loading`, `ready`, `empty`, `error` or `closed`. Read only. With the attribute
   * `closed` it says `loading` and `error` all the same: the list can be retried.
   */
  declare state: SessionState | 'closed';

  #comments = new SessionController(this);
  #announcement = '';
  #replies?: ReplyForms;
  #rows = new CommentRows();

  constructor() {
    super();
    this.pageSize = 20;
    this.order = 'newest';
    this.headingLevel = 2;
    this.closed = false;
    this.loading = 'lazy';
    this.state = 'idle';
  }

  protected override willUpdate(changed: PropertyValues): void {
    const given = inputs.some((name) => changed.has(name));
    if (this.settled && (given || !this.#comments.session)) this.#comments.begin();
    else if (changed.has('loading') || changed.has('refresh')) this.#comments.look();
    const {state = 'idle', error} = this.#comments.session ?? {};
    const quiet = state !== 'loading' && state !== 'error';
    this.state = error?.kind === 'closed' || (this.closed && quiet) ? 'closed' : state;
  }

  protected override render(): TemplateResult {
    const {session} = this.#comments;
    const {busy = false, loaded = false, threads = [], error} = session ?? {};
    const failure = error?.kind === 'closed' ? undefined : error;
    const closed = this.#isClosed;
    const text = busy ? this.say('loading') : this.#announcement;
    return html`<section
      part="base"
      aria-labelledby="heading"
      @article-comment-submit=${this.#comments.submit}
    >
      <div part="heading" id="heading" tabindex="-1">
        ${heading(readCount(this.headingLevel) || 2, this.#headingText)}
      </div>
      <div ?hidden=${closed && isEmpty(this.#form)}>
        <slot name="form" @slotchange=${this.#update}
          >${this.settled && !this.querySelector(':scope > [slot="form"]') ? drawForm(this, {part: 'form', asks: this.asks}) : nothing}</slot
        >
      </div>
      <div role="status"><p part="closed" ?hidden=${!closed}>${this.say('error-closed')}</p></div>
      <div aria-busy=${busy}>
        <ol part="list" role="list" ?hidden=${!threads.length}></ol>
        <slot ?hidden=${loaded || session?.listed.size}></slot>
        <slot name="empty" ?hidden=${this.state !== 'empty'}
          ><p part="empty">${this.say('noComments')}</p></slot
        >
      </div>
      ${drawFailure({host: this, error: failure, task: 'load', busy, say: this.#say, retry: this.#proceed})}
      <p part="status" role="status" class=${busy ? nothing : 'visually-hidden'}>${text}</p>
      <button
        part="more-button"
        type="button"
        ?hidden=${!session?.hasMore}
        aria-disabled=${busy}
        @click=${this.#proceed}
      >
        ${this.say('more')}
      </button>
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const list = this.renderRoot.querySelector<HTMLElement>('[part="list"]')!;
    const closed = this.#isClosed;
    const [replies, answer, say, update] = [this.#replies, this.#answer, this.#say, this.#update];
    this.#rows.show(list, this.#comments.session, {closed, replies, answer, say, update});
    if ((changed.has('state') || changed.has('closed')) && (closed || hasReplyDraft())) this.#answer();
  }

  /** What the source must know of guests. */
  get asks(): CommentAuthorFields | undefined {
    return this.#comments.source?.asks;
  }

  get #isClosed(): boolean {
    return this.closed || this.state === 'closed';
  }

  get #headingText(): string {
    const {total = readCount(this.count), added = 0} = this.#comments.session ?? {};
    return total === undefined ? this.say('comments') : this.say('commentsCount', {n: total + added});
  }

  /** The form that is not under a comment. */
  get #form(): ArticleCommentForm | null {
    return this.querySelector('article-comment-form') ?? this.renderRoot?.querySelector('[part="form"]');
  }

  #say = this.say.bind(this);
  #update = (): void => this.requestUpdate();
  #answer = (event?: Event): void => {
    const pressed = event?.target as Element | undefined;
    const id = pressed?.closest('[part="reply-button"]')?.parentElement!.id.slice(8);
    if (event && !id) return;
    const open = (): void => {
      this.#replies ??= new replyForms.value!(this);
      if (id) void this.#replies.toggle(id);
    };
    if (this.#replies) open();
    else void replyForms.want(open);
  };

  /** The first page, the next one, or either again; the focus goes to what is new, unless it has left the button. */
  #proceed = async ({currentTarget: button}: Event): Promise<void> => {
    if (this.#comments.source === unusable) this.#comments.begin();
    const {session} = this.#comments;
    if (!session || session.busy) return;
    const size = session.loaded ? session.listed.size : 0;
    this.#rows.fresh = undefined as Element | undefined;
    if (!(await session.proceed())) return;
    if (!session.error) this.#announcement = this.say('moreLoaded', {n: session.listed.size - size});
    this.requestUpdate();
    await this.updateComplete;
    if (session.error && !(button as HTMLElement).hidden) return;
    const {activeElement} = this.renderRoot as ShadowRoot;
    if (document.activeElement !== document.body && activeElement !== button) return;
    const first = this.#rows.fresh?.firstElementChild ?? this.renderRoot.querySelector('#heading');
    (first as HTMLElement).focus();
  };

  /** Loads the comments again, as after a login. What is shown stays until they have come. */
  reload(): void {
    this.#comments.begin();
    void this.#comments.session?.proceed();
  }
}
