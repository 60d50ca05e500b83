import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {registerLocale} from 'article-widgets/locales/registry.js';
import {formatDateTime} from 'article-widgets/time.js';
import {languages} from '../node/support/languages.js';
import {openPage, startBrowser} from './support/browser.js';
import {serveFolders} from './support/folder-server.js';
import {readShifts} from './support/shifts.js';

/* The files for pages without a build: what they register, and what they load when. */

const furniture = `
  <article-headline headline="Vụ mùa" published="2024-03-29T11:12:24+07:00"></article-headline>
  <article-clock server-time="2024-06-18T09:01:00+07:00"></article-clock>
  <article-date datetime="2024-03-29T11:12:24+07:00" pattern="HH 'giờ' mm"></article-date>
  <article-byline authors="Nhã Phương; Thanh Nhả"></article-byline>`;

let browser;
let site;
let release;
const slow = new Promise((resolve) => (release = resolve)); // the picture of a page

before(async () => {
  languages.forEach(registerLocale);
  site = await serveFolders({'/dist/': resolve('dist')}, (app) => {
    app.get('/api/comments', () => ({
      comments: Array.from({length: 100}, (_, id) => ({
        id: `${id}`,
        author: {name: 'Lộc'},
        text: 'Hay quá.',
        createdAt: '2024-03-29T11:12:24+07:00',
        status: 'published',
      })),
      total: 100,
      next: null,
    }));
    app.get('/slow', async (request, reply) => {
      await slow;
      return reply.code(404).send();
    });
    app.get('/page', ({query}, reply) => {
      const script = '<script type="module" src="/dist/cdn/article-widgets.js"></script>';
      reply
        .type('text/html')
        .send(`<!doctype html><html lang="vi"><meta charset="utf-8">${script}<body>${query.body}`);
    });
  });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(t, body, prepare) {
  const page = await openPage(browser, t);
  await prepare?.(page);
  const loaded = [];
  const warnings = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname.split('/').at(-1)));
  page.on('console', (message) => message.type() === 'warn' && warnings.push(message.text()));
  await page.goto(`${site.origin}/page?body=${encodeURIComponent(body)}`, {waitUntil: 'networkidle0'});
  return {page, warnings, scripts: () => loaded.filter((name) => name.endsWith('.js'))};
}

const dateText = () => document.querySelector('article-date').shadowRoot.querySelector('time').textContent;

test('a page without comments loads one file', async (t) => {
  const {page, scripts} = await open(t, furniture);
  assert.deepEqual(scripts(), ['article-widgets.js']);
  assert.equal(await page.evaluate(dateText), '11 giờ 12');
});

test('a page that names a zone loads the rules of zones', async (t) => {
  const {page, scripts} = await open(
    t,
    '<article-date datetime="2024-03-29T04:12:24Z" time-zone="Asia/Kathmandu" pattern="HH:mm (OO)"></article-date>',
  );
  await page.waitForFunction(
    () => document.querySelector('article-date').shadowRoot.querySelector('time').textContent,
  );
  assert.deepEqual(scripts(), ['article-widgets.js', 'named-zones.js']);
  assert.equal(await page.evaluate(dateText), '09:57 (GMT +5:45)');
});

test('a page with comments loads theirs too', async (t) => {
  const {page, scripts} = await open(t, `${furniture}<article-comment-box></article-comment-box>`);
  assert.deepEqual(scripts(), ['article-widgets.js', 'define-comments.js']);
  for (const tag of ['article-comments', 'article-comment-form', 'article-comment-box']) {
    assert.ok(await page.evaluate((name) => Boolean(customElements.get(name)), tag), tag);
  }
});

test('a headline of many short lines loads what joins its last two words, and nothing shifts', async (t) => {
  const words = `${'xanh '.repeat(8)}thanh ba Nam`;
  const style = 'font: 32px/1.2 monospace; inline-size: 9.5ch; margin: 0; text-wrap: wrap';
  const {page, scripts} = await open(
    t,
    `<article-headline style="display: block"><h1 style="${style}">${words}</h1></article-headline><p>Bài</p>`,
  );
  await page.waitForFunction(() => document.querySelector('h1').textContent.endsWith('ba\u00a0Nam'));
  assert.deepEqual(scripts(), ['article-widgets.js', 'join-last-words.js']);
  assert.deepEqual(await page.evaluate(readShifts), []);
});

