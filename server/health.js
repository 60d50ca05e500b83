import {Problem} from './problem.js';

const patience = 2000;

/**
 * `/healthz`, for whoever watches over the server: 200 while it and its database answer, else 503.
 * @param {import('fastify').FastifyInstance} app
 * @param {{store: import('./store.js').CommentStore}} options
 */
export async function healthRoute(app, {store}) {
  app.get('/healthz', async (request, reply) => {
    reply.header('Cache-Control', 'no-store');
    try {
      await withinTime(store.ping());
    } catch (error) {
      request.log.error({err: error}, 'the database does not answer');
      throw new Problem(503, {database: 'down'});
    }
    return {status: 'ok', database: 'up'};
  });
}

async function withinTime(work) {
  let timer;
  const tooLate = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patience);
  });
  try {
    await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
