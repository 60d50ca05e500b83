import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {startProxy} from '../support/wordpress/proxy.js';
import {startBrowser} from './support/browser.js';

/*
 * The comments of a WordPress site, in a post that its theme prints. With WORDPRESS_URL a real one is asked, fresh from
 * its installation (`tools/wordpress.sh` starts one); without, the answers that one gave when this file was last
 * recorded (RECORD=1).
 */
const site = process.env.WORDPRESS_URL?.replace(/\/$/, '');
const recording = resolve('test/vectors/wordpress.json');
const post = '/2024/03/mua-gat-ve/';
const comments = '/wp-json/wp/v2/comments';

let browser;
let proxy;
const tape = [];

before(async () => {
  if (!site) tape.push(...JSON.parse(await readFile(recording, 'utf8')));
  proxy = await startProxy({dist: resolve('dist'), site, tape});
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await proxy?.close();
  if (site && process.env.RECORD) await writeFile(recording, JSON.stringify(tape, null, 1));
});

/** Opens the post with switches for the test's plugin, such as `{comments: 'closed'}`. */
async function open(t, switches = {}, path = post) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.sent = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') page.sent.push(new URL(request.url()).pathname);
  });
  await page.setExtraHTTPHeaders(headersFor(switches));
  await visit(page, path);
  return page;
}

const headersFor = (switches) =>
  Object.fromEntries(Object.entries(switches).map(([name, value]) => [`x-test-${name}`, value]));

async function visit(page, path = post) {
  await page.goto(proxy.origin + path, {waitUntil: 'domcontentloaded'});
  await page.waitForFunction(() => /ready|empty|closed|error/.test(document.querySelector('#widget').state));
}

/** What the reader sees of the comments. */
const look = (page) =>
  page.evaluate(() => {
    const widget = document.querySelector('#widget');
    const form = widget.shadowRoot.querySelector('article-comment-form').shadowRoot;
    const text = (root, part) =>
      root.querySelector(`[part="${part}"]`)?.innerText.trim().replace(/\s+/g, ' ');
    return {
      state: widget.state,
      heading: text(widget.shadowRoot, 'heading'),
      roots: [...widget.shadowRoot.querySelectorAll('[part="list"] > li > article')].map((row) =>
        text(row, 'text'),
      ),
      replies: [...widget.shadowRoot.querySelectorAll('[part="replies"] > li > article')].map((row) =>
        text(row, 'text'),
      ),
      pending: [...widget.shadowRoot.querySelectorAll('[part="pending"]')].length,
      error: text(form, 'error'),
      status: text(form, 'status'),
      typed: form.querySelector('article-comment-box')?.value,
    };
  });

/** Shows the next page, where there is one, and gives how many threads there are now. */
async function more(page) {
  const threads = '[part="list"] > li';
  const before = await page.evaluate((rows) => {
    const {shadowRoot} = document.querySelector('#widget');
    const button = shadowRoot.querySelector('[part="more-button"]');
    if (button.hidden) return 0;
    button.click();
    return shadowRoot.querySelectorAll(rows).length;
  }, threads);
  if (!before) return 0;
  const count = (rows) => document.querySelector('#widget').shadowRoot.querySelectorAll(rows).length;
  await page.waitForFunction(
    (rows, shown) => document.querySelector('#widget').shadowRoot.querySelectorAll(rows).length > shown,
    {},
    threads,
    before,
  );
  return page.evaluate(count, threads);
}