test('comments that come later are registered then', async (t) => {
  const {page} = await open(t, furniture);
  assert.equal(await page.evaluate(() => customElements.get('article-comments')), undefined);
  await page.evaluate(() => {
    const wrapper = document.createElement('div');
    wrapper.append(document.createElement('article-comments'));
    document.body.append(wrapper);
  });
  await page.waitForFunction(() => document.querySelector('article-comments').shadowRoot);
});

test('structured data that come later are written by a file of their own', async (t) => {
  const {page, scripts} = await open(t, furniture);
  await page.evaluate(() => document.body.append(document.createElement('article-structured-data')));
  const script = await page.waitForSelector('article-structured-data > script');
  const {headline, author} = JSON.parse(await script.evaluate(({textContent}) => textContent));
  assert.deepEqual([headline, author.length], ['Vụ mùa', 2]);
  assert.deepEqual(scripts(), ['article-widgets.js', 'article-structured-data.js', 'named-zones.js']);
});

const photo = `<article-photo zoomable>
  <img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACADs=" alt="A" width="99" height="99"></article-photo>`;

test('a zoomable photo loads its dialog when somebody is about to press, and opens it', async (t) => {
  const {page, scripts} = await open(t, `${furniture}${photo}`);
  const button = await page.waitForSelector('article-photo >>> [part=zoom-button]');
  assert.deepEqual(scripts(), ['article-widgets.js']);
  await button.hover();
  await page.waitForNetworkIdle({idleTime: 100});
  assert.deepEqual(scripts(), ['article-widgets.js', 'zoom.js']);
  assert.equal(await page.$('article-photo >>> dialog'), null);
  await button.click();
  await page.waitForSelector('article-photo >>> dialog[open]', {visible: true});
});

test('a press without a connection breaks nothing, and the next one opens the photo', async (t) => {
  const {page} = await open(t, photo);
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const picture = await page.waitForSelector('article-photo img');
  await page.setOfflineMode(true);
  await picture.click({offset: {x: 90, y: 90}});
  await new Promise((done) => setTimeout(done, 200));
  assert.equal(await page.$('article-photo >>> dialog'), null);
  await page.setOfflineMode(false);
  await picture.click({offset: {x: 90, y: 90}});
  await page.waitForSelector('article-photo >>> dialog[open]', {visible: true});
  assert.deepEqual(errors, []);
});

const quarter =
  '<article-date datetime="2024-03-29T11:12:24+07:00" format="date" pattern="QQQ"></article-date>';

test('a pattern with rare tokens loads their file', async (t) => {
  const {page, scripts, warnings} = await open(t, quarter);
  assert.deepEqual(scripts(), ['article-widgets.js', 'pattern.js']);
  assert.equal(await page.evaluate(dateText), 'Q1');
  assert.deepEqual(warnings, []);
});

test('the preset is shown where that file is missing', async (t) => {
  const refused = (page) => page.setRequestInterception(true).then(() => page.on('request', refusePattern));
  const {page, warnings} = await open(t, quarter, refused);
  assert.equal(await page.evaluate(dateText), '29/03/2024');
  assert.match(warnings.join('\n'), /^\[article-widgets\] <article-date> pattern="QQQ": /);
});

test('light content stands where the file of named zones is missing, and no other time is claimed', async (t) => {
  const refused = (page) => page.setRequestInterception(true).then(() => page.on('request', refusePattern));
  const {page, warnings} = await open(
    t,
    `<div data-time-zone="+09:00"><article-date datetime="2024-03-29T04:12:24Z" time-zone="Asia/Kathmandu" pattern="HH:mm"
      ><time>29 March</time></article-date><article-date datetime="2024-03-29 04:12" format="datetime"
      time-zone="Asia/Kathmandu"></article-date></div>`,
    refused,
  );
  const shown = await page.$$eval('article-date', (dates) =>
    dates.map(({shadowRoot}) => shadowRoot.querySelector('time')?.textContent),
  );
  assert.deepEqual(shown, [null, '29/03/2024 04:12']);
  assert.equal(warnings.length, 2);
  for (const warning of warnings)
    assert.match(warning, /time-zone="Asia\/Kathmandu": its file did not load$/);
});

