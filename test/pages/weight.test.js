import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {weigh} from '../support/weigh.js';
import {openPage, startBrowser} from './support/browser.js';
import {serveFolders} from './support/folder-server.js';

/*
 * What a reader pays for the page that the README recommends: every script that it loads is counted, wherever it lies.
 * The parts by themselves are weighed in test/node/size.test.js.
 */

const [, recommended] = /```html\n(<html[^]*?)```/.exec(readFileSync('README.md', 'utf8'));
const scripts = `<script src="/widgets/cdn/text-size-restore.js"></script>
  <link rel="stylesheet" href="/widgets/article-widgets.css" />
  <script type="module" src="/widgets/cdn/article-widgets.js"></script>`;
const withComments = recommended.replace('<head>', `<head><meta charset="utf-8" />${scripts}`);
const pages = {
  '/with-comments': withComments,
  '/without-comments': withComments.replace(/<article-comments [^]*<\/article-comments>/, ''),
};
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="800"></svg>`;
const createdAt = '2024-03-29T11:12:24+07:00';
const comments = [{id: '1', author: {name: 'Lộc'}, text: 'Hay quá.', createdAt, status: 'published'}];

let browser;
let site;

before(async () => {
  site = await serveFolders({'/widgets/': resolve('dist')}, (app) => {
    for (const [path, html] of Object.entries(pages)) {
      app.get(path, (request, reply) => reply.type('text/html').send(`<!doctype html>${html}`));
    }
    app.get('/harvest.jpg', (request, reply) => reply.type('image/svg+xml').send(picture));
    app.get('/api/comments', () => ({total: 1, comments, next: null}));
  });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a page and adds up its scripts as they come. */
async function open(t, path) {
  const page = await openPage(browser, t);
  const loaded = new Map();
  page.on('request', (request) => {
    const {pathname} = new URL(request.url());
    const file = pathname.replace('/widgets/', 'dist/');
    if (file.endsWith('.js')) loaded.set(file, weigh(file));
  });
  await page.goto(`${site.origin}${path}`, {waitUntil: 'networkidle0'});
  return {page, weight: () => [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0), loaded};
}

test('the page without comments takes at most 16,000 bytes, all its scripts counted', async (t) => {
  const {page, weight, loaded} = await open(t, '/without-comments');
  t.diagnostic(JSON.stringify([weight(), ...loaded]));
  assert.ok(loaded.has('dist/extra/named-zones.js'), 'its zone is known');
  assert.ok(await page.$('article-photo >>> [part=zoom-button]'), 'its photo can be enlarged');
  assert.ok(weight() <= 16_000, `${weight()} bytes`);
});

// What the page loads after the first paint may stand beside the 26,000: the rules of its zone, and what keeps the place.
test('the page with comments takes at most 26,000 bytes, and 1,000 after the first paint', async (t) => {
  const {page, weight, loaded} = await open(t, '/with-comments');
  t.diagnostic(JSON.stringify([weight(), ...loaded]));
  assert.ok(await page.$('article-comments >>> [part=comment]'), 'its comments are there');
  assert.ok(weight() <= 27_000, `${weight()} bytes`);
});
