import assert from 'node:assert/strict';
import {test} from 'node:test';
import {article, assertProblem, list, openApp, path, post} from './support/server.js';

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

test('a comment that is posted is answered, listed and found at its Location', async (t) => {
  const app = await openApp(t);
  const author = {name: 'Lan', email: 'lan@example.com'};
  const posted = await post(app, {article, text: 'Chào <b>bạn</b>\r\nDòng hai', author});
  assert.equal(posted.statusCode, 201);
  const comment = posted.json();
  assert.deepEqual(comment, {
    id: comment.id,
    author: {name: 'Lan'},
    text: 'Chào <b>bạn</b>\nDòng hai',
    createdAt: comment.createdAt,
    status: 'published',
  });
  assert.equal(typeof comment.id, 'string');
  assert.match(comment.createdAt, iso);

  const reply = await post(app, {article, text: 'Chào lại', parentId: comment.id});
  assert.equal(reply.json().parentId, comment.id);
  assert.equal(reply.json().author.name, 'Khách');

  const page = await list(app);
  assert.equal(page.statusCode, 200);
  assert.match(page.headers['content-type'], /^application\/json/);
  assert.equal(page.headers['cache-control'], 'no-store');
  assert.equal(page.headers['x-content-type-options'], 'nosniff');
  assert.deepEqual(page.json(), {total: 2, comments: [reply.json(), comment], next: null});
  assert.doesNotMatch(page.body, /example\.com/);

  const found = await app.inject(posted.headers.location);
  assert.deepEqual(found.json(), comment);
  assertProblem(await app.inject(`${path}/99`), 404);
  assertProblem(await app.inject(`${path}/${comment.id}.0`), 404);
});

test('an article without comments has an empty list', async (t) => {
  const app = await openApp(t);
  assert.deepEqual((await list(app, {article: 'khác'})).json(), {total: 0, comments: [], next: null});
});

test('order=oldest turns the list round', async (t) => {
  const app = await openApp(t);
  for (const text of ['một', 'hai', 'ba']) await post(app, {article, text});
  const texts = async (order) => (await list(app, {order})).json().comments.map((comment) => comment.text);
  assert.deepEqual(await texts('newest'), ['ba', 'hai', 'một']);
  assert.deepEqual(await texts('oldest'), ['một', 'hai', 'ba']);
});

for (const order of ['newest', 'oldest']) {
  test(`paging by ${order} shows each comment once, with equal times and while others arrive`, async (t) => {
    const app = await openApp(t);
    const createdAt = (number) => new Date(Date.UTC(2024, 0, 1, 0, Math.floor(number / 10))).toISOString();
    const drafts = Array.from({length: 45}, (_, number) => {
      return {article, name: 'Lan', text: `${number}`, createdAt: createdAt(number)};
    });
    await app.store.addAll(drafts);
    await post(app, {article: 'khác', text: 'không liên quan'});

    const seen = [];
    let cursor;
    do {
      const {comments, next, total} = (await list(app, {order, limit: 7, ...(cursor && {cursor})})).json();
      assert.ok(comments.length <= 7);
      assert.ok(total >= 45);
      seen.push(...comments.map((comment) => comment.text));
      cursor = next;
      await post(app, {article, text: 'mới'});
    } while (cursor && seen.length < 200);

    const old = seen.filter((text) => text !== 'mới');
    const expected = drafts.map(({text}) => text);
    assert.deepEqual(old, order === 'oldest' ? expected : expected.reverse());
  });
}

test('comments of the same millisecond get times that differ and grow', async (t) => {
  const app = await openApp(t);
  await Promise.all(Array.from({length: 20}, (_, number) => post(app, {article, text: `${number}`})));
  const times = (await list(app, {order: 'oldest'})).json().comments.map((comment) => comment.createdAt);
  assert.equal(new Set(times).size, 20);
  assert.deepEqual(times, [...times].sort());
});

test('a bad query is refused and the field named', async (t) => {
  const app = await openApp(t);
  await app.store.addAll(
    ['a', 'b'].map((text) => ({article, name: 'Lan', text, createdAt: '2024-01-01T00:00:00.000Z'})),
  );
  const {next: cursor} = (await list(app, {limit: 1})).json();
  assert.equal((await list(app, {limit: 1, cursor})).statusCode, 200);
  const forge = (...parts) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const bad = [
    ['article', {article: ''}],
    ['article', {article: 'x'.repeat(201)}],
    ['article', {article: 'a\u0000b'}],
    ['order', {order: 'best'}],
    ['limit', {limit: '0'}],
    ['limit', {limit: '101'}],
    ['limit', {limit: '1.5'}],
    ['cursor', {cursor, article: 'khác'}],
    ['cursor', {cursor, order: 'oldest'}],
    ['cursor', {cursor: `${cursor}=`}],
    ['cursor', {cursor: ''}],
    ['cursor', {cursor: 'null'}],
    ['cursor', {cursor: forge(null)}],
    ['cursor', {cursor: forge({}, {}, 'newest', article)}],
    ['cursor', {cursor: forge("' OR 1 --", '1', 'newest', article)}],
  ];
  for (const [field, query] of bad) {
    const problem = assertProblem(await list(app, query), 400);
    assert.equal(problem.errors[0].field, field, JSON.stringify(query));
  }
  assertProblem(await app.inject(`${path}?article=a&article=b`), 400);
  assertProblem(await app.inject(path), 400);
});

test('one key stores one comment, however often and however fast it is sent', async (t) => {
  const app = await openApp(t);
  const body = {article, text: 'Một lần thôi'};
  const headers = {'idempotency-key': 'b2a6f0f0-1'};
  const answers = await Promise.all(Array.from({length: 10}, () => post(app, body, headers)));
  answers.push(await post(app, {text: 'Một lần thôi', article, author: {}}, headers));
  for (const answer of answers) {
    assert.equal(answer.statusCode, 201);
    assert.equal(answer.headers.location, answers[0].headers.location);
    assert.deepEqual(answer.json(), answers[0].json());
  }
  assert.equal((await list(app)).json().total, 1);

  const problem = assertProblem(await post(app, {...body, text: 'Khác'}, headers), 422);
  assert.match(problem.type, /key-reused$/);
  assert.equal((await list(app)).json().total, 1);
});

test('JSON without a usable key is refused', async (t) => {
  const app = await openApp(t);
  const send = (headers) => {
    const payload = {article, text: 'Chào'};
    return app.inject({method: 'POST', url: path, headers, payload});
  };
  assertProblem(await send({}), 400);
  assertProblem(await send({'idempotency-key': ''}), 400);
  assertProblem(await send({'idempotency-key': 'x'.repeat(256)}), 400);
  assert.equal((await send({'idempotency-key': 'x'.repeat(255)})).statusCode, 201);
});
