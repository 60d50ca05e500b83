import assert from 'node:assert/strict';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {collectErrors, openPage, startBrowser} from './support/browser.js';
import {sendComment, showComments, startDemo, waitForComment} from './support/demo.js';

const demoDir = fileURLToPath(new URL('../../demo/', import.meta.url));
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
];

let browser;

before(async () => {
  browser = await startBrowser();
});

after(() => browser?.close());

test('everything on the demo works under the strict policy', {timeout: 60_000}, async (t) => {
  const {page, errors, sent} = await openDemo(t);
  for (const directive of policy)
    assert.ok(sent.includes(directive), `${directive} is not in the policy sent`);

  // Only with keys and mouse: what a test evaluates in the page is not held to the policy.
  await page.waitForSelector('article-structured-data > script');
  await page.locator('article-text-size >>> [part~=larger]').click();
  await page.waitForSelector('[data-article-text-scale]');
  await page.locator('article-photo >>> [part=zoom-button]').click();
  await page.waitForSelector('article-photo >>> dialog[open] img', {visible: true});
  await page.locator('article-photo >>> [part=close-button]').click();
  await page.waitForSelector('article-photo >>> dialog:not([open])');
  await showComments(page);
  await sendComment(page, 'Gửi dưới chính sách nghiêm ngặt.');
  await waitForComment(page, 'Gửi dưới chính sách nghiêm ngặt.');

  assert.deepEqual({errors, violations: await violations(page)}, {errors: [], violations: []});
});

test('a planted inline style is caught', {timeout: 60_000}, async (t) => {
  const planted = await mkdtemp(join(tmpdir(), 'article-widgets-'));
  t.after(() => rm(planted, {recursive: true}));
  await cp(demoDir, planted, {recursive: true});
  const page = await readFile(join(planted, 'index.html'), 'utf8');
  await writeFile(join(planted, 'index.html'), page.replace('<h1>', '<h1 style="color: red">'));
  const demo = await openDemo(t, {demoDir: planted});
  assert.match((await violations(demo.page)).join(), /^style-src/);
  assert.match(demo.errors.join(), /Content Security Policy/);
});

async function openDemo(t, options) {
  const demo = await startDemo(options);
  t.after(() => demo.close());
  const page = await openPage(browser, t);
  const errors = collectErrors(page, demo.origin);
  await page.evaluateOnNewDocument(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) =>
      globalThis.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
    );
  });
  const response = await page.goto(demo.origin, {waitUntil: 'networkidle0'});
  return {page, errors, sent: response.headers()['content-security-policy'].split('; ')};
}

function violations(page) {
  return page.evaluate(() => globalThis.violations);
}
