import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import {findBrowser} from '../../tools/browser.mjs';
import {openPage, startBrowser} from './support/browser.js';
import {serveCommentPages} from './support/comment-page.js';

/* What takes a whole browser: no network, reloads, crashes, several tabs, storage that is full or blocked. */

const typed = 'Giá lúa năm nay mà giữ được tới cuối vụ thì bà con mừng lắm.';
const textarea = 'article-comments >>> article-comment-form >>> textarea';
const button = 'article-comments >>> article-comment-form >>> [part=submit-button]';

let browser;
let server;

before(async () => {
  server = await serveCommentPages();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** A page with comments of their own, and a browser profile of its own. */
async function open(t, {faults, prepare, query = ''} = {}) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await openPage(context, {after: () => {}});
  const site = server.site();
  site.url += query;
  if (faults) await site.set(faults);
  await prepare?.(page);
  await page.goto(site.url);
  await page.waitForSelector(textarea);
  return {page, site, context};
}

const value = (page) => page.$eval(textarea, (field) => field.value);
const partOf = (page, name) =>
  page.$eval(`article-comments >>> article-comment-form >>> [part=${name}]`, ({textContent}) =>
    textContent.trim(),
  );
const says = (page, name, text) =>
  page.waitForFunction(
    (name, text) => {
      const {shadowRoot} = document.querySelector('article-comments');
      const roots = [shadowRoot, shadowRoot.querySelector('article-comment-form').shadowRoot];
      return roots.some((root) => root.querySelector(`[part=${name}]`)?.textContent.includes(text));
    },
    {timeout: 10_000},
    name,
    text,
  );
/** Waits until a button of the form may be pressed. */
const isFree = (page, name) =>
  page.waitForFunction(
    (name) => {
      const form = document
        .querySelector('article-comments')
        .shadowRoot.querySelector('article-comment-form');
      return form.shadowRoot.querySelector(`[part=${name}]`).ariaDisabled !== 'true';
    },
    {timeout: 30_000},
    name,
  );
const texts = (page) =>
  page.$$eval('article-comments >>> [part=text]', (all) => all.map(({textContent}) => textContent.trim()));
const keys = async (site) => (await site.stats()).requests.flatMap(({key}) => key ?? []);

test('row 1: without a network the list says so, and loads when it is back', {timeout: 60_000}, async (t) => {
  const {page} = await open(t, {faults: {load: 'reset0'}});
  await says(page, 'error', 'Không kết nối được máy chủ.');
  const offline = await open(t, {
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        Object.defineProperty(navigator, 'onLine', {get: () => globalThis.isOnline ?? false});
        globalThis.realFetch = fetch;
        globalThis.fetch = (...request) =>
          navigator.onLine
            ? globalThis.realFetch(...request)
            : Promise.reject(new TypeError('Failed to fetch'));
      }),
  });
  await says(offline.page, 'error', 'Không có kết nối mạng.');
  await offline.page.evaluate(() => {
    globalThis.isOnline = true;
    dispatchEvent(new Event('online'));
  });
  await says(offline.page, 'text', 'Ý kiến số 2');
});

test(
  'row 1: a comment that is sent without a network stays, and goes out afterwards',
  {timeout: 60_000},
  async (t) => {
    const {page, site} = await open(t);
    await says(page, 'text', 'Ý kiến số 2');
    await page.type(textarea, typed);
    await page.setOfflineMode(true);
    await page.click(button);
    await says(page, 'error', 'Không có kết nối mạng.');
    assert.equal(await value(page), typed);
    await page.setOfflineMode(false);
    await page.click('article-comments >>> article-comment-form >>> [part=retry-button]');
    await says(page, 'status', 'Ý kiến của bạn đã được gửi.');
    assert.equal(await value(page), '');
    assert.deepEqual(
      (await site.stats()).stored.map(({text}) => text),
      [typed],
    );
  },
);

test('rows 17 and 28: an unknown outcome, a reload, and the same key again', {timeout: 60_000}, async (t) => {
  const {page, site} = await open(t, {faults: {post: 'dropafter'}});
  await page.type(textarea, typed);
  await page.click(button);
  await says(page, 'error', 'Chưa rõ ý kiến của bạn');
  await page.reload();
  await page.waitForSelector(textarea);
  await says(page, 'status', 'Đã đưa lại nội dung bạn chưa gửi.');
  assert.equal(await value(page), typed);
  await site.set({post: 'ok'});
  await page.click(button);
  await says(page, 'status', 'Ý kiến của bạn đã được gửi.');
  assert.equal((await site.stats()).stored.length, 1);
  assert.equal(new Set(await keys(site)).size, 1);
  await page.reload();
  await page.waitForSelector(textarea);
  assert.equal(await value(page), '');
});

