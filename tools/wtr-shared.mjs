import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {fileURLToPath} from 'node:url';
import {createFaults} from '../test/support/faults.js';
import {countReporter} from './count-reporter.mjs';
import {freePort} from './free-port.mjs';
import {ownCommands} from './wtr-commands.mjs';

/**
 * The browsers run in a zone with daylight saving, far from Vietnam: a date that is right only by the zone of the
 * developer's machine fails for everybody. `tools/zones.mjs` has them in other zones too.
 */
export const timeZone = process.env.BROWSER_TIME_ZONE || 'America/New_York';

const faults = await createFaults();

/** What the element tests have in common in every browser. */
export const shared = {
  files: 'test/elements/**/*.test.ts',
  port: await freePort(),
  nodeResolve: {exportConditions: ['browser', 'development']},
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    }),
    ownCommands(),
  ],
  middleware: [
    // A frame without an origin is a stranger here, and may have the modules only like this; also those in the cache.
    (/** @type {import('koa').Context} */ context, /** @type {() => Promise<void>} */ next) => {
      context.set('Access-Control-Allow-Origin', '*');
      return next();
    },
    // A server of comments that fails as it is told to, for `faults.test.ts`.
    (/** @type {import('koa').Context} */ context, /** @type {() => Promise<void>} */ next) => {
      if (!context.path.startsWith('/faults/')) return next();
      context.respond = false;
      return faults.handle(context.req, context.res);
    },
  ],
  // One page at a time: a page in the background has no focus and counts as hidden.
  concurrency: 1,
  // Beside other browsers a test of layouts takes ten times what it takes alone; what hangs fails all the same.
  testFramework: {config: {timeout: 60_000}},
  // A file of a hundred faults takes a minute by itself, and more beside another browser.
  testsFinishTimeout: 600_000,
  testRunnerHtml: (/** @type {string} */ framework) => `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <script>
      globalThis.machineTimeZone = '${timeZone}';
      // Lit's greeting in development mode is not ours to read in every test file.
      globalThis.litIssuedWarnings = new Set(['dev-mode']);
      // Mocha fails a test for an uncaught error, but not by itself for a promise that nobody looked after.
      addEventListener('unhandledrejection', (event) => reportError(event.reason));
    </script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  // A log file is no terminal: nothing is drawn over.
  staticLogging: !process.stdout.isTTY,
  reporters: [defaultReporter(), countReporter()],
};
