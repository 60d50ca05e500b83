import {CommentError} from '../comments/errors.js';
import {createCommentSource, type CommentSourceOptions} from '../comments/registry.js';
import type {CommentSource} from '../comments/types.js';

const refuse = (): Promise<never> => Promise.reject(new CommentError('bad-response'));

/** Stands in for a source that cannot be made: the reader is told, and the retry finds it once it was registered. */
export const unusable: CommentSource = {list: refuse, submit: refuse};

/** The source that an element's `src` and `source` ask for; none where only the page's own list is to be shown. */
export function findSource(
  src = '',
  source: CommentSource | string | undefined,
  report: (name: string, message: string) => void,
  options?: CommentSourceOptions,
): CommentSource | undefined {
  if (source && typeof source === 'object') return source;
  const name = source || 'rest';
  if (!src && (name === 'rest' || name === 'wordpress')) return undefined;
  let message = 'not registered';
  try {
    new URL(src, location.href); // here, where it can be reported: some kinds look at it when they are loaded
    const made = createCommentSource(name, src, options);
    if (made) return made;
  } catch (error) {
    message = String(error);
  }
  report(name, message);
  return unusable;
}
