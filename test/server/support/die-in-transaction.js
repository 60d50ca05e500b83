// Opens the database of the first argument, and is killed in the middle of a large transaction.
import {sql} from 'kysely';
import {openDatabase} from '../../../server/database.js';

const database = await openDatabase({dataFile: process.argv[2]});
await database.connection().execute(async (connection) => {
  // A small cache: the changed pages are written out before the commit that never comes.
  await sql`pragma cache_size = 10`.execute(connection);
  await sql`begin`.execute(connection);
  await sql`update comment set text = hex(randomblob(400)), created_at = '2000-01-01'`.execute(connection);
  process.kill(process.pid, 'SIGKILL');
});
