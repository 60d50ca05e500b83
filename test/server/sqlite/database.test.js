import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {sql} from 'kysely';
import {createApp} from '../../../server/app.js';
import {openDatabase} from '../../../server/database.js';
import {CommentStore} from '../../../server/store.js';
import {article, assertProblem, folder, list, post} from '../support/server.js';

const dying = new URL('../support/die-in-transaction.js', import.meta.url).pathname;
const draft = (text) => ({article, name: 'Lan', text});
const all = {article, order: 'oldest', limit: 100};

/** The comments in a file, and a way to let go of it. */
async function openStore(t, dataFile) {
  const database = await openDatabase({dataFile});
  t.after(() => database.destroy().catch(() => {}));
  return {database, store: new CommentStore(database)};
}

async function openFile(t, dataFile) {
  const app = await createApp({dataFile, rateLimit: false});
  t.after(() => app.close());
  return app;
}

test('comments are there after closing and opening', async (t) => {
  const file = join(await folder(t), 'deep', 'er', 'comments.sqlite');
  const first = await openStore(t, file);
  await first.store.add(draft('một'), 'k1');
  await first.database.destroy();
  assert.ok(!(statSync(`${file}-wal`, {throwIfNoEntry: false})?.size > 0), 'the file is all there is');
  const {store} = await openStore(t, file);
  assert.equal((await store.list(all)).total, 1);
  assert.equal((await store.add(draft('một'), 'k1')).outcome, 'replayed');
});

test('a transaction cut off by kill -9 leaves what was there before', async (t) => {
  const file = join(await folder(t), 'comments.sqlite');
  const createdAt = '2024-01-01T00:00:00.000Z';
  const before = await openStore(t, file);
  await before.store.addAll(Array.from({length: 500}, () => ({...draft('x'.repeat(400)), createdAt})));
  await before.database.destroy();

  assert.equal(spawnSync(process.execPath, [dying, file]).signal, 'SIGKILL');
  assert.ok(statSync(`${file}-wal`).size > 100_000, 'the transaction had reached the disk');

  const {database} = await openStore(t, file);
  const check = await sql`pragma integrity_check`.execute(database);
  assert.deepEqual(check.rows, [{integrity_check: 'ok'}]);
  const {rows} =
    await sql`select count(*) as total, sum(created_at = ${createdAt}) as same from comment`.execute(
      database,
    );
  assert.deepEqual(rows, [{total: 500, same: 500}]);
});

test('a file that is no database, or a newer one, is refused and kept', async (t) => {
  const dir = await folder(t);
  const text = join(dir, 'notes.txt');
  writeFileSync(text, 'not a database, but dear to someone\n'.repeat(40));
  const content = readFileSync(text);
  await assert.rejects(openDatabase({dataFile: text}), /not a database/);
  assert.deepEqual(readFileSync(text), content);

  const newer = join(dir, 'newer.sqlite');
  const {database} = await openStore(t, newer);
  await sql`insert into kysely_migration values ('2999-01-01-later', '2999-01-01')`.execute(database);
  await database.destroy();
  await assert.rejects(openDatabase({dataFile: newer}), /newer version/);
});

test('a commit waits for the disk', async (t) => {
  const {database} = await openStore(t, join(await folder(t), 'comments.sqlite'));
  const {rows: synchronous} = await sql`pragma synchronous`.execute(database);
  const {rows: journal} = await sql`pragma journal_mode`.execute(database);
  assert.deepEqual([synchronous[0].synchronous, journal[0].journal_mode], [2, 'wal']);
});

test('a full disk is said, and nothing that was acknowledged is lost', async (t) => {
  const file = join(await folder(t), 'comments.sqlite');
  const app = await openFile(t, file);
  const {rows} = await sql`pragma page_count`.execute(app.database);
  await sql`pragma max_page_count = ${sql.lit(rows[0].page_count + 3)}`.execute(app.database);
  const texts = [];
  let refused;
  for (let number = 0; !refused; number++) {
    const text = `${number} ${'x'.repeat(400)}`;
    const response = await post(app, {article, text}, {'idempotency-key': `k${number}`});
    if (response.statusCode === 201) texts.push(text);
    else refused = {response, text, key: `k${number}`};
  }
  assertProblem(refused.response, 507);
  const stored = async () => (await list(app, {order: 'oldest', limit: 100})).json();
  assert.deepEqual(
    (await stored()).comments.map(({text}) => text),
    texts,
  );
  assert.equal((await stored()).total, texts.length, 'nor was half of it stored');

  await sql`pragma max_page_count = 100000`.execute(app.database);
  const again = await post(app, {article, text: refused.text}, {'idempotency-key': refused.key});
  assert.equal(again.statusCode, 201, 'with room it goes on');
  assert.equal((await stored()).total, texts.length + 1);
});

test('a file that another program locks is said, and used when it is free', async (t) => {
  const file = join(await folder(t), 'comments.sqlite');
  const app = await openFile(t, file);
  const {database} = await openStore(t, file);
  await database.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    const busy = await post(app, {article, text: 'Chào'}, {'idempotency-key': 'k'});
    assertProblem(busy, 503);
    assert.ok(busy.headers['retry-after']);
    assert.equal((await list(app)).statusCode, 200, 'reading goes on');
    await sql`rollback`.execute(connection);
  });
  assert.equal((await post(app, {article, text: 'Chào'}, {'idempotency-key': 'k'})).statusCode, 201);
});
