import assert from 'node:assert/strict';
import {test} from 'node:test';
import {article, assertProblem, list, openApp, path, post} from './support/server.js';

test('other types, sizes, methods and addresses are refused by their own status', async (t) => {
  const app = await openApp(t);
  const text = JSON.stringify({article, text: 'Chào'});
  for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/xml', 'text/json']) {
    assertProblem(await post(app, text, {'content-type': type}), 415);
  }
  assertProblem(await app.inject({method: 'POST', url: path, headers: {'idempotency-key': 'k'}}), 415);
  assertProblem(await post(app, {article, text: 'x'.repeat(65_536)}), 413);
  for (const broken of ['{', '', '"text"', '[]', 'null', '{"__proto__": {"a": 1}}']) {
    assertProblem(await post(app, broken), 400);
  }
  assertProblem(await post(app, `${'['.repeat(30_000)}${']'.repeat(30_000)}`), 400);

  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const refused = await app.inject({
      method,
      url: path,
      headers: {'content-type': 'text/plain'},
      payload: 'x',
    });
    assertProblem(refused, 405);
    assert.equal(refused.headers.allow, 'GET, HEAD, POST');
  }
  const one = await app.inject({method: 'DELETE', url: `${path}/1`});
  assertProblem(one, 405);
  assert.equal(one.headers.allow, 'GET, HEAD');
  for (const url of ['/api', '/api/nothing', '/nothing', '/..%2f..%2fpackage.json', '/%']) {
    assertProblem(await app.inject(url), url === '/%' ? 400 : 404);
  }
  assert.equal((await list(app)).json().total, 0);
});

test('a failure inside says nothing about the inside', async (t) => {
  const app = await openApp(t);
  app.store.add = async () => {
    throw new Error('disk I/O error in /secret/place');
  };
  const response = await post(app, {article, text: 'Chào'});
  assertProblem(response, 500);
  assert.doesNotMatch(response.body, /secret|disk/);
});
