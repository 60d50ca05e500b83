import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, statfs} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import autocannon from 'autocannon';
import {openDatabase} from '../server/database.js';
import {CommentStore} from '../server/store.js';
import {startPostgres} from '../tools/postgres.mjs';
import {table} from './lib/report.js';

const main = fileURLToPath(new URL('../server/main.js', import.meta.url));
const path = '/api/comments';
const article = 'lua-mua-gat';
const sent = 'bench';
const comments = 1000;
const connections = 20;
/** How long each measurement takes, in seconds, after as much again to warm up. */
const duration = 5;
const target = {reads: 500};
const tmpfs = 0x01021994;

/**
 * The comment server: pages of 20 out of 1,000 comments read, and comments sent, each answered only when it is on the
 * disk. Reads come as fast as they are answered, and at the rate of the target: only there does p99 say how long a
 * reader waits. Numbers of this machine, with the load generator on it, in a process of its own.
 * @returns {Promise<string[]>} tables
 */
export default async function server() {
  const folder = await mkdtemp(join(tmpdir(), 'article-widgets-bench-'));
  const postgres = await startPostgres();
  try {
    const rows = [];
    for (const [name, processes, where] of [
      ['SQLite, one process', 1, {dataFile: join(folder, 'comments.sqlite')}],
      ['PostgreSQL, one process', 1, {databaseUrl: postgres.url}],
      ['PostgreSQL, two processes', 2, {databaseUrl: postgres.url}],
    ]) {
      await fill(where);
      rows.push(...(await measure(name, processes, where)));
    }
    // Where the temporary folder is memory, waiting for the disk costs SQLite nothing.
    const inMemory = (await statfs(folder)).type === tmpfs;
    const title = inMemory
      ? 'Comment server (the disk is memory: set TMPDIR to a real one)'
      : 'Comment server';
    return [table(title, ['', 'per second', 'median', 'p99', 'errors', 'target'], rows)];
  } finally {
    postgres.stop();
    await rm(folder, {recursive: true, force: true});
  }
}

/** Gives the article its comments, once. */
async function fill(where) {
  const database = await openDatabase(where);
  try {
    const store = new CommentStore(database);
    if (!(await store.isEmpty())) return;
    await store.addAll(
      Array.from({length: comments}, (_, number) => ({
        article,
        name: 'Nguyễn Thị Hạnh',
        text: `${number}: ${'Bài viết hay quá, đọc mà nhớ mùa gặt ở quê. '.repeat(4)}`,
        createdAt: new Date(Date.UTC(2024, 2, 29, 4, 0, number)).toISOString(),
      })),
    );
  } finally {
    await database.destroy();
  }
}

async function measure(name, processes, where) {
  const servers = await Promise.all(Array.from({length: processes}, () => start(where)));
  try {
    const reads = {path: `${path}?article=${article}&limit=20`};
    const reading = await load(servers, reads);
    const held = await load(servers, {...reads, overallRate: target.reads / processes});
    const before = await countSent(servers);
    const sending = await load(servers, {path, method: 'POST', ...sendsComments()});
    const lost = before + sending.acknowledged - (await countSent(servers));
    if (lost > 0) throw new Error(`${lost} comments were acknowledged and are not there`);
    return [
      row(`reads: ${name}`, reading, verdict(reading, target.reads)),
      // What is counted in whole seconds may miss a few at either end.
      row(`${target.reads} reads a second: ${name}`, held, verdict(held, 0.98 * target.reads)),
      row(`posts: ${name}`, sending, ''),
    ];
  } finally {
    for (const {child, exit} of servers) {
      child.kill('SIGTERM');
      await exit;
    }
  }
}

function verdict({rate, errors}, wanted) {
  return `${target.reads}: ${rate >= wanted && errors === 0 ? 'met' : 'missed'}`;
}

/** How many comments the server has of those that are sent here. */
async function countSent([{url}]) {
  const {counts} = await (await fetch(`${url}${path}/counts?article=${sent}`)).json();
  return counts[sent];
}

/** Starts the server as it runs in production, and waits until it listens. */
async function start({dataFile, databaseUrl}) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    POSTS_PER_MINUTE: '0',
    ...(dataFile ? {DATA: dataFile} : {DATABASE_URL: databaseUrl}),
  };
  const child = spawn(process.execPath, [main], {env, stdio: ['ignore', 'pipe', 'inherit']});
  const exit = once(child, 'exit');
  const lines = createInterface({input: child.stdout});
  const port = await new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const {msg, port} = JSON.parse(line);
      if (msg === 'listening') resolve(port);
    });
    exit.then(() => reject(new Error('the server did not start')));
  });
  // It writes its log as always; reading it would cost the load generator time.
  lines.close();
  child.stdout.resume();
  return {child, exit, url: `http://127.0.0.1:${port}`};
}

/** Lets all the servers work at once, and adds up what they did. */
async function load(servers, {path, ...request}) {
  const sum = (results, read) => results.reduce((total, result) => total + read(result), 0);
  const run = () =>
    Promise.all(
      servers.map(({url}) =>
        autocannon({url: url + path, connections: connections / servers.length, duration, ...request}),
      ),
    );
  const warming = await run();
  const results = await run();
  const worst = (read) => Math.max(...results.map(read));
  return {
    rate: sum(results, (result) => result['2xx'] / result.duration),
    median: worst(({latency}) => latency.p50),
    p99: worst(({latency}) => latency.p99),
    errors: sum(results, ({errors, non2xx}) => errors + non2xx),
    acknowledged: sum([...warming, ...results], (result) => result['2xx']),
  };
}

/** Every request a comment of its own. */
function sendsComments() {
  const run = Math.random().toString(36).slice(2);
  let number = 0;
  const setupRequest = (request) => ({
    ...request,
    headers: {'content-type': 'application/json', 'idempotency-key': `${run}-${++number}`},
    body: JSON.stringify({article: sent, text: `Bình luận ${number}`, author: {name: 'Lan'}}),
  });
  return {requests: [{setupRequest}]};
}

function row(name, {rate, median, p99, errors}, verdict) {
  return [name, rate.toFixed(0), `${median} ms`, `${p99} ms`, String(errors), verdict];
}
