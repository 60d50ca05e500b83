// Runs the element tests in WebKitGTK: `node tools/webkit.mjs [more arguments for wtr]`.
// WebKit needs a display and a driver beside it. Both live as long as the run, and no longer.
import {startTestRunner} from '@web/test-runner';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {findProgram} from './find-program.mjs';
import {freePort} from './free-port.mjs';
import {timeZone} from './wtr-shared.mjs';

/**
 * Starts a program that ends with this process, together with what it starts itself (the driver its browser):
 * hence a group of its own.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
function startBeside(program, args, options) {
  const child = spawn(program, args, {detached: true, ...options});
  child.on('error', fail);
  process.on('exit', () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  });
  return child;
}

/** Starts a display of a free number, and says which. */
async function startDisplay() {
  const xvfb = findProgram('XVFB_PATH', ['Xvfb'], 'apt-get install xvfb');
  const args = ['-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-displayfd', '3'];
  const {stdio} = startBeside(xvfb, args, {stdio: ['ignore', 'ignore', 'inherit', 'pipe']});
  const lines = createInterface({input: /** @type {import('node:stream').Readable} */ (stdio[3])});
  const [number] = await once(lines, 'line', {signal: AbortSignal.timeout(20_000)});
  return `:${number.trim()}`;
}

/**
 * Starts the driver on a free port, and says which.
 * @param {string} display
 */
async function startDriver(display) {
  const driver = findProgram('WEBKIT_DRIVER_PATH', ['WebKitWebDriver'], 'apt-get install webkit2gtk-driver');
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
    TZ: timeZone,
    XDG_CONFIG_HOME: await slimWindow(),
  };
  startBeside(driver, [`--port=${port}`, '--host=127.0.0.1'], {stdio: 'ignore', env});
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${driver} did not answer within 20 seconds.`);
}

/** The settings of a window whose tool bar leaves room for the width of a phone. */
async function slimWindow() {
  const settings = fileURLToPath(new URL('../.cache/webkit-settings', import.meta.url));
  await mkdir(join(settings, 'gtk-3.0'), {recursive: true});
  const style = '* {min-width: 0; padding: 0; margin: 0; font-size: 1px; -gtk-icon-transform: scale(0.1)}';
  await writeFile(join(settings, 'gtk-3.0/gtk.css'), style);
  return settings;
}

/** @param {Error} error */
function fail(error) {
  console.error(error.message);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

try {
  process.env.WEBKIT_DRIVER_PORT = String(await startDriver(await startDisplay()));
  const config = fileURLToPath(new URL('../web-test-runner.webkit.config.mjs', import.meta.url));
  await startTestRunner({argv: ['--config', config, ...process.argv.slice(2)]});
} catch (error) {
  fail(/** @type {Error} */ (error));
}
