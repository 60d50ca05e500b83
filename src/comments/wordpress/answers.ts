import {fieldsOf, readCount, readText} from '../border.js';
import {CommentError, type CommentErrorKind, type CommentFieldError} from '../errors.js';
import type {Comment} from '../types.js';
import {decodeEntities, textOfHtml} from './html-text.js';

/** The fields of WordPress's comments that are asked for. */
export const commentFields = 'id,parent,author_name,author_url,author_avatar_urls,date_gmt,content,status';

// WordPress's flood check waits this long, and its answer does not say so.
const floodSeconds = 15;
/** The bytes of its text column. */
const mostBytes = 65_525;

// Errors are told apart by their codes: the messages are HTML in the site's language, and 400 is also "too fast".
const kinds = new Map<string, CommentErrorKind>(
  Object.entries({
    comment_duplicate: 'duplicate',
    comment_flood: 'too-fast',
    comment_content_column_length: 'too-long',
    rest_comment_closed: 'closed',
    rest_comment_draft_post: 'closed',
    rest_comment_trash_post: 'closed',
    rest_comment_invalid_post_id: 'closed',
    rest_comment_login_required: 'login',
    rest_cookie_invalid_nonce: 'login',
  }),
);
const statuses: Record<number, CommentErrorKind> = {
  401: 'login',
  403: 'forbidden',
  409: 'duplicate',
  429: 'too-fast',
};

/** A comment of WordPress's as ours. Where its HTML says nothing, `sent` is the text that it was made of. */
export function readWordPressComment(value: unknown, avatars: boolean, sent = ''): Comment {
  const fields = fieldsOf(value);
  const parent = readText(fields.parent, 20);
  // Only `rendered` is given to readers; the block of scripts and handlers that an administrator may send is in it too.
  const text = textOfHtml(readText(fieldsOf(fields.content).rendered, 500_000)) || sent;
  const date = readText(fields.date_gmt, 40);
  return {
    id: readText(fields.id, 20),
    parentId: parent === '0' ? undefined : parent,
    author: {
      name: decodeEntities(readText(fields.author_name, 1000)),
      url: decodeEntities(readText(fields.author_url, 2000)),
      // Avatars are addresses of a third party that tell it who reads what, so they are loaded only when asked for.
      avatar: avatars ? readText(fieldsOf(fields.author_avatar_urls)['96'], 2000) : undefined,
    },
    text,
    createdAt: date && `${date}Z`, // UTC, though it does not say so
    status: fields.status === 'hold' || fields.status === '0' ? 'pending' : 'published',
  };
}

/** The failure that an answer of WordPress's tells of. */
export function readWordPressFailure(status: number, body: unknown): CommentError {
  const {code: given, message, data} = fieldsOf(body);
  const code = readText(given, 100);
  const kind =
    kinds.get(code) ?? statuses[status] ?? (status >= 500 || status === 404 ? 'server' : 'invalid');
  return new CommentError(kind, {
    retryAfter: kind === 'too-fast' ? floodSeconds : undefined,
    ...(kind === 'too-long' && {max: mostBytes, unit: 'utf-8'}),
    fields: kind === 'invalid' ? faultyFields(code, message, data) : undefined,
    cause: {status, code},
  });
}

// What the reader has to change: the element has words for a name and an e-mail address. Where it is neither, the
// site's own words say it, as text.
function faultyFields(code: string, message: unknown, data: unknown): CommentFieldError[] {
  const refused = Object.keys(fieldsOf(fieldsOf(data).params)).join();
  const field = /email|author_data/.test(code + refused)
    ? 'email'
    : /author/.test(code + refused)
      ? 'name'
      : '';
  return [{field, message: field ? '' : textOfHtml(readText(message, 1000))}];
}

/** What an answer says, in JSON; a broken plugin may have printed a notice before it. */
export function readAnswer(text: string): unknown {
  for (const json of [text, text.slice(text.search(/^[[{]/m))]) {
    try {
      return JSON.parse(json);
    } catch {
      // The next reading may do; else it is no answer of WordPress's.
    }
  }
  return undefined;
}

/** How many there are, by one of WordPress's headers. */
export const readTotal = (headers: Headers, name: string): number | undefined =>
  readCount(headers.get(`X-WP-${name}`) ?? undefined);
