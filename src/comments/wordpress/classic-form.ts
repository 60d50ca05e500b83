import {CommentError} from '../errors.js';
import type {CommentDraft} from '../types.js';
import {bytesOf, faultyAuthor, mostBytes, noAuthor, readWordPressFailure, tooLong} from './answers.js';
import {escapeHtml} from './html-text.js';

/*
 * WordPress takes comments over REST only from those who are logged in, unless the site allows more. Guests write to
 * the form that every theme has, and it answers with a redirect, or with a page that says what is wrong.
 */

/** The fields of the form, under WordPress's names. `back` is a path of the site: where to go when it is taken. */
export function formFields(
  {article, text, author, parentId = '0'}: CommentDraft,
  back: string,
): URLSearchParams {
  const {name = '', email = ''} = author;
  return new URLSearchParams({
    ...{comment: escapeHtml(text), author: name, email, url: ''},
    ...{comment_post_ID: article, comment_parent: parentId, redirect_to: back},
  });
}

/**
 * The failure that the form's answer tells of; `undefined` where it tells of none, which is no success yet. `stateOf`
 * asks whether the article takes comments.
 */
export async function readFormFailure(
  response: Response,
  page: string,
  draft: CommentDraft,
  stateOf: () => Promise<unknown>,
): Promise<CommentError | undefined> {
  const {status, redirected, url} = response;
  if (redirected) return /\/wp-(login|admin)\b/.test(url) ? new CommentError('login') : undefined;
  const [, said] = /class="wp-die-message"[^>]*>([^]*?)<\/div>/.exec(page) ?? [];
  // Members only, or closed? The page says it in the site's language. About an article that is gone it says nothing.
  if (said ? status === 403 : !page.trim()) {
    const state = await stateOf();
    const kind = state && state !== 'open' ? 'closed' : said && 'login';
    if (kind) return new CommentError(kind);
  }
  if (!said && response.ok) return undefined;
  // Status 200 and such a page: a failure all the same. What WordPress itself refuses is known by what was sent.
  const code =
    bytesOf(draft) > mostBytes ? tooLong : faultyAuthor(draft).length ? noAuthor : 'comment_refused';
  const message = said?.slice(0, 5000).replace(/<a [^]*?<\/a>/g, ''); // "Go back" goes nowhere from here
  return readWordPressFailure(response, {code, message, data: {status: 400}}, draft);
}
