import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {ArticleCommentForm, ArticleCommentPostedEvent, ArticleCommentSubmitEvent} from '../article-comment-form/article-comment-form.element.js';
import {readCount} from '../comments/border.js';
import {checkedSource} from '../comments/checked-source.js';
import {CommentError} from '../comments/errors.js';
import {createCommentSource} from '../comments/registry.js';
import {CommentSession, type SessionState} from '../comments/session.js';
import type {Comment, CommentOrder, CommentSource} from '../comments/types.js';
import {ArticleElement} from '../shared/article-element.js';
import {canRetry, failureWords} from '../shared/comment-failure.js';
import {heading} from '../shared/heading.js';
import {pageArticle} from '../shared/page-article.js';
import {controls, hidden, visuallyHidden} from '../shared/shared.styles.js';
import styles from './article-comments.styles.js';
import {renderThreads} from './comment-list.js';

const nearEnough = '800px 0px'; // about a screen ahead of the reader
const inputs = ['src', 'source', 'article', 'order', 'pageSize'];

/**
 * The comments of an article: heading with their number, form, list. Loading waits until the reader comes near; every
 * failure has words and a retry.
 *
 * @tag article-comments
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
 * @csspart date - When.
 * @csspart pending - Marks a comment that waits for approval.
 * @csspart reply-to - Says which comment an answer to an answer belongs to.
 * @csspart text - What was written.
 * @csspart reply-button - The button that opens the form for an answer.
 * @csspart reply-form - The form for an answer.
 * @csspart empty - Says that there are no comments yet.
 * @csspart status - Says that comments are loading, and how many came.
 * @csspart error - Says why comments did not load.
 * @csspart retry-button - The button that loads them again.
 * @csspart more-button - The button that shows more.
 * @cssprop [--article-comments-gap=1em] - Space between heading, form and list.
 * @cssprop [--article-line=currentColor] - Colour of the lines between comments; faint by default.
 * @cssprop [--article-error=inherit] - Colour of failures.
 */
export class ArticleComments extends ArticleElement {
  static override properties = {
    src: {},
    source: {},
    article: {},
    pageSize: {type: Number, attribute: 'page-size'},
    order: {},
    count: {type: Number},
    headingLevel: {type: Number, attribute: 'heading-level'},
    maxlength: {type: Number},
    closed: {type: Boolean, reflect: true},
    userName: {attribute: 'user-name'},
    loading: {},
    state: {reflect: true},
  };

  static override styles = [hidden, visuallyHidden, controls, styles];

  /** The address of the comments. */
  declare src: string | undefined;
  /** What kind of address `src` is: `rest` (default) or a name given to `registerCommentSource`; or a source itself. */
  declare source: CommentSource | string | undefined;
  /** The article's id. Default: the path of the page's canonical address, else its own. */
  declare article: string | undefined;
  /** How many comments to load at a time, 1 to 100; default 20. */
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
  /** What the comments are doing: `idle`, `loading`, `ready`, `empty`, `error` or `closed`. Read only. */
  declare state: SessionState | 'closed';

  #session?: CommentSession;
  #sends = false;
  #observer?: IntersectionObserver;
  #announcement = '';
  #replyingTo?: string;
  #opened = new Set<string>(); // closing a reply form must not lose what stands in it

  constructor() {
    super();
    this.pageSize = 20;
    this.order = 'newest';
    this.headingLevel = 2;
    this.closed = false;
    this.loading = 'lazy';
    this.state = 'idle';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#await();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.settled && (!this.#session || inputs.some((name) => changed.has(name)))) this.#begin();
    else if (changed.has('loading')) this.#await();
    const {state = 'idle', error} = this.#session ?? {};
    const closed = this.closed || error?.kind === 'closed';
    this.state = closed && state !== 'loading' && (this.closed ? state !== 'error' : true) ? 'closed' : state;
  }
}
