import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {encodeCursor} from '../../server/cursor.js';
import {Moderation} from '../../server/moderation.js';
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

for (const order of ['newest', 'oldest']) {
  test(`paging by ${order} shows each comment once while others are approved`, async (t) => {
    const app = await openApp(t, {moderation: true});
    const moderation = new Moderation(app.database);
    const held = [];
    for (let number = 0; number < 12; number++) {
      held.push(Number((await post(app, {article, text: `${number}`})).json().id));
    }
    // Every other one is public before; the rest follows while the pages are read, out of order.
    for (const id of held.filter((_, index) => index % 2)) await moderation.approve(id);
    const late = held.filter((_, index) => index % 2 === 0).reverse();
    const before = (await list(app, {order})).json().comments.map(({id}) => id);

    const seen = [];
    let cursor;
    do {
      const page = (await list(app, {order, limit: 2, ...(cursor && {cursor})})).json();
      seen.push(...page.comments.map(({id}) => id));
      cursor = page.next;
      if (cursor && late.length > 0) await moderation.approve(late.pop());
    } while (cursor);

    assert.equal(new Set(seen).size, seen.length, 'nothing twice');
    assert.deepEqual(
      seen.filter((id) => before.includes(id)),
      before,
      'nothing skipped',
    );
    // Read forward, the list also has all that was approved on the way.
    if (order === 'oldest') assert.equal(seen.length, 12 - late.length);
  });
}

test(
  'comments sent at once from many sides are all read by whoever reads on',
  {timeout: 20_000},
  async (t) => {
    const app = await openApp(t);
    const seen = [];
    let cursor;
    let sending = 40;
    const send = async (number) => {
      assert.equal((await post(app, {article, text: `${number}`})).statusCode, 201);
      sending--;
    };
    const sent = Array.from({length: sending}, (_, number) => send(number));
    // The last page is asked for again and again: from its last comment on.
    for (let ended = false; ; ended = sending === 0) {
      await nextTurn();
      const {comments} = (await list(app, {order: 'oldest', limit: 3, ...(cursor && {cursor})})).json();
      seen.push(...comments.map(({text}) => text));
      if (comments.length > 0) cursor = encodeCursor({article, order: 'oldest', position: seen.length});
      else if (ended) break;
    }
    await Promise.all(sent);
    assert.equal(seen.length, 40);
    assert.equal(new Set(seen).size, 40);
  },
);

test('a clock that is set back changes nothing about the order', async (t) => {
  const app = await openApp(t);
  const clock = t.mock.method(Date, 'now', () => Date.UTC(2030, 0, 1));
  await post(app, {article, text: 'một'});
  clock.mock.mockImplementation(() => Date.UTC(2029, 0, 1));
  await post(app, {article, text: 'hai'});
  const {comments} = (await list(app, {order: 'oldest'})).json();
  assert.deepEqual(
    comments.map(({text}) => text),
    ['một', 'hai'],
  );
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
    ['cursor', {cursor: forge(2 ** 40, 'newest', article)}],
    ['cursor', {cursor: forge(1.5, 'newest', article)}],
    ['cursor', {cursor: forge(0, 'newest', article)}],
    ['cursor', {cursor: forge("' OR 1 --", 'newest', article)}],
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

test('counts of several articles come at once, and only of what is public', async (t) => {
  const app = await openApp(t);
  const moderation = new Moderation(app.database);
  const ids = [];
  for (const of of ['a', 'b', 'b', 'ệ']) ids.push((await post(app, {article: of, text: 'Chào'})).json().id);
  await moderation.reject(Number(ids[1]));
  const decomposed = 'ệ'.normalize('NFD');
  const query = new URLSearchParams(['a', 'b', 'b', decomposed, 'nobody'].map((of) => ['article', of]));
  const {counts} = (await app.inject(`${path}/counts?${query}`)).json();
  assert.deepEqual(counts, {a: 1, b: 1, [decomposed]: 1, nobody: 0});
  assert.deepEqual((await app.inject(`${path}/counts?article=__proto__`)).json().counts, {['__proto__']: 0});
  for (const bad of ['', '%20', 'x'.repeat(201), 'a%00', '%C2%9B']) {
    const asked = await app.inject(`${path}/counts?article=${bad}&article=a`);
    assert.deepEqual(asked.json(), {counts: {a: 1}}, `${bad} does not cost the others their number`);
    assert.deepEqual((await app.inject(`${path}/counts?article=${bad}`)).json(), {counts: {}});
  }
  assertProblem(await app.inject(`${path}/counts`), 400);
  assertProblem(await app.inject({method: 'POST', url: `${path}/counts`}), 405);
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
