import {fieldsOf, parseJson, readCount} from './border.js';
import {loadTime} from './checked-source.js';
import {withDeadline} from './deadline.js';
import {CommentError} from './errors.js';
import {readBody} from './read-body.js';
import {send} from './request.js';
import {findSite} from './wordpress/site.js';

/** Where numbers of comments are asked for. */
export interface CommentCountOptions {
  /** The kind of source: `rest` (default) or `wordpress`. */
  source?: string;
  /** Instead of the global `fetch`. */
  fetch?: typeof fetch;
}

const mostAtOnce = 100;

/**
 * How many comments articles have, by their ids; those that are not known are left out. `rest` is asked once for a
 * hundred of them by `GET {src}/counts?article=1&article=2`. WordPress has no such route: it is asked for each.
 * @throws {CommentError} when there is no usable answer
 */
export async function fetchCommentCounts(
  src: string,
  articles: Iterable<string>,
  options: CommentCountOptions = {},
): Promise<Map<string, number>> {
  const fetcher: typeof fetch = (...request) => (options.fetch ?? fetch)(...request);
  const ids = [...new Set(articles)].filter(isId);
  const counts = new Map<string, number>();
  const note = (id: string, value: unknown): void => {
    const count = readCount(value);
    if (count !== undefined) counts.set(id, count);
  };
  const askWordPress = async (post: string, signal: AbortSignal): Promise<void> => {
    const url = findSite(src).route('comments', {post, per_page: 1, _fields: 'id'});
    const {ok, headers} = await send(fetcher, url, {method: 'HEAD', signal});
    if (ok) note(post, headers.get('X-WP-Total'));
  };
  const askRest = async (some: string[], signal: AbortSignal): Promise<void> => {
    const query = new URLSearchParams(some.map((id) => ['article', id]));
    const [path, own] = src.split('?');
    const url = `${path!.replace(/\/$/, '')}/counts?${own ? `${own}&` : ''}${query}`;
    const response = await send(fetcher, url, {headers: {Accept: 'application/json'}, signal});
    // Not asked for again, as a list is: a page reads well without its numbers.
    const answer = response.ok && parseJson(await readBody(response));
    if (!answer) throw new CommentError(response.ok ? 'bad-response' : 'server');
    const given = fieldsOf(fieldsOf(answer).counts);
    for (const id of some) if (Object.hasOwn(given, id)) note(id, given[id]);
  };
  const asked: Promise<void>[] = [];
  const ask = (task: (signal: AbortSignal) => Promise<void>): unknown =>
    asked.push(withDeadline(loadTime, undefined, task));
  if (options.source === 'wordpress') for (const id of ids) ask((signal) => askWordPress(id, signal));
  else
    for (let first = 0; first < ids.length; first += mostAtOnce)
      ask((signal) => askRest(ids.slice(first, first + mostAtOnce), signal));
  // What came is written, whatever did not.
  for (const result of await Promise.allSettled(asked))
    if (result.status === 'rejected' && !counts.size) throw result.reason;
  return counts;
}

/** Whether an id may be one: a single one that is none would have the whole request refused. */
const isId = (id: string): boolean => /^\P{Cc}{1,200}$/u.test(id.normalize()) && /[^\s\p{Cf}]/u.test(id);
