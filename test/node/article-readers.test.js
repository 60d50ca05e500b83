import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {Readability} from '@mozilla/readability';
import {JSDOM} from 'jsdom';
import createScraper from 'metascraper';
import author from 'metascraper-author';
import date from 'metascraper-date';
import image from 'metascraper-image';
import title from 'metascraper-title';
import {article, createDemo} from '../../server/demo/demo.js';
import {seed} from '../../server/demo/seed.js';

/*
 * The programs that read articles, on the HTML as a server sends it: Firefox's reader view, and metascraper, which
 * many sites make their link previews with. No script runs.
 */

const url = 'https://example.com/a/b.html';
const scrape = createScraper([author(), date({datePublished: true}), image(), title()]);
const expected = {
  title: 'Mùa gặt về trên đôi bờ Cái Sậy',
  published: Date.parse('2024-03-29T11:12:24+07:00'),
  authors: ['Nhã Phương', 'Thanh Nhả'],
};
const comment = 'Bài viết hay quá, đọc mà nhớ mùa gặt ở quê, cả xóm ra đồng từ lúc trời còn tối. '.repeat(5);

const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```html\n([^]*?)```/g)].map(
  ([, html]) => html,
);
const page = fill(blocks.find((html) => html.includes('<html')));
const recipes = blocks.filter((html) => /^<article-(?!structured)/.test(html));

/** The page of the README with what it leaves to the reader: an article's worth of words, and comments. */
function fill(html) {
  const paragraph = `<p>${'Cuối tháng ba, nước mặn đã ngấp nghé ngoài cửa sông, lúa vẫn kịp chín vàng. '.repeat(8)}</p>`;
  const list = `<ol><li><h3>Trần Văn Lộc</h3><p>${comment}</p></li></ol>`;
  return html.replace('<p>…</p>', paragraph.repeat(4)).replace(/<!-- comments that[^]*?-->/, list);
}

/** The same page with a recipe in the place of the tag that it is about. */
function withRecipe(recipe) {
  const [, tag] = /<(article-[\w-]+)/.exec(recipe);
  return page.replace(new RegExp(`<${tag}[ >][^]*?</${tag}>`), recipe);
}

async function check(html, {caption, picture}) {
  const {document} = new JSDOM(html, {url}).window;
  const read = new Readability(document).parse();
  const words = read.textContent.replace(/\s+/g, ' ');
  const scraped = await scrape({html, url});

  assert.equal(read.title, expected.title);
  assert.equal(scraped.title, expected.title);
  for (const name of expected.authors) {
    assert.ok(read.byline.includes(name), `${name} is not in “${read.byline}”`);
    assert.ok(scraped.author.includes(name), `${name} is not in “${scraped.author}”`);
  }
  assert.equal(Date.parse(read.publishedTime), expected.published);
  assert.equal(Date.parse(scraped.datePublished), expected.published);
  assert.match(scraped.image, picture);
  if (caption) {
    assert.ok(words.includes(caption), 'the caption is kept');
    assert.match(read.content, /<img [^>]*src=/);
  }
  assert.ok(!/Bài viết hay quá|Trần Văn Lộc|Ý kiến|Gửi/.test(words), 'no comments');
}

let app;

before(async () => {
  app = await createDemo({rateLimit: false});
  await seed(app.store, article);
});

after(() => app.close());

test('the demo page is understood', async () => {
  const {body} = await app.inject('/');
  assert.match(body, /Bài viết hay quá/, 'with comments in it');
  await check(body, {
    caption: 'Ruộng lúa bên sông Cái Sậy lúc mặt trời vừa lên',
    picture: /harvest-1280\.jpg$/,
  });
});

test('the page that the README recommends is understood', async () => {
  assert.ok(page.includes(comment), 'with comments in it');
  await check(page, {caption: 'Ruộng lúa bên sông lúc mặt trời vừa lên.', picture: /harvest\.jpg$/});
});

test('there are recipes for photos and bylines', () => {
  assert.deepEqual(
    recipes.map((html) => /<(article-[\w-]+)/.exec(html)[1]),
    ['article-photo', 'article-byline', 'article-byline'],
  );
});

for (const recipe of recipes) {
  test(`this recipe is understood: ${recipe.slice(0, 60).trim()}`, async () => {
    const [, caption] = /slot="caption">([^<]*)/.exec(withRecipe(recipe));
    await check(withRecipe(recipe), {caption, picture: /harvest\.jpg$/});
  });
}

test('with the short forms the head tells it', async () => {
  const short = page
    .replace(
      /<article-headline>[^]*?<\/article-headline>/,
      '<article-headline headline="Mùa gặt về trên đôi bờ Cái Sậy" published="2024-03-29T11:12:24+07:00"></article-headline>',
    )
    .replace(
      /<article-photo[^]*?<\/article-photo>/,
      '<article-photo src="harvest.jpg" alt="…" caption="Ruộng lúa" credit="Nhã Phương"></article-photo>',
    )
    .replace(
      /<article-byline[^]*?<\/article-byline>/,
      '<article-byline authors="Nhã Phương; Thanh Nhả"></article-byline>',
    );
  await check(short, {picture: /harvest\.jpg$/});
});
