import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {sql} from 'kysely';
import {createApp} from '../../../server/app.js';
import {openDatabase} from '../../../server/database.js';
import {article, assertProblem, folder, list, path, post, startMain} from '../support/server.js';

/** Moves the database's files, as someone does who tidies up. */
function move(from, to) {
  mkdirSync(to, {recursive: true});
  for (const name of readdirSync(from)) renameSync(join(from, name), join(to, name));
}

// A disk of its own needs a system that lets this user mount one: Linux, as root or with user namespaces. Elsewhere
// the test after it, which ends a transaction in the same way, stands for it.
const small = (dir) =>
  `exec unshare -rm sh -c 'mount -t tmpfs -o size=300k none "$0" && exec "$@"' "${dir}" "$@"`;

const canMount = spawnSync('sh', ['-c', small('/mnt'), 'sh', 'true']).status === 0;
if (canMount) {
  test('a disk that is really full is said, with its cause in the log', fillDisk);
}

async function fillDisk(t) {
  const dir = await folder(t);
  const env = {DATA: join(dir, 'comments.sqlite'), POSTS_PER_MINUTE: '0'};
  const {child, exit, output, url} = await startMain(t, env, {shell: small(dir)});
  // The disk as the server sees it.
  const filler = join(`/proc/${child.pid}/root`, dir, 'filler');
  const send = async (key) => {
    const body = JSON.stringify({article, text: `${key} ${'x'.repeat(400)}`});
    const headers = {'Content-Type': 'application/json', 'Idempotency-Key': key};
    return fetch(new URL(path, url), {method: 'POST', headers, body});
  };
  const read = async () => (await fetch(new URL(`${path}?article=${article}&limit=100`, url))).json();

  assert.equal((await send('k0')).status, 201);
  assert.throws(() => writeFileSync(filler, 'x'.repeat(300_000)), {code: 'ENOSPC'});
  let stored = 1;
  let refused;
  while (!refused) {
    const answer = await send(`k${stored}`);
    if (answer.status === 201) stored++;
    else refused = answer;
  }
  assert.equal(refused.status, 507);
  assert.match(refused.headers.get('Content-Type'), /problem\+json/);
  // The log comes by a pipe of its own, perhaps after the answer.
  for (let waits = 0; waits < 100 && !output.out.includes('SQLITE_FULL'); waits++) await setTimeout(50);
  assert.match(output.out, /"code":"SQLITE_FULL"/);
  assert.equal((await send(`k${stored}`)).status, 507, 'and again');
  assert.equal((await read()).total, stored, 'what was acknowledged is there, and no half of another');

  rmSync(filler);
  assert.equal((await send(`k${stored}`)).status, 201, 'with room it goes on');
  const {total, comments} = await read();
  assert.deepEqual([total, comments.length], [stored + 1, stored + 1]);

  assert.throws(() => writeFileSync(filler, 'x'.repeat(300_000)), {code: 'ENOSPC'});
  child.kill('SIGTERM');
  assert.deepEqual(await exit, [0, null], 'it stops in good order, room or not');
  assert.equal(output.err, '');
}

test('why a transaction was ended by the database itself is not hidden', async (t) => {
  const database = await openDatabase({dataFile: ':memory:'});
  t.after(() => database.destroy());
  await sql`create trigger refuse before insert on article begin select raise(rollback, 'the cause'); end`.execute(
    database,
  );
  const insert = () =>
    database.transaction().execute((trx) => trx.insertInto('article').values({id: 'a'}).execute());
  await assert.rejects(insert(), /the cause/);
  await sql`drop trigger refuse`.execute(database);
  await insert();
});

test('a database that goes away and comes back', async (t) => {
  const [here, there] = [join(await folder(t), 'data'), join(await folder(t), 'away')];
  const dataFile = join(here, 'comments.sqlite');
  const app = await createApp({dataFile, rateLimit: false});
  t.after(() => app.close());
  const body = {article, text: 'Trước'};
  assert.equal((await post(app, body, {'idempotency-key': 'k1'})).statusCode, 201);

  const lost = {article, text: 'Giữa chừng'};
  const assertAway = async () => {
    for (const answer of [
      await post(app, lost, {'idempotency-key': 'k2'}),
      // Acknowledged before: whether it still holds cannot be said now.
      await post(app, body, {'idempotency-key': 'k1'}),
      await app.inject('/healthz'),
    ]) {
      assertProblem(answer, 503);
      assert.ok(Number(answer.headers['retry-after']) > 0);
    }
  };
  move(here, there);
  await assertAway();
  copyFileSync(join(there, 'comments.sqlite'), dataFile);
  // A copy would not get what is written to the file that is open.
  await assertAway();
  rmSync(dataFile);

  move(there, here);
  assert.equal((await app.inject('/healthz')).statusCode, 200);
  assert.equal((await list(app)).json().total, 1, 'nothing was stored half');
  assert.equal((await post(app, lost, {'idempotency-key': 'k2'})).statusCode, 201);
  assert.equal((await list(app)).json().total, 2);
});

test('a file that goes away during a post is no place to acknowledge it from', async (t) => {
  const [here, there] = [join(await folder(t), 'data'), join(await folder(t), 'away')];
  const app = await createApp({dataFile: join(here, 'comments.sqlite'), rateLimit: false});
  t.after(() => app.close());
  const stop = app.database.transaction;
  t.mock.method(app.database, 'transaction', function () {
    const transaction = stop.call(this);
    const execute = (work) =>
      transaction.execute(async (trx) => {
        const result = await work(trx);
        move(here, there);
        return result;
      });
    return {execute};
  });
  assertProblem(await post(app, {article, text: 'Chào'}, {'idempotency-key': 'k'}), 503);
  t.mock.restoreAll();
  move(there, here);
  assert.equal((await post(app, {article, text: 'Chào'}, {'idempotency-key': 'k'})).statusCode, 201);
  assert.equal((await list(app)).json().total, 1, 'sent again, stored once');
});
