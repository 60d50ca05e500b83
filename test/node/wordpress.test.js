import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createCommentSource, wordpressSource} from 'article-widgets/comments.js';

/* What WordPress says, and what stands between it and the page, read without a browser. */

const {signal} = new AbortController();
const query = {article: '4', order: 'newest', limit: 20};
const draft = {article: '4', text: 'Chào', author: {name: 'A', email: 'a@b.test'}, idempotencyKey: 'k'};
const root = 'https://news.example/wp-json';

const comment = (id, fields = {}) => ({
  ...{id, parent: 0, author_name: 'A', author_url: '', date_gmt: '2024-03-29T04:12:24', status: 'approved'},
  ...{content: {rendered: `<p>${id}</p>\n`}},
  ...fields,
});

/** A source whose site gives these answers in turn; `asked` are the requests. */
function siteWith(...answers) {
  const asked = [];
  const fetch = async (url, init) => {
    asked.push({url: new URL(url), ...init});
    const {status = 200, body = '', headers = {}} = answers.shift() ?? {body: '[]'};
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), {status, headers});
  };
  return {asked, source: (options, src = root) => wordpressSource(src, {fetch, ...options})};
}

const listed = async (rendered) => {
  const {source} = siteWith({body: [comment(1, {content: {rendered}})]});
  const {comments} = await source().list(query, signal);
  return comments[0]?.text;
};

const kindOf = (promise) =>
  promise.then(
    () => 'none',
    (error) => error.kind,
  );

test('HTML becomes text with its paragraphs, lines and addresses', async () => {
  const cases = [
    ['<p>Một</p>\n<p>hai<br />\nba</p>\n', 'Một\n\nhai\nba'],
    ['<p>A &amp;amp; B &#8217; &hellip; &lt;b&gt; &#x1F600;</p>', 'A &amp; B ’ … <b> 😀'],
    [
      '<p>xem <a href="https://a.test/?a=1&#038;b=2" rel="nofollow">https://a.test/?a=1&#038;b=2</a> nhé</p>',
      'xem https://a.test/?a=1&b=2 nhé',
    ],
    ['<p><a href="https://a.test/">đây</a></p>', 'đây (https://a.test/)'],
    ['<p><a href="alert(1)">đây</a> <a href="javascript:alert(1)">kia</a></p>', 'đây kia'],
    ['<img src=x onerror=alert(1)/><b onclick=1>đậm</b><script>alert(1)</script><style>*{}</style>', 'đậm'],
    ['<!-- > --><p title=">">chữ</p><p', 'chữ\n\n<p'],
    ['&#0;&#xD800;&#99999999;', '\ufffd\ufffd&#99999999;'],
    ['<ul><li>một</li><li>hai</li></ul>', 'một\n\nhai'],
  ];
  for (const [html, text] of cases) assert.equal(await listed(html), text, html);
});

test('hostile HTML is read in no time', async () => {
  const started = performance.now();
  for (const piece of [
    '<a',
    '<a "',
    "<a '<",
    '<!--',
    '<script>',
    '<a href="https://x.test">',
    '</a>',
    '&#1',
  ]) {
    await listed(piece.repeat(150_000 / piece.length));
  }
  assert.ok(performance.now() - started < 5000);
});

test('names are decoded once, dates are UTC, avatars come only when asked for', async () => {
  const odd = comment(7, {
    author_name: 'Đậm &amp;lt; &#8220;x&#8221;',
    author_avatar_urls: {96: 'https://avatars.example/a?s=96'},
  });
  const {source} = siteWith({body: [odd]}, {body: [odd]});
  const [first] = (await source().list(query, signal)).comments;
  assert.equal(first.author.name, 'Đậm &lt; “x”');
  assert.equal(first.author.avatar, undefined);
  assert.equal(first.createdAt, '2024-03-29T04:12:24Z');
  const [second] = (await source({avatars: true}).list(query, signal)).comments;
  assert.equal(second.author.avatar, 'https://avatars.example/a?s=96');
});

test('totals and pages come from the headers', async () => {
  const headers = {'X-WP-Total': '3000', 'X-WP-TotalPages': '150'};
  const {asked, source} = siteWith({body: [comment(3000)], headers}, {body: [comment(1)], headers});
  const page = await source().list(query, signal);
  assert.deepEqual([page.total, page.next], [3000, '2']);
  const last = await source().list({...query, cursor: '150'}, signal);
  assert.deepEqual([last.total, last.next], [3000, undefined]);
  assert.equal(asked[1].url.searchParams.get('page'), '150');
});

