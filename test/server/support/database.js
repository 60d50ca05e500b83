import {randomBytes} from 'node:crypto';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import pg from 'pg';

/** The address of a PostgreSQL for the tests (tools/postgres.mjs sets it); without one they run on SQLite. */
const {TEST_DATABASE_URL} = process.env;

/** Which database the tests run on. */
export const databaseName = TEST_DATABASE_URL ? 'PostgreSQL' : 'SQLite';

/** An empty database for one test, as createApp() takes it: in memory, or a schema of its own on PostgreSQL. */
export async function emptyDatabase(t) {
  if (!TEST_DATABASE_URL) return {dataFile: ':memory:'};
  return {databaseUrl: await emptySchema(t)};
}

/** The same for processes of their own, as environment variables: in a file, or a schema. */
export async function emptyDatabaseEnv(t) {
  if (TEST_DATABASE_URL) return {DATABASE_URL: await emptySchema(t)};
  const folder = await mkdtemp(join(tmpdir(), 'article-widgets-'));
  t.after(() => rm(folder, {recursive: true, force: true}));
  return {DATA: join(folder, 'comments.sqlite')};
}

async function emptySchema(t) {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  await command(`create schema ${schema}`);
  t.after(() => command(`drop schema ${schema} cascade`));
  const url = new URL(TEST_DATABASE_URL);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

async function command(sql) {
  const client = new pg.Client({connectionString: TEST_DATABASE_URL});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
