import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {CommentError, CommentErrorKind} from '../comments/errors.js';
import {commentWords} from '../locales/comment-words.js';
import type {Values, WordKey} from '../locales/registry.js';

/** What the alert needs to know. */
export interface Failure {
  host: LitElement;
  error: CommentError | undefined;
  task: 'load' | 'send';
  busy: boolean;
  say: (key: WordKey, values?: Values) => string;
  retry: (event: Event) => void;
}

// It may have arrived: a lost answer looks the same as a lost question.
const unclear: CommentErrorKind[] = ['timeout', 'network', 'unknown-outcome'];
// The comment itself has to change, so sending the same again cannot help.
const refused: CommentErrorKind[] = ['too-long', 'invalid', 'duplicate', 'closed'];

/** The alert, silent while there is nothing to say, and its button, which keeps the focus while it works. */
export function drawFailure({host, error, task, busy, say, retry}: Failure): TemplateResult {
  if (error) prepare(error, () => host.requestUpdate());
  const {left = 0} = error ?? {};
  // A list is not refused for what it says: such an answer is only strange.
  const strange = task === 'load' && error && refused.includes(error.kind);
  const kind = strange ? 'bad-response' : error?.kind;
  const canRetry = kind && kind !== 'forbidden' && !refused.includes(kind);
  return html`<p part="error" role="alert">
      ${kind && !busy && left >= 0 ? words(error!, kind, task, say) : nothing}
    </p>
    <button
      part="retry-button"
      type="button"
      ?hidden=${!canRetry}
      aria-disabled=${busy || left !== 0}
      @click=${left ? nothing : retry}
    >
      ${say('retry')}${left > 0 ? ` (${left})` : nothing}
    </button>`;
}

/** Sees to it that there are words for an error, once. Without its own it is told as a problem of the server. */
function prepare(error: CommentError, changed: () => void): void {
  if (error.left !== undefined) return;
  const known = error.fields?.length || keyOf(error.kind) in commentWords.en;
  error.left = known && !error.retryAfter ? 0 : -1; // silent until what is to be told has come, or does not come
  if (!error.left) return;
  import('./refusal.js').then(
    (part) => part.prepare(error, changed),
    () => {
      error.left = 0;
      changed();
    },
  );
}

function words(
  error: CommentError,
  kind: CommentErrorKind,
  task: Failure['task'],
  say: Failure['say'],
): string {
  if (task === 'send' && unclear.includes(kind)) return say('error-unknown-outcome');
  const {fields = [], max = '…', count = '…', retryAfter: n = 1} = error;
  const unit = say(error.unit === 'utf-8' ? 'bytes' : 'characters');
  const theirs =
    kind === 'invalid' &&
    fields.map(({field, message}) => message || say(field === 'email' ? 'needEmail' : 'needName')).join(' ');
  const key = keyOf(kind);
  const reason = theirs || say(key in commentWords.en ? key : 'error-server', {max, count, unit, n});
  return refused.includes(kind) ? reason : `${say(`${task}Failed`)} ${reason}`;
}

const keyOf = (kind: CommentErrorKind): WordKey => `error-${kind}`;
