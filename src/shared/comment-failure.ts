import type {CommentError, CommentErrorKind} from '../comments/errors.js';
import type {Values, WordKey} from '../locales/registry.js';

const unclear: CommentErrorKind[] = ['timeout', 'network', 'unknown-outcome'];
const selfEvident: CommentErrorKind[] = ['too-long', 'invalid', 'closed', 'duplicate'];

/** What a reader is told when comments did not load, or when their own was not sent. */
export function failureWords(
  say: (key: WordKey, values?: Values) => string,
  error: CommentError,
  task: 'load' | 'send',
): string {
  const {kind, fields, max = '…', count = '…', retryAfter: n = 60} = error;
  // A lost answer looks the same as a lost question, so nothing is claimed about where the comment is.
  if (task === 'send' && unclear.includes(kind)) return say('error-unknown-outcome');
  const reason =
    kind === 'invalid' && fields?.length
      ? fields.map(({message}) => message).join(' ')
      : say(`error-${kind}`, {max, count, n});
  return selfEvident.includes(kind) ? reason : `${say(`${task}Failed`)} ${reason}`;
}

/** Whether trying the same again can help. */
export function canRetry({kind}: CommentError): boolean {
  return !selfEvident.includes(kind) && kind !== 'forbidden';
}
