import {CommentError, toCommentError} from './errors.js';

/**
 * Runs a task that ends when the time is over or the signal says so, even if the task listens to neither.
 * Whatever fails, fails as a `CommentError`; only an abort keeps its own reason.
 */
export function withDeadline<T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  task: (signal: AbortSignal) => T | PromiseLike<T>,
): Promise<T> {
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const stop = (reason: unknown): void => {
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = (): void => stop(signal?.reason);
    const timer = setTimeout(() => stop(new CommentError('timeout')), milliseconds);
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    controller.signal.addEventListener('abort', settle);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) onAbort();
    else {
      new Promise<T>((begin) => begin(task(controller.signal)))
        .finally(settle)
        .then(resolve, (error) => reject(toCommentError(error)));
    }
  });
}
