import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {findViolations} from './support/axe.js';
import {openPage, startBrowser} from './support/browser.js';
import {showComments, startDemo} from './support/demo.js';

let demo, browser;

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

async function openDemo(t, {width, scheme = 'light'}) {
  const page = await openPage(browser, t);
  await page.setViewport({width, height: 800});
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
  await page.goto(demo.origin);
  await showComments(page);
  return page;
}

test('nothing is wider than a screen of 320 pixels', {timeout: 60_000}, async (t) => {
  const page = await openDemo(t, {width: 320});
  const measure = () => page.evaluate(() => document.scrollingElement.scrollWidth);
  assert.equal(await measure(), 320);
  await page.$eval('article-text-size', (toggle) => (toggle.scale = 2));
  assert.equal(await measure(), 320, 'at twice the size of text');
  await page.$eval('article-text-size', (toggle) => toggle.reset()); // the other tests' pages share the storage
});

for (const width of [375, 1280]) {
  for (const scheme of ['light', 'dark']) {
    test(
      `axe finds nothing wrong with the demo, ${width} pixels wide, ${scheme}`,
      {timeout: 60_000},
      async (t) => {
        const page = await openDemo(t, {width, scheme});
        assert.deepEqual(await findViolations(page), []);
      },
    );
  }
}

test('axe finds nothing wrong with the open photo', {timeout: 60_000}, async (t) => {
  const page = await openDemo(t, {width: 1280});
  await page.locator('article-photo >>> [part=zoom-button]').click();
  await page.waitForSelector('article-photo >>> dialog[open] img', {visible: true});
  assert.deepEqual(await findViolations(page), []);
});
