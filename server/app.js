import corsPlugin from '@fastify/cors';
import rateLimitPlugin from '@fastify/rate-limit';
import fastify, {LogController} from 'fastify';
import {commentRoutes} from './comments.js';
import {healthRoute} from './health.js';
import {contentSecurityPolicy} from './html.js';
import {bodyBytes, limits} from './limits.js';
import {logRequests} from './log.js';
import {Problem, sendProblem, toProblem} from './problem.js';
import {openDatabase} from './database.js';
import {CommentStore} from './store.js';

const defaults = {
  dataFile: ':memory:',
  databaseUrl: undefined,
  maxlength: limits.text,
  rateLimit: {max: 10, timeWindow: 60_000},
  moderation: false,
  language: 'en',
  trustProxy: false,
  corsOrigins: [],
  logger: false,
  pages: undefined,
};

/**
 * The comment server as one fastify instance, not yet listening; `app.store` holds the comments, in `app.database`.
 * Closing it closes the database, and cuts connections that are still open.
 * @param {{dataFile?: string, databaseUrl?: string, maxlength?: number, moderation?: boolean,
 *   rateLimit?: {max: number, timeWindow: number} | false, language?: 'en' | 'vi', trustProxy?: string[] | false,
 *   corsOrigins?: string[], logger?: object | boolean, pages?: import('fastify').FastifyPluginAsync}} [options]
 *   `dataFile`: the SQLite file, by default none: comments live as long as the instance. `databaseUrl`: a PostgreSQL
 *   instead. `rateLimit`: posts from one address, `false` for no limit. `language`: of the words for readers.
 *   `trustProxy`: addresses of proxies whose `X-Forwarded-For` is believed. `pages`: what else it serves.
 */
export async function createApp(options = {}) {
  const settings = {...defaults, ...options};
  const app = fastify({
    ...(settings.logger && {logger: settings.logger}),
    logController: new LogController({disableRequestLogging: true}),
    trustProxy: settings.trustProxy,
    bodyLimit: bodyBytes(settings.maxlength),
    forceCloseConnections: true,
    routerOptions: {maxParamLength: 200},
    frameworkErrors: (error, request, reply) => sendProblem(reply, toProblem(error)),
  });
  try {
    const onLost = (error) => app.log.error({err: error}, 'a database connection was lost');
    const database = await openDatabase({...settings, onLost});
    app.addHook('onClose', () => database.destroy());
    const store = new CommentStore(database);
    app.decorate('database', database).decorate('store', store);
    await addRoutes(app, {...settings, store});
    await app.ready();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

async function addRoutes(app, settings) {
  logRequests(app);
  app.addHook('onSend', async (request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    const type = String(reply.getHeader('Content-Type') ?? '');
    if (type.startsWith('text/html')) reply.header('Content-Security-Policy', contentSecurityPolicy);
  });
  app.setErrorHandler((error, request, reply) => sendProblem(reply, toProblem(error)));
  app.setNotFoundHandler((request, reply) => sendProblem(reply, new Problem(404)));

  if (settings.corsOrigins.length > 0) await app.register(corsPlugin, corsOptions(settings));
  await app.register(rateLimitPlugin, {global: false});
  await app.register(commentRoutes, settings);
  await app.register(healthRoute, settings);
  if (settings.pages) await app.register(settings.pages, settings);
}

function corsOptions({corsOrigins}) {
  return {
    origin: corsOrigins,
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['Content-Type', 'Idempotency-Key'],
    exposedHeaders: ['Location', 'Retry-After'],
    maxAge: 600,
    strictPreflight: false,
  };
}