test('the comments that answers belong to are fetched with them; what is gone leaves orphans', async () => {
  const answers = [comment(9, {parent: 5}), comment(8, {parent: 404})];
  const {asked, source} = siteWith({body: answers}, {body: [comment(5, {parent: 2})]}, {body: [comment(2)]});
  const {comments} = await source().list(query, signal);
  assert.deepEqual(
    comments.map(({id, parentId}) => [id, parentId]),
    [
      ['9', '5'],
      ['8', '404'],
      ['5', '2'],
      ['2', undefined],
    ],
  );
  assert.deepEqual(
    asked.map(({url}) => url.searchParams.get('include')),
    [null, '5,404', '2'],
  );
});

test('a site without pretty permalinks is asked by its query', async () => {
  for (const [src, expected] of [
    ['https://news.example/?rest_route=/', 'https://news.example/?rest_route=%2Fwp%2Fv2%2Fcomments'],
    ['https://news.example/blog/wp-json/', 'https://news.example/blog/wp-json/wp/v2/comments?'],
    ['https://news.example/index.php/wp-json', 'https://news.example/index.php/wp-json/wp/v2/comments?'],
  ]) {
    const {asked, source} = siteWith();
    await source({}, src).list(query, signal);
    assert.ok(asked[0].url.href.startsWith(expected), asked[0].url.href);
  }
});

test('a notice that a plugin prints before the answer is passed over', async () => {
  const notice = '<br />\n<b>Notice</b>: Undefined index: x in /srv/x.php on line 3<br />\n';
  const {source} = siteWith(
    {body: `${notice}${JSON.stringify([comment(1)])}`},
    {status: 201, body: `${notice}${JSON.stringify(comment(2))}`},
  );
  assert.equal((await source().list(query, signal)).comments.length, 1);
  assert.equal((await source().submit(draft, signal)).id, '2');
});

test('a page instead of an answer is seen for what it is', async () => {
  const page = {body: '<!doctype html><title>Log in</title>'};
  const {source} = siteWith(page, page, {body: {code: 'x'}}, {status: 502, ...page});
  assert.equal(await kindOf(source().list(query, signal)), 'bad-response');
  assert.equal(await kindOf(source().submit(draft, signal)), 'bad-response');
  assert.equal(await kindOf(source().list(query, signal)), 'bad-response');
  assert.equal(await kindOf(source().list(query, signal)), 'server');
});

test('errors are told apart by their codes', async () => {
  const cases = [
    [409, 'comment_duplicate', 'duplicate'],
    [400, 'comment_flood', 'too-fast'],
    [429, 'unknown', 'too-fast'],
    [403, 'rest_comment_closed', 'closed'],
    [400, 'comment_content_column_length', 'too-long'],
    [401, 'rest_comment_login_required', 'login'],
    [400, 'rest_comment_author_data_required', 'invalid'],
    [400, 'rest_comment_content_invalid', 'invalid'],
    [404, 'rest_no_route', 'server'],
    [500, 'internal_server_error', 'server'],
    [403, 'constructor', 'forbidden'],
  ];
  for (const [status, code, kind] of cases) {
    const {source} = siteWith({status, body: {code, message: 'Không được &#8217;'}});
    assert.equal(await kindOf(source().submit(draft, signal)), kind, code);
  }
});

test('a reader typed text, and WordPress reads HTML', async () => {
  const {asked, source} = siteWith({status: 201, body: comment(3)});
  await source().submit({...draft, text: '1 < 2 & <b>'}, signal);
  assert.equal(JSON.parse(asked[0].body).content, '1 &lt; 2 &amp; &lt;b>');
  assert.equal(asked[0].headers['X-WP-Nonce'], undefined);
});

test('an old nonce is renewed once, and the comment sent again', async () => {
  const old = {status: 403, body: {code: 'rest_cookie_invalid_nonce'}};
  const {asked, source} = siteWith(old, {body: '7c66a96296'}, {status: 201, body: comment(3)}, old, old, old);
  const reader = source({nonce: 'old0old0'});
  assert.equal((await reader.submit(draft, signal)).id, '3');
  assert.deepEqual(
    asked.map(({headers}) => headers?.['X-WP-Nonce']),
    ['old0old0', undefined, '7c66a96296'],
  );
  assert.equal(asked[1].url.pathname, '/wp-admin/admin-ajax.php');
  assert.equal(await kindOf(reader.submit(draft, signal)), 'login');
  assert.equal(asked.length, 6);
});

test('the registry knows it, and tells the form what guests are asked', () => {
  const source = createCommentSource('wordpress', root);
  assert.deepEqual(source.asks, {name: true, email: true, requireName: true});
  assert.equal(createCommentSource('constructor', root), undefined);
});
