import {waitUntil as wait} from '@open-wc/testing';

/**
 * Waits until something is true, nine seconds at most: beside other work a part on demand may take that long to come,
 * and no test should fail for it.
 */
export const waitUntil: typeof wait = (condition, message, options) =>
  wait(condition, message, {timeout: 9000, ...options});
