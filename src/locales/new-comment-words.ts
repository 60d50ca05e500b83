/* The words for comments that come while a page is read. Pages load them with what looks for such comments. */
import {plural} from './en.js';

/** English is the source of the keys. */
export const newCommentWords = {
  en: {newComments: plural('{n} new comment~')},
  vi: {newComments: '{n} ý kiến mới'},
};
