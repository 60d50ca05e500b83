import {expect} from '@open-wc/testing';
import {CommentError, restSource, type CommentErrorKind} from '../../src/comments/index.js';
import {comment} from './support/comments.js';
import {hurry} from './support/hurry.js';
import {waitUntil} from './support/wait-until.js';

const query = {article: 'lúa & mùa', order: 'newest', limit: 20} as const;
const draft = {article: 'a', text: 'Chào', author: {name: 'Lan'}, idempotencyKey: 'key-1'};
const {signal} = new AbortController();

type Call = [url: string, init: RequestInit];

/** A source whose server gives one answer, and what it was asked. */
function answering(answer: () => Response | Promise<Response>, src = '/api/comments') {
  const calls: Call[] = [];
  const stub = (async (...call: Call) => (calls.push(call), answer())) as typeof fetch;
  return {source: restSource(src, {fetch: stub}), calls};
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json', ...headers}});

async function failure(work: Promise<unknown>): Promise<CommentError> {
  const error = await work.then(
    () => expect.fail('it did not fail'),
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(CommentError);
  return error as CommentError;
}

describe('restSource', () => {
  hurry(); // a list is asked for again after pauses

  it('asks for a page as the contract says', async () => {
    const {source, calls} = answering(() => json({total: 1, comments: [comment('1')], next: 'n'}));
    const page = await source.list({...query, cursor: 'c/1'}, signal);
    expect(page.comments.map(({id}) => id)).to.deep.equal(['1']);
    expect([page.total, page.next]).to.deep.equal([1, 'n']);
    const url = new URL(calls[0]![0], 'https://a.example');
    expect(url.pathname).to.equal('/api/comments');
    expect(Object.fromEntries(url.searchParams)).to.deep.equal({
      article: 'lúa & mùa',
      order: 'newest',
      limit: '20',
      cursor: 'c/1',
    });
  });

  it('keeps a query that the address already has', async () => {
    const {source, calls} = answering(() => json({comments: []}), 'https://a.example/?rest_route=/comments');
    await source.list(query, signal);
    expect(calls[0]![0]).to.match(/^https:\/\/a\.example\/\?rest_route=\/comments&article=/);
    expect(calls[0]![0]).not.to.contain('cursor');
  });

  it('sends a comment as the contract says', async () => {
    const {source, calls} = answering(() => json(comment('9', {text: 'Chào'}), 201));
    expect((await source.submit({...draft, parentId: '3'}, signal)).id).to.equal('9');
    const [url, init] = calls[0]!;
    expect([url, init.method, init.redirect]).to.deep.equal(['/api/comments', 'POST', 'manual']);
    expect(new Headers(init.headers).get('Idempotency-Key')).to.equal('key-1');
    expect(new Headers(init.headers).get('Content-Type')).to.equal('application/json');
    expect(JSON.parse(init.body as string)).to.deep.equal({
      article: 'a',
      text: 'Chào',
      author: {name: 'Lan'},
      parentId: '3',
    });
  });

  it('understands 202 as waiting and 204 as taken', async () => {
    const held = answering(() => json(comment('9', {status: 'pending'}), 202));
    expect((await held.source.submit(draft, signal)).status).to.equal('pending');
    const silent = answering(() => new Response(null, {status: 204}));
    const {text, author} = await silent.source.submit(draft, signal);
    expect([text, author.name]).to.deep.equal(['Chào', 'Lan']);
    expect((await silent.source.list(query, signal)).comments).to.deep.equal([]);
  });

  it('looks for fetch when it is used, not when it is made', async () => {
    const source = restSource('/api/comments');
    const original = globalThis.fetch;
    globalThis.fetch = (async () => json({comments: [comment('1')]})) as typeof fetch;
    try {
      expect((await source.list(query, signal)).comments).to.have.length(1);
    } finally {
      globalThis.fetch = original;
    }
  });

  const statuses: [status: number, list: CommentErrorKind, submit: CommentErrorKind][] = [
    [304, 'bad-response', 'bad-response'],
    [400, 'invalid', 'invalid'],
    [401, 'login', 'login'],
    [403, 'forbidden', 'forbidden'],
    [404, 'closed', 'closed'],
    [405, 'invalid', 'invalid'],
    [409, 'duplicate', 'duplicate'],
    [410, 'closed', 'closed'],
    [408, 'server', 'server'],
    [413, 'too-long', 'too-long'],
    [415, 'invalid', 'invalid'],
    [422, 'invalid', 'invalid'],
    [425, 'server', 'server'],
    [429, 'too-fast', 'too-fast'],
    [500, 'server', 'server'],
    [502, 'server', 'unknown-outcome'],
    [503, 'server', 'server'],
    [504, 'server', 'unknown-outcome'],
    [520, 'server', 'server'],
  ];
  for (const [status, list, submit] of statuses) {
    it(`tells ${status} apart`, async () => {
      const {source} = answering(() => new Response(status === 304 ? null : 'x', {status}));
      expect((await failure(source.list(query, signal))).kind).to.equal(list);
      expect((await failure(source.submit(draft, signal))).kind).to.equal(submit);
    });
  }

  const page = '<!doctype html><title>Login</title>';
  const bodies: [what: string, body: BodyInit | null, list: CommentErrorKind, submit: CommentErrorKind][] = [
    ['HTML', page, 'bad-response', 'bad-response'],
    ['HTML after blanks', `\n  ${page}`, 'bad-response', 'bad-response'],
    ['nothing', '', 'bad-response', 'unknown-outcome'],
    ['half of it', '{"comments": [', 'bad-response', 'unknown-outcome'],
    ['a guarded prefix', ")]}'\n{}", 'bad-response', 'unknown-outcome'],
    ['null', 'null', 'bad-response', 'unknown-outcome'],
    ['a string', '"ok"', 'bad-response', 'unknown-outcome'],
    ['a number', '7', 'bad-response', 'unknown-outcome'],
    ['another object', '{"ok": true}', 'bad-response', 'unknown-outcome'],
    [
      'UTF-16',
      new Uint16Array(Array.from('{"comments":[]}', (c) => c.charCodeAt(0))),
      'bad-response',
      'unknown-outcome',
    ],
    ['50,000 levels', '['.repeat(50_000) + ']'.repeat(50_000), 'bad-response', 'unknown-outcome'],
    ['a 10 MB body', JSON.stringify({comments: [], x: 'x'.repeat(1e7)}), 'bad-response', 'unknown-outcome'],
  ];
  for (const [what, body, list, submit] of bodies) {
    it(`sees ${what} with status 200 for what it is`, async () => {
      const {source} = answering(() => new Response(body, {headers: {'content-type': 'application/json'}}));
      expect((await failure(source.list(query, signal))).kind).to.equal(list);
      expect((await failure(source.submit(draft, signal))).kind).to.equal(submit);
    });
  }

  it('reads JSON behind a byte order mark, and whatever its content type', async () => {
    const {source} = answering(
      () => new Response('\uFEFF{"comments":[]}', {headers: {'content-type': 'text/plain'}}),
    );
    expect((await source.list(query, signal)).comments).to.deep.equal([]);
  });

  it('stops reading a body over 2 MB', async () => {
    let pulled = 0;
    let cancelled = false;
    const body = () =>
      new ReadableStream({
        pull(controller) {
          pulled++;
          controller.enqueue(new Uint8Array(100_000).fill(32));
        },
        cancel: () => void (cancelled = true),
      });
    const {source} = answering(() => new Response(body()));
    expect((await failure(source.list(query, signal))).kind).to.equal('bad-response');
    expect(cancelled).to.equal(true);
    expect(pulled).to.be.below(30);
  });

  it('does not show half a list when the body breaks off', async () => {
    const broken = () =>
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"comments":['));
          controller.error(new TypeError('network error'));
        },
      });
    const {source} = answering(() => new Response(broken()));
    expect((await failure(source.list(query, signal))).kind).to.equal('bad-response');
    expect((await failure(source.submit(draft, signal))).kind).to.equal('unknown-outcome');
  });

  it('tells a network that fails from one that is not there', async () => {
    const {source} = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await failure(source.list(query, signal))).kind).to.equal('network');
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    try {
      expect((await failure(source.submit(draft, signal))).kind).to.equal('offline');
    } finally {
      delete (navigator as {onLine?: boolean}).onLine;
    }
  });

  it('does not call a comment unsent that was on its way when the connection was lost', async () => {
    const lose = () => {
      Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
      return Promise.reject<Response>(new TypeError('Failed to fetch'));
    };
    try {
      expect((await failure(answering(lose).source.submit(draft, signal))).kind).to.equal('network');
      expect((await failure(answering(lose).source.submit(draft, signal))).kind).to.equal('offline');
    } finally {
      delete (navigator as {onLine?: boolean}).onLine;
    }
  });

  it('lets a comment go on when the page is left, as far as browsers do', async () => {
    const {source, calls} = answering(() => json(comment('9')));
    await source.submit(draft, signal);
    await source.submit({...draft, text: 'ế'.repeat(19_999)}, signal);
    await source.list(query, signal).catch(() => {});
    expect(calls.map(([, {keepalive}]) => Boolean(keepalive))).to.deep.equal([true, false, false]);
  });

  it('reads what a problem document says', async () => {
    const problem = {
      type: 'urn:article-widgets:problem:text-too-long',
      errors: [{field: 'text', message: 'Dài quá'}, null, {field: 'x'}],
      max: 500,
      count: '512',
      unit: 'code-point',
    };
    const {source} = answering(() => json(problem, 422, {'content-type': 'application/problem+json'}));
    const {kind, max, count, unit} = await failure(source.submit(draft, signal));
    expect({kind, max, count, unit}).to.deep.equal({
      kind: 'too-long',
      max: 500,
      count: 512,
      unit: 'code-point',
    });
    const fields = answering(() =>
      json({errors: [{field: 'author.email', message: 'Sai'}, {message: {}}]}, 422),
    );
    const refused = await failure(fields.source.submit(draft, signal));
    expect(refused.kind).to.equal('invalid');
    expect(refused.fields).to.deep.equal([{field: 'author.email', message: 'Sai'}]);
    const closed = answering(() => json({type: 'urn:article-widgets:problem:comments-closed'}, 403));
    expect((await failure(closed.source.submit(draft, signal))).kind).to.equal('closed');
    const reused = answering(() => json({type: 'urn:article-widgets:problem:key-reused'}, 422));
    expect((await failure(reused.source.submit(draft, signal))).kind).to.equal('duplicate');
  });

  const waits: [header: string | undefined, seconds: number][] = [
    ['7', 7],
    ['0', 1],
    ['-5', 1],
    ['99999', 300],
    ['soon', 1],
    [undefined, 1],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 1],
  ];
  for (const [header, seconds] of waits) {
    it(`waits ${seconds} s for Retry-After: ${header}`, async () => {
      const {source} = answering(() => json({}, 429, header === undefined ? {} : {'retry-after': header}));
      expect((await failure(source.submit(draft, signal))).retryAfter).to.equal(seconds);
    });
  }

  it('waits until the date in Retry-After', async () => {
    const header = new Date(Date.now() + 200_000).toUTCString();
    const {source} = answering(() => json({}, 429, {'retry-after': header}));
    expect((await failure(source.submit(draft, signal))).retryAfter).to.be.within(150, 200);
  });
});

