import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {test} from 'node:test';
import {createDemo} from '../../server/demo/demo.js';
import {emptyDatabaseEnv} from './support/database.js';
import {article, openDemo, path, post, postForm, startDemoMain} from './support/server.js';

test('the demo holds its comments as HTML for readers without script', async (t) => {
  const app = await openDemo(t);
  const empty = await app.inject('/');
  assert.match(empty.body, /Ý kiến \(0\)/);
  assert.doesNotMatch(empty.body, /<ol|<!--/);

  const createdAt = '2024-03-29T04:12:24.000Z';
  await app.store.addAll([{article, name: '<i>Lan</i>', text: "Một\n<b>$& $1 $'</b>", createdAt}]);
  await post(app, {article: 'khác', text: 'Bài khác'});
  const page = await app.inject('/');
  assert.match(page.body, /Ý kiến \(1\)/);
  assert.ok(
    page.body.includes(
      '<ol>\n<li id="comment-1"><article><p class="comment-author">&lt;i&gt;Lan&lt;/i&gt;</p>' +
        '<time datetime="2024-03-29T04:12:24.000Z">29/03/2024 11:12</time>' +
        '<p>Một<br>\n&lt;b&gt;$&amp; $1 $&#39;&lt;/b&gt;</p></article></li>\n</ol>',
    ),
    page.body,
  );
  assert.match(page.body, /<article-comments count="1" id="c">/, 'the element need not ask for it');
  for (let number = 0; number < 25; number++) await post(app, {article, text: `${number}`});
  const {body} = await app.inject('/');
  assert.match(body, /Ý kiến \(26\)/);
  assert.equal(body.match(/<li/g).length, 20);
  assert.ok(body.indexOf('<p>24</p>') < body.indexOf('<p>23</p>'));
});

test('the form of the page has a key of its own, so that pressing twice sends once', async (t) => {
  const app = await openDemo(t);
  const keyOf = async () =>
    /<form><input type="hidden" name="key" value="([^"]+)" autocomplete="off"><\/form>/.exec(
      (await app.inject('/')).body,
    )[1];
  const [one, other] = [await keyOf(), await keyOf()];
  assert.notEqual(one, other);
  const fields = {article, comment: 'Chào', return: '/', key: one};
  await Promise.all([postForm(app, fields), postForm(app, fields)]);
  assert.match((await app.inject('/')).body, /Ý kiến \(1\)/);
});

test('the page stands without its comments while the database is away, and says no number', async (t) => {
  const app = await openDemo(t);
  const {mock} = t.mock.method(app.store, 'list', () => Promise.reject(new Error('gone')));
  const page = await app.inject('/');
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /<article-comments id="c"><h2>Ý kiến<\/h2>/);
  mock.restore();
  assert.match((await app.inject('/')).body, /Ý kiến \(0\)/);
});

test('the demo’s own page has a place for all that the server knows', async (t) => {
  const demo = await createDemo({rateLimit: false});
  t.after(() => demo.close());
  await demo.store.addAll([{article, name: 'Lan', text: 'Chào', createdAt: '2024-03-29T04:12:24.000Z'}]);
  const {body} = await demo.inject('/');
  assert.match(body, /<h2>Ý kiến \(1\)<\/h2>/);
  assert.match(body, /<article-comments count="1" /);
  assert.match(body, /<input type="hidden" name="key" value="[\w-]{36}"/);
  assert.match(body, /<li id="comment-1">/);
});

test('the demo runs under the strict policy, its files beside it', async (t) => {
  const app = await openDemo(t);
  const page = await app.inject('/');
  assert.match(page.headers['content-type'], /^text\/html/);
  assert.equal(page.headers['x-content-type-options'], 'nosniff');
  const policy = page.headers['content-security-policy'].split('; ');
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ]) {
    assert.ok(policy.includes(part), part);
  }
  for (const url of ['/demo.css', '/dist/demo.css']) {
    const file = await app.inject(url);
    assert.equal(file.statusCode, 200);
    assert.match(file.headers['content-type'], /^text\/css/);
    assert.equal(file.headers['x-content-type-options'], 'nosniff');
  }
  assert.equal((await app.inject('/index.html')).headers.location, '/');
});

test('the demo starts with a few comments, and only once', async (t) => {
  const env = await emptyDatabaseEnv(t);
  const read = async (url) =>
    (await (await fetch(new URL(`${path}?article=${article}`, url))).json()).comments;
  const first = await startDemoMain(t, env);
  const comments = await read(first.url);
  assert.ok(comments.length >= 3);
  assert.equal(comments.filter((comment) => comment.parentId).length, 1);
  first.child.kill('SIGTERM');
  assert.deepEqual(await first.exit, [0, null]);
  const second = await startDemoMain(t, env);
  assert.deepEqual(await read(second.url), comments);
});

test('a busy port is passed over and said', async (t) => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  t.after(() => blocker.close());
  const {port} = blocker.address();
  const {url, output} = await startDemoMain(t, {...(await emptyDatabaseEnv(t)), PORT: `${port}`});
  const used = Number(new URL(url).port);
  assert.ok(used > port && used <= port + 10);
  assert.equal(
    output.out,
    `Port ${port} is taken, so port ${used} is used instead.\nThe demo is at http://127.0.0.1:${used}/\n`,
  );
  assert.equal((await fetch(new URL(`${path}?article=a`, url))).status, 200);
});
