/*
 * A comments server that can fail in every way that servers and networks do (the modes below), and that remembers what
 * it was sent. Where a fault is one of the connection and not of the answer, the bytes go to the socket by hand.
 */
import {createServer} from 'node:http';

const json = 'application/json';
const html =
  '<!doctype html><title>Đăng nhập</title><h1 id="login">Đăng nhập</h1><script>globalThis.ran = 1</script>';

/** What the list holds, the newest first. */
export function comments(...ids) {
  return ids.map((id) => ({
    id,
    author: {name: `Bạn đọc ${id}`},
    text: `Ý kiến số ${id}`,
    createdAt: '2024-03-29T11:12:24+07:00',
    status: 'published',
  }));
}

const listed = () => ({total: 2, comments: comments('2', '1'), next: null});

const problem = (status, about = {}, headers = {}) => ({
  status,
  headers: {'Content-Type': 'application/problem+json', ...headers},
  body: JSON.stringify({type: 'about:blank', title: 'No', status, ...about}),
});
const status = (code) => () => problem(code);
const wait =
  (seconds, code = 429) =>
  () =>
    problem(code, {}, {'Retry-After': String(seconds)});
const redirect =
  (code, to) =>
  ({base}) => ({status: code, headers: {Location: to.replace('BASE', base)}});
const body =
  (make, type = json) =>
  ({answer}) => ({status: 200, headers: {'Content-Type': type}, body: make(answer)});

/** Answers that come whole. A mode gets the right answer, as an object, and gives what is sent instead. */
const answers = {
  kept: (all) => answers.ok(all), // with what was stored before the two
  ok: ({answer, code}) => ({status: code, headers: {'Content-Type': json}, body: JSON.stringify(answer)}),
  204: () => ({status: 204}),
  emptybody: body(() => ''),
  redirhtml: redirect(302, 'BASE/login'),
  redirlogin: redirect(303, 'BASE/login'),
  redirloop: redirect(302, 'BASE/loop'),
  redir307: redirect(307, 'BASE/moved'),
  redircross: ({other}) => ({status: 302, headers: {Location: `${other}/elsewhere`}}),
  html: body(() => html, 'text/html'),
  htmlasjson: body(() => html),
  400: status(400),
  401: status(401),
  403: status(403),
  404: status(404),
  405: status(405),
  409: status(409),
  410: status(410),
  413: status(413),
  415: status(415),
  422: status(422),
  '422fields': () => problem(422, {errors: [{field: 'text', message: '<b>Từ không phù hợp</b>'}]}),
  toolong: () => problem(422, {max: 5, count: 42, unit: 'utf-8'}),
  429: wait(1),
  '429s': wait(2),
  '429date': () => wait(new Date(Date.now() + 1500).toUTCString())(),
  '429bad': wait('soon'),
  '429neg': wait(-7),
  '429huge': wait(99999),
  500: status(500),
  502: () => ({status: 502, headers: {'Content-Type': 'text/html'}, body: html}),
  503: status(503),
  '503retry': wait(1, 503),
  504: status(504),
  520: status(520),
  badjson: body(() => '{"comments": [,]'),
  utf16: body((answer) => Buffer.from(JSON.stringify(answer), 'utf16le')),
  xssi: body((answer) => `)]}',\n${JSON.stringify(answer)}`),
  nullbody: body(() => 'null'),
  string: body(() => '"ok"'),
  number: body(() => '7'),
  bom: body((answer) => `\uFEFF${JSON.stringify(answer)}`),
  jsonastext: body((answer) => JSON.stringify(answer), 'text/plain'),
  latin1: body(
    () => Buffer.from('{"comments": [{"id": "1", "text": "café"}]}', 'latin1'),
    `${json}; charset=latin1`,
  ),
  schema: body(() =>
    JSON.stringify({comments: [{}, {id: 1}, {text: 'x'}, {id: {}, text: 'x'}, ...comments('1')], total: 'x'}),
  ),
  items_obj: body(() => '{"comments": {"0": {"id": "1", "text": "x"}, "length": 1}}'),
  holes: body(() =>
    JSON.stringify({comments: [null, 1, 'x', [], ...comments('2'), undefined, true, ...comments('1')]}),
  ),
  proto: body(
    () =>
      '{"comments": [{"id": "1", "text": "x", "__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}], "__proto__": {"polluted": 1}}',
  ),
  deep: body(
    () => `{"comments": [{"id": "1", "text": "x", "deep": ${'['.repeat(50_000)}${']'.repeat(50_000)}}]}`,
  ),
  big: body(() => JSON.stringify({comments: comments('1'), padding: 'x'.repeat(1e7)})),
  many: body(() => JSON.stringify({comments: comments(...Array(10_000).keys()), total: 10_000})),
  dup: body(() => JSON.stringify({comments: [...comments('2', '1'), {...comments('2')[0], text: 'zwei'}]})),
  held: ({answer}) => ({
    status: 202,
    headers: {'Content-Type': json},
    body: JSON.stringify({...answer, status: 'pending'}),
  }),
  changed: ({answer}) => ({
    status: 201,
    headers: {'Content-Type': json},
    body: JSON.stringify({...answer, text: `${answer.text} (đã sửa)`}),
  }),
  304: () => ({status: 304}),
  future: body(() => JSON.stringify({comments: [{...comments('1')[0], createdAt: '2999-01-01T00:00:00Z'}]})),
};

const head = (more) => `HTTP/1.1 200 OK\r\nContent-Type: ${json}\r\n${more}\r\n\r\n`;

