import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import {claim, DataInUseError} from './owner.js';

// Why a write-ahead log and exclusive locking: in rollback mode this driver never plays back the journal of a
// killed process (it takes its own lock for someone else's), which was seen to leave a corrupt database. The
// write-ahead log is recovered on opening, and without shared memory it needs the exclusive lock.

/** The changes of the schema, oldest first. Never edit one that was released: append. */
const migrations = [
  `CREATE TABLE comment (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     article TEXT NOT NULL,
     parent_id INTEGER REFERENCES comment (id),
     name TEXT NOT NULL,
     email TEXT,
     text TEXT NOT NULL,
     status TEXT NOT NULL CHECK (status IN ('published', 'pending')),
     created_at TEXT NOT NULL,
     idempotency_key TEXT NOT NULL UNIQUE,
     fingerprint TEXT NOT NULL
   );
   CREATE INDEX comment_in_article ON comment (article, status, created_at, id);`,
];

/**
 * Opens the database, makes it when it is not there, recovers it when its last owner was killed.
 * @param {string} dataFile a path, or `:memory:`
 */
export function openDatabase(dataFile) {
  if (dataFile === ':memory:') {
    const db = connect(dataFile);
    return {db, close: () => db.close()};
  }
  const file = locate(dataFile);
  const release = claim(file);
  try {
    if (!existsSync(file) || statSync(file).size === 0) create(file);
    const db = connect(file);
    // A new log is only durable once its name is.
    syncFolder(file);
    return {db, close: () => closeAndRelease(db, release)};
  } catch (error) {
    release();
    throw error;
  }
}

/** Runs statements that become durable together, or not at all. */
export function transaction(db, work) {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function closeAndRelease(db, release) {
  try {
    db.close();
  } finally {
    release();
  }
}

// One file must have one name, or two servers could own it under two.
function locate(dataFile) {
  if (existsSync(dataFile)) return realpathSync(dataFile);
  const path = resolve(dataFile);
  mkdirSync(dirname(path), {recursive: true});
  return join(realpathSync(dirname(path)), basename(path));
}

// Made aside and renamed when complete, so that no kill leaves half a database under the real name.
function create(file) {
  const draft = `${file}.new`;
  for (const end of ['', '-wal', '-journal', '.lock']) rmSync(draft + end, {recursive: true, force: true});
  connect(draft).close();
  // The log of a database that someone deleted must not be played into the new one.
  rmSync(`${file}-wal`, {force: true});
  renameSync(draft, file);
  syncFolder(file);
}

function connect(file) {
  if (existsSync(`${file}-journal`)) {
    throw new DataInUseError(
      `${file} holds unfinished work of another program (${file}-journal). Open it once with the sqlite3 command and start again.`,
    );
  }
  const db = new sqlite.Database(file);
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('PRAGMA journal_mode = WAL');
    // FULL: a commit returns only when the log is on the disk.
    db.exec('PRAGMA synchronous = FULL');
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function migrate(db) {
  const {user_version: version} = db.get('PRAGMA user_version');
  if (version > migrations.length)
    throw new Error('The database was made by a newer version of this server.');
  for (let next = version; next < migrations.length; next++) {
    transaction(db, () => db.exec(`${migrations[next]} PRAGMA user_version = ${next + 1};`));
  }
}

function syncFolder(file) {
  // Windows cannot open a folder for this, and does not need it.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
