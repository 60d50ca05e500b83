import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {collectErrors, openPage, startBrowser} from './support/browser.js';
import {startDemo} from './support/demo.js';

let demo, browser;

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

async function openWithoutScript(t) {
  const page = await openPage(browser, t);
  page.errors = collectErrors(page, demo.origin);
  await page.setJavaScriptEnabled(false);
  await page.goto(demo.origin);
  assert.equal(await page.evaluate(() => customElements.get('article-date')), undefined, 'no script has run');
  return page;
}

/** What is on the page to be read: `innerText` leaves out what is not rendered. In small letters, because CSS may raise some. */
async function readText(page) {
  const text = await page.evaluate(() => document.body.innerText);
  return text.replace(/\s+/g, ' ').toLowerCase();
}

test('without script everything can be read', {timeout: 60_000}, async (t) => {
  const page = await openWithoutScript(t);
  const text = await readText(page);
  for (const words of [
    'Phóng sự mùa gặt',
    'Mùa gặt về trên đôi bờ Cái Sậy',
    '18/06/2024 09:01',
    'Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]',
    'Ruộng lúa bên sông Cái Sậy lúc mặt trời vừa lên',
    'Minh họa: Báo Sông Nước',
    'Nhã Phương - Thanh Nhả',
    'Ý kiến của bạn',
    'Gửi ý kiến',
    'Bài viết hay quá.',
    'Trần Văn Lộc',
  ]) {
    assert.ok(text.includes(words.toLowerCase()), `“${words}” is not on the page`);
  }
  for (const selector of ['article-photo img', 'textarea', 'input[name=name]', 'form button']) {
    const box = await (await page.$(selector)).boundingBox();
    assert.ok(box?.width >= 24 && box.height >= 24, `${selector} can be seen`);
  }
  assert.equal(await page.$eval('article-photo img', (image) => image.naturalWidth > 0), true);
  assert.deepEqual(page.errors, []);
});

test('without script a comment can be sent', {timeout: 60_000}, async (t) => {
  const page = await openWithoutScript(t);
  const comment = 'gửi từ trình duyệt không có script.';
  assert.ok(!(await readText(page)).includes(comment));
  await page.type('input[name=name]', 'Cô Tư');
  await page.type('textarea', comment);
  await Promise.all([page.waitForNavigation(), page.click('form button')]);
  const text = await readText(page);
  assert.ok(text.includes(comment) && text.includes('cô tư'));
});

test('without script a refused comment comes back to be mended', {timeout: 60_000}, async (t) => {
  const page = await openWithoutScript(t);
  await page.$eval('textarea', (field) => field.removeAttribute('maxlength')); // else the browser cuts the text
  await page.$eval('textarea', (field, text) => (field.value = text), 'dài '.repeat(200));
  const [answer] = await Promise.all([page.waitForNavigation(), page.click('form button')]);
  assert.equal(answer.status(), 422);
  assert.ok((await readText(page)).includes('500 ký tự'), 'the limit is said');
  assert.match(await page.$eval('textarea', ({value}) => value), /^dài dài/);
});
