import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {createApp} from '../../../server/app.js';
import {createDemo} from '../../../server/demo/demo.js';
import {emptyDatabase} from './database.js';

const fileOf = (name) => fileURLToPath(new URL(`../../../server/${name}`, import.meta.url));

export const path = '/api/comments';
export const article = 'lua-mua-gat';

/** A folder that is gone after the test. */
export async function folder(t) {
  const name = await mkdtemp(join(tmpdir(), 'article-widgets-'));
  t.after(() => rm(name, {recursive: true, force: true}));
  return name;
}

/** A comment server of its own for one test, without a limit of posts unless asked for. */
export async function openApp(t, options) {
  const app = await createApp({rateLimit: false, language: 'vi', ...(await emptyDatabase(t)), ...options});
  t.after(() => app.close());
  return app;
}

/** The same with a small page around it. */
export async function openDemo(t, options) {
  const demoDir = await folder(t);
  await writeFile(
    join(demoDir, 'index.html'),
    '<article-comments id="c"><h2>Ý kiến<!-- count --></h2><form><!-- key --></form><!-- comments --></article-comments>',
  );
  await writeFile(join(demoDir, 'demo.css'), 'p {}');
  const database = await emptyDatabase(t);
  const app = await createDemo({demoDir, distDir: demoDir, rateLimit: false, ...database, ...options});
  t.after(() => app.close());
  return app;
}

/** Posts a comment as JSON. */
export function post(app, body, headers = {}) {
  return app.inject({
    method: 'POST',
    url: path,
    headers: {'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers},
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Posts fields as a browser's own form does. */
export function postForm(app, fields, headers = {}) {
  return app.inject({
    method: 'POST',
    url: path,
    headers: {'content-type': 'application/x-www-form-urlencoded', ...headers},
    payload: new URLSearchParams(fields).toString(),
  });
}

/** Reads a list of comments. */
export function list(app, query = {}) {
  return app.inject({method: 'GET', url: path, query: {article, ...query}});
}

/**
 * Starts a file of server/ as a person would, and waits until it says where it listens.
 * @param {Record<string, string>} env
 * @param {{file?: string, shell?: string}} [options] `shell`: what is run before, in the same process
 */
export async function startMain(t, env, {file = 'main.js', shell} = {}) {
  const child = run(file, [], env, shell);
  const exit = once(child, 'exit');
  t.after(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  const output = {out: '', err: ''};
  child.stderr.on('data', (data) => (output.err += data));
  const lines = createInterface({input: child.stdout});
  const url = await new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      output.out += `${line}\n`;
      const port = /"port":(\d+),"msg":"listening"/.exec(line)?.[1];
      const address = /at (http:\S+)/.exec(line)?.[1] ?? (port && `http://127.0.0.1:${port}/`);
      if (address) resolve(address);
    });
    exit.then(() => reject(new Error(`ended before it was ready: ${output.out}${output.err}`)));
  });
  return {child, exit, output, url};
}

/** Starts the demo as a person would. */
export function startDemoMain(t, env) {
  return startMain(t, env, {file: 'demo/main.js'});
}

/** Runs a file of server/ to its end, and returns what it said. */
export async function runMain(env, file = 'main.js', args = []) {
  const child = run(file, args, env);
  const said = {out: '', err: ''};
  child.stdout.on('data', (data) => (said.out += data));
  child.stderr.on('data', (data) => (said.err += data));
  const [code] = await once(child, 'close');
  return {code, ...said};
}

function run(file, args, env, shell) {
  const options = {env: {...process.env, PORT: '0', HOST: '127.0.0.1', ...env}};
  const command = [process.execPath, fileOf(file), ...args];
  if (!shell) return spawn(command[0], command.slice(1), options);
  return spawn('sh', ['-c', `${shell}; exec "$@"`, 'sh', ...command], options);
}

/** Checks that an answer is a problem document, and returns it. */
export function assertProblem(response, status) {
  assert.equal(response.statusCode, status, response.body);
  assert.match(response.headers['content-type'], /^application\/problem\+json/);
  assert.equal(response.headers['cache-control'], 'no-store');
  const problem = response.json();
  assert.equal(problem.status, status);
  assert.equal(typeof problem.type, 'string');
  assert.ok(problem.title);
  return problem;
}
