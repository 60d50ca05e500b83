import {fileURLToPath} from 'node:url';
import {listen} from '../listen.js';
import {loggerOptions} from '../log.js';
import {readSettings} from '../settings.js';
import {explain, stopOnSignal} from '../start.js';
import {article, createDemo} from './demo.js';
import {seed} from './seed.js';

try {
  await start();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function start() {
  const settings = readSettings({
    LANGUAGE: 'vi',
    DATA: fileURLToPath(new URL('../../.data/demo.sqlite', import.meta.url)),
    ...process.env,
  });
  const {host, port} = settings;
  // Standard output is for the person who started it.
  const app = await createDemo({
    ...settings,
    logger: loggerOptions({level: 'error', stream: process.stderr}),
  });
  try {
    await seed(app.store, article);
    const listener = await listen(app, {host, port, spare: 10});
    if (port !== 0 && listener.port !== port) {
      console.log(`Port ${port} is taken, so port ${listener.port} is used instead.`);
    }
    console.log(`The demo is at http://${nameOf(host)}:${listener.port}/`);
    stopOnSignal(app, listener);
  } catch (error) {
    await app.close();
    throw error;
  }
}

// What stands for every address is no name to visit.
function nameOf(host) {
  if (['0.0.0.0', '::', 'localhost'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
