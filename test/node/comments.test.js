import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  buildThreads,
  CommentDraftKeeper,
  CommentError,
  readComment,
  readPage,
  registerCommentSource,
  createCommentSource,
  restSource,
} from 'article-widgets/comments.js';

const comment = {
  id: 7,
  text: 'Chào',
  author: {name: 'Lan', url: 'javascript:alert(1)'},
  createdAt: 'hôm qua',
};

test('the border makes the same of the same on a server', () => {
  const page = readPage({
    total: '2',
    comments: [comment, null, {id: {}}, comment, {id: '8', text: 'Vâng', parentId: '7'}],
  });
  assert.deepEqual(
    page?.comments.map(({id}) => id),
    ['7', '8'],
  );
  assert.equal(page?.total, 2);
  assert.deepEqual(readComment(comment), {
    id: '7',
    parentId: undefined,
    author: {name: 'Lan', url: undefined, avatar: undefined},
    text: 'Chào',
    createdAt: '',
    status: 'published',
  });
  assert.equal(readPage('<html>'), undefined);
  assert.equal(buildThreads(page.comments, 'newest')[0].replies[0].comment.id, '8');
});

test('the rest source lists, sends and fails without a page around it', async () => {
  const asked = [];
  const answers = [
    Response.json({comments: [comment]}),
    Response.json(comment, {status: 201}),
    new Response('<p>', {status: 502}),
  ];
  const stub = async (...request) => (asked.push(request), answers.shift());
  const source = restSource('https://bao.example/api', {fetch: stub});
  const {signal} = new AbortController();
  const query = {article: 'lúa', order: 'newest', limit: 20};
  assert.equal((await source.list(query, signal)).comments[0].text, 'Chào');
  const draft = {article: 'lúa', text: 'Chào', author: {}, idempotencyKey: 'k'};
  assert.equal((await source.submit(draft, signal)).id, '7');
  assert.equal(asked[1][1].headers['Idempotency-Key'], 'k');
  await assert.rejects(
    source.list(query, signal),
    (error) => error instanceof CommentError && error.kind === 'server',
  );
});

test('drafts keep their key where there is only memory', () => {
  const kept = new Map();
  const storage = {
    recall: (key) => kept.get(key) ?? null,
    remember: (key, value) => Boolean(kept.set(key, value)),
  };
  const place = {site: 'bao.example', article: 'lúa'};
  const key = new CommentDraftKeeper(storage, place).keyFor({text: 'Chào'});
  const again = new CommentDraftKeeper(storage, place);
  assert.equal(again.restore()?.text, 'Chào');
  assert.equal(again.keyFor({text: 'Chào', name: undefined}), key);
});

test('sources are found by name', () => {
  const own = {list: async () => ({comments: []}), submit: async () => comment};
  registerCommentSource('own', () => own);
  assert.equal(createCommentSource('own', 'x'), own);
  assert.ok(createCommentSource('rest', '/api'));
  assert.equal(createCommentSource('none', 'x'), undefined);
});
