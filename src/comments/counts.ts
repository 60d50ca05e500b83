import {fieldsOf, readCount} from './border.js';
import {requestJson, send} from './request.js';
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
  const ids = [...new Set(articles)];
  const counts = new Map<string, number>();
  const note = (id: string, value: unknown): void => {
    const count = readCount(value);
    if (count !== undefined) counts.set(id, count);
  };
  if (options.source === 'wordpress') {
    const site = findSite(src);
    const ask = async (post: string): Promise<void> => {
      const url = site.route('comments', {post, per_page: 1, _fields: 'id'});
      const {ok, headers} = await send(fetcher, url, {method: 'HEAD'});
      if (ok) note(post, headers.get('X-WP-Total') ?? undefined);
    };
    await Promise.all(ids.map(ask));
    return counts;
  }
  for (let first = 0; first < ids.length; first += mostAtOnce) {
    const some = ids.slice(first, first + mostAtOnce);
    const query = new URLSearchParams(some.map((id) => ['article', id]));
    const [path, own] = src.split('?');
    const url = `${path!.replace(/\/$/, '')}/counts?${own ? `${own}&` : ''}${query}`;
    const answer = await requestJson(fetcher, url, {headers: {Accept: 'application/json'}});
    const given = fieldsOf(fieldsOf(answer).counts);
    for (const id of some) if (Object.hasOwn(given, id)) note(id, given[id]);
  }
  return counts;
}
