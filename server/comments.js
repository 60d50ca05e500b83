import {randomUUID} from 'node:crypto';
import {encodeCursor} from './cursor.js';
import {failurePage, formKey, isForeign, isForm, pathBack, readForm} from './form.js';
import {wordsFor} from './messages.js';
import {Problem, sendProblem, sendProblemPage, toProblem} from './problem.js';
import {invalidDraft, readArticles, readDraft, readKey, readQuery} from './validate.js';

/**
 * The routes of the `rest` contract, as openapi.json describes it.
 * @param {import('fastify').FastifyInstance} app
 * @param {{store: import('./store.js').CommentStore, maxlength: number, moderation: boolean, language: string,
 *   rateLimit: {max: number, timeWindow: number} | false, corsOrigins: string[]}} options
 */
export async function commentRoutes(app, {store, maxlength, moderation, language, rateLimit, corsOrigins}) {
  const path = '/api/comments';
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/x-www-form-urlencoded', {parseAs: 'string'}, parseForm);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('Cache-Control', 'no-store');
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (!isForm(request)) return sendProblem(reply, problem);
    const fields = request.body ?? {};
    const retryAfter = reply.getHeader('Retry-After');
    return sendProblemPage(reply, problem, failurePage({...problem, retryAfter}, fields, language));
  });

  app.get(path, async (request) => {
    const query = readQuery(request.query, wordsFor(language));
    const {total, comments, next} = await store.list(query);
    return {total, comments, next: next === undefined ? null : encodeCursor({...query, position: next})};
  });

  app.get(`${path}/counts`, async (request) => {
    const articles = readArticles(request.query, wordsFor(language));
    const counts = await store.counts([...articles.values()]);
    return {
      counts: Object.fromEntries([...articles].map(([asked, article]) => [asked, counts.get(article)])),
    };
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
    const words = wordsFor(form ? request.body.lang : undefined, language);
    if (form && isForeign(request, corsOrigins)) throw new Problem(403, {detail: words.foreign});
    const draft = readDraft(form ? readForm(request.body) : request.body, {maxlength, words});
    const key = form ? formKey(request.body, draft) : readKey(request.headers['idempotency-key']);
    const comment = settle(await store.add(draft, key, {held: moderation}), words);
    if (form) return reply.redirect(`${pathBack(request.body.return)}#comments`, 303);
    if (comment.status === 'pending') return reply.code(202).send(comment);
    return reply.code(201).header('Location', `${path}/${comment.id}`).send(comment);
  });

  refuseOtherMethods(app, path, ['GET', 'HEAD', 'POST']);
  refuseOtherMethods(app, `${path}/counts`, ['GET', 'HEAD']);
  refuseOtherMethods(app, `${path}/:id`, ['GET', 'HEAD']);
}

function settle({outcome, comment}, words) {
  if (outcome === 'parent-missing') {
    throw invalidDraft([{field: 'parentId', message: words.parentMissing}]);
  }
  if (outcome === 'closed') {
    throw new Problem(403, {name: 'comments-closed', title: 'The comments are closed', detail: words.closed});
  }
  if (outcome === 'key-reused') {
    const detail = 'This Idempotency-Key was used for another comment. Use a new key for a new comment.';
    throw new Problem(422, {name: 'key-reused', title: 'The key was used before', detail});
  }
  return comment;
}

function parseForm(request, body, done) {
  const fields = Object.fromEntries(new URLSearchParams(body));
  // Without one each sending is a comment of its own, but the page after a failure can be sent again.
  done(null, {...fields, key: fields.key || randomUUID()});
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
