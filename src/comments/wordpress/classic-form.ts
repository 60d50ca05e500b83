import {readText} from '../border.js';
import {CommentError} from '../errors.js';
import type {Comment, CommentDraft} from '../types.js';
import {escapeHtml, textOfHtml} from './html-text.js';

/*
 * WordPress takes comments over REST only from those who are logged in, unless the site allows more. Guests write to
 * the form that every theme has, and it answers with a redirect, or with a page that says what is wrong.
 */

/** The fields of the form, under WordPress's names. */
export function formFields({article, text, author, parentId = '0'}: CommentDraft): URLSearchParams {
  const {name = '', email = ''} = author;
  return new URLSearchParams({
    ...{comment: escapeHtml(text), author: name, email, url: ''},
    ...{comment_post_ID: article, comment_parent: parentId},
  });
}

/** What the form's answer tells of the comment: that it is published, or waits. */
export function readFormAnswer(response: Response, page: string): Pick<Comment, 'status'> & {id?: string} {
  const {status, redirected, url} = response;
  if (redirected && !/\/wp-(login|admin)\b/.test(url)) {
    const held = new URL(url).searchParams.get('unapproved');
    return held ? {id: readText(held, 20), status: 'pending'} : {status: 'published'};
  }
  if (redirected) throw new CommentError('login');
  if (status === 409) throw new CommentError('duplicate');
  if (status === 429) throw new CommentError('too-fast', {retryAfter: 15});
  // Status 200 or 403 and a page: a failure all the same, said in the site's own words.
  const [, said] = /class="wp-die-message"[^>]*>([^]*?)<\/div>/.exec(page) ?? [];
  if (said && status < 500) {
    const message = textOfHtml(said.slice(0, 5000).replace(/<a [^]*?<\/a>/g, '')); // "Go back" goes nowhere from here
    throw new CommentError('invalid', {fields: [{field: '', message}]});
  }
  throw new CommentError(status >= 500 ? 'server' : 'unknown-outcome');
}
