import {expect} from '@open-wc/testing';
import {readComment, readPage} from '../../src/comments/index.js';
import {comment} from './support/comments.js';

const good = comment('1');

describe('the border: a page of comments', () => {
  it('lets a good page through', () => {
    const page = readPage({total: 12, comments: [good], next: 'abc'});
    expect(page).to.deep.include({total: 12, next: 'abc'});
    expect(page!.comments[0]).to.deep.include({id: '1', text: good.text, createdAt: good.createdAt});
  });

  const none = [
    undefined,
    null,
    'x',
    7,
    true,
    [],
    {},
    {comments: null},
    {comments: {length: 1e9}},
    {comments: 'x'},
  ];
  for (const value of none) {
    it(`finds no page in ${JSON.stringify(value)}`, () => expect(readPage(value)).to.equal(undefined));
  }

  it('skips bad comments and keeps the good ones', () => {
    const items = [
      null,
      0,
      'x',
      [],
      {},
      {id: '2'},
      {text: 'no id'},
      {id: {}, text: 'x'},
      {id: '3', text: ' \n '},
      good,
    ];
    expect(readPage({comments: items})!.comments.map(({id}) => id)).to.deep.equal(['1']);
  });

  it('shows a double id once, the first of them', () => {
    const items = [good, comment('2'), comment('1', {text: 'again'})];
    expect(readPage({comments: items})!.comments.map(({text}) => text)).to.deep.equal([
      good.text,
      'Ý kiến số 2',
    ]);
  });

  const totals: [unknown, number | undefined][] = [
    [0, 0],
    ['12', 12],
    [-1, undefined],
    [1.5, undefined],
    ['many', undefined],
    [1e300, undefined],
    [{}, undefined],
    [null, undefined],
  ];
  for (const [total, expected] of totals) {
    it(`reads the total ${JSON.stringify(total)} as ${expected}`, () => {
      expect(readPage({comments: [], total})!.total).to.equal(expected);
    });
  }

  it('takes only text as a cursor', () => {
    for (const next of [null, undefined, {}, [], '', true]) {
      expect(readPage({comments: [], next})!.next).to.equal(undefined);
    }
    expect(readPage({comments: [], next: 7})!.next).to.equal('7');
  });

  it('takes no more than ten thousand comments', () => {
    const items = Array.from({length: 10_001}, (_, id) => comment(String(id)));
    expect(readPage({comments: items})!.comments).to.have.length(10_000);
  });
});

describe('the border: a comment', () => {
  it('makes text of numbers and nothing of objects', () => {
    const read = readComment({
      id: 7,
      text: 42,
      parentId: {toString: 'x'},
      author: {name: {$litType$: 1}, url: [], avatar: {}},
      createdAt: {},
      status: {},
    });
    expect(read).to.deep.equal({
      id: '7',
      text: '42',
      parentId: undefined,
      author: {name: '', url: undefined, avatar: undefined},
      createdAt: '',
      status: 'published',
    });
  });

  it('makes every object anew, without keys of its own', () => {
    const hostile = JSON.parse(
      '{"id":"1","text":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"author":{"__proto__":{"polluted":1},"name":"Lan","extra":1},"_$litType$":1}',
    );
    const read = readComment(hostile)!;
    expect(Object.keys(read)).to.have.members(['id', 'parentId', 'author', 'text', 'createdAt', 'status']);
    expect(Object.keys(read.author)).to.have.members(['name', 'url', 'avatar']);
    expect(({} as {polluted?: unknown}).polluted).to.equal(undefined);
    expect((read as {polluted?: unknown}).polluted).to.equal(undefined);
  });

  it('bounds every size', () => {
    const long = 'x'.repeat(1e6);
    const read = readComment({id: long, text: long, author: {name: long, url: `https://a.example/${long}`}})!;
    expect(read.id).to.have.length(200);
    expect(read.text).to.have.length(20_000);
    expect(read.author.name).to.have.length(200);
    expect(read.author.url).to.have.length(2000);
  });

  const addresses: [given: unknown, read: string | undefined][] = [
    ['https://a.example/x', 'https://a.example/x'],
    ['http://a.example', 'http://a.example/'],
    ['javascript:alert(1)', undefined],
    [' \u0001javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['JaVaScRiPt:alert(1)', undefined],
    ['data:text/html,<script>alert(1)</script>', undefined],
    ['vbscript:x', undefined],
    ['blob:https://a.example/x', undefined],
    ['file:///etc/passwd', undefined],
    ['//a.example/x', undefined],
    ['/api/delete', undefined],
    ['../../api/delete', undefined],
    ['avatar.png', undefined],
    ['https://', undefined],
    [{href: 'https://a.example'}, undefined],
  ];
  for (const [given, read] of addresses) {
    it(`reads the address ${JSON.stringify(given)} as ${read}`, () => {
      const {author} = readComment({id: '1', text: 'x', author: {url: given, avatar: given}})!;
      expect([author.url, author.avatar]).to.deep.equal([read, read]);
    });
  }

  it('keeps a time as it was written, and drops what is none', () => {
    const timeOf = (createdAt: unknown) => readComment({id: '1', text: 'x', createdAt})!.createdAt;
    expect(timeOf('2024-03-29T11:12:24+07:00')).to.equal('2024-03-29T11:12:24+07:00');
    expect(timeOf(1_711_685_544)).to.equal('1711685544');
    for (const bad of ['yesterday', '2024-13-01', {}, null, '<b>']) expect(timeOf(bad)).to.equal('');
  });

  it('knows one word for waiting', () => {
    expect(readComment({id: '1', text: 'x', status: 'pending'})!.status).to.equal('pending');
    expect(readComment({id: '1', text: 'x', status: 'hold'})!.status).to.equal('published');
  });

  it('ends lines in one way', () => {
    expect(readComment({id: '1', text: '\r\na\r\nb\rc\n'})!.text).to.equal('a\nb\nc');
  });
});
