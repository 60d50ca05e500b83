import assert from 'node:assert/strict';
import {test} from 'node:test';
import {article, list, openApp, post, postForm} from './support/server.js';

const family = '👨‍👩‍👧‍👦';
const text = 'Chào';

const stored = [
  ['plain', {text}, {text}],
  ['500 letters of two code units', {text: '😀'.repeat(500)}, {text: '😀'.repeat(500)}],
  ['decomposed Vietnamese', {text: 'Tiếng Việt'.normalize('NFD')}, {text: 'Tiếng Việt'}],
  ['500 decomposed letters', {text: 'ệ'.normalize('NFD').repeat(500)}, {text: 'ệ'.repeat(500)}],
  ['500 with CRLF counted as one', {text: `${'a'.repeat(499)}\r\n`}, {text: `${'a'.repeat(499)}\n`}],
  ['old Mac line ends', {text: 'a\rb'}, {text: 'a\nb'}],
  ['control characters', {text: 'a\u0000b\u0007\u001b[1m\tc\n'}, {text: 'ab[1m\tc\n'}],
  ['control characters of one byte', {text: 'a\u009b1mb\u009dc\u007f\u0080'}, {text: 'a1mbc'}],
  ['line ends of a mainframe', {text: 'a\u0085b\r\u0085c'}, {text: 'a\nb\n\nc'}],
  ['a name with control characters', {text, author: {name: 'L\u009ban\u0085Mai'}}, {name: 'Lan Mai'}],
  ['half a surrogate pair', {text: 'a\ud83dbc'}, {text: 'a\ufffdbc'}],
  ['a mark after a control character', {text: 'e\u0000\u0301'}, {text: 'é'}],
  ['white space around', {text: '  a  '}, {text: '  a  '}],
  ['no author', {text, author: null}, {name: 'Khách'}],
  ['a blank name', {text, author: {name: '\u200b \u3164'}}, {name: 'Khách'}],
  ['a name of several lines', {text, author: {name: ' Nguyễn\r\n\tLan '}}, {name: 'Nguyễn Lan'}],
  ['a name of 80', {text, author: {name: 'ệ'.normalize('NFD').repeat(80)}}, {name: 'ệ'.repeat(80)}],
  ['no e-mail', {text, author: {name: 'Lan', email: ''}}, {name: 'Lan'}],
  ['members nobody asked for', {text, id: '7', status: 'pending', createdAt: '2001-01-01'}, {text}],
];

for (const [name, body, {text, name: author}] of stored) {
  test(`stores ${name}`, async (t) => {
    const app = await openApp(t);
    const response = await post(app, {article, ...body});
    assert.equal(response.statusCode, 201, response.body);
    const comment = response.json();
    if (text) assert.equal(comment.text, text);
    if (author) assert.equal(comment.author.name, author);
    assert.equal(comment.status, 'published');
    assert.ok(Date.parse(comment.createdAt) > Date.parse('2020-01-01'));
    assert.deepEqual((await list(app)).json().comments, [comment]);
  });
}

const refused = [
  ['no text', {}, 'text'],
  ['a text that is no string', {text: 5}, 'text'],
  ['an empty text', {text: ''}, 'text'],
  ['a text of white space', {text: ' \r\n\t\u00a0\u3000'}, 'text'],
  ['a text of invisible characters', {text: '\u200b\u2060\ufeff\u00ad\u3164\ufe0f'}, 'text'],
  ['a text of control characters', {text: '\u0000\u0001'}, 'text'],
  ['501 letters', {text: 'a'.repeat(501)}, 'text'],
  ['no article', {text, article: undefined}, 'article'],
  ['a blank article', {text, article: ' '}, 'article'],
  ['an article of 201', {text, article: 'a'.repeat(201)}, 'article'],
  ['an article with control characters', {text, article: 'a\u009bb'}, 'article'],
  ['an article that is no string', {text, article: {}}, 'article'],
  ['an author that is no object', {text, author: 'Lan'}, 'author'],
  ['a name that is no string', {text, author: {name: ['Lan']}}, 'author.name'],
  ['a name of 81', {text, author: {name: 'a'.repeat(81)}}, 'author.name'],
  ['an e-mail without @', {text, author: {email: 'lan'}}, 'author.email'],
  ['an e-mail with a space', {text, author: {email: 'lan @example.com'}}, 'author.email'],
  ['an e-mail of 255', {text, author: {email: `${'a'.repeat(250)}@b.vn`}}, 'author.email'],
  ['an unknown parent', {text, parentId: '99'}, 'parentId'],
  ['a parent that is no id', {text, parentId: '1 OR 1'}, 'parentId'],
  ['a parent that is no string', {text, parentId: 1}, 'parentId'],
];

for (const [name, body, field] of refused) {
  test(`refuses ${name}`, async (t) => {
    const app = await openApp(t);
    await post(app, {article: 'khác', text});
    const response = await post(app, {article, ...body});
    assert.equal(response.statusCode, 422, response.body);
    const {type, title, errors} = response.json();
    assert.match(type, /^urn:/);
    assert.ok(title);
    assert.deepEqual(Object.keys(errors[0]), ['field', 'message']);
    assert.equal(errors[0].field, field);
    assert.equal((await list(app)).json().total, 0);
  });
}

test('a parent of another article is refused', async (t) => {
  const app = await openApp(t);
  const {id: parentId} = (await post(app, {article: 'khác', text})).json();
  assert.equal((await post(app, {article, text, parentId})).statusCode, 422);
  assert.equal((await post(app, {article: 'khác', text, parentId})).statusCode, 201);
});

test('every fault is named at once', async (t) => {
  const app = await openApp(t);
  const response = await post(app, {article: '', text: '', author: {email: 'x'}});
  const fields = response.json().errors.map((error) => error.field);
  assert.deepEqual(fields, ['article', 'text', 'author.email']);
});

const longest = [
  ['letters of two code units', '😀'.repeat(20_000)],
  ['Vietnamese letters', 'ế'.repeat(20_000)],
  ['Hangul syllables in parts', '각'.normalize('NFD').repeat(20_000)],
];
for (const [name, text] of longest) {
  test(`takes 20,000 ${name} where so many are allowed, as JSON and as a form`, async (t) => {
    const app = await openApp(t, {maxlength: 20_000});
    const escaped = JSON.stringify({article, text}).replace(/[^\0-\x7f]/g, (unit) => {
      return `\\u${unit.charCodeAt().toString(16).padStart(4, '0')}`;
    });
    for (const body of [{article, text}, escaped]) assert.equal((await post(app, body)).statusCode, 201);
    assert.equal((await postForm(app, {article, text})).statusCode, 303);
    assert.equal((await post(app, {article, text: `${text}a`})).statusCode, 422, 'and not one more');
    const stored = (await list(app)).json().comments;
    assert.deepEqual([...new Set(stored.map((comment) => comment.text))], [text.normalize('NFC')]);
  });
}

test('a text that is too long is answered with the limit, the count and the unit', async (t) => {
  const app = await openApp(t, {maxlength: 20});
  const {max, count, unit} = (await post(app, {article, text: family.repeat(3)})).json();
  assert.deepEqual({max, count, unit}, {max: 20, count: 21, unit: 'code-point'});
  const short = (await post(app, {article, text: ''})).json();
  assert.equal(short.max, undefined);
});
