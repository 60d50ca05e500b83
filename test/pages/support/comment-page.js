import {resolve} from 'node:path';
import {createFaults} from '../../support/faults.js';
import {serveFolders} from './folder-server.js';

let sites = 0;

/** Serves pages with comments whose server fails as it is told to. */
export async function serveCommentPages() {
  const faults = await createFaults();
  const posts = [];
  const server = await serveFolders({'/dist/': resolve('dist')}, (app) => {
    app.get('/page', ({query}, reply) => reply.type('text/html').send(page(query)));
    app.post('/post', ({query}, reply) => {
      posts.push(query.site);
      return query.fails
        ? reply.code(500).type('text/html').send('<title>Error</title>')
        : reply.redirect(`/page?${query.back}`, 303);
    });
    app.get('/elsewhere', (request, reply) => reply.type('text/html').send('<title>Nơi khác</title>'));
    // The bytes are the fault server's business.
    app.register(async (raw) => {
      raw.removeAllContentTypeParsers();
      raw.addContentTypeParser('*', (request, payload, done) => done(null));
      raw.all('/faults/*', (request, reply) => {
        reply.hijack();
        return faults.handle(request.raw, reply.raw);
      });
    });
  });
  return {
    origin: server.origin,
    /** The sites whose form a browser has posted, as often as it has. */
    posts,
    site: () => new Site(server.origin, `site-${++sites}`),
    async close() {
      await server.close();
      faults.close();
    },
  };
}

/** The comments of one test, on a page of their own. */
class Site {
  #base;

  constructor(origin, name) {
    this.#base = `${origin}/faults/${name}`;
    this.url = `${origin}/page?site=${name}`;
  }

  async set(faults) {
    await fetch(`${this.#base}/set`, {method: 'POST', body: JSON.stringify(faults)});
  }

  async stats() {
    return (await fetch(`${this.#base}/stats`)).json();
  }
}

const page = ({site, attributes = '', head = '', own}) => `<!doctype html>
<html lang="vi" data-time-zone="Asia/Ho_Chi_Minh">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bài báo</title>${head}
<script type="module" src="/dist/cdn/article-widgets.js"></script>
<h1>Bài báo</h1>
<article-comments src="/faults/${site}/comments" article="${site}" loading="eager" ${attributes}></article-comments>
${own ? `<article-comment-form id="own" draft-key="own-${site}"><form method="post" enctype="text/plain" action="/post?site=${site}&${own}"><label>Lời <textarea name="comment"></textarea></label><button>Gửi</button></form></article-comment-form>` : ''}`;
