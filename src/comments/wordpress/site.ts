/** The addresses of a WordPress site, from that of its REST routes, with pretty permalinks or plain ones. */
export interface WordPressSite {
  /** The address of a route of `wp/v2`, such as `comments`. */
  route(name: string, query?: Record<string, string | number>): string;
  /** The address of a file of the site, such as `wp-comments-post.php`. */
  file(name: string): string;
  /** Whether the page and the site share an origin; only then does the classic form answer a script. */
  sameOrigin: boolean;
}

/**
 * Reads the `src` of comments from WordPress: `/wp-json`, `https://news.example/blog/wp-json/`, `/?rest_route=/`.
 * @throws {TypeError} for an address that is none
 */
export function findSite(src: string, page = globalThis.location?.href): WordPressSite {
  const root = new URL(src, page);
  const plain = root.searchParams.get('rest_route');
  const home = new URL(root);
  home.pathname = root.pathname.replace(/(index\.php\/)?wp-json\/?$|index\.php$/, '');
  return {
    route(name, query = {}) {
      const url = new URL(root);
      if (plain === null) url.pathname = `${slashed(url.pathname)}wp/v2/${name}`;
      else url.searchParams.set('rest_route', `${slashed(plain)}wp/v2/${name}`);
      for (const [key, value] of Object.entries(query)) url.searchParams.set(key, String(value));
      return url.href;
    },
    file: (name) => new URL(name, home).href,
    sameOrigin: root.origin === globalThis.location?.origin,
  };
}

const slashed = (path: string): string => path.replace(/\/?$/, '/');
