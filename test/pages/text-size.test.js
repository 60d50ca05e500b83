import assert from 'node:assert/strict';
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
        const shown = await page.evaluate(() => document.scrollingElement.scrollWidth);
        assert.equal(shown, width, `at ${scale}`);
        // Of zoomed words in a box that may scroll axe cannot decide. Where the table fits, nothing changes when the
        // box may not; at 1280 pixels that is always.
        const scrolls = await page.$eval('.table', (box) => {
          const isWide = box.scrollWidth > box.clientWidth;
          box.style.overflow = isWide ? '' : 'visible';
          return isWide;
        });
        if (width === 1280) assert.equal(scrolls, false);
        const apart = scrolls ? ['.table'] : [];
        assert.deepEqual(await findViolations(page, {apart}), [], `at ${scale}`);
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

test('the line being read stays where it was, also with what a page loads', {timeout: 60_000}, async (t) => {
  const page = await openPage(browser, t);
  await page.setViewport({width: 375, height: 800});
  const parts = [];
  page.on('response', (response) => parts.push(new URL(response.url()).pathname));
  await page.goto(demo.origin);
  await page.waitForSelector('article-text-size:defined');
  const topOf = () => page.$eval('article > p:nth-of-type(5)', (text) => text.getBoundingClientRect().top);
  await page.$eval('article > p:nth-of-type(5)', (text) => text.scrollIntoView());
  await page.waitForNetworkIdle();
  assert.ok(parts.includes('/dist/extra/remember-place.js'), parts.join(' '));
  const before = await topOf();
  for (const scale of [2, 0.875, 1]) {
    await page.$eval('article-text-size', (toggle, value) => (toggle.scale = value), scale);
    assert.ok(Math.abs((await topOf()) - before) < 30 * scale, `at ${scale}`);
  }
});

test('print has the usual size', {timeout: 60_000}, async (t) => {
  const page = await openPage(browser, t);
  await page.goto(demo.origin);
  await page.waitForSelector('article-text-size:defined');
  await page.emulateMediaType('print');
  // What a scaled text brings along must not print either: `pre` that wraps, tables that scroll, fields cut to size.
  await page.$eval('article', (article) => {
    const add = (to, name, attributes, text = '') => {
      const element = Object.assign(document.createElement(name), {textContent: text});
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return to.appendChild(element);
    };
    add(article, 'pre', {}, 'lúa '.repeat(80));
    add(article, 'div', {}, 'lúa').style.cssText = 'width: 90em; padding: 1em';
    add(article, 'input', {size: '90'});
    const row = add(add(add(article, 'table', {}), 'tbody', {}), 'tr', {});
    for (let cell = 0; cell < 30; cell++) add(row, 'td', {}, 'Đồngbằngsông');
  });
  const measure = () =>
    page.$$eval('article > :not(article-headline)', (parts) =>
      parts.map((part) => {
        const {width, height} = part.getBoundingClientRect();
        return [part.localName, width, height, getComputedStyle(part).display].join(' ');
      }),
    );
  const usual = await measure();
  await page.$eval('article-text-size', (toggle) => (toggle.scale = 2));
  assert.deepEqual(await measure(), usual);
  await page.emulateMediaType('screen');
  assert.notDeepEqual(await measure(), usual);
  await page.$eval('article-text-size', (toggle) => toggle.reset());
});

test(
  'the script for the head runs inline under a policy with the hash of the README',
  {timeout: 60_000},
  async (t) => {
    const script = await readFile('dist/cdn/text-size-restore.js', 'utf8');
    const [hash] = /(?<=')sha256-[^']+/.exec(await readFile('README.md', 'utf8'));
    const site = await serveFolders({'/dist/': resolve('dist')}, (app) =>
      app.get('/page', (request, reply) =>
        reply
          .type('text/html')
          .header('Content-Security-Policy', `default-src 'none'; style-src 'self'; script-src '${hash}'`)
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
  },
);
