import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect} from 'node:net';
import {Writable} from 'node:stream';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {statusOfFailure} from '../../server/database.js';
import {listenOn} from '../../server/listen.js';
import {loggerOptions} from '../../server/log.js';
import {article, assertProblem, list, openApp, path, post, postForm} from './support/server.js';

const failures = {
  507: ['SQLITE_FULL', 'ENOSPC', '53100'],
  503: [
    ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED', 'SQLITE_IOERR_WRITE', 'SQLITE_CANTOPEN'],
    ...['SQLITE_READONLY_DBMOVED', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN'],
    // PostgreSQL: connection, login, no such database, read-only, too many, stopping, deadlock, disk.
    ...['08006', '28P01', '28000', '3D000', '25006', '53300', '57P01', '57014', '40001', '40P01', '58030'],
  ],
  500: ['SQLITE_CORRUPT', 'SQLITE_CONSTRAINT_UNIQUE', '23505', '42P01', '22001', 'XX000', undefined],
};
for (const [status, codes] of Object.entries(failures)) {
  for (const code of codes) {
    test(`a failure of the database with ${code} is a ${status}`, () => {
      assert.equal(statusOfFailure({code}), Number(status));
    });
  }
}

/** A server whose log can be read. */
async function openLogged(t, options) {
  const lines = [];
  const stream = new Writable({
    write: (line, encoding, done) => (lines.push(JSON.parse(line)), done()),
  });
  const app = await openApp(t, {logger: loggerOptions({stream}), ...options});
  return {app, lines};
}

/** Sends raw bytes to a listener, and gives what comes back until it is closed. */
async function speak(port, text) {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.write(text);
  let answer = '';
  socket.on('data', (data) => (answer += data));
  await once(socket, 'close');
  return answer;
}

test('health is told with the state of the database', async (t) => {
  const {app, lines} = await openLogged(t);
  const well = await app.inject('/healthz');
  assert.deepEqual([well.statusCode, well.json()], [200, {status: 'ok', database: 'up'}]);
  assert.equal(well.headers['cache-control'], 'no-store');

  t.mock.method(app.store, 'ping', () => Promise.reject(new Error('gone')));
  assert.equal(assertProblem(await app.inject('/healthz'), 503).database, 'down');
  t.mock.method(app.store, 'ping', () => new Promise(() => {}));
  assert.equal(
    assertProblem(await app.inject('/healthz'), 503).database,
    'down',
    'it does not wait for ever',
  );
  assert.ok(lines.some(({level, msg}) => level === 'error' && msg === 'the database does not answer'));
});

test('the log has a line for each request, and nothing about the person', async (t) => {
  const {app, lines} = await openLogged(t, {trustProxy: ['127.0.0.1']});
  const secrets = [
    'Bí mật',
    'Cô Tư',
    'tu@example.com',
    '203.0.113.7',
    'khóa-riêng',
    '127.0.0.1',
    'Mozilla/5',
  ];
  const [text, name, email, address, of, , agent] = secrets;
  const headers = {'x-forwarded-for': address, 'user-agent': agent, referer: `https://a.example/${of}`};
  const body = {article: of, text, author: {name, email}};
  await post(app, body, headers);
  await post(app, {...body, text: text.repeat(200)}, headers);
  await post(app, `{"text": "${text}"`, headers);
  await postForm(app, {article: of, comment: text, name, email: 'x'}, headers);
  await app.inject({url: `${path}?article=${encodeURIComponent(of)}`, headers});
  await app.inject({url: `/${encodeURIComponent(text)}`, headers});
  // PostgreSQL quotes the row in some of its failures.
  const failure = Object.assign(new Error('broken'), {
    code: '23502',
    detail: `Failing row: ${text}, ${email}`,
  });
  t.mock.method(app.store, 'add', () => Promise.reject(failure));
  await post(app, body, headers);

  const log = JSON.stringify(lines);
  for (const secret of secrets) assert.ok(!log.includes(secret), secret);
  assert.ok(!log.includes(encodeURIComponent(text)));
  const requests = lines.filter(({msg}) => msg === 'request');
  assert.deepEqual(
    requests.map(({method, route, status}) => [method, route, status]),
    [
      ['POST', path, 201],
      ['POST', path, 422],
      ['POST', path, 400],
      ['POST', path, 422],
      ['GET', path, 200],
      ['GET', 'unknown', 404],
      ['POST', path, 500],
    ],
  );
  for (const {time, ms, reqId} of requests) assert.ok(Date.parse(time) && ms >= 0 && reqId);
  const failed = lines.find(({msg}) => msg === 'request failed');
  assert.deepEqual([failed.level, failed.err.code, failed.err.message], ['error', '23502', 'broken']);
});

test('a caller who stops in mid-request is answered, and said in the log', {timeout: 20_000}, async (t) => {
  const {app, lines} = await openLogged(t);
  const listener = await listenOn(app, ['127.0.0.1'], 0, 300);
  t.after(() => listener.close());
  const head = `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nIdempotency-Key: k\r\n`;
  for (const begun of [`${head}Content-Length: 100\r\n\r\n{"article": "a", `, head]) {
    const answer = await speak(listener.port, begun);
    assert.match(answer, /^HTTP\/1\.1 408 [^]*application\/problem\+json/);
    assert.equal(JSON.parse(answer.split('\r\n\r\n')[1]).status, 408);
  }
  assert.ok(lines.some(({code}) => code === 'ERR_HTTP_REQUEST_TIMEOUT'));
  assert.match(await speak(listener.port, 'WHAT IS THIS\r\n\r\n'), /^HTTP\/1\.1 400 [^]*problem\+json/);
  assert.equal((await list(app)).json().total, 0);
});

test('a caller who goes away in mid-request leaves nothing but a line in the log', async (t) => {
  const {app, lines} = await openLogged(t);
  const listener = await listenOn(app, ['127.0.0.1'], 0);
  t.after(() => listener.close());
  const socket = connect(listener.port, '127.0.0.1');
  const fields = `Content-Type: application/json\r\nIdempotency-Key: k\r\nContent-Length: 100`;
  socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\n${fields}\r\n\r\n{"article": "${article}"`);
  await wait(100);
  socket.destroy();
  while (!lines.some(({msg}) => msg === 'the caller went away in mid-request')) await wait(10);
  assert.equal((await list(app)).json().total, 0);
});
