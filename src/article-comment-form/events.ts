import type {CommentError} from '../comments/errors.js';
import type {Comment, CommentDraft} from '../comments/types.js';

/**
 * Fired before a comment is sent. A listener sends it itself by `respondWith`; `preventDefault` alone means that the
 * page does all the rest. Unanswered, a form with an `action` posts natively.
 */
export class ArticleCommentSubmitEvent extends Event {
  /** What was written. */
  declare readonly text: string;
  /** Who wrote it, as far as the form asks. */
  declare readonly author: CommentDraft['author'];
  /** The comment that is answered. */
  declare readonly parentId: string | undefined;
  /** The same for every try to send this draft. */
  declare readonly idempotencyKey: string;
  /** Aborts when the reader no longer wants to wait. What was sent may have arrived all the same. */
  declare readonly signal: AbortSignal;
  /** What the first listener that sends it answered. */
  answer?: Promise<Comment>;
  /**
   * Sends the comment when no listener does, however far up the page it listens.
   *
   * @internal
   */
  fallback?: () => Promise<Comment>;

  constructor(draft: Omit<CommentDraft, 'article'> & {signal: AbortSignal}) {
    super('article-comment-submit', {bubbles: true, composed: true, cancelable: true});
    Object.assign(this, draft);
  }

  /** Sends the comment in place of the form: the text leaves the box when the promise resolves to a comment. */
  respondWith(answer: Promise<Comment>): void {
    this.answer ??= Promise.resolve(answer); // nothing at all is an answer too, though none that can be read
    this.preventDefault();
  }
}

/** Fired when a comment was taken. */
export class ArticleCommentPostedEvent extends Event {
  /** The comment as the server keeps it; `pending` while it waits for approval. */
  readonly comment: Comment;

  constructor(comment: Comment) {
    super('article-comment-posted', {bubbles: true, composed: true});
    this.comment = comment;
  }
}

/** Fired when a comment was not sent, or nobody knows whether it was. Its text is still in the box. */
export class ArticleCommentFailedEvent extends Event {
  /** What went wrong; its `kind` says it in one word. */
  readonly error: CommentError;

  constructor(error: CommentError) {
    super('article-comment-failed', {bubbles: true, composed: true});
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'article-comment-submit': ArticleCommentSubmitEvent;
    'article-comment-posted': ArticleCommentPostedEvent;
    'article-comment-failed': ArticleCommentFailedEvent;
  }
}
