import assert from 'node:assert/strict';
import {resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {openPage, startBrowser} from './support/browser.js';
import {serveFolders} from './support/folder-server.js';
import {readShifts} from './support/shifts.js';

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
  return page.waitForSelector('article-photo >>> dialog[open] .strip', {visible: true});
}

/** What Chromium tells a screen reader of the figure, and of what is in it. */
async function figureOf(page) {
  const client = await page.createCDPSession();
  const {nodes} = await client.send('Accessibility.getFullAXTree');
  const figure = nodes.find(({role}) => role?.value === 'figure');
  const inside = (node) =>
    node.childIds.flatMap((id) => {
      const child = nodes.find(({nodeId}) => nodeId === id);
      return child ? [child, ...inside(child)] : [];
    });
  return {
    name: figure.name.value.trim(),
    roles: inside(figure).map(({role, name}) => [role?.value, name?.value]),
  };
}

test('a figure is named by its caption, with the pictures in it', async (t) => {
  const {name, roles} = await figureOf(await open(t));
  assert.equal(name, 'Gặt lúa');
  for (const found of [
    ['image', 'Ruộng lúa'],
    ['image', 'Cống'],
    ['StaticText', 'Văn A'],
  ]) {
    assert.ok(JSON.stringify(roles).includes(JSON.stringify(found)), `${found}`);
  }
  assert.ok(
    roles.some(([role]) => role === 'Figcaption'),
    'with a figcaption',
  );
});

test('a figure is named by a caption in the slot too, and has no name without one', async (t) => {
  const slotted = group
    .replace(/ caption="[^"]*"/, '')
    .replace('>', '><b slot="caption">Gặt <a href="#">lúa</a></b>');
  assert.equal((await figureOf(await open(t, undefined, slotted))).name, 'Gặt lúa');
  const {name} = await figureOf(await open(t, undefined, group.replace(/ caption="[^"]*"/, '')));
  assert.ok(['', 'Văn A'].includes(name), name);
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

const pictureBox = ({shadowRoot}) => {
  const {left, width} = shadowRoot.querySelector('.slide img').getBoundingClientRect();
  return {left, width};
};

test('two fingers enlarge the picture between them, and one moves it', async (t) => {
  const page = await open(t, (fresh) =>
    fresh.setViewport({width: 400, height: 800, hasTouch: true, isMobile: true}),
  );
  await enlarge(page);
  await page.waitForFunction(
    () => document.querySelector('article-photo').shadowRoot.querySelector('.slide img').complete,
  );
  const before = await page.$eval('article-photo', pictureBox);
  const client = await page.createCDPSession();
  const touch = (type, ...xs) =>
    client.send('Input.dispatchTouchEvent', {type, touchPoints: xs.map((x, id) => ({x, y: 380, id}))});
  await touch('touchStart', 180);
  await touch('touchStart', 180, 220);
  for (let apart = 20; apart <= 60; apart += 5) await touch('touchMove', 200 - apart, 200 + apart);
  await touch('touchEnd', 140);
  await touch('touchEnd');
  const after = await page.$eval('article-photo', pictureBox);
  const ratio = after.width / before.width;
  assert.ok(ratio > 2 && ratio < 4, `${ratio}`);
  const share = ({left, width}) => (200 - left) / width;
  assert.ok(Math.abs(share(after) - share(before)) < 0.02, 'what is between the fingers stays there');
  assert.equal(await page.evaluate(() => visualViewport.scale), 1, 'not the page as well');

  await touch('touchStart', 300);
  for (let x = 290; x >= 200; x -= 10) await touch('touchMove', x);
  await touch('touchEnd');
  const moved = await page.$eval('article-photo', pictureBox);
  assert.ok(moved.left < after.left - 40, `${after.left} ${moved.left}`);
});

test('nothing moves while pictures and script load', {timeout: 60_000}, async (t) => {
  for (const width of [375, 1280]) {
    const page = await open(
      t,
      (fresh) => fresh.setViewport({width, height: 800}),
      group.replace(/ caption.*?>/, '>'),
    );
    assert.deepEqual(await page.evaluate(readShifts), [], `${width} px`);
  }
});
