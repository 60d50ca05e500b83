import {checkedSource} from './checked-source.js';
import {requestJson} from './request.js';
import type {Comment, CommentPage, CommentSource} from './types.js';

/** What `restSource` takes beside the address. */
export interface RestOptions {
  /** Instead of the global `fetch`. */
  fetch?: typeof fetch;
}

/** The library's own contract: `GET {src}?article=…` for a page, `POST {src}` with an `Idempotency-Key` to send. */
export function restSource(src: string, options: RestOptions = {}): CommentSource {
  const send: typeof fetch = (...request) => (options.fetch ?? fetch)(...request);
  const accept = {Accept: 'application/json'};
  return checkedSource({
    async list({article, order, limit, cursor}, signal) {
      const query = new URLSearchParams({article, order, limit: String(limit), ...(cursor && {cursor})});
      const url = `${src}${src.includes('?') ? '&' : '?'}${query}`;
      const page = await requestJson(send, url, {headers: accept, signal});
      return (page === undefined ? {comments: []} : page) as CommentPage;
    },
    async submit({idempotencyKey, ...draft}, signal) {
      const body = JSON.stringify(draft);
      const headers = {...accept, 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey};
      // A redirected POST would be repeated as a GET and look like a success.
      const init: RequestInit = {method: 'POST', body, headers, signal, redirect: 'error'};
      // It goes on when the page is left; browsers allow that for 64 kB, and a letter takes up to three bytes.
      init.keepalive = body.length < 20_000;
      const comment = await requestJson(send, src, init);
      // Taken without a word about it: what was sent is what there is to show.
      const taken = {...draft, id: idempotencyKey, createdAt: new Date().toISOString()};
      return (comment === undefined ? taken : comment) as Comment;
    },
  });
}
