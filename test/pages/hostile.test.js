import assert from 'node:assert/strict';
import {resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {openPage, startBrowser} from './support/browser.js';
import {serveFolders} from './support/folder-server.js';

/* The same as `test/elements/hostile.test.ts`, under the eyes of the browser: every request, dialog and window. */

let browser;
let server;

before(async () => {
  server = await serveFolders(
    {'/dist/': resolve('dist'), '/support/': resolve('test/support'), '/vectors/': resolve('test/vectors')},
    (app) => {
      app.get('/page', (request, reply) =>
        reply
          .type('text/html')
          .send(
            '<!doctype html><html lang="vi"><meta charset="utf-8"><script type="module" src="/dist/cdn/article-widgets.js"></script><article-comment-box></article-comment-box>',
          ),
      );
    },
  );
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('hostile data runs nothing, requests nothing and goes nowhere', {timeout: 180_000}, async (t) => {
  const page = await openPage(browser, t);
  const seen = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const {origin, pathname} = new URL(request.url());
    if (origin === server.origin && /^\/(dist|support|vectors)\/|^\/(page|favicon.ico)$/.test(pathname))
      return request.continue();
    seen.push(`a request to ${request.url()}`);
    return request.abort();
  });
  page.on('dialog', (dialog) => (seen.push(`a dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on('popup', () => seen.push('a window'));
  page.on('pageerror', (error) => seen.push(`uncaught: ${error}`));
  await page.goto(`${server.origin}/page`);
  await page.waitForFunction(() => customElements.get('article-comments'));
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(`${server.origin}/page`)) seen.push(`went to ${frame.url()}`);
  });
  const found = await page.evaluate(async () => {
    const {showHostile} = await import('/support/hostile-paths.js');
    return showHostile();
  });
  assert.deepEqual([...found, ...seen], []);
});
