import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {folder, startDemoMain} from '../server/support/server.js';
import {collectErrors, openPage, startBrowser} from './support/browser.js';
import {sendComment, showComments, startDemo, waitForComment} from './support/demo.js';
import {shownText} from './support/shown-text.js';

let browser;

before(async () => {
  browser = await startBrowser();
});

after(() => browser?.close());

/** The demo with a server and a page of its own. */
async function openDemo(t, {prepare} = {}) {
  const demo = await startDemo();
  t.after(() => demo.close());
  const page = await openPage(browser, t);
  await prepare?.(page);
  page.errors = collectErrors(page, demo.origin);
  await page.goto(demo.origin);
  return {...demo, page};
}

/** Answers what is asked of the comments' address; the rest goes to the server. */
async function interceptComments(page, answer) {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/comments') answer(request);
    else request.continue();
  });
}

test('the page shows the texts that it was made for', {timeout: 60_000}, async (t) => {
  const {page} = await openDemo(t);
  await showComments(page);
  const lines = async (selector) => (await shownText(page, selector)).split('\n');
  assert.deepEqual(await lines('article-clock'), ['Thứ Ba, 18/06/2024 09:01 (GMT +7)']);
  assert.deepEqual(await lines('article-headline article-date'), ['Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]']);
  assert.equal((await lines('article-text-size')).join(' '), 'A A');
  assert.deepEqual(await lines('article-byline'), ['Nhã Phương - Thanh Nhả']);
  assert.ok((await lines('article-comment-box')).includes('0 / 500 ký tự'));
  assert.ok((await lines('article-comment-form')).includes('Khách'));
  assert.ok((await lines('article-comments')).includes('Ý kiến (4)'));
  await page.type('article-comments textarea', 'Chữ Việt');
  assert.ok((await lines('article-comment-box')).includes('8 / 500 ký tự'));
  assert.deepEqual(page.errors, []);
});

test('comments on their way are announced in words', {timeout: 60_000}, async (t) => {
  let held;
  const {page} = await openDemo(t, {
    prepare: (page) => interceptComments(page, (request) => (held = request)),
  });
  await showComments(page, 'loading');
  const loading = (await shownText(page, 'article-comments')).split('\n');
  assert.ok(loading.includes('Đang tải dữ liệu'));
  assert.ok(loading.includes('Ý kiến (4)'), 'the page came with the number');
  assert.ok(!loading.some((line) => line.includes('()')));
  assert.ok(loading.join().includes('Trần Văn Lộc'), "the server's list stands meanwhile");
  held.continue();
  await page.waitForSelector('article-comments[state=ready]');
  const ready = (await shownText(page, 'article-comments')).split('\n');
  assert.ok(ready.includes('Ý kiến (4)'));
  assert.ok(!ready.includes('Đang tải dữ liệu'));
});

for (const [what, failure] of [
  ['500', {status: 500, contentType: 'application/problem+json', body: '{"status": 500}'}],
  [
    'HTML',
    {status: 200, contentType: 'text/html', body: '<!doctype html><h1>Sign in</h1><script>oops()</script>'},
  ],
]) {
  test(`a comment server that answers ${what} takes nothing away`, {timeout: 60_000}, async (t) => {
    let broken = true;
    const answer = (request) => (broken ? request.respond(failure) : request.continue());
    const {page} = await openDemo(t, {prepare: (page) => interceptComments(page, answer)});
    await showComments(page, 'error');
    const failed = await shownText(page, 'article-comments');
    assert.match(failed, /Bài viết hay quá/, "the server's list stays");
    assert.doesNotMatch(failed, /Sign in/);
    // Words for refusals come on demand.
    await page.waitForFunction(() =>
      document
        .querySelector('article-comments')
        .shadowRoot.querySelector('[part=error]')
        .innerText.includes('Chưa tải được ý kiến'),
    );

    const typed = 'Chữ này không được mất.';
    await sendComment(page, typed);
    await page.waitForSelector('article-comment-form >>>> [part=retry-button]:not([hidden])');
    assert.equal(await page.$eval('article-comments textarea', ({value}) => value), typed);

    broken = false;
    await page.locator('article-comments >>>> [part=retry-button]').click();
    await page.waitForSelector('article-comments[state=ready]');
    assert.equal(await page.$eval('article-comments textarea', ({value}) => value), typed);
    await page.locator('article-comment-form >>>> [part=retry-button]:not([hidden])').click();
    await waitForComment(page, typed);
    assert.equal(await page.$eval('article-comments textarea', ({value}) => value), '');
    const uncaught = page.errors.filter((error) => !error.includes('Failed to load resource'));
    assert.deepEqual(uncaught, []);
  });
}

test('a comment is there after kill -9 and a new start', {timeout: 60_000}, async (t) => {
  const DATA = join(await folder(t), 'comments.sqlite');
  const text = 'Còn đây sau khi máy chủ bị ngắt.';
  const page = await openPage(browser, t);
  const first = await startDemoMain(t, {DATA});
  await page.goto(first.url);
  await showComments(page);
  await sendComment(page, text);
  await waitForComment(page, text);
  first.child.kill('SIGKILL');
  await first.exit;

  const second = await startDemoMain(t, {DATA});
  await page.goto(second.url);
  await showComments(page);
  await waitForComment(page, text);
  assert.match(await shownText(page, 'article-comments'), /Ý kiến \(5\)/);
});
