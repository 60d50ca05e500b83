import {readComment, readPage} from './border.js';
import {withDeadline} from './deadline.js';
import {CommentError} from './errors.js';
import type {CommentSource} from './types.js';

/** How long a page of comments may take, its body included, in milliseconds. */
export const loadTime = 15_000;
/** How long sending may take. */
export const sendTime = 20_000;

/** The same source with its answers checked field by field, and no waiting without end. */
export function checkedSource(source: CommentSource): CommentSource {
  return {
    async list(query, signal) {
      const page = readPage(await withDeadline(loadTime, signal, (limited) => source.list(query, limited)));
      if (!page) throw new CommentError('bad-response');
      // To check ten thousand is work enough for one task, and they have yet to be drawn.
      if (page.comments.length > 999) await new Promise((next) => setTimeout(next));
      return page;
    },
    async submit(draft, signal) {
      const answer = await withDeadline(sendTime, signal, (limited) => source.submit(draft, limited));
      const comment = readComment(answer);
      if (!comment) throw new CommentError('unknown-outcome'); // it was taken, but for what?
      return comment;
    },
  };
}