/** Writes a comment as a guest would, and waits for what comes of it. */
async function write(
  page,
  text,
  {name = 'Độc giả', email = 'docgia@example.test', form = '[part="form"]'} = {},
) {
  const fields = await page.evaluateHandle(
    (selector) =>
      document.querySelector('#widget').shadowRoot.querySelector(`article-comment-form${selector}`),
    form,
  );
  const set = (selector, value) =>
    fields.evaluate(
      (host, field, typed) => {
        const input = host.shadowRoot.querySelector(field);
        if (!input) return;
        input.value = typed;
        input.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
      },
      selector,
      value,
    );
  await set('input[name="name"]', name);
  await set('input[name="email"]', email);
  await set('article-comment-box', text);
  const outcome = fields.evaluate(
    (host) =>
      new Promise((done, fail) => {
        setTimeout(fail, 15_000, new Error('nothing came of it'));
        host.addEventListener('article-comment-posted', () => setTimeout(done, 50, 'posted'), {once: true});
        host.addEventListener('article-comment-failed', () => setTimeout(done, 50, 'failed'), {once: true});
      }),
  );
  await fields.evaluate((host) => host.shadowRoot.querySelector('[part="submit-button"]').click());
  const came = await outcome;
  // The words for a refusal are loaded with the first one.
  const told = (host) => host.shadowRoot.querySelector('[part="error"]').textContent.trim();
  if (came === 'failed') await page.waitForFunction(told, {}, fields);
  return came;
}

test('list: a post without comments says so', async (t) => {
  const seen = await look(await open(t));
  assert.equal(seen.state, 'empty');
  assert.equal(seen.heading, 'Comments (0)');
});

test("post: a guest's comment is sent once and shown once, word for word", async (t) => {
  const page = await open(t);
  const text = 'Bài viết 1 < 2 & <b>rất hay</b>.\n\nXem https://news.example/?a=1&b=2 nhé';
  assert.equal(await write(page, text), 'posted');
  const shown = 'Bài viết 1 < 2 & <b>rất hay</b>. Xem https://news.example/?a=1&b=2 nhé';
  const seen = await look(page);
  assert.deepEqual([seen.heading, seen.roots, seen.typed], ['Comments (1)', [shown], '']);
  assert.deepEqual(page.sent, [comments]);
  await visit(page);
  assert.deepEqual((await look(page)).roots, [shown]);
});

test('reply: an answer goes under the comment that it answers', async (t) => {
  const page = await open(t);
  await page.evaluate(() =>
    document.querySelector('#widget').shadowRoot.querySelector('[part="reply-button"]').click(),
  );
  await page.waitForFunction(() =>
    document
      .querySelector('#widget')
      .shadowRoot.querySelector('[part="reply-form"]')
      ?.shadowRoot?.querySelector('form'),
  );
  assert.equal(await write(page, 'Tôi cũng nghĩ vậy.', {form: '[part="reply-form"]'}), 'posted');
  await visit(page);
  const seen = await look(page);
  assert.deepEqual([seen.roots.length, seen.replies], [1, ['Tôi cũng nghĩ vậy.']]);
});

test('duplicate: the same comment again is told of, and stays in the box', async (t) => {
  const page = await open(t);
  for (const outcome of ['posted', 'failed']) assert.equal(await write(page, 'Hai lần.'), outcome);
  const seen = await look(page);
  assert.equal(seen.error, 'This comment has been sent before.');
  assert.equal(seen.typed, 'Hai lần.');
});

test('hold: a comment that is held is marked', async (t) => {
  const page = await open(t);
  assert.equal(await write(page, 'http://a.test http://b.test http://c.test'), 'posted');
  const seen = await look(page);
  assert.equal(seen.pending, 1);
  assert.equal(seen.status, 'Your comment has been sent and awaits approval.');
});

test('flood: it is told of with the time to wait, and the text stays', async (t) => {
  const page = await open(t, {flood: 'on'});
  assert.equal(await write(page, 'Nhanh quá.'), 'failed');
  const seen = await look(page);
  assert.match(seen.error, /Please wait 1\d seconds/);
  assert.equal(seen.typed, 'Nhanh quá.');
});

