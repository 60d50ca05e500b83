import {existsSync, mkdirSync} from 'node:fs';
import {dirname} from 'node:path';
import {Kysely, PostgresDialect, SqliteAdapter, SqliteDialect} from 'kysely';
import Sqlite from 'libsql';
import pg from 'pg';
import {migrate} from './migrations.js';

const seconds = 1000;

/**
 * Opens the database and brings its schema up to date.
 * @param {{dataFile?: string, databaseUrl?: string, onLost?: (error: Error) => void}} where `databaseUrl` of a
 *   PostgreSQL wins over `dataFile`, a path of SQLite or `:memory:`. `onLost` hears of connections that broke idle.
 * @returns {Promise<import('kysely').Kysely<any>>}
 */
export async function openDatabase({dataFile, databaseUrl, onLost = () => {}}) {
  const dialect = databaseUrl ? postgres(databaseUrl, onLost) : sqlite(dataFile);
  const db = new Kysely({dialect});
  try {
    await migrate(db, {isPostgres: Boolean(databaseUrl)});
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** What a failure of the database means for the caller: an HTTP status. */
export function statusOfFailure({code = '', message = ''}) {
  if (/^(SQLITE_FULL|ENOSPC|53100)$/.test(code)) return 507;
  const gone =
    /^(SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY)|ECONN|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|08|53|57)/;
  // What `pg` says itself has no code.
  const lost = /^(Connection terminated|timeout exceeded when|Query read timeout|Client has encountered)/;
  return gone.test(code) || lost.test(message) ? 503 : 500;
}

function postgres(connectionString, onLost) {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5 * seconds,
    // A database that hangs must not hang its callers.
    query_timeout: 10 * seconds,
    idle_in_transaction_session_timeout: 10 * seconds,
    // While the process stops, an idle connection is no reason to live on.
    allowExitOnIdle: true,
  });
  // Without a listener, a connection that breaks would end this process: an idle one, and one that is in use.
  pool.on('connect', (client) => client.on('error', onLost));
  pool.on('error', () => {});
  return new PostgresDialect({pool});
}

function sqlite(dataFile) {
  if (dataFile !== ':memory:' && !existsSync(dataFile)) mkdirSync(dirname(dataFile), {recursive: true});
  const db = new Sqlite(dataFile, {timeout: 3 * seconds});
  try {
    db.pragma('journal_mode = WAL');
    // FULL: a commit returns only when the log is on the disk.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
  } catch (error) {
    db.close();
    throw error;
  }
  return new TransactionalSqlite({database: withPreparedStatements(db)});
}

// A migration that is cut off must leave nothing behind: SQLite can do that, Kysely's adapter does not ask it to.
class TransactionalSqlite extends SqliteDialect {
  createAdapter() {
    return new (class extends SqliteAdapter {
      get supportsTransactionalDdl() {
        return true;
      }
    })();
  }
}

const transactional = new Map([
  // A transaction that read before another process wrote could not write any more: it takes its turn first.
  ['begin', 'begin immediate'],
  ['commit', 'commit'],
  ['rollback', 'rollback'],
]);

// A prepared statement of this driver that meets a locked file stays half done, and hinders every commit after it.
function directly(db, sql) {
  const run = () => {
    db.exec(sql);
    return {};
  };
  return {reader: false, run};
}

/** Kysely prepares a statement for each query; this keeps those that come again. */
function withPreparedStatements(db) {
  const prepared = new Map();
  return {
    close() {
      prepared.clear();
      // So that the file alone is the whole database while no server runs.
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
    prepare(sql) {
      if (transactional.has(sql)) return directly(db, transactional.get(sql));
      if (!prepared.has(sql)) {
        if (prepared.size >= 100) prepared.clear();
        prepared.set(sql, db.prepare(sql));
      }
      return prepared.get(sql);
    },
  };
}
