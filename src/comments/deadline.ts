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
  const {signal: limited} = controller;
  const timer = setTimeout(() => controller.abort(new CommentError('timeout')), milliseconds);
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => controller.abort(signal!.reason);
    limited.onabort = () => reject(limited.reason);
    signal?.addEventListener('abort', stop, {signal: limited});
    if (signal?.aborted) return stop();
    new Promise<T>((begin) => begin(task(limited))).then(resolve, (error) => reject(toCommentError(error)));
  }).finally(() => {
    clearTimeout(timer);
    controller.abort(); // takes the listener off the outer signal
  });
}
