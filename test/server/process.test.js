import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {statSync} from 'node:fs';
import {connect, createServer} from 'node:net';
import {networkInterfaces} from 'node:os';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {addressesOf, listenOn} from '../../server/listen.js';
import {databaseName, emptyDatabaseEnv} from './support/database.js';
import {list, openApp, path, runMain, startMain} from './support/server.js';

const headers = (key) => ({'Content-Type': 'application/json', 'Idempotency-Key': key});
const send = (url, key) => {
  const body = JSON.stringify({article: 'kill', text: `Bình luận ${key}`});
  return fetch(new URL(path, url), {method: 'POST', headers: headers(key), body});
};

async function everything(url, of) {
  const comments = [];
  let next = '';
  do {
    const query = new URLSearchParams({article: of, limit: '100', ...(next && {cursor: next})});
    const page = await (await fetch(new URL(`${path}?${query}`, url))).json();
    comments.push(...page.comments);
    next = page.next;
  } while (next);
  return comments;
}

/** Posts until the server is gone; gives the keys that were acknowledged and the ones left in doubt. */
async function postUntilGone(url, acknowledged, doubtful) {
  for (;;) {
    const key = randomUUID();
    doubtful.add(key);
    try {
      const response = await send(url, key);
      const {id} = await response.json();
      assert.equal(response.status, 201);
      acknowledged.set(key, id);
      doubtful.delete(key);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      return;
    }
  }
}

test(
  `kill -9 during 1,000 posts loses no acknowledged comment and doubles none on ${databaseName}`,
  {timeout: 300_000},
  async (t) => {
    const env = {...(await emptyDatabaseEnv(t)), POSTS_PER_MINUTE: '0'};
    const acknowledged = new Map();
    const doubtful = new Set();
    for (const enough of [5, 50, 250, 700]) {
      const {child, exit, url} = await startMain(t, env);
      const known = acknowledged.size;
      const writers = Array.from({length: 4}, () => postUntilGone(url, acknowledged, doubtful));
      while (acknowledged.size < known + enough) await wait(5);
      child.kill('SIGKILL');
      await Promise.all([exit, ...writers]);
    }
    assert.ok(acknowledged.size >= 1000);

    const {url} = await startMain(t, env);
    const ids = (await everything(url, 'kill')).map((comment) => comment.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [key, id] of acknowledged) assert.ok(ids.includes(id), `${key} is lost`);
    // Whoever saw no answer asks again with the same key.
    for (const key of doubtful) assert.equal((await send(url, key)).status, 201);
    const stored = await everything(url, 'kill');
    const keys = [...acknowledged.keys(), ...doubtful];
    assert.deepEqual(stored.map(({text}) => text).sort(), keys.map((key) => `Bình luận ${key}`).sort());
    const {total} = await (await fetch(new URL(`${path}?article=kill`, url))).json();
    assert.equal(total, stored.length, 'the count that is kept is the number of comments');
  },
);

