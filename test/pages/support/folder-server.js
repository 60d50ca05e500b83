import staticFiles from '@fastify/static';
import fastify from 'fastify';

/**
 * Serves folders on a free port of this machine only.
 * @param {Record<string, string>} folders the folder for each path prefix, such as `{'/dist/': …}`
 * @param {(app: import('fastify').FastifyInstance) => void} [addRoutes] adds what is in no folder
 */
export async function serveFolders(folders, addRoutes) {
  const app = fastify({forceCloseConnections: true});
  app.get('/favicon.ico', (request, reply) => reply.code(204).send()); // browsers ask for it unasked
  for (const [prefix, root] of Object.entries(folders)) {
    await app.register(staticFiles, {root, prefix, decorateReply: false});
  }
  addRoutes?.(app);
  const origin = await app.listen({host: '127.0.0.1', port: 0});
  return {origin, close: () => app.close()};
}
