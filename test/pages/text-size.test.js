import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {findViolations} from './support/axe.js';
import {collectErrors, openPage, startBrowser} from './support/browser.js';
import {showComments, startDemo} from './support/demo.js';
import {serveFolders} from './support/folder-server.js';

const scales = [0.875, 1, 1.125, 1.25, 1.5, 1.75, 2];
let demo, browser;

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

for (const [width, scheme, dir] of [
  [375, 'light', 'ltr'],
  [375, 'dark', 'rtl'],
  [1280, 'light', 'rtl'],
  [1280, 'dark', 'ltr'],
]) {
  test(
    `axe finds nothing at any size of text, ${width} pixels wide, ${scheme}, ${dir}`,
    {timeout: 180_000},
    async (t) => {
      const page = await openPage(browser, t);
      await page.setViewport({width, height: 800});
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
      await page.goto(demo.origin);
      await page.evaluate((value) => (document.documentElement.dir = value), dir);
      await showComments(page);
      for (const scale of scales) {
        await page.$eval('article-text-size', (toggle, value) => (toggle.scale = value), scale);
        // Large, the table scrolls, and of what is out of its box axe cannot decide: its colours were decided before.
        if (scale > 1) await page.$$eval('.table', ([table]) => table?.remove());
        assert.deepEqual(await findViolations(page), [], `at ${scale}`);
        const shown = await page.evaluate(() => document.scrollingElement.scrollWidth);
        assert.equal(shown, width, `at ${scale}`);
      }
      await page.$eval('article-text-size', (toggle) => toggle.reset());
    },
  );
}

test('the largest photo fits the window at every size of text', {timeout: 60_000}, async (t) => {
  const page = await openPage(browser, t);
  await page.setViewport({width: 375, height: 800});
  await page.goto(demo.origin);
  await page.waitForSelector('article-text-size:defined');
  const measure = async () => {
    await page.locator('article-photo >>> [part=zoom-button]').click();
    const dialog = await page.waitForSelector('article-photo >>> dialog[open]', {visible: true});
    await page.waitForSelector('article-photo >>> dialog[open] img', {visible: true});
    await page.waitForNetworkIdle();
    const {x, width} = await dialog.boundingBox();
    await page.locator('article-photo >>> [part=close-button]').click();
    return [Math.round(x), Math.round(width)];
  };
  const usual = await measure();
  await page.$eval('article-text-size', (toggle) => (toggle.scale = 2));
  assert.deepEqual(await measure(), usual);
  await page.$eval('article-text-size', (toggle) => toggle.reset());
});

test('print has the usual size', {timeout: 60_000}, async (t) => {
  const page = await openPage(browser, t);
  await page.goto(demo.origin);
  await page.waitForSelector('article-text-size:defined');
  await page.emulateMediaType('print');
  const measure = () => page.$eval('article > p', (text) => text.getBoundingClientRect().height);
  const usual = await measure();
  await page.$eval('article-text-size', (toggle) => (toggle.scale = 2));
  assert.equal(await measure(), usual);
  await page.emulateMediaType('screen');
  assert.ok((await measure()) > usual);
  await page.$eval('article-text-size', (toggle) => toggle.reset());
});

test('the script for the head runs inline under a policy with its hash', {timeout: 60_000}, async (t) => {
  const script = await readFile('dist/cdn/text-size-restore.js', 'utf8');
  const hash = createHash('sha256').update(script).digest('base64');
  const site = await serveFolders({'/dist/': resolve('dist')}, (app) =>
    app.get('/page', (request, reply) =>
      reply
        .type('text/html')
        .header(
          'Content-Security-Policy',
          `default-src 'none'; style-src 'self'; script-src 'sha256-${hash}'`,
        )
        .send(
          `<!doctype html><link rel="stylesheet" href="/dist/article-widgets.css"><script>${script}</script>` +
            '<article><article-text-size></article-text-size><p>Lúa</p></article>',
        ),
    ),
  );
  t.after(() => site.close());
  const page = await openPage(browser, t);
  const errors = collectErrors(page, site.origin);
  await page.evaluateOnNewDocument(() => localStorage.setItem('article-text-size', '1.5'));
  await page.goto(`${site.origin}/page`);
  assert.equal(await page.$eval('p', (text) => getComputedStyle(text).zoom), '1.5');
  assert.deepEqual(errors, []);
});
