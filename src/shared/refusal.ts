/* What a reader is told when a server refuses, or asks for a pause. Pages load this with the first such answer. */
import type {CommentError} from '../comments/errors.js';
import {commentWords} from '../locales/comment-words.js';
import {refusalWords} from '../locales/refusal-words.js';

/** Brings the words for a refusal, and counts the seconds down that the server wants to be left alone for. */
export function prepare(error: CommentError, changed: () => void): void {
  Object.assign(commentWords.en, refusalWords.en);
  Object.assign(commentWords.vi, refusalWords.vi);
  const end = Date.now() + (error.retryAfter ?? 0) * 1000;
  const tick = (): void => {
    error.left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    if (error.left) setTimeout(tick, 1000);
    changed();
  };
  tick();
}
