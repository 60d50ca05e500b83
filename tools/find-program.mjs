import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/**
 * The path of a program: what the variable says, else the first of the names that is found in `PATH`.
 * @param {string} variable
 * @param {string[]} names
 * @param {string} advice how to get the program
 */
export function findProgram(variable, names, advice) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = process.env[variable] || places.find((path) => existsSync(path));
  if (found && existsSync(found)) return found;
  const what = found ? `${variable} is "${found}", but there is no such file` : `${names[0]} was not found`;
  throw new Error(`${what}: install it (${advice}), or set ${variable} to the path of one.`);
}
