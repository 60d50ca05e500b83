import {fileURLToPath} from 'node:url';
import {createApp} from './app.js';
import {listen} from './listen.js';
import {seed} from './seed.js';

// POSTS_PER_MINUTE is for each address; 0 sets no limit.
const {PORT = '8000', HOST = 'localhost', DATA, POSTS_PER_MINUTE = '10'} = process.env;
const dataFile = DATA || fileURLToPath(new URL('../.data/comments.sqlite', import.meta.url));
const article = 'lua-mua-gat';

try {
  await start();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function start() {
  const port = readNumber('PORT', PORT, 65_535);
  const posts = readNumber('POSTS_PER_MINUTE', POSTS_PER_MINUTE, 1_000_000);
  const app = await createApp({
    dataFile,
    article,
    rateLimit: posts > 0 && {max: posts, timeWindow: 60_000},
    logger: {level: 'error', stream: process.stderr},
  });
  try {
    await seed(app.store, article);
    const listener = await listen(app, {host: HOST, port});
    if (port !== 0 && listener.port !== port) {
      console.log(`Port ${port} is taken, so port ${listener.port} is used instead.`);
    }
    console.log(`The demo is at http://${nameOf(HOST)}:${listener.port}/`);
    stopOnSignal(app, listener);
  } catch (error) {
    await app.close();
    throw error;
  }
}

// Once: a second Ctrl+C ends the process at once.
function stopOnSignal(app, listener) {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await listener.close();
    await app.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readNumber(name, value, max) {
  if (/^\d+$/.test(value) && Number(value) <= max) return Number(value);
  throw new Error(`${name} must be a whole number from 0 to ${max}, not "${value}".`);
}

// What stands for every address is no name to visit.
function nameOf(host) {
  if (['0.0.0.0', '::', 'localhost'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function explain(error) {
  if (error.code === 'EADDRINUSE')
    return `Port ${PORT} and the ten after it are taken. Set PORT to a free one.`;
  if (error.code === 'EACCES' && error.syscall === 'listen') {
    return `This account may not listen on port ${PORT}. Set PORT to 1024 or more.`;
  }
  return `The server could not start: ${error.message}`;
}