test('a page that is left while it sends keeps the text and its key', {timeout: 60_000}, async (t) => {
  const {page, site} = await open(t, {faults: {post: 'hang'}});
  await page.type(textarea, typed);
  await page.click(button);
  await says(page, 'status', 'Đang gửi…');
  await page.goto(`${server.origin}/elsewhere`);
  await site.set({post: 'ok'});
  await page.goBack();
  await page.waitForSelector(textarea);
  await page.waitForFunction(
    (text) => {
      const {shadowRoot} = document.querySelector('article-comments');
      const form = shadowRoot?.querySelector('article-comment-form').shadowRoot;
      return form?.querySelector('article-comment-box').value === text;
    },
    {},
    typed,
  );
  // Where the browser has kept the page as it was, the comment is still on its way for a while.
  await isFree(page, 'submit-button');
  await page.click(button);
  await says(page, 'status', 'Ý kiến của bạn đã được gửi.');
  assert.equal((await site.stats()).stored.length, 1);
  assert.equal(new Set(await keys(site)).size, 1);
});

for (const victim of ['tab', 'browser']) {
  test(`row 28: a crash of the ${victim} in mid-sentence`, {timeout: 60_000}, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'article-widgets-'));
    t.after(() => rm(folder, {recursive: true, force: true, maxRetries: 5}));
    const {executablePath, args, env} = await findBrowser();
    const start = () => puppeteer.launch({executablePath, args, env, userDataDir: folder});
    const site = server.site();
    const type = async (page) => {
      await page.goto(site.url);
      await page.waitForSelector(textarea);
      const field = await page.$(textarea);
      await field.focus();
      // Everything typed, with the time at which it stood in the box.
      const history = [];
      const end = Date.now() + 2500;
      while (Date.now() < end) {
        await page.keyboard.type('lúa ');
        history.push([Date.now(), await field.evaluate(({value}) => value)]);
        await wait(40);
      }
      return history;
    };
    const first = await start();
    t.after(() => first.process()?.kill('SIGKILL'));
    const page = await first.newPage();
    const history = await type(page);
    let next = first;
    const crashed = Date.now();
    if (victim === 'tab') {
      const session = await page.createCDPSession();
      const gone = new Promise((resolve) => page.once('error', resolve));
      session.send('Page.crash').catch(() => {}); // nobody is left to answer
      await gone;
    } else {
      await wait(6000); // Chromium writes a site's storage to disk every few seconds
      first.process().kill('SIGKILL');
      await wait(500);
      next = await start();
      t.after(() => next.close());
    }
    const after = await next.newPage();
    await after.goto(site.url);
    await after.waitForSelector(textarea);
    const kept = await value(after);
    const sure = history.filter(([time]) => time < crashed - 500).at(-1)[1];
    assert.ok(kept.startsWith(sure), `kept ${kept.length} of ${history.at(-1)[1].length} characters`);
    t.diagnostic(`kept ${kept.length} of ${history.at(-1)[1].length} characters`);
  });
}

test(
  'row 29: with full storage comments work, and the browser asks before the text is lost',
  {timeout: 60_000},
  async (t) => {
    const {page, site} = await open(t, {
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          let size = 2 ** 22;
          while (size >= 1) {
            try {
              localStorage.setItem(`full-${size}-${localStorage.length}`, 'x'.repeat(size));
            } catch {
              size = Math.floor(size / 2);
            }
          }
        }),
    });
    await page.type(textarea, typed);
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({name}) => name.includes('warn-of-loss')),
    );
    const asked = new Promise((resolve) =>
      page.once('dialog', (dialog) => dialog.dismiss().then(() => resolve(dialog.type()))),
    );
    await page.evaluate(() => void setTimeout(() => location.assign('/elsewhere')));
    assert.equal(await asked, 'beforeunload');
    assert.equal(await value(page), typed);
    await page.click(button);
    await says(page, 'status', 'Ý kiến của bạn đã được gửi.');
    assert.equal((await site.stats()).stored.length, 1);
    await page.goto(`${server.origin}/elsewhere`); // and nobody asks any more
  },
);

