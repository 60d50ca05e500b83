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

const main = fileURLToPath(new URL('../../../server/main.js', import.meta.url));

export const path = '/api/comments';
export const article = 'lua-mua-gat';

/** A folder that is gone after the test. */
export async function folder(t) {
  const name = await mkdtemp(join(tmpdir(), 'article-widgets-'));
  t.after(() => rm(name, {recursive: true, force: true}));
  return name;
}

/** An app of its own for one test, without a limit of posts unless asked for. */
export async function openApp(t, options) {
  const demoDir = await folder(t);
  await writeFile(join(demoDir, 'index.html'), '<h2>Ý kiến (<!-- count -->)</h2><!-- comments -->');
  await writeFile(join(demoDir, 'demo.css'), 'p {}');
  const app = await createApp({demoDir, distDir: demoDir, rateLimit: false, ...options});
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

/** Starts server/main.js as a person would, and waits until it says where the demo is. */
export async function startMain(t, env) {
  const child = spawn(process.execPath, [main], {
    env: {...process.env, PORT: '0', HOST: '127.0.0.1', ...env},
  });
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
      const address = /at (http:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    exit.then(() => reject(new Error(`ended before it was ready: ${output.out}${output.err}`)));
  });
  return {child, exit, output, url};
}

/** Runs server/main.js that is expected to give up, and returns what it said. */
export async function runMain(env) {
  const child = spawn(process.execPath, [main], {
    env: {...process.env, PORT: '0', HOST: '127.0.0.1', ...env},
  });
  let err = '';
  child.stderr.on('data', (data) => (err += data));
  const [code] = await once(child, 'close');
  return {code, err};
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
