import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {JSDOM} from 'jsdom';
import ts from 'typescript';
import {jsonLd, newsArticle} from 'article-widgets/structured-data.js';

const url = 'https://example.com/a/b.html';
const documentOf = (html) => new JSDOM(html, {url}).window.document;
const read = (html) => newsArticle(documentOf(html));
const withHeadline = (html) => read(`<article-headline headline="A"></article-headline>${html}`);

/** What the compiler says of a value, held against the types that Google generates from schema.org's vocabulary. */
function complaintsOf(value) {
  const name = 'check.ts';
  const text = `import type {NewsArticle, WithContext} from 'schema-dts';
    export const article: WithContext<NewsArticle> = ${JSON.stringify(value)};`;
  const options = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const {getSourceFile, fileExists} = host;
  host.fileExists = (path) => path === name || fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    path === name ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest);
  const program = ts.createProgram([name], options, host);
  const found = program.getSemanticDiagnostics(program.getSourceFile(name));
  return found.map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const demo = read(readFileSync('demo/index.html', 'utf8'));
const full = read(`<html lang="vi-VN"><article data-time-zone="Asia/Ho_Chi_Minh">
  <article-headline headline="Vụ &lt;mùa" published="2024-03-29T04:12:24Z" updated="2024-03-30T06:05"></article-headline>
  <article-photo src="/a.jpg" width="1280" height="800" caption="Gặt" credit="Văn A"></article-photo>
  <article-photo caption="Hai giống"><img src="b.jpg" alt=""><img src="https://cdn.example.com/c.jpg" alt=""></article-photo>
  <article-byline authors='[{"name": "Nhã Phương", "href": "/a", "role": "phóng viên", "image": "/a.png"}, {"name": "Báo Sông Nước", "type": "Organization", "href": "mailto:a@example.com"}]'></article-byline>
  </article><article-comments count="12"></article-comments>`);

test('the demo page gives what its readers read', () => {
  assert.equal(demo.headline, 'Mùa gặt về trên đôi bờ Cái Sậy');
  assert.equal(demo.datePublished, '2024-03-29T11:12:24+07:00');
  assert.equal(demo.inLanguage, 'vi');
  assert.deepEqual(demo.author, [
    {'@type': 'Person', name: 'Nhã Phương', url: `${url}#nha-phuong`},
    {'@type': 'Person', name: 'Thanh Nhả', url: `${url}#thanh-nha`},
  ]);
  const {caption, ...image} = demo.image;
  assert.match(caption, /^Ruộng lúa bên sông Cái Sậy lúc mặt trời vừa lên: .* nhà máy sấy\.$/);
  assert.deepEqual(image, {
    '@type': 'ImageObject',
    url: 'https://example.com/a/harvest-1280.jpg',
    width: '1280 px',
    height: '800 px',
    creditText: 'Minh họa: Báo Sông Nước',
  });
  assert.ok(!('dateModified' in demo) && !('commentCount' in demo), 'what is not known is not told');
});

test('the short forms give all there is', () => {
  assert.deepEqual(full, {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Vụ <mùa',
    datePublished: '2024-03-29T11:12:24+07:00',
    dateModified: '2024-03-30T06:05:00+07:00',
    author: [
      {
        '@type': 'Person',
        name: 'Nhã Phương',
        url: 'https://example.com/a',
        jobTitle: 'phóng viên',
        image: 'https://example.com/a.png',
      },
      {'@type': 'Organization', name: 'Báo Sông Nước'},
    ],
    image: [
      {
        '@type': 'ImageObject',
        url: 'https://example.com/a.jpg',
        width: '1280 px',
        height: '800 px',
        caption: 'Gặt',
        creditText: 'Văn A',
      },
      {'@type': 'ImageObject', url: 'https://example.com/a/b.jpg', caption: 'Hai giống'},
      {'@type': 'ImageObject', url: 'https://cdn.example.com/c.jpg', caption: 'Hai giống'},
    ],
    commentCount: 12,
    inLanguage: 'vi-VN',
  });
});

test('both hold against the types of schema.org, and a planted fault is caught', {timeout: 120_000}, () => {
  assert.deepEqual(complaintsOf(full), []);
  assert.deepEqual(complaintsOf(demo), []);
  assert.match(complaintsOf({...demo, datePublished: {year: 2024}}).join(), /datePublished/);
  assert.match(complaintsOf({...demo, picture: 'a.jpg'}).join(), /picture/);
});

test('nothing is said without a headline', () => {
  assert.equal(read('<article-byline>A</article-byline>'), undefined);
  assert.equal(read('<article-headline headline=" "><h1> </h1></article-headline>'), undefined);
});

