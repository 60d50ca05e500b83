import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {writeCommentCounts} from '../../src/comment-counts.js';

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
});