describe('restSource and time', () => {
  const realTimeout = globalThis.setTimeout;
  let waited: number[];

  beforeEach(() => {
    waited = [];
    globalThis.setTimeout = ((run: () => void, ms = 0) => {
      waited.push(ms);
      return realTimeout(run, ms / 100);
    }) as typeof setTimeout;
  });
  afterEach(() => {
    globalThis.setTimeout = realTimeout;
  });

  /** Makes only the pauses short: on a busy machine the time for an answer would be over first. */
  const shortenPauses = (): void => {
    globalThis.setTimeout = ((run: () => void, ms = 0) =>
      realTimeout(run, ms < 15_000 ? ms / 100 : ms)) as typeof setTimeout;
  };

  it('gives up after 15 s for a list and 20 s for a comment, even if fetch does not listen', async () => {
    const {source, calls} = answering(() => new Promise(() => {}));
    expect((await failure(source.list(query, signal))).kind).to.equal('timeout');
    expect((await failure(source.submit(draft, signal))).kind).to.equal('timeout');
    expect(waited).to.deep.equal([15_000, 20_000]);
    expect(calls.map(([, init]) => init.signal!.aborted)).to.deep.equal([true, true]);
  });

  it('asks for a list again when the connection was lost, twice at most, and for nothing else', async () => {
    shortenPauses();
    for (const [lost, asked] of [
      [1, 2],
      [2, 3],
      [9, 3],
    ]) {
      let left = lost!;
      const {source, calls} = answering(() =>
        left-- > 0 ? Promise.reject(new TypeError('Failed to fetch')) : json({comments: [comment('1')]}),
      );
      const kind = await source.list(query, signal).then(
        () => 'ok',
        (error: CommentError) => error.kind,
      );
      expect([kind, calls.length]).to.deep.equal([lost! > 2 ? 'network' : 'ok', asked]);
    }
    const {source, calls} = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await failure(source.submit(draft, signal))).kind).to.equal('network');
    expect(calls).to.have.length(1);
    const controller = new AbortController();
    const stopped = answering(() => (controller.abort('gone'), Promise.reject(new TypeError('aborted'))));
    await stopped.source.list(query, controller.signal).catch(() => {});
    await new Promise((resolve) => realTimeout(resolve, 60));
    expect(stopped.calls, 'nobody waits for it any more').to.have.length(1);
  });

  it('tells the developer, once, that another origin may not let the page in', async () => {
    shortenPauses();
    const warn = console.warn;
    const said: string[] = [];
    console.warn = (text: string) => said.push(text);
    try {
      const lost = () => Promise.reject<Response>(new TypeError('Failed to fetch'));
      for (const src of ['/here', 'https://there.example/a', 'https://there.example/b'])
        await failure(answering(lost, src).source.list(query, signal));
    } finally {
      console.warn = warn;
    }
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^\[article-widgets\] https:\/\/there\.example .*CORS/);
  });

  it('counts the body in', async () => {
    const {source} = answering(() => new Response(new ReadableStream({}), {headers: {}}));
    expect((await failure(source.list(query, signal))).kind).to.equal('timeout');
  });

  it('ends at once when it is told to stop', async () => {
    const controller = new AbortController();
    const {source, calls} = answering(() => new Promise(() => {}));
    const work = source.list(query, controller.signal);
    controller.abort('gone');
    expect(await work.catch((reason: unknown) => reason)).to.equal('gone');
    expect(calls[0]![1].signal!.aborted).to.equal(true);
    expect(await source.list(query, controller.signal).catch((reason: unknown) => reason)).to.equal('gone');
    expect(calls).to.have.length(1);
  });

  it('ends at once when it is told to stop a comment on its way', async () => {
    const controller = new AbortController();
    const {source, calls} = answering(() => new Promise(() => {}));
    const work = source.submit(draft, controller.signal);
    await waitUntil(() => calls.length, 'it is on its way');
    expect(calls[0]![1].signal!.aborted).to.equal(false);
    controller.abort('gone');
    expect(await work.catch((reason: unknown) => reason)).to.equal('gone');
    expect(calls[0]![1].signal!.aborted).to.equal(true);
    expect(calls, 'and is not sent again').to.have.length(1);
  });
});
