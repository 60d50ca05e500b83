import {countCharacters} from 'article-widgets/text.js';

/** What the server accepts at most. Lengths are in code points unless the name says otherwise. */
export const limits = {
  article: 200,
  text: 500,
  name: 80,
  email: 254,
  idempotencyKey: 255,
  pageSize: 100,
  counts: 100,
};

/** How large a body may be: a letter takes up to 27 bytes, as a syllable of three parts in a form. */
export const bodyBytes = (maxlength) => Math.max(64 * 1024, 16 * 1024 + 32 * maxlength);

/** The unit in which `text` is counted, as problem documents name it. */
export const countUnit = 'code-point';

// The box in the page and the server count with the same code, so they never disagree.
export {countCharacters};
