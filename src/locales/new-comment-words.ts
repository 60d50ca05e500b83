/* The words for comments that come while a page is read. Pages load them with what looks for such comments. */

/** English is the source of the keys. */
export const newCommentWords = {
  en: {newComments: {one: '{n} new comment', other: '{n} new comments'}},
  vi: {newComments: '{n} ý kiến mới'},
};