function refusePattern(request) {
  return request.url().includes('/extra/') ? request.abort() : request.continue();
}

test('a part whose first request was lost comes by another address', async (t) => {
  const lost = [];
  const loseOnce = async (page) => {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const {pathname, search} = new URL(request.url());
      if (!pathname.includes('/extra/') || search) return request.continue();
      lost.push(pathname.split('/').at(-1));
      return request.abort();
    });
  };
  const {page} = await open(
    t,
    `<main><p style="min-inline-size: 101vw">Lúa</p></main><article-text-size></article-text-size>
    <article-comments src="/api/comments" article="lua" loading="eager" page-size="100"></article-comments>`,
    loseOnce,
  );
  await page.evaluate(() => {
    document.querySelector('article-text-size').increase();
    location.hash = '#comment-90';
  });
  await page.waitForSelector('[data-article-text-tight]');
  await page.waitForFunction(
    () => document.querySelector('article-comments').shadowRoot.activeElement?.id === 'comment-90',
  );
  await page.waitForSelector('article-comments >>> .group');
  assert.deepEqual(
    ['mend-text.js', 'linked-comment.js', 'long-list.js'].filter((name) => !lost.includes(name)),
    [],
  );
});

test('what becomes too wide while the page still loads is held to the column once it has', async (t) => {
  const body = `<script>localStorage.setItem('article-text-size', '2')</script>
    <main><p style="white-space: pre">Lúa</p></main><article-text-size></article-text-size><img src="/slow" alt="">`;
  const page = await openPage(browser, t);
  await page.goto(`${site.origin}/page?body=${encodeURIComponent(body)}`, {waitUntil: 'domcontentloaded'});
  await page.waitForSelector('[data-article-text-scale]');
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({name}) => name.includes('mend-text')),
  );
  await page.$eval('p', (line) => (line.textContent = 'Lúa '.repeat(200)));
  assert.equal(await page.evaluate(() => document.readyState), 'interactive');
  release();
  await page.waitForSelector('p[data-article-text-tight]');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

const french = '<script type="module" src="/dist/extra/locales/fr.js"></script>';

test("a language's file registers it with the script of the page, before and after", async (t) => {
  const inFrench = `<div lang="fr">${furniture}<article-comment-box></article-comment-box></div>`;
  for (const body of [french + inFrench, inFrench + french]) {
    const {page, scripts, warnings} = await open(t, body);
    assert.deepEqual(scripts().sort(), ['article-widgets.js', 'define-comments.js', 'fr.js']);
    await page.waitForFunction(() => document.querySelector('article-comment-box').shadowRoot);
    const [dateline, counter] = await page.evaluate(() =>
      ['article-headline', 'article-comment-box'].map((tag) => {
        const root = document.querySelector(tag).shadowRoot;
        return (root.querySelector('time') ?? root.querySelector('[part~=counter]')).textContent.trim();
      }),
    );
    assert.equal(dateline, 'ven. 29/03/2024 | 11:12:24 [GMT +7]');
    assert.equal(counter, '0 / 500 caractères');
    assert.deepEqual(warnings, []);
  }
});

test('the rare tokens of a language are those of its date-fns locale', async (t) => {
  const date =
    '<article-date lang="fr" datetime="2024-04-01T11:12:24+07:00" pattern="EEEE do MMMM"></article-date>';
  const {page, scripts} = await open(t, french + date);
  assert.deepEqual(scripts().sort(), ['article-widgets.js', 'fr.js', 'pattern.js']);
  assert.equal(await page.evaluate(dateText), 'lundi 1er avril');
});

test('each file of a language registers its own', async (t) => {
  for (const file of readdirSync('dist/extra/locales').filter((name) => name.endsWith('.js'))) {
    const code = file.replace('.js', '');
    const script = `<script type="module" src="/dist/extra/locales/${file}"></script>`;
    const date = '<article-date datetime="2024-03-29T11:12:24+07:00" format="clock"></article-date>';
    const {page} = await open(t, `${script}<div lang="${code}">${date}</div>`);
    const expected = formatDateTime('2024-03-29T11:12:24+07:00', {lang: code, format: 'clock'});
    assert.equal(await page.evaluate(dateText), expected, file);
  }
});
