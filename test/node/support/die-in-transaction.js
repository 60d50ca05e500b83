// Opens the database of the first argument, and is killed in the middle of a large transaction.
import {openDatabase} from '../../../server/database.js';

const {db} = openDatabase(process.argv[2]);
// A small cache: the changed pages are written out before the commit that never comes.
db.exec('PRAGMA cache_size = 10; BEGIN');
db.exec("UPDATE comment SET text = hex(randomblob(400)), created_at = '2000-01-01T00:00:00.000Z'");
process.kill(process.pid, 'SIGKILL');
