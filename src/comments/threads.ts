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
 * leads back to itself, starts a thread of its own. Threads keep the order given; answers are oldest first.
 */
export function buildThreads(comments: readonly Comment[], order: CommentOrder): Thread[] {
  const byId = new Map<string, Comment>();
  for (const comment of comments) byId.set(comment.id, comment);
  const firsts = new Map<Comment, Comment>();
  const firstOf = (comment: Comment): Comment => {
    const path = new Set<Comment>();
    let first = comment;
    for (let next: Comment | undefined = comment; next && !path.has(next); next = byId.get(next.parentId!)) {
      path.add(next);
      first = firsts.get(next) ?? next;
      if (firsts.has(next)) break;
    }
    for (const step of path) firsts.set(step, first);
    return first;
  };

  const threads = new Map<string, Thread>();
  const answers: Comment[] = [];
  for (const comment of comments) {
    if (comment.parentId && firstOf(comment) !== comment) answers.push(comment);
    else threads.set(comment.id, {comment, replies: []});
  }
  for (const comment of order === 'newest' ? answers.reverse() : answers) {
    const {replies, comment: first} = threads.get(firstOf(comment).id)!;
    const parent = byId.get(comment.parentId!);
    replies.push({comment, to: parent === first ? undefined : parent});
  }
  return [...threads.values()];
}
