// Runs a command beside a PostgreSQL of its own: `node tools/postgres.mjs COMMAND ARGS…`. The command finds its
// address in TEST_DATABASE_URL; afterwards nothing is left of it.
import {execFileSync, spawn} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

/**
 * Makes and starts an empty PostgreSQL in a temporary folder, on this machine's own address.
 * @returns {Promise<{url: string, stop(): void}>}
 */
export async function startPostgres() {
  const bin = findPrograms();
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'article-widgets-postgres-'));
  const run = (program, ...args) =>
    // Its standard output would be kept open by the server that it starts.
    execFileSync(join(bin, program), args, {...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit']});
  try {
    const password = randomBytes(12).toString('hex');
    const secret = join(folder, 'password');
    writeFileSync(secret, password);
    if (user.uid !== undefined) [folder, secret].forEach((path) => chownSync(path, user.uid, user.gid));
    const data = join(folder, 'data');
    const locale = ['--no-locale', '--encoding=UTF8'];
    run('initdb', '-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secret}`, ...locale);
    const port = await freePort();
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='${folder}'`;
    run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', options, '-w', 'start');
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop() {
        run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
        rmSync(folder, {recursive: true, force: true});
      },
    };
  } catch (error) {
    rmSync(folder, {recursive: true, force: true});
    throw error;
  }
}

/** Where initdb and pg_ctl are: Debian keeps them out of the PATH. */
function findPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => b - a) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...process.env.PATH.split(':'),
  ];
  const found = folders.find((folder) =>
    ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name))),
  );
  if (found) return found;
  throw new Error('PostgreSQL was not found. Install it (Debian: apt-get install postgresql) and try again.');
}

/** PostgreSQL refuses to run as root. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const numberOf = (flag) => Number(execFileSync('id', [flag, 'postgres'], {encoding: 'utf8'}));
  return {uid: numberOf('-u'), gid: numberOf('-g')};
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function main([command, ...args]) {
  const postgres = await startPostgres();
  try {
    const env = {...process.env, TEST_DATABASE_URL: postgres.url};
    const child = spawn(command, args, {stdio: 'inherit', env});
    // Ctrl+C reaches the child by itself; what matters here is to stay until it is done.
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    const [code] = await once(child, 'exit');
    return code ?? 1;
  } finally {
    postgres.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
