import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Moderation} from '../../server/moderation.js';
import {emptyDatabaseEnv} from './support/database.js';
import {article, assertProblem, list, openApp, path, post, runMain, startMain} from './support/server.js';

test('with moderation a comment waits, and is public only when it is approved', async (t) => {
  const app = await openApp(t, {moderation: true});
  const headers = {'idempotency-key': 'k1'};
  const body = {article, text: 'Chờ', author: {name: 'Lan', email: 'lan@example.com'}};
  const held = await post(app, body, headers);
  assert.equal(held.statusCode, 202);
  assert.equal(held.headers.location, undefined);
  const {id, status} = held.json();
  assert.equal(status, 'pending');
  assert.deepEqual((await post(app, body, headers)).json(), held.json(), 'sent again, it is the same');

  const counted = async () => (await app.inject(`${path}/counts?article=${article}`)).json().counts[article];
  assert.deepEqual((await list(app)).json(), {total: 0, comments: [], next: null});
  assert.equal(await counted(), 0);
  assertProblem(await app.inject(`${path}/${id}`), 404);
  assertProblem(await post(app, {article, text: 'Trả lời', parentId: id}), 422);

  const moderation = new Moderation(app.database);
  assert.deepEqual(
    (await moderation.waiting()).map(({text, email}) => [text, email]),
    [['Chờ', 'lan@example.com']],
  );
  assert.equal(await moderation.approve(Number(id)), true);
  assert.equal(await moderation.approve(Number(id)), false, 'once is enough');
  assert.deepEqual(await moderation.waiting(), []);
  assert.equal((await list(app)).json().total, 1);
  assert.equal(await counted(), 1);
  const replayed = await post(app, body, headers);
  assert.deepEqual([replayed.statusCode, replayed.json().status], [201, 'published']);
});

test('a rejected comment is gone from the public, and its sender is not told', async (t) => {
  const app = await openApp(t, {moderation: true});
  const moderation = new Moderation(app.database);
  const headers = {'idempotency-key': 'k1'};
  const {id} = (await post(app, {article, text: 'Quảng cáo'}, headers)).json();
  assert.equal(await moderation.reject(Number(id)), true);
  assert.equal(await moderation.reject(Number(id)), false);
  const again = await post(app, {article, text: 'Quảng cáo'}, headers);
  assert.deepEqual([again.statusCode, again.json().status], [202, 'pending']);
  assert.equal((await list(app)).json().total, 0);

  await moderation.approve(Number(id));
  assert.equal((await list(app)).json().total, 1, 'a moderator may think again');
  await moderation.reject(Number(id));
  assert.deepEqual((await list(app)).json(), {total: 0, comments: [], next: null});
  assert.equal(await moderation.approve(999), false);
});

test('many moderators at once count right', async (t) => {
  const app = await openApp(t, {moderation: true});
  const moderation = new Moderation(app.database);
  const ids = [];
  for (let number = 0; number < 8; number++) {
    ids.push(Number((await post(app, {article, text: `${number}`})).json().id));
  }
  const decisions = ids.flatMap((id) => [moderation.approve(id), moderation.approve(id)]);
  assert.equal((await Promise.all(decisions)).filter(Boolean).length, 8);
  await Promise.all(ids.slice(0, 4).flatMap((id) => [moderation.reject(id), moderation.reject(id)]));
  const {total, comments} = (await list(app)).json();
  assert.deepEqual([total, comments.length], [4, 4]);
});

test('a closed article takes no comment and shows those that it has', async (t) => {
  const app = await openApp(t);
  const moderation = new Moderation(app.database);
  const headers = {'idempotency-key': 'k1'};
  await post(app, {article, text: 'Trước'}, headers);
  await moderation.setClosed(article, true);
  await moderation.setClosed('chưa có gì', true);
  for (const of of [article, 'chưa có gì']) {
    const problem = assertProblem(await post(app, {article: of, text: 'Sau'}), 403);
    assert.match(problem.type, /comments-closed$/);
  }
  assert.equal((await post(app, {article, text: 'Trước'}, headers)).statusCode, 201, 'it was taken before');
  assert.equal((await post(app, {article: 'khác', text: 'Chào'})).statusCode, 201);
  assert.equal((await list(app)).json().total, 1);
  assert.deepEqual(await moderation.closedArticles(), ['chưa có gì', article].sort());
  await moderation.setClosed(article, false);
  assert.equal((await post(app, {article, text: 'Mở lại'})).statusCode, 201);
});

test('the commands work beside a running server', {timeout: 60_000}, async (t) => {
  const env = await emptyDatabaseEnv(t);
  const {url} = await startMain(t, {...env, MODERATION: 'on'});
  const send = async (key) =>
    fetch(new URL(path, url), {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': key},
      body: JSON.stringify({article, text: `Chào ${key}`, author: {name: 'Lan'}}),
    });
  const total = async () => (await (await fetch(new URL(`${path}?article=${article}`, url))).json()).total;
  assert.equal((await send('1')).status, 202);
  const {id} = await (await send('2')).json();

  const waiting = JSON.parse((await runMain(env, 'moderate.js', ['list'])).out);
  assert.deepEqual(
    waiting.map(({text}) => text),
    ['Chào 1', 'Chào 2'],
  );
  assert.deepEqual(await runMain(env, 'moderate.js', ['approve', id]), {
    code: 0,
    out: `Comment ${id} is public.\n`,
    err: '',
  });
  assert.equal(await total(), 1);
  assert.equal((await runMain(env, 'moderate.js', ['reject', String(waiting[0].id)])).code, 0);
  assert.equal(await total(), 1);
  assert.equal((await runMain(env, 'moderate.js', ['list'])).out, '[]\n');
  const unknown = await runMain(env, 'moderate.js', ['approve', '999']);
  assert.deepEqual([unknown.code, unknown.err], [1, 'Comment 999 is public already, or does not exist.\n']);
  for (const args of [
    ['aprove', '1'],
    ['approve', '1 OR 1'],
  ]) {
    const wrong = await runMain(env, 'moderate.js', args);
    assert.equal(wrong.code, 1);
    assert.match(wrong.err, /^Usage: /);
  }

  assert.equal((await runMain(env, 'articles.js', ['close', article])).code, 0);
  assert.equal((await send('3')).status, 403);
  assert.equal((await runMain(env, 'articles.js', ['list'])).out, `${article}\n`);
  assert.equal((await runMain(env, 'articles.js', ['open', article])).code, 0);
  assert.equal((await send('3')).status, 202);
});
