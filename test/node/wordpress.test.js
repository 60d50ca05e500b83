import assert from 'node:assert/strict';
import {test} from 'node:test';
import {buildThreads, createCommentSource, wordpressSource} from 'article-widgets/comments.js';

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
    const {status = 200, body = '', headers = {}, at} = answers.shift() ?? {body: '[]'};
    if (status < 0) throw new TypeError('Failed to fetch');
    const response = new Response(typeof body === 'string' ? body : JSON.stringify(body), {status, headers});
    // Where a redirect led: an address, or what the form was asked to come back to.
    const back = at && new URL(at.replace('{back}', asked.at(-1).body?.get?.('redirect_to') ?? ''), url).href;
    return back
      ? Object.defineProperties(response, {url: {value: back}, redirected: {value: true}})
      : response;
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
    ['&toString;&valueOf;&constructor;', '&toString;&valueOf;&constructor;'],
    [
      'L&agrave; t&ecirc;n t&ocirc;i, &Acirc;u &yacute; &atilde;o &uuml;&ccedil;&aring;',
      'Là tên tôi, Âu ý ão üçå',
    ],
    ['&xgrave;&agravel;&aeacute;', '&xgrave;&agravel;&aeacute;'],
    [
      'Vui <img src="a.png" alt=":mrgreen:" class="wp-smiley" /> &amp; <img alt="&quot;x&quot;">',
      'Vui :mrgreen: & "x"',
    ],
    ['<pre class="a"><code>một\n  hai\n\nba</code></pre>\n<p>bốn\nnăm</p>', 'một\nhai\n\nba\n\nbốn năm'],
    ['<table><tr><th>A</th><td>1</td></tr><tr><th>B</th><td>2</td></tr></table>', 'A 1\n\nB 2'],
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
    '<pre',
    '<pre>\n',
    '<img alt=',
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

