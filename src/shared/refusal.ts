/* What a reader is told when a server refuses, or asks for a pause. Pages load this with the first such answer. */
import type {LitElement} from 'lit';
import type {CommentError} from '../comments/errors.js';
import {commentWords} from '../locales/comment-words.js';
import {refusalWords} from '../locales/refusal-words.js';
import type {Values, WordKey} from '../locales/registry.js';
import {countUnits, type CountUnit} from '../text/count.js';

/** Brings the words for a refusal, and counts the seconds down that the server wants to be left alone for. */
export function prepare(error: CommentError, host: LitElement): void {
  Object.assign(commentWords.en, refusalWords.en);
  Object.assign(commentWords.vi, refusalWords.vi);
  const end = Date.now() + (error.retryAfter ?? 0) * 1000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = (): void => {
    error.left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    if (error.left) timer = setTimeout(tick, 1000);
    else host.removeController(countdown);
    host.requestUpdate();
  };
  const countdown = {hostConnected: tick, hostDisconnected: () => clearTimeout(timer)};
  host.addController(countdown);
}

/** Why a text is too long, in the server's numbers where it gave them in a unit that there is a word for. */
export function tooLong(
  {max, count, unit = countUnits[0]}: CommentError,
  say: (key: WordKey, values?: Values) => string,
): string {
  if (!max || !count || !countUnits.includes(unit as CountUnit)) return say('tooLong');
  return say('error-too-long', {max, count, unit: say(unit === 'utf-8' ? 'bytes' : 'characters')});
}
