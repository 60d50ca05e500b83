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

// The comment itself has to change, so sending the same again cannot help.
const refused: CommentErrorKind[] = ['too-long', 'invalid', 'duplicate', 'closed'];

let refusal: typeof import('./refusal.js') | undefined;

/** Whether the same may be tried again. */
export function mayRetry(error: CommentError | undefined, task: Failure['task']): boolean {
  return error !== undefined && (task === 'load' || ![...refused, 'forbidden'].includes(error.kind));
}

/** The alert, silent while there is nothing to say, and its button, which keeps the focus while it works. */
export function drawFailure({host, error, task, busy, say, retry}: Failure): TemplateResult {
  if (error) prepare(error, host);
  const {left = 0} = error ?? {};
  // A list is not refused for what it says: such an answer is only strange.
  const strange = task === 'load' && error && refused.includes(error.kind);
  const kind = strange ? 'bad-response' : error?.kind;
  return html`<p part="error" id="error" role="alert">
      ${kind && !busy && left >= 0 ? words(error!, kind, task, say) : nothing}
    </p>
    <button
      part="retry-button"
      type="button"
      ?hidden=${!mayRetry(error, task)}
      aria-disabled=${busy || left !== 0}
      @click=${left ? nothing : retry}
    >
      ${say('retry')}${left > 0 ? ` (${left})` : nothing}
    </button>`;
}

/** Sees to it that there are words for an error, once. Without its own it is told as a problem of the server. */
function prepare(error: CommentError, host: LitElement): void {
  if (error.left !== undefined) return;
  const known = error.fields?.length || isKnown(error.kind);
  error.left = known && !error.retryAfter ? 0 : -1; // silent until what is to be told has come, or does not come
  if (!error.left) return;
  import('./refusal.js').then(
    (part) => (refusal = part).prepare(error, host),
    () => {
      error.left = 0;
      host.requestUpdate();
    },
  );
}

function words(
  error: CommentError,
  kind: CommentErrorKind,
  task: Failure['task'],
  say: Failure['say'],
): string {
  const {fields = [], retryAfter: n = 1} = error;
  const theirs = kind === 'invalid' && fields.map(({message}) => message).join(' ');
  const reason =
    theirs ||
    (kind === 'too-long' && refusal?.tooLong(error, say)) ||
    say(isKnown(kind) ? keyOf(kind) : 'error-server', {n});
  return [...refused, 'unknown-outcome'].includes(kind) ? reason : `${say(`${task}Failed`)} ${reason}`;
}

const keyOf = (kind: CommentErrorKind): WordKey => `error-${kind}`;
const isKnown = (kind: CommentErrorKind): boolean => keyOf(kind) in commentWords.en;
