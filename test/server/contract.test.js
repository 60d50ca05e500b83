import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Validator} from '@seriousme/openapi-schema-validator';
import {CommentError, restSource} from 'article-widgets/comments.js';
import {Moderation} from '../../server/moderation.js';
import {checkAnswer, checkedFetch, checkRequest, contract, operationOf} from './support/contract.js';
import {databaseName} from './support/database.js';
import {article, openApp} from './support/server.js';

const {signal} = new AbortController();
const author = {name: 'Lan', email: 'lan@example.com'};
let keys = 0;
const draftOf = (text, more) => ({article, text, author, idempotencyKey: `key-${++keys}`, ...more});
const query = {article, order: 'newest', limit: 2};

/** A server, the library's own client for it, and what the two said. */
async function converse(t, options) {
  const app = await openApp(t, options);
  const src = `${await app.listen({host: '127.0.0.1', port: 0})}/api/comments`;
  const seen = [];
  const source = restSource(src, {fetch: checkedFetch(seen)});
  return {app, src, seen, source, submit: (...draft) => source.submit(draftOf(...draft), signal)};
}

/** The failure that the reader would be told of. */
async function failure(work) {
  const error = await work.then(assert.fail, (reason) => reason);
  assert.ok(error instanceof CommentError, error);
  return error;
}

test('the contract is an OpenAPI 3.1 document', async () => {
  const {valid, errors} = await new Validator().validate(structuredClone(contract));
  assert.ok(valid, JSON.stringify(errors));
  assert.match(contract.openapi, /^3\.1\./);
  const {default: shipped} = await import('article-widgets/openapi.json', {with: {type: 'json'}});
  assert.deepEqual(shipped, contract);
});

test(`client and server keep the contract on ${databaseName}`, async (t) => {
  const {app, source, submit, seen} = await converse(t);
  assert.deepEqual(await source.list(query, signal), {comments: [], total: 0, next: undefined});

  const first = await submit('Một');
  const reply = await submit('Hai', {parentId: first.id, author: {}});
  assert.equal(reply.parentId, first.id);
  const draft = draftOf('Ba');
  const third = await source.submit(draft, signal);
  assert.deepEqual(await source.submit(draft, signal), third, 'sent again, stored once');

  const page = await source.list(query, signal);
  assert.deepEqual([page.total, page.comments.map(({text}) => text)], [3, ['Ba', 'Hai']]);
  const rest = await source.list({...query, cursor: page.next}, signal);
  assert.deepEqual([rest.comments.map(({text}) => text), rest.next], [['Một'], undefined]);

  const {kind} = await failure(source.submit({...draft, text: 'Khác'}, signal));
  assert.equal(kind, 'duplicate');
  const long = await failure(submit('x'.repeat(501)));
  assert.deepEqual([long.kind, long.max, long.count, long.unit], ['too-long', 500, 501, 'code-point']);
  const invalid = await failure(submit('Chào', {author: {email: 'lan'}}));
  assert.deepEqual([invalid.kind, invalid.fields[0].field], ['invalid', 'author.email']);
  const orphan = await failure(submit('Chào', {parentId: '999'}));
  assert.equal(orphan.fields[0].field, 'parentId');
  const foreign = await failure(source.list({...query, article: 'khác', cursor: page.next}, signal));
  assert.equal(foreign.kind, 'invalid');

  await new Moderation(app.database).setClosed(article, true);
  assert.equal((await failure(submit('Muộn'))).kind, 'closed');
  assert.deepEqual(await source.submit(draft, signal), third, 'what was taken before stays so');
  assert.equal((await source.list(query, signal)).total, 3);
  await new Moderation(app.database).setClosed(article, false);

  t.mock.method(app.store, 'list', () => Promise.reject(new Error('broken')));
  assert.equal((await failure(source.list(query, signal))).kind, 'server');
  assert.deepEqual(
    new Set(seen),
    new Set([
      'listComments 200',
      'listComments 400',
      'listComments 500',
      'addComment 201',
      'addComment 422',
      'addComment 403',
    ]),
  );
});

test('client and server agree on comments that wait', async (t) => {
  const {app, source, submit, seen} = await converse(t, {moderation: true});
  const held = await submit('Chờ duyệt');
  assert.equal(held.status, 'pending');
  assert.equal((await source.list(query, signal)).total, 0);
  await new Moderation(app.database).approve(Number(held.id));
  assert.equal((await source.list(query, signal)).comments[0].status, 'published');
  assert.ok(seen.includes('addComment 202'));
});

test('client and server agree on a limit', async (t) => {
  const {submit, seen} = await converse(t, {rateLimit: {max: 1, timeWindow: 60_000}});
  await submit('Một');
  const {kind, retryAfter} = await failure(submit('Hai'));
  assert.equal(kind, 'too-fast');
  assert.ok(retryAfter > 0 && retryAfter <= 60);
  assert.deepEqual(seen, ['addComment 201', 'addComment 429']);
});

