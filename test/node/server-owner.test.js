import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {DataInUseError} from '../../server/owner.js';
import {CommentStore} from '../../server/store.js';
import {article, folder} from './support/server.js';

const draft = (text) => ({article, name: 'Lan', text});
const all = {article, order: 'oldest', limit: 100};

function openStore(t, file) {
  const store = new CommentStore(file);
  t.after(() => store.close());
  return store;
}

test('two cannot own one database, under one name or two', async (t) => {
  const dir = await folder(t);
  const file = join(dir, 'comments.sqlite');
  const store = openStore(t, file);
  symlinkSync(file, join(dir, 'other.sqlite'));
  for (const name of [file, join(dir, 'other.sqlite')]) {
    assert.throws(() => new CommentStore(name), DataInUseError);
  }
  await store.add(draft('vẫn ghi được'), 'k1');
  assert.equal((await store.list(all)).total, 1);
});

test('the database of a live process is left alone', async (t) => {
  const file = join(await folder(t), 'comments.sqlite');
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  t.after(() => other.kill());
  writeFileSync(`${file}.pid`, JSON.stringify({pid: other.pid}));
  mkdirSync(`${file}.lock`);
  assert.throws(
    () => new CommentStore(file),
    new RegExp(`in use by another server \\(process ${other.pid}\\)`),
  );
  assert.ok(existsSync(`${file}.lock`));
  assert.equal(JSON.parse(readFileSync(`${file}.pid`, 'utf8')).pid, other.pid);
});

test('the number of a dead owner may belong to another program by now', async (t) => {
  const file = join(await folder(t), 'comments.sqlite');
  writeFileSync(`${file}.pid`, JSON.stringify({pid: process.ppid, started: 'another boot/1'}));
  mkdirSync(`${file}.lock`);
  // Without /proc nobody can tell: then the careful answer is no.
  if (existsSync('/proc/self/stat')) openStore(t, file);
  else assert.throws(() => new CommentStore(file), DataInUseError);
});

for (const [name, content] of [
  ['this very number, from before a restart', JSON.stringify({pid: process.pid})],
  ['nothing, cut off while it was written', ''],
  ['no process', JSON.stringify({pid: 2 ** 30})],
]) {
  test(`an owner's file that names ${name} is a dead owner's`, async (t) => {
    const dir = await folder(t);
    const file = join(dir, 'comments.sqlite');
    writeFileSync(`${file}.pid`, content);
    mkdirSync(`${file}.lock`);
    const store = openStore(t, file);
    await store.add(draft('một'), 'k1');
    store.close();
    assert.deepEqual(readdirSync(dir), ['comments.sqlite']);
  });
}

test('a lock of an unknown program is left alone and explained', async (t) => {
  const dir = await folder(t);
  const file = join(dir, 'comments.sqlite');
  mkdirSync(`${file}.lock`);
  assert.throws(() => new CommentStore(file), /locked by another program.*comments\.sqlite\.lock/);
  assert.deepEqual(readdirSync(dir), ['comments.sqlite.lock']);
});
