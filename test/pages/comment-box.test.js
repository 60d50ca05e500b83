import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import {after, before, test} from 'node:test';
import {findViolations} from './support/axe.js';
import {collectErrors, openPage, startBrowser} from './support/browser.js';
import {serveFolders} from './support/folder-server.js';

/* The box in a whole page: real compositions, what a form sends and the browser restores, and every state under axe. */

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const long = 'Chợ quê bây giờ sạch và sáng hơn hẳn. ';

const states = {
  empty: '<article-comment-box></article-comment-box>',
  'half-full': `<article-comment-box maxlength="80" value="${long}"></article-comment-box>`,
  full: `<article-comment-box maxlength="${long.length}" value="${long}"></article-comment-box>`,
  over: `<article-comment-box maxlength="20" value="${long}"></article-comment-box>`,
  disabled: `<article-comment-box disabled value="${long}"></article-comment-box>`,
  error: '<article-comment-box required><span slot="hint">Xin viết có dấu.</span></article-comment-box>',
  'around a textarea': `<article-comment-box maxlength="20"><label for="own">Ý kiến</label><textarea id="own">${long}</textarea></article-comment-box>`,
};
const more = {
  required:
    '<article-comment-box><label for="own">Ý kiến</label><textarea id="own" required></textarea></article-comment-box>',
  'inside a label':
    '<article-comment-box><label>Ý kiến <textarea rows="2" name="text" maxlength="10"></textarea></label></article-comment-box>',
};

const colours = {light: 'background: white; color: #222', dark: 'background: #111; color: #eee'};

const page = (body, scheme = 'light') => `<!doctype html>
<html lang="vi" style="color-scheme: ${scheme}; ${colours[scheme]}"><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>Ý kiến</title>
<link rel="stylesheet" href="/dist/article-widgets.css" />
<main><h1>Ý kiến</h1><form action="/sent">${body}<button>Gửi</button></form></main>
<script type="module" src="/dist/cdn/article-widgets.js"></script>`;

let site, browser, forgetful;

before(async () => {
  site = await serveFolders({'/dist/': dist}, (app) => {
    app.get('/box', ({query}, reply) =>
      reply.type('text/html; charset=utf-8').send(page({...states, ...more}[query.state], query.scheme)),
    );
    app.get('/sent', ({query}) => query);
  });
  browser = await startBrowser();
  forgetful = await startBrowser('--disable-features=BackForwardCache');
});

after(async () => {
  await browser?.close();
  await forgetful?.close();
  await site?.close();
});

async function openBox(t, state, scheme = 'light', by = browser) {
  const opened = await openPage(by, t);
  await opened.emulateFocusedPage(true);
  opened.errors = collectErrors(opened, site.origin);
  await opened.goto(`${site.origin}/box?state=${encodeURIComponent(state)}&scheme=${scheme}`);
  await opened.waitForFunction(() => document.querySelector('article-comment-box').updateComplete);
  await opened.waitForFunction(() => document.querySelector('article-comment-box').field);
  return opened;
}

const read = (opened) =>
  opened.$eval('article-comment-box', (box) => ({
    text: box.field.value,
    counter: box.shadowRoot.querySelector('[part~=counter]').textContent,
    said: box.shadowRoot.querySelector('[aria-live]').textContent,
  }));

for (const state of ['empty', 'around a textarea']) {
  test(
    `a Telex sentence crosses the limit in mid-syllable untouched: ${state}`,
    {timeout: 60_000},
    async (t) => {
      const opened = await openBox(t, state);
      await opened.$eval('article-comment-box', (box) => {
        box.maxlength = 7;
        box.value = '';
        box.focus();
        globalThis.changes = [];
        const note = () =>
          globalThis.changes.push(box.shadowRoot.querySelector('[part~=counter]').textContent);
        const seen = {subtree: true, childList: true, characterData: true, attributes: true};
        new MutationObserver(note).observe(box.shadowRoot, seen);
      });
      const session = await opened.createCDPSession();
      const compose = (text) =>
        session.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      // "Tiếng Việt", typed as Tieengs Vieetj; the second word goes over the limit of 7.
      for (const text of ['T', 'Ti', 'Tie', 'Tiê', 'Tiên', 'Tiêng', 'Tiếng']) await compose(text);
      await session.send('Input.insertText', {text: 'Tiếng'});
      await session.send('Input.insertText', {text: ' '});
      await opened.waitForFunction(
        () =>
          document.querySelector('article-comment-box').shadowRoot.querySelector('#count').textContent[0] ===
          '6',
      );
      await opened.evaluate(() => (globalThis.changes.length = 0));
      for (const text of ['V', 'Vi', 'Vie', 'Viê', 'Viêt']) await compose(text);
      await new Promise((resolve) => setTimeout(resolve, 1500)); // a pause, in which the limit is crossed
      assert.deepEqual(
        await opened.evaluate(() => globalThis.changes),
        [],
        'nothing is shown or said inside',
      );
      assert.equal((await read(opened)).text, 'Tiếng Viêt');
      await compose('Việt');
      await session.send('Input.insertText', {text: 'Việt'});
      await opened.waitForFunction(() =>
        document
          .querySelector('article-comment-box')
          .shadowRoot.querySelector('#count')
          .textContent.startsWith('Vượt'),
      );
      const {text, counter, said} = await read(opened);
      assert.deepEqual([text, counter, said], ['Tiếng Việt', 'Vượt 3 ký tự', 'Vượt 3 ký tự']);
      assert.equal(new URL(opened.url()).pathname, '/box', 'nothing was sent');
      assert.deepEqual(opened.errors, []);
    },
  );
}