test(
  'row 29: in a frame without an origin, where storage throws, comments work',
  {timeout: 60_000},
  async (t) => {
    const {page, site} = await open(t);
    await site.set({cors: true});
    const error = new Promise((resolve) => page.once('pageerror', resolve));
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.sandbox = 'allow-scripts allow-forms';
      frame.src = url;
      document.body.replaceChildren(frame);
    }, site.url);
    const frame = await page.waitForFrame((one) => one.parentFrame() && one.url() === site.url);
    await frame.waitForSelector('article-comments');
    const ended = await Promise.race([error.then(String), wait(1500)]);
    assert.equal(ended, undefined);
  },
);

test('row 30: two tabs do not overwrite each other', {timeout: 60_000}, async (t) => {
  const {page, site, context} = await open(t);
  const other = await context.newPage();
  await other.goto(site.url);
  await other.waitForSelector(textarea);
  await page.type(textarea, 'Tab một');
  await other.bringToFront();
  await other.type(textarea, 'Tab hai');
  await wait(600);
  await page.bringToFront();
  await page.type(textarea, ' viết tiếp');
  await wait(600);
  await other.close({runBeforeUnload: false});
  await page.reload();
  await page.waitForSelector(textarea);
  assert.equal(await value(page), 'Tab một viết tiếp');
  await page.click(button);
  await says(page, 'status', 'Ý kiến của bạn đã được gửi.');
  await page.reload();
  await page.waitForSelector(textarea);
  assert.equal(await value(page), 'Tab hai', 'the other text is there too');
});

test('an answer that was being written opens again after a reload', {timeout: 60_000}, async (t) => {
  const {page} = await open(t);
  const reply = 'article-comments >>> [part=reply-form] >>> textarea';
  await page.click('article-comments >>> #comment-1 [part=reply-button]');
  // A plain wait does not hear of changes within shadow roots.
  await page.waitForSelector(reply, {visible: true});
  await page.type(reply, 'Đồng ý với bạn');
  await page.reload();
  await page.waitForSelector(reply, {visible: true});
  assert.equal(await page.$eval(reply, (field) => field.value), 'Đồng ý với bạn');
  assert.equal(
    await page.$eval('article-comments >>> #comment-1 [part=reply-button]', ({ariaExpanded}) => ariaExpanded),
    'true',
  );
  assert.equal(
    await page.evaluate(() => document.activeElement.localName),
    'body',
    'the focus is left alone',
  );
});

test('row 27: Enter that ends a composition sends nothing', {timeout: 60_000}, async (t) => {
  const {page, site} = await open(t);
  await page.focus(textarea);
  const session = await page.createCDPSession();
  const enter = {key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229, modifiers: 2};
  await session.send('Input.imeSetComposition', {text: 'tiếng', selectionStart: 5, selectionEnd: 5});
  await session.send('Input.dispatchKeyEvent', {type: 'rawKeyDown', ...enter});
  await session.send('Input.dispatchKeyEvent', {type: 'keyUp', ...enter});
  await session.send('Input.insertText', {text: 'tiếng Việt'});
  await wait(200);
  assert.deepEqual(await keys(site), []);
  assert.match(await value(page), /Việt/);
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await says(page, 'status', 'Ý kiến của bạn đã được gửi.');
  assert.equal((await keys(site)).length, 1);
});

test(
  'rows 12 and 26: nothing goes out while a server wants to be left alone',
  {timeout: 60_000},
  async (t) => {
    const {page, site} = await open(t, {faults: {post: '429s'}});
    await page.type(textarea, typed);
    await page.click(button, {count: 2});
    await says(page, 'error', 'Hãy đợi 2 giây.');
    await says(page, 'retry-button', '(1)');
    await page.click('article-comments >>> article-comment-form >>> [part=retry-button]');
    await page.click(button);
    assert.equal((await keys(site)).length, 1);
    await site.set({post: 'ok'});
    await isFree(page, 'retry-button');
    await page.click('article-comments >>> article-comment-form >>> [part=retry-button]');
    await says(page, 'status', 'Ý kiến của bạn đã được gửi.');
    assert.equal(await partOf(page, 'error'), '');
    assert.deepEqual([(await texts(page))[0], new Set(await keys(site)).size], [typed, 1]);
  },
);

/** Keeps what only sending needs from coming. */
const block = async (page) => {
  const client = await page.createCDPSession();
  await client.send('Network.enable');
  await client.send('Network.setBlockedURLs', {urls: ['*/extra/sending.js']});
  return () => client.send('Network.setBlockedURLs', {urls: []});
};

