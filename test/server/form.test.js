import assert from 'node:assert/strict';
import {test} from 'node:test';
import {article, list, openApp, post, postForm} from './support/server.js';

test('a form sent without script is stored and leads back to the comments', async (t) => {
  const app = await openApp(t);
  const parentId = (await post(app, {article, text: 'Trước'})).json().id;
  const fields = {article, comment: 'Dòng một\r\nDòng hai', name: 'Lan', email: 'lan@example.com', parentId};
  const response = await postForm(app, {...fields, return: '/bai/1?trang=2#x'});
  assert.equal(response.statusCode, 303);
  assert.equal(response.headers.location, '/bai/1?trang=2#comments');
  const [comment] = (await list(app)).json().comments;
  assert.equal(comment.text, 'Dòng một\nDòng hai');
  assert.equal(comment.author.name, 'Lan');
  assert.equal(comment.parentId, parentId);
  assert.equal((await postForm(app, {article, text: 'Tên trường kia'})).headers.location, '/#comments');
});

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  'evil.example',
  '',
];
for (const path of elsewhere) {
  test(`a form cannot lead to ${JSON.stringify(path)}`, async (t) => {
    const app = await openApp(t);
    const response = await postForm(app, {article, text: 'Chào', return: path});
    const {location} = response.headers;
    assert.equal(new URL(location, 'http://here.example/').host, 'here.example');
    assert.ok(!location.startsWith('//'));
    assert.equal((await list(app)).json().total, 1);
  });
}

test('a return path that would split the header cannot', async (t) => {
  const app = await openApp(t);
  const response = await postForm(app, {article, text: 'Chào', return: '/a\r\nSet-Cookie: a=b'});
  assert.equal(response.statusCode, 303);
  assert.equal(response.headers['set-cookie'], undefined);
});

test('a form with a fault gives back what was typed, escaped', async (t) => {
  const app = await openApp(t);
  const typed = `\n</textarea><script>alert("1")</script> & 'chữ' ${'a'.repeat(500)}`;
  const response = await postForm(app, {
    article: '"><img src=x>',
    text: typed,
    name: '"><b>Lan',
    email: 'không phải',
    return: '/"><i>',
  });
  assert.equal(response.statusCode, 422);
  assert.match(response.headers['content-type'], /^text\/html; charset=utf-8/);
  assert.match(response.headers['content-security-policy'], /script-src 'self'/);
  assert.match(response.body, /<html lang="vi">/);
  assert.match(response.body, /nhiều nhất là 500 ký tự/);
  assert.match(response.body, /e-mail không hợp lệ/);
  assert.doesNotMatch(response.body, /<script|<img|<b>|<i>/);
  const [, area] = /<textarea[^>]*>\n(.*?)<\/textarea>/s.exec(response.body);
  const names = {'&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&'};
  assert.equal(
    area.replace(/&[^;]+;/g, (name) => names[name]),
    typed,
  );
  assert.equal((await list(app)).json().total, 0);
});

test('the page that gives the text back can be sent again', async (t) => {
  const app = await openApp(t);
  const {body} = await postForm(app, {article, text: 'Chào', email: 'x', return: '/bai'});
  assert.match(body, /<form method="post" action="\/api\/comments">/);
  const value = (name) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(body)[1];
  assert.equal(value('article'), article);
  assert.equal(value('return'), '/bai');
  const again = await postForm(app, {article: value('article'), text: 'Chào', return: value('return')});
  assert.equal(again.headers.location, '/bai#comments');
});