test('the form sends the text that was counted, typed a moment ago', {timeout: 60_000}, async (t) => {
  const opened = await openBox(t, 'empty');
  await opened.$eval('article-comment-box', (box) => box.focus());
  const session = await opened.createCDPSession();
  await session.send('Input.insertText', {text: 'Việt'.normalize('NFD')});
  await Promise.all([opened.waitForNavigation(), opened.click('form button')]);
  assert.equal(new URL(opened.url()).searchParams.get('comment'), 'Việt'.normalize('NFC'));
});

for (const kept of ['kept by the browser', 'loaded anew']) {
  for (const state of ['empty', 'around a textarea']) {
    test(`what was typed is back after leaving the page, ${kept}: ${state}`, {timeout: 60_000}, async (t) => {
      const anew = kept === 'loaded anew';
      const opened = await openBox(t, state, 'light', anew ? forgetful : browser);
      await opened.$eval('article-comment-box', (box) => {
        box.value = '';
        box.focus();
        globalThis.first = true;
      });
      await opened.keyboard.type('chua gui');
      await opened.keyboard.press('Space'); // and at once
      await opened.goto(`${site.origin}/sent`);
      await opened.goBack();
      await opened.waitForFunction(
        () => document.querySelector('article-comment-box')?.value === 'chua gui ',
      );
      if (anew) assert.equal(await opened.evaluate(() => globalThis.first), undefined, 'it was kept');
      const {counter} = await read(opened);
      assert.match(counter, /^9 \//);
      assert.equal(
        await opened.evaluate(() => new FormData(document.forms[0]).get('comment')),
        state === 'empty' ? 'chua gui ' : null,
      );
    });
  }
}

test('1 without script the textarea keeps its limit, and is sent', {timeout: 60_000}, async (t) => {
  const opened = await openPage(browser, t);
  await opened.setJavaScriptEnabled(false);
  await opened.goto(`${site.origin}/box?state=inside a label`);
  await opened.focus('textarea');
  await opened.keyboard.type('a'.repeat(12));
  await Promise.all([opened.waitForNavigation(), opened.click('form button')]);
  assert.equal(new URL(opened.url()).searchParams.get('text'), 'a'.repeat(10), 'cut by the browser');
});

test('a required textarea is asked for in the language of the page', {timeout: 60_000}, async (t) => {
  const opened = await openBox(t, 'required');
  await opened.click('form button');
  assert.equal(
    await opened.$eval('textarea', (field) => field.validationMessage),
    'Hãy viết ý kiến của bạn.',
  );
  assert.equal(new URL(opened.url()).pathname, '/box', 'nothing was sent');
  assert.deepEqual(opened.errors, []);
});

test('a textarea inside a label grows and shows its error as any other', {timeout: 60_000}, async (t) => {
  const opened = await openBox(t, 'inside a label');
  const seen = () =>
    opened.$eval('textarea', (field) => {
      const {borderTopColor, maxHeight, color} = getComputedStyle(field);
      return {height: field.offsetHeight, border: borderTopColor, maxHeight, color};
    });
  const empty = await seen();
  assert.notEqual(empty.maxHeight, 'none');
  await opened.$eval('article-comment-box', (box) => {
    box.style.setProperty('--article-error', 'rgb(200, 0, 0)');
    box.value = 'dòng\n'.repeat(12);
    return box.updateComplete;
  });
  await opened.waitForFunction(
    (height) => document.querySelector('textarea').offsetHeight > height,
    {},
    empty.height,
  );
  assert.equal((await seen()).border, 'rgb(200, 0, 0)');
});

test("the placeholder of the page's own textarea is readable on black", {timeout: 60_000}, async (t) => {
  const opened = await openBox(t, 'around a textarea', 'dark');
  const [text, placeholder] = await opened.$eval('textarea', (field) =>
    ['', '::placeholder'].map((part) => getComputedStyle(field, part).color),
  );
  assert.equal(placeholder, text);
});

for (const scheme of ['light', 'dark']) {
  for (const [size, viewport] of Object.entries({
    'at 320 px': {width: 320, height: 640},
    'at 400 %': {width: 320, height: 256, deviceScaleFactor: 4},
    'at 1280 px': {width: 1280, height: 800},
  })) {
    test(`axe finds nothing in any state, ${scheme}, ${size}`, {timeout: 120_000}, async (t) => {
      for (const state of Object.keys(states)) {
        const opened = await openBox(t, state, scheme);
        await opened.setViewport(viewport);
        if (state === 'error') await opened.click('form button');
        assert.deepEqual(await findViolations(opened), [], state);
        const overflow = await opened.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${state} is ${overflow} px too wide`);
        assert.deepEqual(opened.errors, []);
        if (process.env.SHOTS)
          await opened.screenshot({path: `${process.env.SHOTS}/${state}-${scheme}-${viewport.width}.png`});
      }
    });
  }
}