test('a site whose notices keep it from sending headers is still read to the end', async () => {
  const full = {body: [comment(4), comment(3)]};
  const {source} = siteWith(full, {body: [comment(2)]}, {body: '[]'});
  const pages = [];
  for (const cursor of [undefined, '2', '3']) {
    const {total, next} = await source().list({...query, limit: 2, cursor}, signal);
    pages.push([total, next]);
  }
  assert.deepEqual(pages, [
    [undefined, '2'],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

/** Answers as WordPress does, from this many comments, each third of which answers the one a hundred before it. */
function bigSite(size) {
  const all = Array.from({length: size}, (_, index) =>
    comment(index + 1, {
      parent: index % 3 || index < 100 ? 0 : index - 99,
      date_gmt: new Date(Date.UTC(2024, 0, 1, 0, index)).toISOString().slice(0, 19),
    }),
  );
  return async (url) => {
    const {include, page = 1, per_page: limit, order} = Object.fromEntries(new URL(url).searchParams);
    const wanted = include ? all.filter(({id}) => include.split(',').includes(String(id))) : [...all];
    if (order === 'desc') wanted.reverse();
    const headers = {'X-WP-Total': String(size), 'X-WP-TotalPages': String(Math.ceil(size / limit))};
    return Response.json(wanted.slice((page - 1) * limit, page * limit), {headers});
  };
}

test('3,000 comments come page by page, each of them once, and every answer finds its comment', async () => {
  for (const order of ['newest', 'oldest']) {
    const source = wordpressSource(root, {fetch: bigSite(3000)});
    const byId = new Map();
    let pages = 0;
    for (let cursor; pages === 0 || cursor; pages++) {
      const page = await source.list({article: '4', order, limit: 100, cursor}, signal);
      assert.equal(page.total, 3000);
      for (const one of page.comments) if (!byId.has(one.id)) byId.set(one.id, one);
      for (const {parentId} of page.comments) assert.ok(!parentId || byId.has(parentId));
      cursor = page.next;
    }
    assert.deepEqual([pages, byId.size], [30, 3000]);
    const threads = buildThreads([...byId.values()], order);
    const replies = threads.flatMap((thread) => thread.replies);
    assert.equal(threads.length + replies.length, 3000);
    assert.equal(replies.length, 966);
  }
});

test('the comments that answers belong to are fetched with them; what is gone leaves orphans', async () => {
  const answers = [comment(9, {parent: 5}), comment(8, {parent: 404})];
  const {asked, source} = siteWith({body: answers}, {body: [comment(5, {parent: 2})]}, {body: [comment(2)]});
  const {comments} = await source().list(query, signal);
  assert.deepEqual(
    comments.map(({id, parentId}) => [id, parentId]),
    [
      ['9', '5'],
      ['5', '2'],
      ['2', undefined],
      ['8', '404'],
    ],
  );
  assert.deepEqual(
    asked.map(({url}) => url.searchParams.get('include')),
    [null, '5,404', '2'],
  );
});

test('a page that has come is shown, also when the comments that it answers do not come', async () => {
  const page = {body: [comment(9, {parent: 5}), comment(8)]};
  for (const failure of [
    {status: -1},
    {status: 403, body: {code: 'rest_forbidden'}},
    {body: '<!doctype html>'},
  ]) {
    const {source} = siteWith(page, failure);
    const {comments} = await source().list(query, signal);
    assert.deepEqual(
      comments.map(({id}) => id),
      ['9', '8'],
    );
  }
});

test('a site without pretty permalinks is asked by its query', async () => {
  for (const [src, expected] of [
    ['https://news.example/?rest_route=/', 'https://news.example/?rest_route=%2Fwp%2Fv2%2Fcomments'],
    ['https://news.example/blog/wp-json/', 'https://news.example/blog/wp-json/wp/v2/comments?'],
    ['https://news.example/index.php/wp-json', 'https://news.example/index.php/wp-json/wp/v2/comments?'],
    ['https://news.example//wp-json', 'https://news.example//wp-json/wp/v2/comments?'],
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

test('wherever a notice stands, the answer is found beside it', async () => {
  const list = JSON.stringify([comment(1, {content: {rendered: 'a ] } " \\ [ { <script>'}})]);
  const failure = JSON.stringify({code: 'comment_duplicate', message: '[x]', data: {status: 409}});
  for (const around of [
    '<br />\n<b>Notice</b>: Undefined array key "x" in <b>/srv/x.php</b> on line <b>3</b><br />{}',
    '[27-Nov-2026 10:00:00 UTC] PHP Notice:  Undefined index: x in /srv/x.php on line 3\n{}',
    "Warning: it's [0] of {1} and string[]: {}",
    '{}\n<br />\n<b>Warning</b>: Unknown: [1, 2] {"a": 1} in <b>Unknown</b> on line <b>0</b><br />',
    '\ufeff{}\n[]',
  ]) {
    const {source} = siteWith(
      {body: around.replace('{}', () => list)},
      {body: around.replace('{}', () => failure)},
    );
    const {comments} = await source().list(query, signal);
    assert.deepEqual([comments.length, comments[0]?.id], [1, '1'], around);
    assert.equal(await kindOf(source().submit(draft, signal)), 'duplicate', around);
  }
});

test('pages with scripts and brackets of every kind are no answers, and are looked through in no time', async () => {
  const started = performance.now();
  for (const body of [
    '<!doctype html><script>dataLayer = [];</script><script>x = [{"id": 1}]</script>',
    '<html><head><script>var a = {"id": 4, "content": {"rendered": "x"}}</script>',
    'Notice: nothing [1] {"a": 2}',
    ...['[', '{', '"', '{"a":', '[0]'].map((piece) => piece.repeat(300_000 / piece.length)),
  ]) {
    const {source} = siteWith({body}, {body});
    assert.equal(await kindOf(source().list(query, signal)), 'bad-response', body.slice(0, 80));
    assert.match(await kindOf(source().submit(draft, signal)), /bad-response|unknown-outcome/);
  }
  assert.ok(performance.now() - started < 5000);
});

test('a failure that comes with status 200 is a failure all the same', async () => {
  for (const [code, status, kind] of [
    ['comment_duplicate', 409, 'duplicate'],
    ['comment_flood', 400, 'too-fast'],
    ['rest_comment_closed', 403, 'closed'],
    ['rest_comment_content_invalid', 400, 'invalid'],
  ]) {
    const body = `<br />\n<b>Notice</b>: x<br />\n${JSON.stringify({code, message: '', data: {status}})}`;
    const {source} = siteWith({body}, {body});
    assert.equal(await kindOf(source().submit(draft, signal)), kind);
    if (status === 403) assert.equal(await kindOf(source().list(query, signal)), kind);
  }
});

test('a page instead of an answer is seen for what it is', async () => {
  const page = {body: '<!doctype html><title>Log in</title>'};
  const broken = {status: 502, ...page};
  const {source} = siteWith(page, page, {body: {code: 'x'}}, broken, broken, broken);
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

test('what is wrong is said in our words where WordPress has a code for it', async () => {
  const refused = async (code, given = {}, data = {}) => {
    const {source} = siteWith({status: 400, body: {code, message: 'In words of the site', data}});
    const error = await source()
      .submit({...draft, ...given}, signal)
      .catch((reason) => reason);
    return error.fields?.map(({field, message}) => field || message);
  };
  assert.deepEqual(await refused('rest_comment_content_invalid'), undefined);
  const needed = 'rest_comment_author_data_required';
  assert.deepEqual(await refused(needed, {author: {name: '', email: 'a@b.test'}}), ['name']);
  assert.deepEqual(await refused(needed, {author: {name: 'A'}}), ['email']);
  assert.deepEqual(await refused(needed, {author: {}}), ['name', 'email']);
  assert.deepEqual(await refused('rest_invalid_param', {}, {params: {author_email: 'x'}}), ['email']);
  assert.deepEqual(await refused('comment_author_column_length'), ['name']);
  assert.deepEqual(await refused('of_a_plugin'), ['In words of the site']);
});

test('only what WordPress says is approved is shown as published', async () => {
  for (const [status, shown] of [
    ['approved', 'published'],
    ['1', 'published'],
    ['hold', 'pending'],
    ['0', 'pending'],
    ['spam', 'pending'],
    ['trash', 'pending'],
    ['post-trashed', 'pending'],
    [undefined, 'pending'],
  ]) {
    const {source} = siteWith({status: 201, body: comment(3, {status})});
    assert.equal((await source().submit(draft, signal)).status, shown, status);
  }
});

test('the time that a site asks for is kept', async () => {
  const wait = async (answer, call = 'submit') => {
    const {source} = siteWith(answer);
    const asked = call === 'submit' ? source().submit(draft, signal) : source().list(query, signal);
    return asked.then(undefined, ({kind, retryAfter}) => [kind, retryAfter]);
  };
  const headers = {'Retry-After': '120'};
  assert.deepEqual(await wait({status: 429, headers}), ['too-fast', 120]);
  assert.deepEqual(await wait({status: 429, headers, body: {code: 'rest_x', message: ''}}, 'list'), [
    'too-fast',
    120,
  ]);
  assert.deepEqual(await wait({status: 503, headers}), ['server', 120]);
  assert.deepEqual(await wait({status: 503, headers: {'Retry-After': '600'}}, 'list'), ['server', 300]);
  assert.deepEqual(await wait({status: 429}), ['too-fast', 15]);
  assert.deepEqual(await wait({status: 400, body: {code: 'comment_flood'}}), ['too-fast', 15]);
});

test('a list is asked for again where the site has a problem, a comment never', async () => {
  const {asked, source} = siteWith({status: 502}, {body: [comment(1)]}, {status: 502});
  assert.equal((await source().list(query, signal)).comments.length, 1);
  assert.equal(await kindOf(source().submit(draft, signal)), 'unknown-outcome'); // a proxy says so, not the site
  assert.equal(asked.length, 3);
});

const loginRequired = {
  status: 401,
  body: {code: 'rest_comment_login_required', message: '', data: {status: 401}},
};
const dieMessage = (message) =>
  `<!doctype html><body id="error-page"><div class="wp-die-message">${message}</div>`;

/** What comes of a comment that goes to the classic form of a site whose answers these are. */
async function classic(t, answers, given = {}) {
  globalThis.location = {origin: 'https://news.example', href: 'https://news.example/2024/story/'};
  t.after(() => delete globalThis.location);
  const {asked, source} = siteWith(loginRequired, ...answers);
  const outcome = await source({}, '/wp-json')
    .submit({...draft, ...given}, signal)
    .then(
      ({status, id}) => `${status} ${id}`,
      ({kind, fields = []}) => [kind, ...fields.map(({field, message}) => field || message)].join(' '),
    );
  return {outcome, asked: asked.map(({url}) => url.pathname)};
}

test('the classic form tells what became of a comment by where it leads', async (t) => {
  const ours = comment(31, {content: {rendered: '<p>Chào</p>'}});
  const others = {body: [comment(30)]};
  const cases = [
    ['published', [{at: '{back}', body: [comment(30), ours]}], 'published 31'],
    ['held, and said so', [{at: '{back}&unapproved=31&moderation-hash=0', body: []}], 'pending 31'],
    ['held in silence, or spam', [{at: '{back}', body: []}], 'pending k'],
    ['taken, but the look-up failed', [{at: '{back}', status: 500}, {status: 403}], 'unknown-outcome'],
    ['a firewall sends home', [{at: '/', body: '<!doctype html>'}, others], 'unknown-outcome'],
    ['a plugin thanks for it', [{at: '/thanks/', body: '<!doctype html>'}, {body: [ours]}], 'published 31'],
    ['a page that is missing', [{at: '/x', status: 404}, others], 'unknown-outcome'],
    ['no look-up either', [{at: '/x'}, {status: -1}], 'unknown-outcome'],
    ['a notice instead of a redirect', [{body: '<b>Warning</b>: headers'}, {body: [ours]}], 'published 31'],
    ['login', [{at: '/wp-login.php?x'}], 'login'],
    ['admin', [{at: '/wp-admin/'}], 'login'],
    ['duplicate', [{status: 409, body: dieMessage('Trùng')}], 'duplicate'],
    ['flood', [{status: 429, body: dieMessage('Nhanh')}], 'too-fast'],
    ['firewall', [{status: 403, body: '<!doctype html>'}], 'forbidden'],
  ];
  for (const [name, answers, expected] of cases) {
    assert.equal((await classic(t, answers)).outcome, expected, name);
  }
});

test('the refusals of the classic form are told apart without reading its words', async (t) => {
  const said = (status) => ({
    status,
    body: dieMessage('<p>Bằng lời của &#8220;trang&#8221;</p><a href="#">Lùi</a>'),
  });
  const found = (comment_status) => ({body: {comment_status}});
  const missing = {status: 404, body: {code: 'rest_post_invalid_id', message: '', data: {status: 404}}};
  const cases = [
    ['closed', [said(403), found('closed')], {}, 'closed'],
    ['registration', [said(403), found('open')], {}, 'login'],
    ['registration, and no look-up', [said(403), {status: -1}], {}, 'login'],
    ['a firewall, with or without words', [{status: 406, body: 'Not acceptable'}], {}, 'invalid'],
    ['post gone', [{body: ''}, missing, missing], {}, 'closed'],
    ['a page, closed', [said(403), missing, found('closed')], {}, 'closed'],
    ['a page, for members', [said(403), missing, found('open')], {}, 'login'],
    ['empty answer of a broken site', [{body: ''}, found('open'), {body: []}], {}, 'unknown-outcome'],
    ['too long', [said(200)], {text: 'ư'.repeat(40_000)}, 'too-long'],
    ['no name', [said(200)], {author: {email: 'a@b.test'}}, 'invalid name'],
    ['long name', [said(200)], {author: {name: 'x'.repeat(246), email: 'a@b.test'}}, 'invalid name'],
    ['no e-mail', [said(200)], {author: {name: 'A'}}, 'invalid email'],
    ['bad e-mail', [said(200)], {author: {name: 'A', email: 'a@b'}}, 'invalid email'],
    ['neither', [said(200)], {author: {}}, 'invalid name email'],
    ['a plugin', [said(200)], {}, 'invalid Bằng lời của “trang”'],
  ];
  for (const [name, answers, given, expected] of cases) {
    assert.equal((await classic(t, answers, given)).outcome, expected, name);
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
  assert.equal(asked.length, 5);
});

test('a login that is over is told of, and nothing is sent in the name of nobody', async () => {
  const old = {status: 403, body: {code: 'rest_cookie_invalid_nonce'}};
  const answers = [old, {status: 400, body: '0'}, old, {body: '7c66a96296'}, {status: 201, body: comment(3)}];
  const {asked, source} = siteWith(...answers);
  const reader = source({nonce: 'old0old0'});
  assert.equal(await kindOf(reader.submit(draft, signal)), 'login');
  assert.equal(asked.length, 2);
  assert.equal((await reader.submit(draft, signal)).id, '3', 'after logging in again elsewhere');
});

test('the registry knows it, and tells the form what guests are asked', () => {
  const source = createCommentSource('wordpress', root);
  assert.deepEqual(source.asks, {name: true, email: true, requireName: true});
  assert.equal(createCommentSource('constructor', root), undefined);
});
