import {existsSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync} from 'node:fs';

// The SQLite driver locks by making the folder `<file>.lock`, which a killed process leaves behind and which
// does not say whose it is. So the server writes its own `<file>.pid` first: only with the owner known to be
// dead may the folder be removed.

/** The database belongs to someone else. The message is for people. */
export class DataInUseError extends Error {}

const mine = new Set();

/**
 * Makes this process the only owner of a database file.
 * @param {string} file absolute path of the database
 * @returns {() => void} gives it back
 */
export function claim(file) {
  const pidFile = `${file}.pid`;
  const lock = `${file}.lock`;
  const abandoned = existsSync(pidFile);
  if (abandoned) removeDeadOwner(file, pidFile);
  const me = JSON.stringify({pid: process.pid, started: startOf(process.pid)?.mark});
  try {
    writeFileSync(pidFile, me, {flag: 'wx'});
  } catch (error) {
    throw error.code === 'EEXIST' ? inUse(file, 'another server that is just starting') : error;
  }
  mine.add(file);
  const release = () => {
    mine.delete(file);
    rmSync(pidFile, {force: true});
  };
  if (existsSync(lock)) {
    if (!abandoned) {
      release();
      throw new DataInUseError(
        `${file} is locked by another program. If none is running, remove the folder ${lock} and start again.`,
      );
    }
    rmdirSync(lock);
  }
  return release;
}

function removeDeadOwner(file, pidFile) {
  const owner = readFileSync(pidFile, 'utf8');
  if (isAlive(owner, file)) throw inUse(file, `another server (process ${JSON.parse(owner).pid})`);
  const aside = `${pidFile}.${process.pid}`;
  renameSync(pidFile, aside);
  // Two servers may find the same dead owner at once. The slower one could take away the new owner's file
  // here: it sees that, puts it back and steps aside.
  if (readFileSync(aside, 'utf8') !== owner) {
    renameSync(aside, pidFile);
    throw inUse(file, 'another server that is just starting');
  }
  rmSync(aside);
}

function isAlive(owner, file) {
  let pid, started;
  try {
    ({pid, started} = JSON.parse(owner));
  } catch {
    // Killed between making the file and writing it.
    return false;
  }
  if (pid === process.pid) return mine.has(file);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  const now = startOf(pid);
  // After a restart of the machine the number may belong to another program.
  if (now && started && now.mark !== started) return false;
  return !now?.dead;
}

/** When a process started, on systems with /proc; elsewhere undefined, and the number alone must do. */
function startOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return {mark: `${boot}/${fields[19]}`, dead: fields[0] === 'Z' || fields[0] === 'X'};
  } catch {
    return undefined;
  }
}

function inUse(file, who) {
  return new DataInUseError(`${file} is in use by ${who}. Stop that one first, or set DATA to another file.`);
}