test('a missing name or e-mail address is asked for in the words of the page', async (t) => {
  const page = await open(t);
  assert.equal(
    await Promise.race([
      write(page, 'Không thư.', {email: ''}),
      new Promise((late) => setTimeout(late, 3000)),
    ]),
    'failed',
  );
  assert.equal((await look(page)).error, 'Please check the email address.');
});

test('closed: comments closed meanwhile are told of, and the text stays', async (t) => {
  const page = await open(t);
  await page.setExtraHTTPHeaders({'x-test-comments': 'closed'});
  assert.equal(await write(page, 'Quá muộn.'), 'failed');
  const seen = await look(page);
  assert.equal(seen.error, 'Comments are closed.');
  assert.equal(seen.typed, 'Quá muộn.');
});

test('closed: a post with comments closed shows them without a form', async (t) => {
  const page = await open(t, {comments: 'closed'});
  const {state, roots} = await look(page);
  assert.deepEqual([state, roots.length], ['closed', 2]);
});

test('where guests may not write over REST, the classic form takes it', async (t) => {
  const page = await open(t, {anonymous: 'off'});
  assert.equal(await write(page, 'Qua biểu mẫu cũ.'), 'posted');
  assert.deepEqual(page.sent, [comments, '/wp-comments-post.php']);
  assert.equal((await look(page)).roots[0], 'Qua biểu mẫu cũ.');
  assert.equal(await write(page, 'Qua biểu mẫu cũ.'), 'failed');
  assert.equal((await look(page)).error, 'This comment has been sent before.');
  assert.equal(await write(page, 'http://a.test http://b.test http://d.test'), 'posted');
  assert.equal((await look(page)).pending, 1);
  await visit(page);
  assert.equal((await look(page)).roots.filter((text) => text === 'Qua biểu mẫu cũ.').length, 1);
});

/** Writes a comment that the site refuses, and gives what the reader is told. The text stays where it is. */
async function refused(page, text, switches, guest) {
  await page.setExtraHTTPHeaders(headersFor(switches));
  assert.equal(await write(page, text, guest), 'failed');
  const {error, typed} = await look(page);
  assert.equal(typed, text);
  return error;
}

test('the refusals of the classic form are told in the words of the page', async (t) => {
  const off = {anonymous: 'off'};
  const page = await open(t, off);
  assert.equal(await refused(page, 'Không thư ở đó.', off, {email: ''}), 'Please check the email address.');
  assert.deepEqual(page.sent.slice(-2), [comments, '/wp-comments-post.php']);
  assert.match(await refused(page, 'Quá nhanh ở đó.', {...off, flood: 'on'}), /Please wait 1\d seconds/);
});

test('closed: the classic form takes no more, and the reader is told so', async (t) => {
  const page = await open(t, {anonymous: 'off'});
  const told = await refused(page, 'Muộn ở đó.', {anonymous: 'off', comments: 'closed'});
  assert.equal(told, 'Comments are closed.');
  assert.deepEqual(page.sent, [comments, '/wp-comments-post.php']);
});

test('login-required: where only members may write, the reader is told to log in', async (t) => {
  const page = await open(t, {registration: 'on'});
  assert.match(await refused(page, 'Khách viết.', {registration: 'on'}), /Please log in first\.$/);
  assert.deepEqual(page.sent, [comments, '/wp-comments-post.php']);
});

test('closed: a post that is gone takes no comments', async (t) => {
  const page = await open(t, {anonymous: 'off'});
  await page.evaluate(() => {
    document.querySelector('#widget').article = '9999';
  });
  await page.waitForFunction(() => document.querySelector('#widget').state === 'empty');
  assert.equal(await refused(page, 'Bài đâu rồi?', {anonymous: 'off'}), 'Comments are closed.');
});

