/* What to do when a server refuses. Pages load this with the first refusal, or with what sends. */
import {fieldsOf, parseJson, readCount, readText} from './border.js';
import {CommentError, type CommentErrorKind, type CommentFieldError} from './errors.js';
import {readBody} from './read-body.js';

const kinds: Record<number, CommentErrorKind> = {
  401: 'login',
  403: 'forbidden',
  404: 'closed',
  408: 'server',
  409: 'duplicate',
  410: 'closed',
  413: 'too-long',
  425: 'server',
  429: 'too-fast',
};

const pauses = [500, 1500];

let hinted = false;

/**
 * Asks once more, twice at most, where a connection was lost, or a server has a problem and does not say for how long:
 * most pass by themselves. Only lists are asked for again, never a comment sent. What still fails is thrown as what it
 * is.
 */
export async function recover(
  failure: Response | CommentError,
  ask: (() => Promise<Response>) | undefined,
  url: string,
  signal?: AbortSignal | null,
): Promise<Response> {
  let last = failure;
  for (const pause of ask ? pauses : []) {
    if (!mayPass(last)) break;
    // Not all readers at the same moment: they all met the failure together.
    await new Promise((waited) => setTimeout(waited, pause * (1 + Math.random())));
    if (signal?.aborted) break;
    last = await ask!().catch((error: CommentError) => error);
    if ('ok' in last && last.ok) return last;
  }
  if ('ok' in last) throw await readFailure(last, !ask);
  hintAt(url, last);
  throw last;
}

function mayPass(failure: Response | CommentError): boolean {
  if (!('ok' in failure)) return failure.kind === 'network';
  const {status, headers} = failure;
  return (status >= 500 || kinds[status] === 'server') && !headers.has('Retry-After');
}

/** A browser does not tell a script that another origin keeps it out; the developer is told that it may be so. */
export function hintAt(url: string, {kind}: CommentError): void {
  const {origin: page, href} = globalThis.location ?? {};
  if (hinted || !page || kind !== 'network' || !URL.canParse?.(url, href)) return;
  const {origin} = new URL(url, href);
  if (origin === page) return;
  hinted = true;
  console.warn(`[article-widgets] ${origin} cannot be reached; perhaps it does not let ${page} in (CORS)`);
}

/** The failure that a status and a problem document (RFC 9457) tell of. */
async function readFailure(response: Response, posting: boolean): Promise<CommentError> {
  const {status, headers} = response;
  const body = await readBody(response).catch(() => '');
  const problem = fieldsOf(parseJson(body));
  const type = readText(problem.type, 200);
  const max = readCount(problem.max);
  const kind = kindOf(status, type, max, posting);
  const wait = headers.get('Retry-After');
  return new CommentError(kind, {
    max,
    count: readCount(problem.count),
    unit: readText(problem.unit, 20),
    fields: readFieldErrors(problem.errors),
    retryAfter: wait || kind === 'too-fast' ? secondsToWait(wait ?? '') : undefined,
    cause: {status, problem},
  });
}

/** The messages about fields in a problem document. */
function readFieldErrors(value: unknown): CommentFieldError[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 10).flatMap((item) => {
    const {field, message} = fieldsOf(item);
    const text = readText(message, 200);
    return text ? [{field: readText(field, 200), message: text}] : [];
  });
}

function kindOf(status: number, type: string, max: number | undefined, posting: boolean): CommentErrorKind {
  if (/closed$/.test(type)) return 'closed';
  if (/key-reused$/.test(type)) return 'duplicate';
  if (max !== undefined) return 'too-long';
  // A proxy gave up; what is behind it may be at work still.
  if (posting && (status === 502 || status === 504)) return 'unknown-outcome';
  return kinds[status] ?? (status >= 500 ? 'server' : status >= 400 ? 'invalid' : 'bad-response');
}

/** `Retry-After`, in seconds or as a date, kept to what a reader can be asked to wait. */
function secondsToWait(value: string): number {
  const seconds = /^-?\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Math.min(300, Math.max(1, seconds || 1));
}
