import {randomUUID} from 'node:crypto';
import {encodeCursor} from './cursor.js';
import {failurePage, isForm, pathBack, readForm} from './form.js';
import {messages} from './messages.js';
import {Problem, sendProblem, toProblem} from './problem.js';
import {invalidDraft, readDraft, readKey, readQuery} from './validate.js';

/**
 * The routes of the `rest` contract.
 * @param {import('fastify').FastifyInstance} app
 * @param {{store: import('./store.js').CommentStore, maxlength: number,
 *   rateLimit: {max: number, timeWindow: number} | false}} options
 */
export async function commentRoutes(app, {store, maxlength, rateLimit}) {
  const path = '/api/comments';
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/x-www-form-urlencoded', {parseAs: 'string'}, parseForm);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('Cache-Control', 'no-store');
  });
  app.setErrorHandler(answerFailure);

  app.get(path, async (request) => {
    const query = readQuery(request.query);
    const {total, comments, more} = await store.list(query);
    return {total, comments, next: more ? encodeCursor({...query, ...comments.at(-1)}) : null};
  });

  app.get(`${path}/:id`, async (request) => {
    const comment = await store.get(request.params.id);
    if (!comment) throw new Problem(404);
    return comment;
  });

  // Counted after the body was read, so that a form's answer can give back what was typed.
  const limited = {config: {rateLimit: rateLimit && {hook: 'preHandler', ...rateLimit}}};
  app.post(path, limited, async (request, reply) => {
    if (request.body === undefined) throw new Problem(415);
    const form = isForm(request);
    const draft = readDraft(form ? readForm(request.body) : request.body, maxlength);
    const key = form ? randomUUID() : readKey(request.headers['idempotency-key']);
    const comment = settle(await store.add(draft, key));
    if (form) return reply.redirect(`${pathBack(request.body.return)}#comments`, 303);
    return reply.code(201).header('Location', `${path}/${comment.id}`).send(comment);
  });

  refuseOtherMethods(app, path, ['GET', 'HEAD', 'POST']);
  refuseOtherMethods(app, `${path}/:id`, ['GET', 'HEAD']);
}

// A repeated request is answered as the first one was: the caller may never have seen that answer.
function settle({outcome, comment}) {
  if (outcome === 'parent-missing') {
    throw invalidDraft([{field: 'parentId', message: messages.parentMissing}]);
  }
  if (outcome === 'key-reused') {
    const detail = 'This Idempotency-Key was used for another comment. Use a new key for a new comment.';
    throw new Problem(422, {name: 'key-reused', title: 'The key was used before', detail});
  }
  return comment;
}

function answerFailure(error, request, reply) {
  const problem = toProblem(error);
  if (problem.status >= 500) request.log.error({err: error}, 'request failed');
  if (!isForm(request)) return sendProblem(reply, problem);
  const retryAfter = reply.getHeader('Retry-After');
  const page = failurePage({...problem, retryAfter}, request.body ?? {});
  return reply.code(problem.status).type('text/html; charset=utf-8').send(page);
}

function parseForm(request, body, done) {
  done(null, Object.fromEntries(new URLSearchParams(body)));
}

function refuseOtherMethods(app, url, allowed) {
  const method = app.supportedMethods.filter((name) => !allowed.includes(name));
  // Before the body is read: what it holds makes no difference.
  const refuse = async (request, reply) => {
    reply.header('Allow', allowed.join(', '));
    throw new Problem(405);
  };
  app.route({method, url, onRequest: refuse, handler: refuse});
}
