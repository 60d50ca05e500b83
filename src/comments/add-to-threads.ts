import type {Reply, Thread} from './threads.js';
import type {Comment, CommentOrder} from './types.js';

/**
 * Puts one more comment, of which no other is an answer, where `buildThreads` would have it, and gives its thread. A
 * thread that gets an answer is made anew, so that whoever shows it can tell.
 */
export function addToThreads(threads: Thread[], comment: Comment, order: CommentOrder): Thread {
  const {parentId} = comment;
  const isParent = (one: Thread | Reply): boolean => one.comment.id === parentId;
  const index = parentId
    ? threads.findIndex((thread) => isParent(thread) || thread.replies.some(isParent))
    : -1;
  const first = threads[index];
  if (first) {
    const to = first.replies.find(isParent)?.comment;
    return (threads[index] = {...first, replies: [...first.replies, {comment, to}]});
  }
  const thread = {comment, replies: []};
  threads[order === 'newest' ? 'unshift' : 'push'](thread);
  return thread;
}
