import {existsSync} from 'node:fs';
import {openDatabase} from './database.js';
import {Moderation} from './moderation.js';
import {readDatabase} from './settings.js';

/**
 * Runs one command on the comments, beside the running server or without it.
 * @param {string} usage what is said when the command is unknown
 * @param {Record<string, (moderation: Moderation, argument: string) => Promise<string>>} actions
 *   each returns what to print
 */
export async function runCommand(usage, actions) {
  const [name, argument = ''] = process.argv.slice(2);
  if (!Object.hasOwn(actions, name ?? '')) return fail(usage);
  let db;
  try {
    const where = readDatabase(process.env);
    if (!where.databaseUrl && !existsSync(where.dataFile)) {
      throw new Error(
        `There is no database at ${where.dataFile}: set DATA or DATABASE_URL as for the server.`,
      );
    }
    db = await openDatabase(where);
    const text = await actions[name](new Moderation(db), argument);
    if (text) console.log(text);
  } catch (error) {
    fail(error.message);
  } finally {
    await db?.destroy();
  }
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
