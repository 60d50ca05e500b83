import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {transform} from 'esbuild';
import {openPage, startBrowser} from './support/browser.js';
import {serveFolders} from './support/folder-server.js';
import {readShifts} from './support/shifts.js';

/*
 * Nothing moves while a page loads that has no style but the browser's and article-widgets.css: that which the README
 * recommends, and one with what editors and imports have left. On a phone and beside it, with large text remembered too.
 */

const [, recommended] = /```html\n<html[^>]*>([^]*?)<\/html>\n```/.exec(readFileSync('README.md', 'utf8'));
const body = recommended.replace(/<head>[^]*<\/head>/, '').replace('<p>…</p>', '<p>Bài báo.</p>'.repeat(3));
const legacy = await transform(readFileSync('test/elements/support/legacy-article.ts'), {loader: 'ts'});
const {legacyArticle} = await import(`data:text/javascript,${encodeURIComponent(legacy.code)}`);
const pages = {
  recommended: body,
  kicker: body.replace('<h1>', '<p slot="kicker">Kinh tế</p><h1>'),
  legacy: `<article class="legacy"><article-headline><h1>Bài báo</h1>
    <article-text-size slot="tools"></article-text-size></article-headline>${legacyArticle}
    <img src="/harvest.jpg" alt="" width="128" height="80"></article>`,
};
const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <script src="/widgets/cdn/text-size-restore.js"></script>
  <link rel="stylesheet" href="/widgets/article-widgets.css">
  <script type="module" src="/widgets/cdn/article-widgets.js"></script>`;
const comment = {
  author: {name: 'Lộc'},
  text: 'Hay.',
  createdAt: '2024-03-29T11:12:24+07:00',
  status: 'published',
};
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="800"></svg>';

let site, browser;

before(async () => {
  site = await serveFolders({'/widgets/': resolve('dist')}, (app) => {
    for (const [name, html] of Object.entries(pages)) {
      app.get(`/${name}`, (request, reply) =>
        reply.type('text/html').send(`<!doctype html><html lang="vi"><head>${head}</head><body>${html}`),
      );
    }
    app.get('/harvest.jpg', (request, reply) => reply.type('image/svg+xml').send(picture));
    app.get('/api/comments', () => ({total: 1, comments: [{id: '1', ...comment}], next: null}));
  });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

for (const name of Object.keys(pages)) {
  for (const width of [320, 375, 1280]) {
    test(`nothing shifts: ${name}, ${width} pixels wide`, {timeout: 60_000}, async (t) => {
      for (const size of [undefined, '1.25', '2']) {
        const page = await openPage(browser, t);
        await page.setViewport({width, height: 800});
        await page.evaluateOnNewDocument((value) => {
          localStorage.clear();
          if (value) localStorage['article-text-size'] = value;
        }, size);
        await page.setRequestInterception(true);
        // The page is painted before its modules arrive, before the parts that they ask for, and before it is complete.
        page.on('request', async (request) => {
          if (/\/(extra|cdn\/(article|define))/.test(request.url())) await wait(300);
          if (request.url().endsWith('.jpg')) await wait(1000);
          await request.continue();
        });
        await page.goto(`${site.origin}/${name}`, {waitUntil: 'networkidle0'});
        assert.equal(await page.$eval('article-text-size', ({scale}) => scale), Number(size ?? 1));
        const shifts = await page.evaluate(readShifts);
        assert.deepEqual(shifts, [], `at ${size}`);
      }
    });
  }
}