/** Answers that do not come whole, byte by byte on the socket. */
const connections = {
  reset0: (socket) => socket.resetAndDestroy(),
  hang: () => {},
  reset(socket, text) {
    socket.write(head(`Content-Length: ${Buffer.byteLength(text)}`) + text.slice(0, text.length / 2), () =>
      setTimeout(() => socket.resetAndDestroy(), 20),
    );
  },
  trunc: (socket, text) =>
    socket.end(head(`Content-Length: ${Buffer.byteLength(text) + 9}`) + text.slice(0, text.length / 2)),
  slowbody: (socket) => drip(socket, ' ', 50),
  endless: (socket) => drip(socket, ' '.repeat(65_536), 1),
  dropafter: (socket) => socket.resetAndDestroy(),
};
const endless = ['hang', 'slowbody', 'endless'];

function drip(socket, drop, pause) {
  socket.write(head('Connection: close'));
  const timer = setInterval(() => socket.writableNeedDrain || socket.write(drop), pause);
  socket.on('error', () => {}).on('close', () => clearInterval(timer));
}

// The comment is in the store although the answer is not to be had.
const lateFaults = [
  'ok',
  'held',
  'changed',
  '204',
  'emptybody',
  'slow',
  'slowbody',
  'endless',
  'reset',
  'trunc',
];
lateFaults.push('dropafter', 'badjson', 'utf16', 'xssi', 'nullbody', 'string', 'number', 'bom', 'jsonastext');

/** Starts the second origin, and gives the handler of requests whose address begins with `prefix`. */
export async function createFaults(prefix = '/faults') {
  const sites = new Map();
  let origin = '';
  const other = createServer((request, response) => handle(request, response, true));
  await new Promise((ready) => other.listen(0, '127.0.0.1', ready));
  other.unref();
  origin = `http://127.0.0.1:${other.address().port}`;

  /** `{prefix}/{site}/comments`; each site has faults and a store of its own. */
  async function handle(request, response, isOther = false) {
    const {pathname} = new URL(request.url, 'http://x');
    const [site, what] = pathname.slice(prefix.length + 1).split('/');
    if (!sites.has(site))
      sites.set(site, {
        load: 'ok',
        post: 'ok',
        times: Infinity,
        stored: [],
        requests: [],
        keys: new Map(),
        open: [],
      });
    const faults = sites.get(site);
    const text = await read(request);
    const base = `${prefix}/${site}`;
    // Some browsers keep a connection that a page has given up, and have no more than six: the next ones would wait.
    if (what === 'set') for (const socket of faults.open.splice(0)) socket.destroy();
    if (what === 'set')
      return send(response, {
        status: 200,
        body: JSON.stringify(Object.assign(faults, {times: Infinity}, JSON.parse(text))),
      });
    if (what === 'stats')
      return send(response, {
        status: 200,
        body: JSON.stringify({...faults, keys: undefined, open: undefined, other: origin}),
      });
    if (what === 'login')
      return send(response, {status: 200, headers: {'Content-Type': 'text/html'}, body: html});
    if (what === 'loop')
      return send(response, {status: 302, headers: {Location: `${base}/loop`, Connection: 'keep-alive'}});
    if (what === 'moved') return send(response, answers.ok({answer: listed(), code: 200}));
    if (what !== 'comments') return send(response, {status: 404});
    // What lets a page of another origin in; without it that is the fault.
    const cors =
      isOther && faults.cors ? {'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*'} : {};
    if (request.method === 'OPTIONS') return send(response, {status: faults.cors ? 204 : 403, headers: cors});

    faults.requests.push({method: request.method, key: request.headers['idempotency-key'], text});
    const posting = request.method === 'POST';
    let mode = faults[posting ? 'post' : 'load'];
    if (faults.times-- <= 0) mode = 'ok';
    if (mode === 'flaky') mode = faults.requests.length % 3 ? '503' : 'ok';
    let answer = listed();
    if (mode === 'kept') answer.comments.unshift(...[...faults.keys.values()].map(({comment}) => comment));
    if (posting && lateFaults.includes(mode)) {
      answer = store(faults, request.headers['idempotency-key'], JSON.parse(text));
      if (!answer) return send(response, problem(422, {type: 'urn:article-widgets:problem:key-reused'}));
    } else if (posting) {
      answer = {...comments('9')[0], text: ''};
    }
    const connection = connections[mode];
    if (endless.includes(mode)) faults.open.push(request.socket);
    if (connection) return connection(request.socket, JSON.stringify(answer));
    if (mode === 'slow') {
      await new Promise((waited) => setTimeout(waited, 300));
      mode = 'ok';
    }
    const reply = answers[mode]({answer, code: posting ? 201 : 200, base, other: origin});
    send(response, {...reply, headers: {...reply.headers, ...cors}});
  }

  return {handle, origin, close: () => other.close()};
}

/** Keeps a comment once for a key; `undefined` when the key was used for another one. */
function store({keys, stored}, key, draft) {
  const before = keys.get(key);
  if (before) return before.draft === JSON.stringify(draft) ? before.comment : undefined;
  const comment = {
    id: `stored-${stored.length + 1}`,
    parentId: draft.parentId,
    author: {name: draft.author?.name ?? ''},
    text: draft.text,
    createdAt: new Date().toISOString(),
    status: 'published',
  };
  keys.set(key, {comment, draft: JSON.stringify(draft)});
  stored.push({key, text: draft.text});
  return comment;
}

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function send(response, {status: code, headers = {}, body: content}) {
  response.writeHead(code, {'Cache-Control': 'no-store', Connection: 'close', ...headers});
  response.end(content);
}
