import type {Comment, CommentOrder} from './types.js';

/** A comment with everything said under it, two levels deep in all. */
export interface Thread {
  comment: Comment;
  replies: Reply[];
}

/** An answer; `to` names the one it answers where that is not the thread's first comment. */
export interface Reply {
  comment: Comment;
  to?: Comment;
}

/**
 * Sorts comments into threads. Answers to answers stand beside them; a comment whose parent is not here, or that
 * leads back to itself, starts a thread of its own. Threads keep the order given; answers are oldest first. Each id is
 * to come once, as sources are held to.
 */
export function buildThreads(comments: readonly Comment[], order: CommentOrder): Thread[] {
  // Where nobody answers there is nothing to look for, and a list of ten thousand has no time to look.
  if (!comments.some(({parentId}) => parentId)) return comments.map((comment) => ({comment, replies: []}));
  const items = new Map<string | undefined, Thread>();
  for (const comment of comments) items.set(comment.id, {comment, replies: []});
  const firsts = new Map<Thread, Thread>();
  const firstOf = (item: Thread): Thread => {
    const path = new Set<Thread>();
    let first = item;
    for (
      let next: Thread | undefined = item;
      next && !path.has(next);
      next = items.get(next.comment.parentId)
    ) {
      path.add(next);
      first = firsts.get(next) ?? next;
      if (firsts.has(next)) break;
    }
    for (const step of path) firsts.set(step, first);
    return first;
  };

  const threads: Thread[] = [];
  const answers: Thread[] = [];
  for (const item of items.values())
    (item.comment.parentId && firstOf(item) !== item ? answers : threads).push(item);
  for (const item of order === 'newest' ? answers.reverse() : answers) {
    const {comment} = item;
    const first = firstOf(item);
    const parent = items.get(comment.parentId)!;
    first.replies.push({comment, to: parent === first ? undefined : parent.comment});
  }
  return threads;
}
