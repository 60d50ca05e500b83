import {fieldsOf, readCount, readText} from '../border.js';
import {CommentError, type CommentErrorKind, type CommentFieldError} from '../errors.js';
import type {Comment, CommentDraft} from '../types.js';
import {decodeEntities, escapeHtml, textOfHtml} from './html-text.js';

/** The fields of WordPress's comments that are asked for. */
export const commentFields = 'id,parent,author_name,author_url,author_avatar_urls,date_gmt,content,status';

// WordPress's flood check waits this long, and its answer does not say so.
const floodSeconds = 15;
/** The bytes of its text column. */
export const mostBytes = 65_525;

/** The codes for a text that is longer, and for a name or an e-mail address that is missing. */
export const tooLong = 'comment_content_column_length';
export const noAuthor = 'rest_comment_author_data_required';

// Errors are told apart by their codes: the messages are HTML in the site's language, and 400 is also "too fast".
const kinds = new Map<string, CommentErrorKind>([
  ['comment_duplicate', 'duplicate'],
  ['comment_flood', 'too-fast'],
  [tooLong, 'too-long'],
  ['rest_comment_closed', 'closed'],
  ['rest_comment_login_required', 'login'],
  ['rest_cookie_invalid_nonce', 'login'],
]);
const statuses: Record<number, CommentErrorKind> = {
  401: 'login',
  403: 'forbidden',
  409: 'duplicate',
  429: 'too-fast',
};

/**
 * A comment of WordPress's as ours. `sent` is the text that it was made of, where it was: it stands in where the HTML
 * says nothing, and the comment is published only if WordPress says so. What a list holds is.
 */
export function readWordPressComment(value: unknown, avatars: boolean, sent?: string): Comment {
  const fields = fieldsOf(value);
  const parent = readText(fields.parent, 20);
  // Only `rendered` is given to readers; the block of scripts and handlers that an administrator may send is in it too.
  const text = textOfHtml(readText(fieldsOf(fields.content).rendered, 500_000)) || (sent ?? '');
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
    status:
      sent === undefined || /^(approved|1)$/.test(readText(fields.status, 20)) ? 'published' : 'pending',
  };
}

/** The failure that an answer tells of, by its status or by the one that it speaks of; `undefined` where it is none. */
export function readWordPressFailure(
  {ok, status}: Response,
  body: unknown,
  draft?: CommentDraft,
): CommentError | undefined {
  const {code: given, message, data} = fieldsOf(body);
  const code = readText(given, 100);
  // Where a notice was printed first, PHP could not send the status any more.
  const told = ok ? code && readCount(fieldsOf(data).status) : status;
  if (!told) return undefined;
  const kind =
    kinds.get(code) ??
    (/^rest_comment_\w+_post/.test(code) ? 'closed' : statuses[told]) ?? // a draft, in the bin, or gone
    (told >= 500 || told === 404 ? 'server' : 'invalid');
  return new CommentError(kind, {
    retryAfter: kind === 'too-fast' ? floodSeconds : undefined,
    ...(kind === 'too-long' && {max: mostBytes, count: draft && bytesOf(draft), unit: 'utf-8'}),
    fields: kind === 'invalid' ? faultyFields(code, message, data, draft) : undefined,
    cause: {status: told, code},
  });
}

/** How much of that column a comment takes. */
export const bytesOf = ({text}: CommentDraft): number => new TextEncoder().encode(escapeHtml(text)).length;

// What the reader has to change: the element has words for a name and an e-mail address, and for a comment that says
// nothing. Where it is none of them, as with a plugin's refusal, the site's own words say it, as text.
function faultyFields(
  code: string,
  message: unknown,
  data: unknown,
  draft?: CommentDraft,
): CommentFieldError[] | undefined {
  if (code === noAuthor) return faultyAuthor(draft);
  const refused = code + Object.keys(fieldsOf(fieldsOf(data).params)).join();
  const field = /email/.test(refused) ? 'email' : /author/.test(refused) ? 'name' : '';
  const said = field || code === 'rest_comment_content_invalid' ? '' : textOfHtml(readText(message, 1000));
  return field || said ? [{field, message: said}] : undefined;
}

/** What WordPress, as it comes, does not accept of a name and an e-mail address. */
export function faultyAuthor(draft?: CommentDraft): CommentFieldError[] {
  const {name = '', email = ''} = draft?.author ?? {};
  const fields = [];
  if (!name || name.length > 245) fields.push('name');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) fields.push('email');
  return fields.map((field) => ({field, message: ''}));
}

/** How many there are, by one of WordPress's headers. */
export const readTotal = (headers: Headers, name: string): number | undefined =>
  readCount(headers.get(`X-WP-${name}`));
