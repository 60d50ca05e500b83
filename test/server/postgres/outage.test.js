import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect, createServer} from 'node:net';
import {Writable} from 'node:stream';
import {test} from 'node:test';
import {sql} from 'kysely';
import {loggerOptions} from '../../../server/log.js';
import {Moderation} from '../../../server/moderation.js';
import {emptyDatabase} from '../support/database.js';
import {article, assertProblem, list, openApp, path, post} from '../support/server.js';

/** A way to the database that can be cut and mended. */
async function openWay(t, databaseUrl) {
  const url = new URL(databaseUrl);
  const target = {host: url.hostname, port: Number(url.port)};
  const sockets = new Set();
  let server, port;
  const mend = async () => {
    server = createServer((near) => {
      const far = connect(target);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ]) {
        sockets.add(one);
        one.on('error', () => {}).on('close', () => other.destroy());
        one.pipe(other);
      }
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({port} = server.address());
  };
  const cut = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  await mend();
  t.after(cut);
  url.port = port;
  return {databaseUrl: url.href, cut, mend};
}

async function openBehind(t) {
  const {databaseUrl} = await emptyDatabase(t);
  const way = await openWay(t, databaseUrl);
  const lines = [];
  const stream = new Writable({write: (line, encoding, done) => (lines.push(JSON.parse(line)), done())});
  const logger = loggerOptions({stream});
  const app = await openApp(t, {databaseUrl: way.databaseUrl, logger});
  return {app, lines, ...way};
}

test('a database that goes away and comes back', {timeout: 60_000}, async (t) => {
  const {app, lines, cut, mend} = await openBehind(t);
  const body = {article, text: 'Trước'};
  assert.equal((await post(app, body, {'idempotency-key': 'k1'})).statusCode, 201);

  cut();
  const lost = {article, text: 'Giữa chừng'};
  for (const answer of [
    await post(app, lost, {'idempotency-key': 'k2'}),
    await list(app),
    await app.inject(`${path}/counts?article=a`),
    await app.inject('/healthz'),
  ]) {
    assertProblem(answer, 503);
    assert.ok(Number(answer.headers['retry-after']) > 0);
  }
  assert.ok(lines.some(({level, err}) => level === 'error' && err?.code === 'ECONNREFUSED'));

  await mend();
  assert.equal((await app.inject('/healthz')).statusCode, 200);
  assert.equal((await list(app)).json().total, 1, 'nothing was stored half');
  assert.equal((await post(app, lost, {'idempotency-key': 'k2'})).statusCode, 201);
  assert.equal((await list(app)).json().total, 2);
});

test('connections cut in the middle of many posts lose and double nothing', {timeout: 60_000}, async (t) => {
  const {app, cut, mend} = await openBehind(t);
  const send = (number) => post(app, {article, text: `${number}`}, {'idempotency-key': `k${number}`});
  const numbers = Array.from({length: 120}, (_, number) => number);
  let answered = 0;
  const outcomes = numbers.map(async (number) => {
    const {statusCode} = await send(number);
    if (++answered === 30) {
      cut();
      await mend();
    }
    assert.ok([201, 503].includes(statusCode), statusCode);
    return statusCode;
  });
  const refused = (await Promise.all(outcomes)).filter((status) => status === 503);
  assert.ok(refused.length > 0, 'the cut was felt');
  // Whoever was refused asks again with the same key; the others may as well.
  for (const number of numbers) assert.equal((await send(number)).statusCode, 201);
  const stored = [];
  let cursor;
  do {
    const page = (await list(app, {limit: 100, ...(cursor && {cursor})})).json();
    stored.push(...page.comments.map(({text}) => Number(text)));
    assert.equal(page.total, numbers.length);
    cursor = page.next;
  } while (cursor);
  assert.deepEqual(
    stored.sort((a, b) => a - b),
    numbers,
  );
});

test('a database that ends its connections does not end the server', {timeout: 60_000}, async (t) => {
  const {app, lines} = await openBehind(t);
  await post(app, {article, text: 'Chào'});
  const other = await openApp(t);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
    and datname = current_database()`.execute(other.database);
  while (!lines.some(({msg}) => msg === 'a database connection was lost')) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.equal((await list(app)).json().total, 1);
});

test('an article is decided about by one at a time, without a deadlock', {timeout: 60_000}, async (t) => {
  const {databaseUrl} = await emptyDatabase(t);
  const one = await openApp(t, {databaseUrl, moderation: true});
  const other = await openApp(t, {databaseUrl});
  const waiting = [];
  for (let number = 0; number < 10; number++) {
    waiting.push(Number((await post(one, {article, text: `${number}`})).json().id));
  }
  const moderators = [one, other].map((app) => new Moderation(app.database));
  await Promise.all([
    ...moderators.flatMap((moderation) => waiting.map((id) => moderation.approve(id))),
    ...waiting.map((id) => post(other, {article, text: `thêm ${id}`})),
  ]);
  const {total, comments} = (await list(one, {limit: 100})).json();
  assert.deepEqual([total, comments.length], [20, 20]);
});