test(`two processes share one database on ${databaseName}`, {timeout: 60_000}, async (t) => {
  const env = {...(await emptyDatabaseEnv(t)), POSTS_PER_MINUTE: '0'};
  // Both find it empty and want to make its tables.
  const servers = await Promise.all([startMain(t, env), startMain(t, env)]);
  for (let number = 0; number < 25; number++) {
    const answers = await Promise.all(servers.map(({url}) => send(url, `k${number}`)));
    assert.deepEqual(
      answers.map(({status}) => status),
      [201, 201],
    );
    const [one, other] = await Promise.all(answers.map((answer) => answer.json()));
    assert.deepEqual(one, other, 'the same key at once is one comment');
  }
  const [one, other] = await Promise.all(servers.map(({url}) => everything(url, 'kill')));
  assert.equal(one.length, 25);
  assert.deepEqual(one, other);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(`${signal} ends it at once, idle connections or not`, {timeout: 20_000}, async (t) => {
    const env = await emptyDatabaseEnv(t);
    const {child, exit, url, output} = await startMain(t, env);
    const {port} = new URL(url);
    const silent = connect(port, '127.0.0.1').on('error', () => {});
    const kept = connect(port, '127.0.0.1').on('error', () => {});
    kept.write(`GET ${path}?article=a HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n`);
    await once(kept, 'data');
    const started = performance.now();
    child.kill(signal);
    assert.deepEqual(await exit, [0, null]);
    assert.ok(performance.now() - started < 2500);
    assert.equal(output.err, '');
    // The whole database is in its file then, and may be copied.
    if (env.DATA) assert.ok(!(statSync(`${env.DATA}-wal`, {throwIfNoEntry: false})?.size > 0));
    silent.destroy();
  });
}

test('a comment that is on its way when it is stopped still arrives', {timeout: 20_000}, async (t) => {
  const env = await emptyDatabaseEnv(t);
  const {child, exit, url} = await startMain(t, env);
  const body = JSON.stringify({article: 'cuối', text: 'Kịp lúc'});
  const socket = connect(new URL(url).port, '127.0.0.1');
  const lines = [
    'Content-Type: application/json',
    'Idempotency-Key: k',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\n${lines.join('\r\n')}\r\n\r\n${body.slice(0, 10)}`);
  await wait(200);
  child.kill('SIGINT');
  await wait(200);
  assert.equal(child.exitCode, null);
  socket.write(body.slice(10));
  const [answer] = await once(socket, 'data');
  assert.match(answer.toString(), /^HTTP\/1\.1 201 /);
  const started = performance.now();
  assert.deepEqual(await exit, [0, null]);
  assert.ok(performance.now() - started < 2500);
  const again = await startMain(t, env);
  assert.equal((await everything(again.url, 'cuối')).length, 1);
});

test('a caller that never finishes cannot keep it alive', {timeout: 20_000}, async (t) => {
  const {child, exit, url} = await startMain(t, await emptyDatabaseEnv(t));
  const socket = connect(new URL(url).port, '127.0.0.1').on('error', () => {});
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
  );
  await wait(200);
  const started = performance.now();
  child.kill('SIGINT');
  assert.deepEqual(await exit, [0, null]);
  assert.ok(performance.now() - started < 10_000);
});

test('what hinders the start is said in one sentence', {timeout: 60_000}, async (t) => {
  const env = await emptyDatabaseEnv(t);
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  t.after(() => blocker.close());
  const {port} = blocker.address();
  const wrong = [
    [{PORT: `${port}`}, /^Port \d+ is taken\. Set PORT to a free one\.\n$/],
    [{PORT: 'eighty'}, /^The server could not start: PORT must be .*"eighty"\.\n$/],
    [{TRUST_PROXY: '1'}, /^The server could not start: TRUST_PROXY must be .*"1"\.\n$/],
    [{CORS_ORIGINS: '*'}, /^The server could not start: CORS_ORIGINS must be .*"\*"\.\n$/],
    [{MODERATION: 'yes'}, /^The server could not start: MODERATION must be .*"yes"\.\n$/],
    [{DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x'}, /^The server could not start: .*ECONNREFUSED[^]*$/],
  ];
  for (const [setting, message] of wrong) {
    const {code, err} = await runMain({...env, ...setting});
    assert.equal(code, 1);
    assert.match(err, message);
    assert.doesNotMatch(err, /secret/);
  }
});

test('localhost is every address that the name has, and each of them answers', async (t) => {
  const app = await openApp(t);
  assert.ok((await addressesOf('localhost')).includes('127.0.0.1'));
  // As on a machine where the name leads to ::1 first, and to an address that the machine does not have.
  const listener = await listenOn(app, ['192.0.2.1', '::1', '127.0.0.1'], 0);
  t.after(() => listener.close());
  const own = Object.values(networkInterfaces()).flatMap((list) => list.map(({address}) => address));
  const hosts = own.includes('::1') ? ['127.0.0.1', '[::1]'] : ['127.0.0.1'];
  for (const host of hosts) {
    const response = await fetch(`http://${host}:${listener.port}${path}?article=a`);
    assert.deepEqual(await response.json(), (await list(app, {article: 'a'})).json());
  }
  await assert.rejects(listenOn(app, ['192.0.2.1'], 0), {code: 'EADDRNOTAVAIL'});
  await assert.rejects(listenOn(app, ['127.0.0.1'], listener.port), {code: 'EADDRINUSE'});
});
