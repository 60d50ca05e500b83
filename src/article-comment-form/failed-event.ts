import type {CommentError} from '../comments/errors.js';

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
    'article-comment-failed': ArticleCommentFailedEvent;
  }
}