const site = 'https://bao.example';
const senders = [
  ['no word of where it comes from', {}, 303],
  ['its own origin', {origin: 'http://localhost:8000', host: 'localhost:8000'}, 303],
  [
    'its own origin behind a proxy that brings HTTPS',
    {origin: 'https://here.example', host: 'here.example'},
    303,
  ],
  ['a page without referrer on its own site', {origin: 'null', 'sec-fetch-site': 'same-origin'}, 303],
  ['a proxy that renames the host', {origin: 'https://x.example', 'sec-fetch-site': 'same-origin'}, 303],
  ['nobody but the reader', {'sec-fetch-site': 'none'}, 303],
  ['a site on the list', {origin: site, 'sec-fetch-site': 'cross-site'}, 303],
  ['another site', {origin: 'https://evil.example'}, 403],
  ['another port', {origin: 'http://localhost:8080', host: 'localhost:8000'}, 403],
  ['a page that hides its origin', {origin: 'null'}, 403],
  ['an origin that is none', {origin: 'localhost:80'}, 403],
  ['another site, by the browser alone', {'sec-fetch-site': 'cross-site'}, 403],
  ['a neighbour', {origin: 'https://shop.example', 'sec-fetch-site': 'same-site'}, 403],
  ['a site that begins like one on the list', {origin: `${site}.evil.example`}, 403],
];
for (const [sender, headers, status] of senders) {
  test(`a form from ${sender} is answered by ${status}`, async (t) => {
    const app = await openApp(t, {corsOrigins: [site]});
    const response = await postForm(app, {article, text: 'Chào <bạn>', return: '/bai'}, headers);
    assert.equal(response.statusCode, status, response.body);
    assert.equal((await list(app)).json().total, status === 303 ? 1 : 0);
    if (status === 303) return;
    assert.match(response.headers['content-type'], /^text\/html/);
    assert.match(response.headers['content-security-policy'], /frame-ancestors 'self'/);
    assert.match(response.body, /trang của một website khác/);
    assert.match(response.body, /Chào &lt;bạn&gt;/, 'what was typed is not lost');
  });
}

test('a form with a key is stored once, however often its button is pressed', async (t) => {
  const app = await openApp(t);
  const fields = {article, text: 'Chào', name: 'Lan', return: '/bai', key: 'k1'};
  const answers = await Promise.all([postForm(app, fields), postForm(app, fields), postForm(app, fields)]);
  for (const {statusCode, headers} of answers) {
    assert.deepEqual([statusCode, headers.location], [303, '/bai#comments']);
  }
  assert.equal((await list(app)).json().total, 1);
  // Back in the browser, a reader writes another comment into the same page.
  assert.equal((await postForm(app, {...fields, text: 'Thêm'})).statusCode, 303);
  assert.equal((await postForm(app, {...fields, key: 'k2'})).statusCode, 303);
  assert.equal((await postForm(app, {...fields, key: 'x'.repeat(1000)})).statusCode, 303);
  assert.equal((await list(app)).json().total, 4);
});

test('a form that met a failure keeps its key', async (t) => {
  const app = await openApp(t);
  const value = (body) => /name="key" value="([^"]*)"/.exec(body)[1];
  const {add} = app.store;
  const losing = async (...args) => {
    await add.apply(app.store, args);
    throw new Error('stored, but the answer is lost');
  };
  for (const given of [{}, {key: '"k"'}]) {
    const fields = {article, text: `Chào ${given.key}`, ...given};
    const {mock} = t.mock.method(app.store, 'add', losing);
    const {body} = await postForm(app, fields);
    mock.restore();
    const key = value(body).replaceAll('&quot;', '"');
    if (given.key) assert.equal(key, given.key);
    const {total} = (await list(app)).json();
    assert.equal((await postForm(app, {...fields, key})).statusCode, 303);
    assert.equal((await list(app)).json().total, total, 'sent again, stored once');
  }
});

test('a form that is too large or meets a failure is answered in words', async (t) => {
  const app = await openApp(t);
  const large = await postForm(app, {article, text: 'x'.repeat(70_000)});
  assert.equal(large.statusCode, 413);
  assert.match(large.body, /quá lớn/);
  app.store.add = async () => {
    throw new Error('no disk');
  };
  const failed = await postForm(app, {article, text: 'Tôi đã gõ'});
  assert.equal(failed.statusCode, 500);
  assert.match(failed.body, /chưa được lưu/);
  assert.match(failed.body, /Tôi đã gõ/);
});

test('the page that gives the text back speaks the language of the article', async (t) => {
  const app = await openApp(t, {language: 'en'});
  const english = await postForm(app, {article, comment: ' '});
  assert.match(english.body, /<html lang="en">[^]*You have not written a comment\./);
  const vietnamese = await postForm(app, {article, comment: ' ', lang: 'vi'});
  assert.match(vietnamese.body, /<html lang="vi">[^]*Bạn chưa viết bình luận\./);
  assert.match(vietnamese.body, /name="lang" value="vi"/);
  assert.match((await postForm(app, {article, comment: ' ', lang: '"><b>'})).body, /<html lang="en">/);
  assert.equal((await post(app, {article, text: 'Hello'})).json().author.name, 'Guest');
});
