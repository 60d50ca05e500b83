import assert from 'node:assert/strict';
import {test} from 'node:test';
import {article, assertProblem, list, openApp, path, post, postForm} from './support/server.js';

const rateLimit = {max: 2, timeWindow: 60_000};
const body = {article, text: 'Chào'};
const from = (address) => ({'x-forwarded-for': address, forwarded: `for=${address}`, 'x-real-ip': address});

test('an address that posts too fast is told when to come back', async (t) => {
  const app = await openApp(t, {rateLimit});
  assert.equal((await post(app, body)).statusCode, 201);
  assert.equal((await post(app, body)).statusCode, 201);
  const refused = await post(app, body);
  assertProblem(refused, 429);
  assert.ok(Number(refused.headers['retry-after']) > 0);
  assert.equal((await list(app)).statusCode, 200, 'it may still read');

  const page = await postForm(app, {article, text: 'Đã gõ <rồi>', return: '/'});
  assert.equal(page.statusCode, 429);
  assert.match(page.headers['content-type'], /^text\/html/);
  assert.match(page.body, /sau \d+ giây/);
  assert.match(page.body, /Đã gõ &lt;rồi&gt;/);
  assert.equal((await list(app)).json().total, 2);
});

test('nobody gets another address by a header', async (t) => {
  const app = await openApp(t, {rateLimit});
  for (const [number, status] of [
    [1, 201],
    [2, 201],
    [3, 429],
  ]) {
    assert.equal((await post(app, body, from(`203.0.113.${number}`))).statusCode, status);
  }
});

test('a proxy that is trusted names the address, and only the one that it saw', async (t) => {
  const app = await openApp(t, {rateLimit, trustProxy: ['127.0.0.1']});
  for (const [address, status] of [
    ['203.0.113.1', 201],
    ['203.0.113.1', 201],
    ['203.0.113.1', 429],
    ['203.0.113.2', 201],
    // What the caller put there himself stands before what the proxy added.
    ['198.51.100.9, 203.0.113.1', 429],
  ]) {
    assert.equal((await post(app, body, from(address))).statusCode, status, address);
  }
});

test('neighbours in one IPv6 network count as one address', async (t) => {
  const app = await openApp(t, {rateLimit: {...rateLimit, max: 1}, trustProxy: ['127.0.0.1']});
  assert.equal((await post(app, body, from('2001:db8::1'))).statusCode, 201);
  assert.equal((await post(app, body, from('2001:db8::2'))).statusCode, 429);
  assert.equal((await post(app, body, from('2001:db8:0:1::1'))).statusCode, 201);
});

test('pages of the sites on the list may read and send, others may not', async (t) => {
  const origin = 'https://bao.example';
  const app = await openApp(t, {corsOrigins: [origin], rateLimit});
  const ask = (who) =>
    app.inject({
      method: 'OPTIONS',
      url: path,
      headers: {
        origin: who,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });
  const allowed = await ask(origin);
  assert.equal(allowed.statusCode, 204);
  assert.equal(allowed.headers['access-control-allow-origin'], origin);
  assert.match(allowed.headers['access-control-allow-headers'], /Idempotency-Key/i);
  assert.match(allowed.headers['access-control-allow-methods'], /POST/);
  assert.equal(allowed.headers['access-control-allow-credentials'], undefined);
  assert.equal((await ask('https://evil.example')).headers['access-control-allow-origin'], undefined);
  assert.equal((await ask('null')).headers['access-control-allow-origin'], undefined);

  await post(app, body);
  await post(app, body);
  for (const response of [await post(app, body, {origin}), await post(app, '{', {origin})]) {
    assert.equal(response.headers['access-control-allow-origin'], origin, 'failures can be read too');
    assert.match(response.headers['access-control-expose-headers'], /Retry-After/);
    assert.match(response.headers.vary, /Origin/);
  }
  assert.equal(
    (await post(app, body, {origin: 'https://evil.example'})).headers['access-control-allow-origin'],
    undefined,
  );
});

test('without a list no other site may read', async (t) => {
  const app = await openApp(t);
  const headers = {origin: 'https://bao.example', 'access-control-request-method': 'POST'};
  assertProblem(await app.inject({method: 'OPTIONS', url: path, headers}), 405);
  const response = await app.inject({url: `${path}?article=a`, headers});
  assert.equal(response.headers['access-control-allow-origin'], undefined);
});