test('hold: what the site keeps back in silence is not shown as published', async (t) => {
  const page = await open(t, {spam: 'on'});
  assert.equal(await write(page, 'Qua REST.'), 'posted');
  assert.equal((await look(page)).pending, 1);
  await page.setExtraHTTPHeaders(headersFor({spam: 'on', anonymous: 'off'}));
  assert.equal(await write(page, 'Qua biểu mẫu.'), 'posted');
  const {pending, status} = await look(page);
  assert.deepEqual([pending, status], [2, 'Your comment has been sent and awaits approval.']);
});

test('a notice before every answer, with which no headers come, changes nothing for the reader', async (t) => {
  const notice = {notice: 'on'};
  const page = await open(t, {...notice, page_size: '2'});
  const {state, heading, roots} = await look(page);
  assert.deepEqual([state, heading, roots.length], ['ready', 'Comments', 2]);
  assert.equal(await more(page), 3);
  assert.match(await refused(page, 'Hai lần.', notice), /sent before/);
  assert.match(await refused(page, 'Nhanh.', {...notice, flood: 'on'}), /Please wait 1\d seconds/);
  await page.setExtraHTTPHeaders(headersFor(notice));
  await visit(page); // after a flood the form waits
  assert.equal(await refused(page, 'Muộn.', {...notice, comments: 'closed'}), 'Comments are closed.');
});

test('a post with 3,000 comments shows their number and the newest, and goes on', async (t) => {
  const page = await open(t, {}, '/2024/03/ba-nghin-y-kien/');
  const {heading, roots, replies} = await look(page);
  assert.deepEqual(
    [heading, roots.length, roots[0], replies[0]],
    ['Comments (3,000)', 20, 'Ý kiến 2945', 'Ý kiến 3000'],
  );
  assert.equal(await more(page), 40);
  const threads = await page.evaluate(() =>
    [...document.querySelector('#widget').shadowRoot.querySelectorAll('[part="list"] > li')].map((thread) =>
      [...thread.querySelectorAll('[part="text"]')].map((text) => Number(/\d+/.exec(text.textContent))),
    ),
  );
  // Each thread stands where its newest comment does.
  const newest = threads.map((thread) => Math.max(...thread));
  assert.deepEqual(
    newest,
    Array.from({length: 40}, (_, index) => 3000 - index),
  );
});

test('page, thread: pages go on where the last one ended, and answers find their comments', async (t) => {
  const page = await open(t, {page_size: '2'});
  const sizes = [];
  for (;;) {
    const {roots, replies} = await look(page);
    sizes.push(roots.length);
    if (!(await more(page))) {
      assert.deepEqual([roots.length, replies], [3, ['Tôi cũng nghĩ vậy.']]);
      break;
    }
  }
  assert.deepEqual(sizes, [2, 3]);
});

const login = (page) =>
  page.evaluate(() =>
    fetch('/wp-login.php', {
      method: 'POST',
      body: new URLSearchParams({log: 'docgia', pwd: 'docgia-pass', 'wp-submit': 'Log In', testcookie: '1'}),
      headers: {Accept: 'text/html'},
    }),
  );

test('a reader who is logged in writes by name, also when the nonce of a cached page is old', async (t) => {
  const page = await open(t);
  await login(page);
  await page.setExtraHTTPHeaders({'x-test-nonce': '0123456789'});
  await visit(page);
  page.sent.length = 0;
  assert.equal(await write(page, 'Đã đăng nhập.'), 'posted');
  assert.deepEqual(page.sent, [comments, comments]);
  const author = await page.evaluate(
    () => document.querySelector('#widget').shadowRoot.querySelector('[part="author"]').textContent,
  );
  assert.equal(author, 'Độc Giả');
});

test('login-required: when a login is over, the reader is told so, and nothing is sent as a guest', async (t) => {
  const page = await open(t);
  await login(page);
  await visit(page);
  const context = page.browserContext();
  await context.deleteCookie(...(await context.cookies()));
  page.sent.length = 0;
  assert.match(await refused(page, 'Hết phiên.', {}), /Please log in first\.$/);
  assert.deepEqual(page.sent, [comments]);
});
