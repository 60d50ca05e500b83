import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs, {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {openDatabase} from '../../server/database.js';
import {CommentStore} from '../../server/store.js';
import {article, folder} from './support/server.js';

const dying = fileURLToPath(new URL('support/die-in-transaction.js', import.meta.url));
const draft = (text) => ({article, name: 'Lan', text});
const all = {article, order: 'oldest', limit: 100};

function openStore(t, file) {
  const store = new CommentStore(file);
  t.after(() => store.close());
  return store;
}

test('comments are there after closing and opening, and nothing else lies about', async (t) => {
  const dir = await folder(t);
  const file = join(dir, 'deep', 'er', 'comments.sqlite');
  const first = openStore(t, file);
  await first.add(draft('một'), 'k1');
  first.close();
  assert.deepEqual(readdirSync(join(dir, 'deep', 'er')), ['comments.sqlite']);
  const second = openStore(t, file);
  assert.equal((await second.list(all)).total, 1);
  assert.equal((await second.add(draft('một'), 'k1')).outcome, 'replayed');
});

test('a transaction cut off by kill -9 leaves what was there before', async (t) => {
  const file = join(await folder(t), 'comments.sqlite');
  const before = new CommentStore(file);
  const createdAt = '2024-01-01T00:00:00.000Z';
  await before.addAll(Array.from({length: 500}, () => ({...draft('x'.repeat(400)), createdAt})));
  before.close();

  assert.equal(spawnSync(process.execPath, [dying, file]).signal, 'SIGKILL');
  assert.ok(existsSync(`${file}.lock`), 'the driver left its lock');
  assert.ok(readFileSync(`${file}-wal`).length > 100_000, 'the transaction had reached the disk');

  const {db, close} = openDatabase(file);
  t.after(close);
  assert.deepEqual(db.all('PRAGMA integrity_check'), [{integrity_check: 'ok'}]);
  const {total, same} = db.get(
    'SELECT count(*) AS total, sum(created_at = ?) AS same FROM comment',
    createdAt,
  );
  assert.deepEqual({total, same}, {total: 500, same: 500});
});

test('a journal that the driver cannot play back is refused, not lost', async (t) => {
  const dir = await folder(t);
  const file = join(dir, 'comments.sqlite');
  openStore(t, file).close();
  writeFileSync(`${file}-journal`, 'unfinished');
  assert.throws(() => new CommentStore(file), /unfinished work of another program/);
  assert.deepEqual(readdirSync(dir).sort(), ['comments.sqlite', 'comments.sqlite-journal']);
});

test('what a killed creation left behind does no harm', async (t) => {
  const file = join(await folder(t), 'comments.sqlite');
  writeFileSync(`${file}.new`, 'half');
  writeFileSync(`${file}.new-wal`, 'half');
  mkdirSync(`${file}.new.lock`);
  writeFileSync(`${file}-wal`, 'of a database that was deleted');
  const store = openStore(t, file);
  await store.add(draft('một'), 'k1');
  assert.equal((await store.list(all)).total, 1);
});

test('a file that is no database, or a newer one, is refused and kept', async (t) => {
  const dir = await folder(t);
  const text = join(dir, 'notes.txt');
  writeFileSync(text, 'not a database, but dear to someone\n'.repeat(40));
  const content = readFileSync(text);
  assert.throws(() => new CommentStore(text), /not a database/);
  assert.deepEqual(readFileSync(text), content);

  const newer = join(dir, 'newer.sqlite');
  const {db, close} = openDatabase(newer);
  db.exec('PRAGMA user_version = 99');
  close();
  assert.throws(() => new CommentStore(newer), /newer version/);
  assert.deepEqual(readdirSync(dir).sort(), ['newer.sqlite', 'notes.txt']);
});

test('a comment is acknowledged only when it is on the disk', async (t) => {
  const store = openStore(t, join(await folder(t), 'comments.sqlite'));
  const sync = t.mock.method(fs, 'fsyncSync');
  for (const key of ['k1', 'k2', 'k3']) {
    const before = sync.mock.callCount();
    await store.add(draft(key), key);
    assert.ok(sync.mock.callCount() > before);
  }
});

for (const [name, method] of [
  ['a full disk', 'writeSync'],
  ['a disk that fails', 'fsyncSync'],
]) {
  test(`${name} is an error, and what was acknowledged stays`, async (t) => {
    const file = join(await folder(t), 'comments.sqlite');
    const store = openStore(t, file);
    await store.add(draft('trước'), 'k1');
    const broken = t.mock.method(fs, method, () => {
      throw Object.assign(new Error('no space left'), {code: 'ENOSPC'});
    });
    await assert.rejects(store.add(draft('hỏng'), 'k2'));
    broken.mock.restore();
    await store.add(draft('hỏng'), 'k2');
    await store.add(draft('sau'), 'k3');
    store.close();
    const texts = (await openStore(t, file).list(all)).comments.map((comment) => comment.text);
    assert.deepEqual(texts, ['trước', 'hỏng', 'sau']);
  });
}

test('time goes forward even when the clock is set back', async (t) => {
  const file = join(await folder(t), 'comments.sqlite');
  const clock = t.mock.method(Date, 'now', () => Date.UTC(2030, 0, 1));
  const first = new CommentStore(file);
  await first.add(draft('một'), 'k1');
  first.close();
  clock.mock.mockImplementation(() => Date.UTC(2029, 0, 1));
  const second = openStore(t, file);
  await second.add(draft('hai'), 'k2');
  const {comments} = await second.list(all);
  assert.deepEqual(
    comments.map(({text, createdAt}) => [text, createdAt]),
    [
      ['một', '2030-01-01T00:00:00.000Z'],
      ['hai', '2030-01-01T00:00:00.001Z'],
    ],
  );
});

test('several comments at once are stored all or not at all', async (t) => {
  const store = openStore(t, join(await folder(t), 'comments.sqlite'));
  const createdAt = '2024-01-01T00:00:00.000Z';
  const broken = {...draft('hai'), name: null, createdAt};
  await assert.rejects(store.addAll([{...draft('một'), createdAt}, broken]), /NOT NULL/);
  assert.ok(await store.isEmpty());
  const [, reply] = await store.addAll([
    {...draft('một'), createdAt},
    {...draft('hai'), createdAt, parent: 0},
  ]);
  assert.equal(reply.parentId, (await store.list(all)).comments[0].id);
});
