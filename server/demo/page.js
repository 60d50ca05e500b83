import {randomUUID} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {escapeHtml} from '../html.js';
import {Problem} from '../problem.js';

const timeZone = 'Asia/Ho_Chi_Minh';
const shown = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  dateStyle: 'short',
  timeStyle: 'short',
});

/**
 * The demo's page, with its newest comments already in it for readers without script.
 * @param {import('fastify').FastifyInstance} app
 * @param {{store: import('../store.js').CommentStore, demoDir: string, article: string}} options
 */
export async function pageRoutes(app, {store, demoDir, article}) {
  app.get('/', async (request, reply) => {
    const html = await readPage(join(demoDir, 'index.html'));
    const known = await newest(request);
    reply.header('Cache-Control', 'no-cache').type('text/html; charset=utf-8');
    // Replaced by functions: in a string, a reader's `$&` would be an instruction.
    return html
      .replaceAll('<!-- key -->', () => hiddenKey(randomUUID()))
      .replaceAll('<article-comments ', (tag) => (known ? `${tag}count="${known.total}" ` : tag))
      .replaceAll('<!-- count -->', () => (known ? ` (${known.total})` : ''))
      .replaceAll('<!-- comments -->', () => listOf(known?.comments ?? []));
  });
  // The article is there to be read, whatever becomes of its comments.
  async function newest(request) {
    try {
      return await store.list({article, order: 'newest', limit: 20});
    } catch (error) {
      request.log.error({err: error}, 'the page is sent without its comments');
      return undefined;
    }
  }

  app.get('/index.html', async (request, reply) => reply.redirect('/', 301));
}

async function readPage(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw error.code === 'ENOENT' ? new Problem(404) : error;
  }
}

// By it the server knows a comment that was sent twice.
function hiddenKey(key) {
  return `<input type="hidden" name="key" value="${key}" autocomplete="off">`;
}

function listOf(comments) {
  if (comments.length === 0) return '';
  return `<ol>\n${comments.map(itemOf).join('\n')}\n</ol>`;
}

function itemOf({id, author, text, createdAt}) {
  const time = shown.format(new Date(createdAt)).replace(',', '');
  const lines = escapeHtml(text).replaceAll('\n', '<br>\n');
  return (
    `<li id="comment-${id}"><article><p class="comment-author">${escapeHtml(author.name)}</p>` +
    `<time datetime="${createdAt}">${time}</time><p>${lines}</p></article></li>`
  );
}
