/* What to do when a server refuses. Pages load this with the first refusal. */
import {fieldsOf, parseJson, readCount, readText} from './border.js';
import {CommentError, type CommentErrorKind, type CommentFieldError} from './errors.js';
import {readBody} from './read-body.js';

const kinds: Record<number, CommentErrorKind> = {
  401: 'login',
  403: 'forbidden',
  404: 'closed',
  409: 'duplicate',
  410: 'closed',
  429: 'too-fast',
};

const pauses = [500, 1500];

/**
 * Asks once more, twice at most, where a server has a problem and does not say for how long: most pass by themselves.
 * Only lists are asked for again, never a comment sent. What is still refused is thrown as what it is.
 */
export async function recover(refusal: Response, ask?: () => Promise<Response>): Promise<Response> {
  let response = refusal;
  for (const pause of ask ? pauses : []) {
    if (response.status < 500 || response.headers.has('Retry-After')) break;
    // Not all readers at the same moment: they all met the failure together.
    await new Promise((waited) => setTimeout(waited, pause * (1 + Math.random())));
    response = await ask!();
    if (response.ok) return response;
  }
  throw await readFailure(response);
}

/** The failure that a status and a problem document (RFC 9457) tell of. */
async function readFailure(response: Response): Promise<CommentError> {
  const {status, headers} = response;
  const body = await readBody(response).catch(() => '');
  const problem = fieldsOf(parseJson(body));
  const type = readText(problem.type, 200);
  const max = readCount(problem.max);
  const kind = kindOf(status, type, max);
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
