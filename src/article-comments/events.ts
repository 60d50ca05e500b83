import type {CommentError} from '../comments/errors.js';
import type {Comment, CommentPage} from '../comments/types.js';

const options = {bubbles: true, composed: true};

/** Fired when a page of the list has come. */
export class ArticleCommentsLoadedEvent extends Event {
  /** The comments of the page. */
  declare readonly comments: Comment[];
  /** How many comments the article has, where the source knows. */
  declare readonly total: number | undefined;
  /** How many items of the page were left out, because they could not be used or came twice. */
  declare readonly skipped: number;

  constructor(page: CommentPage) {
    super('article-comments-loaded', options);
    Object.assign(this, {skipped: 0}, page);
  }
}

/** Fired when a page of the list did not come. What is shown stays. */
export class ArticleCommentsFailedEvent extends Event {
  /** What went wrong; its `kind` says it in one word. */
  readonly error: CommentError;

  constructor(error: CommentError) {
    super('article-comments-failed', options);
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'article-comments-loaded': ArticleCommentsLoadedEvent;
    'article-comments-failed': ArticleCommentsFailedEvent;
  }
}
