import {checkedSource} from '../checked-source.js';
import {CommentError} from '../errors.js';
import {readBody} from '../read-body.js';
import {send} from '../request.js';
import {sameComment} from '../same-comment.js';
import type {Comment, CommentDraft, CommentPage, CommentQuery, CommentSource} from '../types.js';
import {commentFields, readAnswer, readTotal, readWordPressComment, readWordPressFailure} from './answers.js';
import {formFields, readFormAnswer} from './classic-form.js';
import {escapeHtml} from './html-text.js';
import {findSite} from './site.js';

/** What `wordpressSource` takes beside the address. */
export interface WordPressOptions {
  /** The `wp_rest` nonce of a reader who is logged in; guests have none. */
  nonce?: string;
  /** Whether the avatars of the site's comments are given; they come from a third party. Default: no. */
  avatars?: boolean;
  /** Instead of the global `fetch`. */
  fetch?: typeof fetch;
}

interface Answer {
  response: Response;
  text: string;
  body: unknown;
}

// Replies may nest ten deep, and each round of asking finds one level of parents.
const mostLevels = 10;

/** The comments of WordPress's core, no plugin needed. `src` is the site's `wp-json` root, or `/?rest_route=/`. */
export function wordpressSource(src: string, options: WordPressOptions = {}): CommentSource {
  const site = findSite(src);
  const avatars = options.avatars ?? false;
  let {nonce} = options;

  const request = async (url: string, init: RequestInit): Promise<Answer> => {
    const response = await send(options.fetch ?? fetch, url, init);
    const lost = init.method === 'POST' && response.ok ? 'unknown-outcome' : 'bad-response';
    const text = await readBody(response).catch((cause: unknown) => {
      throw new CommentError(lost, {cause});
    });
    return {response, text, body: readAnswer(text)};
  };

  const read = async (
    query: Record<string, string | number>,
    signal: AbortSignal,
  ): Promise<[unknown[], Headers]> => {
    const url = site.route('comments', {...query, _fields: commentFields});
    const {response, body} = await request(url, {signal, headers: {Accept: 'application/json'}});
    if (!response.ok) throw readWordPressFailure(response.status, body);
    if (!Array.isArray(body)) throw new CommentError('bad-response');
    return [body, response.headers];
  };

  const list = async (query: CommentQuery, signal: AbortSignal): Promise<CommentPage> => {
    const {article: post, limit} = query;
    const page = Math.max(1, Number(query.cursor) || 1);
    const order = query.order === 'oldest' ? 'asc' : 'desc';
    const [items, headers] = await read({post, per_page: limit, page, order, orderby: 'date_gmt'}, signal);
    const comments = items.map((item) => readWordPressComment(item, avatars));
    const more = items.length > 0 && page < (readTotal(headers, 'TotalPages') ?? 0);
    return {
      comments: [...comments, ...(await findParents(comments, post, signal))],
      total: readTotal(headers, 'Total'),
      next: more ? String(page + 1) : undefined,
    };
  };

  // WordPress pages through single comments, so a reply may come before the comment that it answers.
  const findParents = async (comments: Comment[], post: string, signal: AbortSignal): Promise<Comment[]> => {
    const asked = new Set(comments.map(({id}) => id));
    const found: Comment[] = [];
    for (let level = comments; level.length && found.length < mostLevels * 100;) {
      const missing = level.flatMap(({parentId}) => (parentId && !asked.has(parentId) ? [parentId] : []));
      const ids = [...new Set(missing)].slice(0, 100);
      if (!ids.length) break;
      for (const id of ids) asked.add(id);
      const [items] = await read({post, include: ids.join(), per_page: 100}, signal);
      level = items.map((item) => readWordPressComment(item, avatars));
      found.push(...level);
    }
    return found; // what is not here is deleted or held: its replies are orphans, and shown
  };

  const submit = async (draft: CommentDraft, signal: AbortSignal): Promise<Comment> => {
    let answer = await post(draft, signal);
    const {code} = Object(answer.body) as {code?: unknown};
    if (code === 'rest_cookie_invalid_nonce' && nonce) {
      nonce = await renewNonce(signal); // refused before it was looked at, so nothing is sent twice
      answer = await post(draft, signal);
    }
    const {response, body} = answer;
    if (code === 'rest_comment_login_required' && site.sameOrigin) return submitForm(draft, signal);
    if (!response.ok) throw readWordPressFailure(response.status, body);
    if (!body) throw new CommentError(/^\s*</.test(answer.text) ? 'bad-response' : 'unknown-outcome');
    return readWordPressComment(body, avatars, draft.text);
  };

  const post = (draft: CommentDraft, signal: AbortSignal): Promise<Answer> => {
    const {article, text, author, parentId} = draft;
    const body = JSON.stringify({
      ...{post: article, parent: parentId ?? 0, content: escapeHtml(text)},
      // Who is logged in is known by the nonce, and must not give a name beside it.
      ...(!nonce && author.name && {author_name: author.name}),
      ...(!nonce && author.email && {author_email: author.email}),
    });
    const headers: Record<string, string> = {Accept: 'application/json', 'Content-Type': 'application/json'};
    if (nonce) headers['X-WP-Nonce'] = nonce; // a guest's would be wrong on a cached page, and refused
    return request(site.route('comments'), {method: 'POST', body, headers, signal, redirect: 'error'});
  };

  const renewNonce = async (signal: AbortSignal): Promise<string | undefined> => {
    const url = site.file('wp-admin/admin-ajax.php?action=rest-nonce');
    const {response, text} = await request(url, {signal});
    return response.ok && /^\w{6,20}$/.test(text.trim()) ? text.trim() : undefined;
  };

  const submitForm = async (draft: CommentDraft, signal: AbortSignal): Promise<Comment> => {
    const init = {method: 'POST', body: formFields(draft), signal};
    const {response, text} = await request(site.file('wp-comments-post.php'), init);
    const {id, status} = readFormAnswer(response, text);
    const {article, author, parentId} = draft;
    const taken: Comment = {
      ...{id: id ?? draft.idempotencyKey, parentId, author: {name: author.name ?? ''}, text: draft.text},
      ...{createdAt: new Date().toISOString(), status},
    };
    if (id) return taken;
    // Where it went stands in the part of an address that scripts are not told, so it is looked up.
    const query = {article, order: 'newest' as const, limit: 10};
    const {comments} = await list(query, signal).catch(() => ({comments: []}));
    return comments.find((comment) => sameComment(comment, taken)) ?? taken;
  };

  return checkedSource({list, submit});
}
