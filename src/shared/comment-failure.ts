import {html, nothing, type TemplateResult} from 'lit';
import type {CommentError, CommentErrorKind} from '../comments/errors.js';
import {commentWords} from '../locales/comment-words.js';
import type {Values, WordKey} from '../locales/registry.js';

/** What the alert needs to know. */
export interface Failure {
  error: CommentError | undefined;
  task: 'load' | 'send';
  busy: boolean;
  say: (key: WordKey, values?: Values) => string;
  retry: () => void;
}

// It may have arrived: a lost answer looks the same as a lost question.
const unclear: CommentErrorKind[] = ['timeout', 'network', 'unknown-outcome'];
// The comment itself has to change, so sending the same again cannot help.
const refused: CommentErrorKind[] = ['too-long', 'invalid', 'duplicate', 'closed'];

/** The alert, silent while there is nothing to say, and its button, which keeps the focus while it works. */
export function drawFailure({error, task, busy, say, retry}: Failure): TemplateResult {
  // A list is not refused for what it says: such an answer is only strange.
  const strange = task === 'load' && error && refused.includes(error.kind);
  const kind = strange ? 'bad-response' : error?.kind;
  const canRetry = kind && kind !== 'forbidden' && !refused.includes(kind);
  return html`<p part="error" role="alert">${kind && !busy ? words(error!, kind, task, say) : nothing}</p>
    <button part="retry-button" type="button" ?hidden=${!canRetry} aria-disabled=${busy} @click=${retry}>
      ${say('retry')}
    </button>`;
}

function words(
  error: CommentError,
  kind: CommentErrorKind,
  task: Failure['task'],
  say: Failure['say'],
): string {
  if (task === 'send' && unclear.includes(kind)) return say('error-unknown-outcome');
  const {fields = [], max = '…', count = '…', retryAfter: n = 1} = error;
  const theirs =
    kind === 'invalid' &&
    fields.map(({field, message}) => message || say(field === 'email' ? 'needEmail' : 'needName')).join(' ');
  const reason = theirs || say(wordsOf(kind), {max, count, n});
  return refused.includes(kind) ? reason : `${say(`${task}Failed`)} ${reason}`;
}

// A reader cannot help a timeout, a lost network or a strange answer; they, and kinds that a page made up, share the
// server's words.
function wordsOf(kind: CommentErrorKind): WordKey {
  const key = `error-${kind}`;
  return key in commentWords.en ? (key as WordKey) : 'error-server';
}