const json = {'Content-Type': 'application/json', 'Idempotency-Key': 'k'};
const form = {'Content-Type': 'application/x-www-form-urlencoded'};
const good = JSON.stringify({article, text: 'Chào', author: {}});
const refused = [
  ['GET', '', {}, undefined, 400],
  ['GET', '?article=a&order=best', {}, undefined, 400],
  ['GET', '?article=a&cursor=x', {}, undefined, 400],
  ['GET', '/counts', {}, undefined, 400],
  ['GET', `/counts?${'article=a&'.repeat(101)}`, {}, undefined, 400],
  ['GET', '/99', {}, undefined, 404],
  ['GET', '/nobody', {}, undefined, 404],
  ['POST', '', {'Content-Type': 'application/json'}, good, 400],
  ['POST', '', json, '{', 400],
  ['POST', '', json, '[]', 400],
  ['POST', '', json, '{"__proto__": {}}', 400],
  ['POST', '', json, '[', 400],
  ['POST', '', json, `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 400],
  ['POST', '', json, `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 413],
  ['POST', '', json, 'x'.repeat(10_000_000), 413],
  ['POST', '', {'Content-Type': 'text/plain'}, good, 415],
  ['POST', '', json, JSON.stringify({article, author: {}}), 422],
  ['POST', '', form, 'article=a', 422],
  ['POST', '', {...form, Origin: 'https://evil.example'}, 'article=a&comment=b', 403],
];
for (const [method, path, headers, body, status] of refused) {
  const what = `${method} ${path} ${body ?? ''}`.slice(0, 60);
  test(`${what} is refused with ${status}, as the contract says`, async (t) => {
    const {src} = await converse(t);
    const response = await fetch(src + path, {method, headers, body});
    assert.equal(response.status, status);
    checkAnswer(operationOf(method, src + path), status, response.headers, await response.text());
    assert.equal((await fetch(`${src}?article=a`)).status, 200, 'it serves on');
  });
}

test('forms, counts and single comments keep the contract', async (t) => {
  const {src, seen} = await converse(t);
  const send = checkedFetch(seen);
  const body = new URLSearchParams({article: 'a b', comment: 'Chào', key: 'k', return: '/bai'}).toString();
  const init = {method: 'POST', headers: form, body, redirect: 'manual'};
  assert.equal((await send(src, init)).headers.get('Location'), '/bai#comments');
  const ids = `article=a+b&article=&article=${'x'.repeat(201)}&article=${article}`;
  const counts = await (await send(`${src}/counts?${ids}`)).json();
  assert.deepEqual(counts, {counts: {'a b': 1, [article]: 0}});
  const {comments} = await (await send(`${src}?article=a+b`)).json();
  assert.deepEqual(await (await send(`${src}/${comments[0].id}`)).json(), comments[0]);
  assert.deepEqual(seen, ['addComment 303', 'countComments 200', 'listComments 200', 'getComment 200']);
});

for (const [code, status] of [
  ['SQLITE_FULL', 507],
  ['53100', 507],
  ['ECONNREFUSED', 503],
  ['28P01', 503],
  ['XX000', 500],
]) {
  test(`a database that fails with ${code} is answered by ${status}, as the contract says`, async (t) => {
    const {app, src, submit, seen} = await converse(t);
    const fail = () => Promise.reject(Object.assign(new Error('secret'), {code}));
    for (const method of ['add', 'list', 'get', 'counts']) t.mock.method(app.store, method, fail);
    assert.equal((await failure(submit('Chào'))).kind, 'server');
    if (status !== 507) {
      for (const path of ['?article=a', '/1', '/counts?article=a']) await checkedFetch(seen)(src + path);
    }
    assert.ok(
      seen.every((answer) => answer.endsWith(` ${status}`)),
      seen.join(),
    );
  });
}

test('the check of the contract finds what breaks it', () => {
  const url = 'http://a.example/api/comments';
  const operation = operationOf('GET', `${url}?article=a`);
  const answer = (more) => {
    const comment = {id: '1', author: {name: 'Lan'}, text: 'Chào', createdAt: '2024-03-29T04:12:24.000Z'};
    return JSON.stringify({total: 1, next: null, comments: [{...comment, status: 'published', ...more}]});
  };
  const headers = {'Content-Type': 'application/json; charset=utf-8'};
  checkAnswer(operation, 200, headers, answer());
  for (const more of [{email: 'lan@example.com'}, {id: 1}, {createdAt: 'hôm qua'}, {status: 'spam'}]) {
    assert.throws(() => checkAnswer(operation, 200, headers, answer(more)), assert.AssertionError);
  }
  assert.throws(() => checkAnswer(operation, 418, headers, answer()), /may not answer 418/);
  assert.throws(() => checkRequest(`${url}?article=a&page=2`), assert.AssertionError);
  assert.throws(() => checkRequest(`${url}?article=a&limit=0`), assert.AssertionError);
  assert.throws(() => checkRequest(url, {method: 'POST', headers: json, body: '{}'}), assert.AssertionError);
});
