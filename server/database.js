import {existsSync, mkdirSync, statSync} from 'node:fs';
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
  const file = /^SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY)/;
  const network = /^(ECONN|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)/;
  // PostgreSQL: no connection, read-only, no login, no such database, a deadlock, no memory, stopping, a bad disk.
  const postgres = /^(08|25006|28|3D000|40|53|57|58)/;
  // What `pg` says itself has no code.
  const lost = /^(Connection terminated|timeout exceeded when|Query read timeout|Client has encountered)/;
  const gone = [file, network, postgres].some((codes) => codes.test(code)) || lost.test(message);
  return gone ? 503 : 500;
}

function postgres(connectionString, onLost) {
  const pool = new pg.Pool({
    connectionString,
    Client: PlanningClient,
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

const names = new Map();

/** Names the questions that come again: PostgreSQL reads and plans them once for each connection. */
class PlanningClient extends pg.Client {
  query(text, values, ...more) {
    if (!Array.isArray(values) || !/^(select|insert|update) /.test(text)) {
      return super.query(text, values, ...more);
    }
    // As many as there are numbers of articles to count, and some.
    if (!names.has(text) && names.size < 200) names.set(text, `question_${names.size}`);
    return super.query({name: names.get(text), text, values}, ...more);
  }
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
  const database = withPreparedStatements(db, dataFile === ':memory:' ? () => {} : watchFile(dataFile));
  return new TransactionalSqlite({database});
}

/** What throws while the file that was opened is not at its place: SQLite itself would write on where nobody looks. */
function watchFile(dataFile) {
  const opened = statSync(dataFile, {bigint: true});
  return () => {
    const found = statSync(dataFile, {bigint: true, throwIfNoEntry: false});
    if (found && found.ino === opened.ino && found.dev === opened.dev) return;
    const what = found ? 'is another one now: start the server again to use it' : 'is not at its place';
    throw Object.assign(new Error(`The database file ${what}.`), {code: 'ENOENT'});
  };
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

const transactional = {
  // A transaction that read before another process wrote could not write any more: it takes its turn first.
  begin: (db) => db.exec('begin immediate'),
  commit(db, check) {
    db.exec('commit');
    // Moved away before the commit, the file would hold what nobody finds.
    check();
  },
  // A full disk makes SQLite roll back by itself, and the failure of a second time would hide the first one.
  rollback: (db) => db.inTransaction && db.exec('rollback'),
};

// A prepared statement of this driver that meets a locked file stays half done, and hinders every commit after it.
function directly(step) {
  const run = () => {
    step();
    return {};
  };
  return {reader: false, run};
}

/** Kysely prepares a statement for each query; this keeps those that come again. `check` is asked before each. */
function withPreparedStatements(db, check) {
  const prepared = new Map();
  return {
    close() {
      prepared.clear();
      try {
        // So that the file alone is the whole database while no server runs.
        db.pragma('wal_checkpoint(TRUNCATE)');
      } catch {
        // Without room for that, the log beside the file keeps what is missing in it.
      }
      db.close();
    },
    prepare(sql) {
      if (sql !== 'rollback') check();
      if (Object.hasOwn(transactional, sql)) return directly(() => transactional[sql](db, check));
      if (!prepared.has(sql)) {
        if (prepared.size >= 100) prepared.clear();
        prepared.set(sql, db.prepare(sql));
      }
      return prepared.get(sql);
    },
  };
}
