import {fieldsOf, parseJson, readCount, readFieldErrors, readText} from './border.js';
import {CommentError, type CommentErrorKind} from './errors.js';

const mostBytes = 2_000_000;

const kinds: Record<number, CommentErrorKind> = {
  401: 'login',
  403: 'forbidden',
  404: 'closed',
  409: 'duplicate',
  410: 'closed',
  429: 'too-fast',
};

/** Fetches JSON; every way in which that can fail is a `CommentError`. An answer without content gives `undefined`. */
export async function requestJson(fetcher: typeof fetch, url: string, init: RequestInit): Promise<unknown> {
  const response = await send(fetcher, url, init);
  if (!response.ok) throw await readFailure(response);
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
  return fetcher(url, init).catch((cause: unknown) => {
    // A browser tells a lost connection, DNS, CORS and a refused redirect all by the same words.
    throw new CommentError(globalThis.navigator?.onLine === false ? 'offline' : 'network', {cause});
  });
}

/** Reads while counting: a body of 10 MB is refused before it fills the memory. */
export async function readBody({body}: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  while (reader) {
    const {done, value} = await reader.read();
    if (done) break;
    size += value.length;
    if (size > mostBytes) {
      void reader.cancel();
      throw new RangeError('body too large');
    }
    text += decoder.decode(value, {stream: true});
  }
  return text + decoder.decode();
}

/** The failure that a status and a problem document (RFC 9457) tell of. */
async function readFailure(response: Response): Promise<CommentError> {
  const {status, headers} = response;
  const body = await readBody(response).catch(() => '');
  const problem = fieldsOf(parseJson(body));
  const type = readText(problem.type, 200);
  const max = readCount(problem.max);
  return new CommentError(kindOf(status, type, max), {
    max,
    count: readCount(problem.count),
    unit: readText(problem.unit, 20),
    fields: readFieldErrors(problem.errors),
    retryAfter: secondsToWait(headers.get('Retry-After') ?? ''),
    cause: {status, problem},
  });
}

function kindOf(status: number, type: string, max: number | undefined): CommentErrorKind {
  if (/closed$/.test(type)) return 'closed';
  if (/key-reused$/.test(type)) return 'duplicate';
  if (max !== undefined) return 'too-long';
  return kinds[status] ?? (status >= 500 ? 'server' : status >= 400 ? 'invalid' : 'bad-response');
}

/** `Retry-After`, in seconds or as a date, kept to what a reader can be asked to wait. */
function secondsToWait(value: string): number {
  const seconds = /^-?\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Math.min(300, Math.max(1, seconds || 1));
}
