import {checkedSource} from './checked-source.js';
import {requestJson} from './request.js';
import type {CommentPage, CommentSource} from './types.js';

/** What `restSource` takes beside the address. */
export interface RestOptions {
  /** Instead of the global `fetch`. */
  fetch?: typeof fetch;
}

/** The library's own contract: `GET {src}?article=…` for a page, `POST {src}` with an `Idempotency-Key` to send. */
export function restSource(src: string, options: RestOptions = {}): CommentSource {
  const send: typeof fetch = (...request) => (options.fetch ?? fetch)(...request);
  return checkedSource({
    async list({article, order, limit, cursor}, signal) {
      const query = new URLSearchParams({article, order, limit: String(limit), ...(cursor && {cursor})});
      const url = `${src}${src.includes('?') ? '&' : '?'}${query}`;
      const page = await requestJson(send, url, {headers: {Accept: 'application/json'}, signal});
      return (page === undefined ? {comments: []} : page) as CommentPage;
    },
    submit: async (draft, signal) => (await import('./submit.js')).submitToRest(send, src, draft, signal),
  });
}