test('the page is not changed', () => {
  const html = readFileSync('demo/index.html', 'utf8');
  const document = documentOf(html);
  const before = document.documentElement.outerHTML;
  newsArticle(document);
  assert.equal(document.documentElement.outerHTML, before);
});

const names = ({author}) => [author ?? []].flat().map(({name}) => name);
const bylines = [
  ['<a rel="author" href="/a">A</a> và <a rel="author" href="/b">B</a>', ['A', 'B']],
  ['<a href="/a">A</a> <a href="/b">B</a>', ['A', 'B']],
  [
    '<span><img src="a.png" alt=""> <a rel="author" href="/a">A</a>, phóng viên</span> <span><a rel="author" href="/b">B</a></span>',
    ['A', 'B'],
  ],
  ['<a rel="author" href="/a">A</a> <i>phóng viên</i>', ['A']],
  ['Nhã Phương - Thanh Nhả', ['Nhã Phương', 'Thanh Nhả']],
  ['Bài và ảnh: Nhã Phương, Thanh Nhả và Văn Út', ['Nhã Phương', 'Thanh Nhả', 'Văn Út']],
  ['Zoe Williams and others', ['Zoe Williams']],
  ['Nhã Phương, Thanh Nhả và cộng sự', ['Nhã Phương', 'Thanh Nhả']],
  ['bell hooks', ['bell hooks']],
  ['bell hooks and Zoe Williams', ['bell hooks', 'Zoe Williams']],
  ['王小明, 李雷', ['王小明', '李雷']],
  ['Jane Doe and Anders Andsen', ['Jane Doe', 'Anders Andsen']],
  ['Anne-Marie Roe', ['Anne-Marie Roe']],
  [' ', []],
];
for (const [content, expected] of bylines) {
  test(`the authors of “${content}” are ${expected.join(', ') || 'nobody'}`, () => {
    assert.deepEqual(names(withHeadline(`<article-byline>${content}</article-byline>`)), expected);
  });
}

test('authors given beside free words are those, not what the words can be cut into', () => {
  const byline = '<article-byline authors="Zoe Williams">Zoe Williams and others</article-byline>';
  assert.deepEqual(names(withHeadline(byline)), ['Zoe Williams']);
});

test('two of one name are two in one byline, and one in two bylines', () => {
  const two =
    '<article-byline authors=\'[{"name": "A", "href": "/1"}, {"name": "A", "href": "/2"}]\'></article-byline>';
  assert.deepEqual(names(withHeadline(two)), ['A', 'A']);
  assert.deepEqual(names(withHeadline(two + two)), ['A', 'A']);
});

test('microdata tells an organisation', () => {
  const html = `<article-byline><span itemprop="author" itemscope itemtype="https://schema.org/NewsMediaOrganization">
    <span itemprop="name">Báo Sông Nước</span></span></article-byline>`;
  assert.deepEqual(withHeadline(html).author, {'@type': 'Organization', name: 'Báo Sông Nước'});
});

test('unusable dates, pictures, addresses and counts are left out', () => {
  const article =
    read(`<article-headline headline="A" published="thứ sáu" updated="hôm qua"></article-headline>
    <article-photo src="data:image/png,x"></article-photo><article-photo src="http://["></article-photo>
    <article-byline authors='[{"name": "A", "href": "javascript:alert(1)"}, null, 7]'></article-byline>
    <article-comments count="many"></article-comments>`);
  assert.deepEqual(article, {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'A',
    author: {'@type': 'Person', name: 'A'},
  });
});

test('an update before the publication is none', () => {
  const html =
    '<article-headline headline="A" published="2024-03-29T11:00Z" updated="2024-03-28T11:00Z"></article-headline>';
  assert.equal(read(html).dateModified, undefined);
});

test('a picture of the credit is none of the photo, and a figure keeps its own caption', () => {
  const {image} = withHeadline(`<article-photo caption="Chung">
    <figure><img src="/a.jpg" alt=""><figcaption>Riêng</figcaption></figure><img src="/b.jpg" alt="">
    <a slot="credit" href="/"><img src="/logo.png" alt="TTXVN"></a></article-photo>`);
  assert.deepEqual(
    image.map(({url, caption}) => [url, caption]),
    [
      ['https://example.com/a.jpg', 'Riêng'],
      ['https://example.com/b.jpg', 'Chung'],
    ],
  );
});

test('the text of a script element cannot end it', () => {
  const article = read('<article-headline headline="&lt;/script>&lt;!--"></article-headline>');
  assert.ok(!jsonLd(article).includes('<'));
  assert.deepEqual(JSON.parse(jsonLd(article)), article);
});