test('a comment stays in the box while what sends it does not come', {timeout: 60_000}, async (t) => {
  let unblock;
  const {page, site} = await open(t, {
    prepare: async (page) => {
      unblock = await block(page);
    },
  });
  await page.type(textarea, typed);
  await page.click(button);
  await says(
    page,
    'error',
    'Chưa gửi được ý kiến; nội dung bạn viết vẫn còn đây. Không kết nối được máy chủ.',
  );
  assert.equal(await value(page), typed);
  await page.reload();
  await page.waitForSelector(textarea);
  assert.equal(await value(page), typed);
  await page.click(button);
  await says(page, 'error', 'Không kết nối được máy chủ.');
  assert.equal(await value(page), typed);
  assert.deepEqual(await keys(site), []);
  await unblock();
  await page.click('article-comments >>> article-comment-form >>> [part=retry-button]');
  await says(page, 'status', 'Ý kiến của bạn đã được gửi.');
  assert.equal(await value(page), '');
  assert.equal((await site.stats()).stored.length, 1);
});

test(
  'a comment that is begun without a network stays, and goes out afterwards',
  {timeout: 60_000},
  async (t) => {
    const {page, site} = await open(t);
    await says(page, 'text', 'Ý kiến số 2');
    await page.setOfflineMode(true);
    await page.type(textarea, typed);
    await page.click(button);
    await says(page, 'error', 'Không có kết nối mạng.');
    assert.equal(await value(page), typed);
    await page.setOfflineMode(false);
    await page.click('article-comments >>> article-comment-form >>> [part=retry-button]');
    await says(page, 'status', 'Ý kiến của bạn đã được gửi.');
    assert.deepEqual([await value(page), (await site.stats()).stored.length], ['', 1]);
  },
);

const own = '#own textarea';
const ownValue = (page) => page.$eval(own, (field) => field.value);
const postsOf = ({url}) =>
  server.posts.filter((site) => url.endsWith(site) || url.includes(`site=${site}&`)).length;

test(
  "a page's own form is posted by the browser where nothing else sends it",
  {timeout: 60_000},
  async (t) => {
    const query = `&own=${encodeURIComponent('fails=1')}`;
    const {page, site} = await open(t, {query});
    await page.type(own, typed);
    await page.evaluate(() => {
      const press = document.querySelector('#own button');
      press.click();
      press.click();
    });
    await page.waitForFunction(() => document.title === 'Error');
    assert.equal(postsOf(site), 1, 'a double click posts once');
    await page.goBack();
    await page.waitForSelector(own);
    await page.waitForFunction((text) => document.querySelector('#own textarea').value === text, {}, typed);
    await page.goto(site.url);
    await page.waitForFunction((text) => document.querySelector('#own textarea').value === text, {}, typed);
    assert.equal(await ownValue(page), typed, 'what came back with an error is still a draft');
  },
);

test(
  'a draft that the browser has posted is over when the next page has come',
  {timeout: 60_000},
  async (t) => {
    const back = (url) => encodeURIComponent(`back=${encodeURIComponent(url)}`);
    const name = `back-${Date.now()}`;
    const query = `&own=${back(`site=${name}&own=x`)}`;
    const {page, site} = await open(t, {query});
    const drafts = () =>
      page.evaluate(() => Object.keys({...localStorage}).filter((key) => key.includes('draft')).length);
    await page.type(own, typed);
    await page.click('#own button');
    // The first address names the next page too: only the site that is shown tells the two apart.
    await page.waitForFunction((name) => new URLSearchParams(location.search).get('site') === name, {}, name);
    await page.goto(site.url);
    await page.waitForSelector(own);
    await page.waitForFunction(
      () => document.querySelector('#own').shadowRoot?.querySelector('[part=author]').textContent,
    );
    assert.deepEqual([await ownValue(page), await drafts(), postsOf(site)], ['', 0, 1]);
  },
);

test('and is posted too where what sends it does not come', {timeout: 60_000}, async (t) => {
  const query = `&own=${encodeURIComponent('fails=1')}`;
  const {page, site} = await open(t, {query, prepare: block});
  await page.type(own, typed);
  await page.click('#own button');
  await page.waitForFunction(() => document.title === 'Error');
  assert.equal(postsOf(site), 1);
  await page.goto(site.url);
  await page.waitForFunction((text) => document.querySelector('#own textarea').value === text, {}, typed);
});
