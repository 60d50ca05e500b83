import {parseJson} from './border.js';
import {CommentError} from './errors.js';
import {readBody} from './read-body.js';

/** Fetches JSON; every way in which that can fail is a `CommentError`. An answer without content gives `undefined`. */
export async function requestJson(fetcher: typeof fetch, url: string, init: RequestInit): Promise<unknown> {
  const ask = (): Promise<Response> => send(fetcher, url, init);
  const again = init.method ? undefined : ask;
  // Most pages never need this part. Where it does not come either, the server has a problem indeed.
  const recover = (failure?: CommentError, refusal?: Response): Promise<Response> =>
    import('./recover.js').then(
      (part) => part.recover(failure ?? refusal!, again, url, init.signal),
      () => Promise.reject(failure ?? new CommentError('server')),
    );
  const response = await ask().then(
    (answer) => (answer.ok ? answer : recover(undefined, answer)),
    (failure: CommentError) =>
      again && failure.kind === 'network' ? recover(failure) : Promise.reject(failure),
  );
  if (response.status === 204) return undefined;
  // The server said yes, but what it said is lost: for a comment on its way that means that it may have arrived.
  const broken = init.method === 'POST' ? 'unknown-outcome' : 'bad-response';
  const text = await readBody(response).catch((cause: unknown) => {
    throw new CommentError(broken, {cause});
  });
  const answer = parseJson(text);
  // A page instead of an answer is a login wall or a proxy; what was sent did not get past it.
  if (answer === undefined) throw new CommentError(/^\s*</.test(text) ? 'bad-response' : broken);
  return answer;
}

/** The answer to a request, whatever it says; no answer is a `CommentError`. */
export function send(fetcher: typeof fetch, url: string, init: RequestInit): Promise<Response> {
  const isOffline = (): boolean => globalThis.navigator?.onLine === false;
  const wasOffline = isOffline();
  return fetcher(url, init).catch((cause: unknown) => {
    // A browser tells a lost connection, DNS, CORS and a refused redirect all by the same words. What was sent before
    // the connection broke may have arrived.
    const offline = init.method === 'POST' ? wasOffline : isOffline();
    throw new CommentError(offline ? 'offline' : 'network', {cause});
  });
}
