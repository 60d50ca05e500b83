import {fileURLToPath} from 'node:url';
import rateLimitPlugin from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import fastify from 'fastify';
import {commentRoutes} from './comments.js';
import {contentSecurityPolicy} from './html.js';
import {limits} from './limits.js';
import {pageRoutes} from './page.js';
import {Problem, sendProblem, toProblem} from './problem.js';
import {CommentStore} from './store.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const defaults = {
  dataFile: ':memory:',
  demoDir: here('../demo/'),
  distDir: here('../dist/'),
  article: 'lua-mua-gat',
  maxlength: limits.text,
  rateLimit: {max: 10, timeWindow: 60_000},
  logger: false,
};

/**
 * The demo and its comments as one fastify instance, not yet listening; `app.store` holds the comments.
 * Closing it closes the database, and cuts connections that are still open.
 * @param {{dataFile?: string, demoDir?: string, distDir?: string, article?: string, maxlength?: number,
 *   rateLimit?: {max: number, timeWindow: number} | false, logger?: object | boolean}} [options]
 *   `dataFile`: the SQLite file, by default none: comments live as long as the instance.
 *   `article`: whose comments stand in the demo's page. `rateLimit`: posts from one address, `false` for no limit.
 */
export async function createApp(options = {}) {
  const settings = {...defaults, ...options};
  const store = new CommentStore(settings.dataFile);
  const app = fastify({
    logger: settings.logger,
    bodyLimit: limits.bodyBytes,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => sendProblem(reply, toProblem(error)),
  });
  app.decorate('store', store);
  app.addHook('onClose', async () => store.close());
  try {
    await addRoutes(app, {...settings, store});
    await app.ready();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

async function addRoutes(app, settings) {
  app.addHook('onSend', async (request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    const type = String(reply.getHeader('Content-Type') ?? '');
    if (type.startsWith('text/html')) reply.header('Content-Security-Policy', contentSecurityPolicy);
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) request.log.error({err: error}, 'request failed');
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(reply, new Problem(404)));

  await app.register(rateLimitPlugin, {global: false});
  await app.register(commentRoutes, settings);
  await app.register(pageRoutes, settings);
  const files = {index: false, dotfiles: 'ignore', decorateReply: false};
  await app.register(staticFiles, {...files, root: settings.distDir, prefix: '/dist/'});
  await app.register(staticFiles, {...files, root: settings.demoDir, prefix: '/'});
}
