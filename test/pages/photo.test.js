import assert from 'node:assert/strict';
import {resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {openPage, startBrowser} from './support/browser.js';
import {serveFolders} from './support/folder-server.js';

/* What of a photo only a whole page shows: the accessibility tree, print, motion, fingers, and layout while it loads. */

const group = `<article-photo zoomable caption="Gặt lúa" credit="Văn A">
  <img src="/demo/harvest-640.jpg" width="640" height="400" alt="Ruộng lúa">
  <img src="/demo/sluice.svg" width="240" height="160" alt="Cống"></article-photo>`;

let browser;
let site;

before(async () => {
  site = await serveFolders({'/dist/': resolve('dist'), '/demo/': resolve('demo')}, (app) => {
    app.get('/page', ({query}, reply) =>
      reply.type('text/html').send(`<!doctype html><html lang="vi"><meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <link rel="stylesheet" href="/dist/article-widgets.css">
        <script type="module" src="/dist/cdn/article-widgets.js"></script><body>${query.body}<p>Chữ</p>`),
    );
  });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(t, prepare, body = group) {
  const page = await openPage(browser, t);
  await prepare?.(page);
  await page.goto(`${site.origin}/page?body=${encodeURIComponent(body)}`, {waitUntil: 'networkidle0'});
  return page;
}

async function enlarge(page) {
  await page.locator('article-photo >>> [part=zoom-button]').click();
  return page.waitForSelector('article-photo >>> dialog[open] .strip');
}

test('a figure is named by its caption, with the pictures in it', async (t) => {
  const page = await open(t);
  const tree = await page.accessibility.snapshot({interestingOnly: false});
  const find = (node, role) =>
    node.role === role ? node : (node.children ?? []).map((child) => find(child, role)).find(Boolean);
  const figure = find(tree, 'figure');
  assert.match(JSON.stringify(figure), /"Ruộng lúa".*"Cống".*"Gặt lúa".*"Văn A"/);
  assert.ok(find(figure, 'Figcaption'), 'with a figcaption');
});

test('on paper stand pictures and caption, without buttons, even while the large picture is open', async (t) => {
  const page = await open(t);
  await enlarge(page);
  await page.emulateMediaType('print');
  const shown = await page.$eval('article-photo', ({shadowRoot, children}) =>
    [...shadowRoot.querySelectorAll('button, dialog, [part=caption]'), ...children]
      .filter((element) => element.checkVisibility())
      .map((element) => element.getAttribute('part') ?? element.alt),
  );
  assert.deepEqual(shown, ['caption', 'Ruộng lúa', 'Cống']);
});

for (const [wish, behavior] of [
  ['reduce', 'auto'],
  ['no-preference', 'smooth'],
]) {
  test(`leafing moves as the reader wishes: ${wish}`, async (t) => {
    const features = [{name: 'prefers-reduced-motion', value: wish}];
    const page = await open(t, () => undefined);
    await page.emulateMediaFeatures(features);
    const strip = await enlarge(page);
    assert.equal(await strip.evaluate((element) => getComputedStyle(element).scrollBehavior), behavior);
  });
}

test('two fingers are left to the browser, which enlarges by them', async (t) => {
  const page = await open(t);
  await enlarge(page);
  const actions = await page.$eval('article-photo', ({shadowRoot}) =>
    ['dialog', '.strip', '.slide', '.slide img'].map(
      (selector) => getComputedStyle(shadowRoot.querySelector(selector)).touchAction,
    ),
  );
  assert.deepEqual(new Set(actions), new Set(['auto']));
});

test('nothing moves while pictures and script load', {timeout: 60_000}, async (t) => {
  for (const width of [375, 1280]) {
    const page = await open(
      t,
      async (fresh) => {
        await fresh.setViewport({width, height: 800});
        await fresh.evaluateOnNewDocument(() => {
          globalThis.shifts = 0;
          new PerformanceObserver((list) => {
            for (const {value} of list.getEntries()) globalThis.shifts += value;
          }).observe({type: 'layout-shift', buffered: true});
        });
      },
      group.replace(/ caption.*?>/, '>'),
    );
    assert.equal(await page.evaluate(() => globalThis.shifts), 0, `${width} px`);
  }
});
