import {expect, fixture, html} from '@open-wc/testing';
import {writeCommentCounts} from '../../src/comment-counts.js';
import {fetchCommentCounts} from '../../src/comments/counts.js';
import {waitUntil} from './support/wait-until.js';

describe('numbers of comments on teasers', () => {
  const known: Record<string, unknown> = {one: 12, many: 1234, none: 0, odd: 'x'};
  const real = globalThis.fetch;
  let asked: URL[] = [];
  let answer = (url: URL): Response => {
    const ids = url.searchParams.getAll('article').filter((id) => id in known);
    return Response.json({counts: Object.fromEntries(ids.map((id) => [id, known[id]]))});
  };
  const ordinary = answer;

  beforeEach(() => {
    asked = [];
    answer = ordinary;
    globalThis.fetch = async (input, init) => {
      const url = new URL(String(input), location.href);
      if (!url.pathname.startsWith('/comments-api')) return real(input, init);
      asked.push(url);
      return answer(url);
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
  });

  const texts = (root: Element): string[] =>
    [...root.querySelectorAll('a')].map((a) => a.textContent!.trim());

  it('writes all of a page with one request', async () => {
    const page = await fixture(html`
      <div lang="vi" data-article-comments-src="/comments-api">
        <a href="#" data-article-comments-count="one">Ý kiến</a>
        <a href="#" data-article-comments-count="many"><svg aria-hidden="true"></svg> Bình luận (7)</a>
        <a href="#" data-article-comments-count="none" aria-label="Ý kiến"></a>
        <a href="#" data-article-comments-count="odd">Ý kiến</a>
        <a href="#" data-article-comments-count="unknown">Ý kiến</a>
        <a href="#" data-article-comments-count="constructor">Ý kiến</a>
      </div>
    `);
    await waitUntil(() => texts(page)[0] !== 'Ý kiến');
    expect(texts(page)).to.deep.equal([
      'Ý kiến (12)',
      'Bình luận (1.234)',
      '0',
      'Ý kiến',
      'Ý kiến',
      'Ý kiến',
    ]);
    expect(asked.length).to.equal(1);
    expect(asked[0]!.pathname).to.equal('/comments-api/counts');
    expect(page.querySelector('svg')).to.exist;
  });

  it('asks for those that come later, and never again for the others', async () => {
    const page = await fixture(html`
      <div data-article-comments-src="/comments-api?site=1">
        <a href="#" data-article-comments-count="one">Comments</a>
      </div>
    `);
    await waitUntil(() => texts(page)[0] === 'Comments (12)');
    const later = document.createElement('a');
    later.dataset.articleCommentsCount = 'none';
    later.textContent = 'Comments';
    page.append(later);
    await waitUntil(() => texts(page)[1] === 'Comments (0)');
    await writeCommentCounts();
    expect(asked.map(({search}) => search)).to.deep.equal(['?site=1&article=one', '?site=1&article=none']);
  });

  it('leaves the text where no numbers come', async () => {
    answer = () => new Response('<!doctype html>', {headers: {'Content-Type': 'text/html'}});
    const page = await fixture(html`
      <div data-article-comments-src="/comments-api">
        <a href="#" data-article-comments-count="one">Comments</a>
      </div>
    `);
    await waitUntil(() => asked.length === 1);
    await writeCommentCounts();
    expect(texts(page)).to.deep.equal(['Comments']);
  });

  it('asks WordPress for each by its headers', async () => {
    answer = () => new Response(null, {headers: {'X-WP-Total': '27'}});
    const page = await fixture(html`
      <div data-article-comments-src="/comments-api/wp-json" data-article-comments-source="wordpress">
        <a href="#" data-article-comments-count="4">Comments</a>
      </div>
    `);
    await waitUntil(() => texts(page)[0] === 'Comments (27)');
    expect(asked[0]!.pathname).to.equal('/comments-api/wp-json/wp/v2/comments');
  });

  it('puts a number in the place of the one that the server printed, and of no other', async () => {
    const cases = [
      ['Giá lúa 2024: ý kiến (7)', 'Giá lúa 2024: ý kiến (12)'],
      ['Giá lúa 2024', 'Giá lúa 2024 (12)'],
      ['7 ý kiến', '12 ý kiến'],
      ['1.234 bình luận', '12 bình luận'],
      ['7', '12'],
      ['Ý kiến (7) »', 'Ý kiến (12) »'],
      ['Ý kiến ( 1,234 )', 'Ý kiến ( 12 )'],
      ['(2023) Ý kiến (0)', '(2023) Ý kiến (12)'],
      ['7 câu hỏi về giá lúa 2024', '7 câu hỏi về giá lúa 2024 (12)'],
      ['20 năm sau: ý kiến', '20 năm sau: ý kiến (12)'],
      ['コメント（7）', 'コメント（12）'],
      ['7条评论', '12条评论'],
      ['<b>Ý kiến 2024</b> <i>7</i>', 'Ý kiến 2024 12'],
      ['Ý kiến (<b>7</b>)', 'Ý kiến (12)'],
      ['<b>Tin 24</b> Ý kiến', 'Tin 24 Ý kiến (12)'],
    ];
    const page = await fixture(html`<div data-article-comments-src="/comments-api"></div>`);
    for (const [text] of cases) {
      const link = document.createElement('a');
      link.dataset.articleCommentsCount = 'one';
      link.innerHTML = text!;
      page.append(link);
    }
    await waitUntil(() => texts(page)[0]!.includes('12'));
    expect(texts(page)).to.deep.equal(cases.map(([, expected]) => expected));
    // Asked for once more, a link is written as it stands.
    for (const link of page.querySelectorAll('a')) link.dataset.articleCommentsCount = 'none';
    await waitUntil(() => texts(page)[0]!.includes('(0)'));
    expect(texts(page)).to.deep.equal(cases.map(([, expected]) => expected!.replace('12', '0')));
  });

  it('leaves out of the request what is no id, so that the others get their numbers', async () => {
    const long = 'x'.repeat(201);
    const page = await fixture(html`
      <div data-article-comments-src="/comments-api">
        <a href="#" data-article-comments-count=" ">Comments</a>
        <a href="#" data-article-comments-count=${long}>Comments</a>
        <a href="#" data-article-comments-count=${'a\u0007b'}>Comments</a>
        <a href="#" data-article-comments-count="one">Comments</a>
      </div>
    `);
    await waitUntil(() => texts(page)[3] === 'Comments (12)');
    expect(asked.map(({search}) => search)).to.deep.equal(['?article=one']);
    expect(texts(page)[0]).to.equal('Comments');
  });

  it('writes the numbers that came, also where one article or one hundred failed', async () => {
    const network = (url: URL): Response => {
      if (url.searchParams.get('post') === '5') throw new TypeError('Failed to fetch');
      return new Response(null, {headers: {'X-WP-Total': '27'}});
    };
    answer = network;
    const counts = await fetchCommentCounts('/comments-api/wp-json', ['4', '5', '6'], {source: 'wordpress'});
    expect([...counts]).to.deep.equal([
      ['4', 27],
      ['6', 27],
    ]);
    const failed = await fetchCommentCounts('/comments-api/wp-json', ['5'], {source: 'wordpress'}).catch(
      ({kind}) => kind,
    );
    expect(failed).to.equal('network');

    answer = (url) =>
      url.searchParams.has('article', 'one') ? ordinary(url) : Response.json({}, {status: 400});
    const many = Array.from({length: 100}, (_, index) => `a${index}`);
    expect([...(await fetchCommentCounts('/comments-api', [...many, 'one']))]).to.deep.equal([['one', 12]]);
  });

  it('waits for no answer without end', async () => {
    const wait = globalThis.setTimeout;
    const waits: unknown[] = [];
    globalThis.setTimeout = ((run: () => void, time: number) => {
      waits.push(time);
      return wait(run, 0);
    }) as typeof setTimeout;
    try {
      for (const source of ['rest', 'wordpress']) {
        const never: typeof fetch = () => new Promise(() => {});
        const counts = fetchCommentCounts('/comments-api', ['one'], {source, fetch: never});
        expect(await counts.catch(({kind}) => kind)).to.equal('timeout');
      }
      expect(waits).to.deep.equal([15_000, 15_000]);
    } finally {
      globalThis.setTimeout = wait;
    }
  });
});
