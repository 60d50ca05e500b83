/* What sending a comment takes. Pages load this with what sends, when the box has the focus. */
import {CommentError} from './errors.js';
import {requestJson} from './request.js';
import {sameComment} from './same-comment.js';
import type {Comment, CommentDraft, CommentQuery, CommentSource} from './types.js';

export {addToThreads} from './add-to-threads.js';

/** Sends a comment by the library's own contract: `POST {src}` with an `Idempotency-Key`. */
export async function submitToRest(
  fetcher: typeof fetch,
  src: string,
  {idempotencyKey, ...draft}: CommentDraft,
  signal: AbortSignal,
): Promise<Comment> {
  const body = JSON.stringify(draft);
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'Idempotency-Key': idempotencyKey,
  };
  // A redirected POST would be repeated as a GET and look like a success. It is not followed, and is no success.
  const init: RequestInit = {method: 'POST', body, headers, signal, redirect: 'manual'};
  // It goes on when the page is left; browsers allow that for 64 kB, and a letter takes up to three bytes.
  init.keepalive = body.length < 20_000;
  const comment = await requestJson(fetcher, src, init);
  // Taken without a word about it: what was sent is what there is to show.
  const taken = {...draft, id: idempotencyKey, createdAt: new Date().toISOString()};
  return (comment === undefined ? taken : comment) as Comment;
}

/** The keys of comments that were sent before, and of which nobody knows whether they arrived. */
export const tried = new Set<string>();

/**
 * Sends a comment, and finds it where the server has it and does not say which of its comments it is. A duplicate is
 * shown; only on a second try is it the comment that was sent, on a first one somebody has said the same before.
 */
export async function submitComment(
  source: CommentSource,
  query: CommentQuery,
  draft: CommentDraft,
  signal: AbortSignal,
  show: (found: Comment) => void,
): Promise<Comment> {
  const key = draft.idempotencyKey;
  let known: Comment | undefined;
  let failure: unknown;
  try {
    known = await source.submit(draft, signal);
  } catch (error) {
    failure = error;
  }
  // Only now: a try before a reload may be told of while this one is on its way.
  const again = tried.has(key);
  tried.add(key);
  const duplicate = failure instanceof CommentError && failure.kind === 'duplicate';
  if (failure && !duplicate) throw failure;
  if (known && known.id !== key) return known;
  const found = await findSent(source, query, draft, signal);
  if (duplicate && found) show(found);
  if (duplicate && !(found && again)) throw failure;
  return (found ?? known)!;
}

/** The comment that was made of a draft, if it is among the newest. */
async function findSent(
  source: CommentSource,
  query: CommentQuery,
  {author, parentId, text}: CommentDraft,
  signal: AbortSignal,
): Promise<Comment | undefined> {
  const said = {author: {name: author.name ?? ''}, parentId, text};
  try {
    const {comments} = await source.list({...query, order: 'newest', cursor: undefined}, signal);
    return comments.find((comment) => sameComment(comment, said));
  } catch {
    return undefined; // then it stays unknown
  }
}
