import {fieldsOf} from '../border.js';
import {checkedSource} from '../checked-source.js';
import {CommentError} from '../errors.js';
import {readBody} from '../read-body.js';
import {send} from '../request.js';
import {sameComment} from '../same-comment.js';
import type {Comment, CommentDraft, CommentPage, CommentQuery, CommentSource} from '../types.js';
import {commentFields, readTotal, readWordPressComment, readWordPressFailure} from './answers.js';
import {formFields, readFormFailure} from './classic-form.js';
import {escapeHtml} from './html-text.js';
import {readAnswer} from './read-answer.js';
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
    const ask = (): Promise<Response> => send(options.fetch ?? fetch, url, init);
    let response = await ask();
    const {status, headers, redirected} = response;
    if (!redirected && (status >= 500 || (status === 429 && headers.has('Retry-After')))) {
      // It knows when to ask for a list again, and how long the site wants to be left alone for.
      const {recover} = await import('../recover.js'); // where it does not come either: a problem of the server
      response = await recover(response, init.method ? undefined : ask, url, init.signal);
    }
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
    const failure = readWordPressFailure(response, body);
    if (failure) throw failure;
    if (!Array.isArray(body)) throw new CommentError('bad-response');
    return [body, response.headers];
  };

  const list = async (query: CommentQuery, signal: AbortSignal): Promise<CommentPage> => {
    const {article: post, limit} = query;
    const page = Math.max(1, Number(query.cursor) || 1);
    const order = query.order === 'oldest' ? 'asc' : 'desc';
    const [items, headers] = await read({post, per_page: limit, page, order}, signal);
    const comments = items.map((item) => readWordPressComment(item, avatars));
    // Where a notice was printed first, the headers are missing.
    const pages = readTotal(headers, 'TotalPages') ?? (items.length < limit ? page : page + 1);
    return {
      comments: await withParents(comments, post, signal),
      total: readTotal(headers, 'Total'),
      next: items.length && page < pages ? String(page + 1) : undefined,
    };
  };

  // WordPress pages through single comments, so a reply may come before the comment that it answers. That one is put
  // behind the newest of its answers: at the end of the page it would stand between two that follow each other.
  const withParents = async (comments: Comment[], post: string, signal: AbortSignal): Promise<Comment[]> => {
    const all = [...comments];
    const asked = new Set(comments.map(({id}) => id));
    for (let level = comments, depth = 0; depth < mostLevels; depth++) {
      const missing = level.flatMap(({parentId}) => (parentId && !asked.has(parentId) ? [parentId] : []));
      const ids = [...new Set(missing)].slice(0, 100);
      if (!ids.length) break;
      for (const id of ids) asked.add(id);
      const found = read({post, include: ids.join(), per_page: 100}, signal);
      const [items] = await found.catch(() => [[]]); // what has come is shown all the same
      level = items.map((item) => readWordPressComment(item, avatars));
      for (const parent of level)
        all.splice(all.findIndex(({parentId}) => parentId === parent.id) + 1, 0, parent);
    }
    return all; // what is not here is deleted or held: its replies are orphans, and shown
  };

  const submit = async (draft: CommentDraft, signal: AbortSignal): Promise<Comment> => {
    let answer = await post(draft, signal);
    const {code} = fieldsOf(answer.body);
    if (code === 'rest_cookie_invalid_nonce' && nonce) {
      const renewed = await renewNonce(signal);
      if (!renewed) throw new CommentError('login'); // nobody writes as a guest unasked
      nonce = renewed; // refused before it was looked at, so nothing is sent twice
      answer = await post(draft, signal);
    }
    const {response, body} = answer;
    if (code === 'rest_comment_login_required' && site.sameOrigin) return submitForm(draft, signal);
    const failure = readWordPressFailure(response, body, draft);
    if (failure) throw failure;
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
    return response.ok ? /^\s*(\w{6,20})\s*$/.exec(text)?.[1] : undefined;
  };

  const submitForm = async (draft: CommentDraft, signal: AbortSignal): Promise<Comment> => {
    const {article, author, parentId, idempotencyKey, text} = draft;
    // Where a comment went stands in the part of an address that scripts are not told. So the form is asked to go on to
    // the newest comments: that it does, says that the comment is taken; what is among them, that it is published.
    const query = {post: article};
    const {pathname, search} = new URL(site.route('comments', {...query, _fields: commentFields}));
    const init = {method: 'POST', body: formFields(draft, pathname + search), signal};
    const answer = await request(site.file('wp-comments-post.php'), init);
    const {response, body} = answer;
    const stateOf = (): Promise<unknown> => readState(article, signal).catch(() => undefined);
    const failure = await readFormFailure(response, answer.text, draft, stateOf);
    if (failure) throw failure;
    const {redirected, url} = response;
    const [, held] = /[?&]unapproved=(\d+)/.exec(url) ?? [];
    const taken: Comment = {
      ...{id: held ?? idempotencyKey, parentId, author: {name: author.name ?? ''}, text},
      ...{createdAt: new Date().toISOString(), status: 'pending'},
    };
    if (held) return taken;
    const came = redirected && url.endsWith(pathname + search) && Array.isArray(body);
    const [items] = came ? [body as unknown[]] : await read(query, signal).catch(() => [[]]);
    const found = items
      .map((item) => readWordPressComment(item, avatars))
      .find((comment) => sameComment(comment, taken));
    if (found || came) return found ?? taken;
    throw new CommentError('unknown-outcome');
  };

  /** Whether an article takes comments, `open` or `closed`; `gone` where there is none that everybody may read. */
  const readState = async (article: string, signal: AbortSignal): Promise<unknown> => {
    for (const type of ['posts', 'pages']) {
      const url = site.route(`${type}/${article}`, {_fields: 'id,comment_status'});
      const {comment_status: state} = fieldsOf((await request(url, {signal})).body);
      if (state) return state;
    }
    return 'gone';
  };

  return checkedSource({list, submit});
}
