/* Finds a comment that a server has without saying which it is. Pages load this when that happens. */
import type {CommentError} from './errors.js';
import {sameComment} from './same-comment.js';
import type {Comment, CommentDraft, CommentQuery, CommentSource} from './types.js';

/** The comment that was made of a draft, if it is among the newest; else what was known of it before. */
export async function findSent<T extends Comment | CommentError>(
  source: CommentSource,
  query: CommentQuery,
  {author, parentId, text}: Omit<CommentDraft, 'article'>,
  known: T,
  signal: AbortSignal,
): Promise<Comment | T> {
  const said = {author: {name: author.name ?? ''}, parentId, text};
  try {
    const {comments} = await source.list({...query, order: 'newest', cursor: undefined}, signal);
    return comments.find((comment) => sameComment(comment, said)) ?? known;
  } catch {
    return known;
  }
}
