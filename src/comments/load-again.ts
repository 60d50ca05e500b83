/* Most failures pass by themselves within seconds. Pages load this with the first one. */
import {toCommentError} from './errors.js';

const pauses = [500, 1500];

/** Asks again, twice at most, where that can help; a list may be asked for as often as one likes, unlike sending. */
export async function loadAgain<T>(ask: () => Promise<T>, failure: unknown, signal: AbortSignal): Promise<T> {
  let reason = failure;
  for (const pause of pauses) {
    const {kind, retryAfter} = toCommentError(reason);
    const passing = kind === 'server' || kind === 'network';
    if (!passing || retryAfter || signal.aborted) break; // who says how long to wait wants to be left alone
    // Not all readers at the same moment: they all met the failure together.
    await new Promise((waited) => setTimeout(waited, pause * (1 + Math.random())));
    try {
      return await ask();
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}
