/** Comments without a page: the types, the sources, the border checks and the drafts. Runs in Node as well. */
export * from './types.js';
export {readComment, readPage} from './border.js';
export {fetchCommentCounts, type CommentCountOptions} from './counts.js';
export {checkedSource} from './checked-source.js';
export {CommentDraftKeeper, type DraftPlace, type DraftStorage, type DraftText} from './drafts.js';
export {
  CommentError,
  type CommentErrorDetails,
  type CommentErrorKind,
  type CommentFieldError,
} from './errors.js';
export {
  createCommentSource,
  registerCommentSource,
  type CommentSourceFactory,
  type CommentSourceOptions,
} from './registry.js';
export {restSource, type RestOptions} from './rest-source.js';
export {buildThreads, type Reply, type Thread} from './threads.js';
export {wordpressSource, type WordPressOptions} from './wordpress/wordpress-source.js';
