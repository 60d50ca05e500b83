import {waitUntil as wait} from '@open-wc/testing';

/**
 * Waits until something is true, half a minute at most: beside other browsers a part on demand may take long to come,
 * and no test should fail for it. Whoever makes timers short leaves this one as it is.
 */
export const waitUntil: typeof wait = (condition, message, options) =>
  wait(condition, message, {timeout: 30_000, ...options});
