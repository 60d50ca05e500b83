import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/article-comments/article-comments.js';
import type {ArticleComments} from '../../src/article-comments/article-comments.js';
import {comments, deepFocus, fakeSource, taken} from './support/comments.js';
import {pressTogether} from './support/keys.js';
import {waitUntil} from './support/wait-until.js';

/* A reader without a mouse, from the first field to the last button. */

const where = () => {
  const focused = deepFocus();
  return focused?.getAttribute('part') ?? focused?.getAttribute('name') ?? focused?.localName;
};

/** Presses Tab until something has the focus; gives the places on the way. */
async function tabTo(place: string): Promise<unknown[]> {
  const way: unknown[] = [];
  do {
    await sendKeys({press: 'Tab'});
    way.push(where());
  } while (where() !== place && way.length < 12);
  return way;
}

describe('<article-comments> by keyboard', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  it('writes, sends, answers and asks for more, from start to end', async () => {
    const source = fakeSource(
      ({cursor}) =>
        cursor ? {comments: comments('3')} : {comments: comments('1', '2'), next: 'more', total: 3},
      (draft) => taken(draft),
    );
    const page = await fixture(html`
      <div lang="vi">
        <button>trước</button>
        <article-comments article="lua" loading="eager" .source=${source}></article-comments>
        <button>sau</button>
      </div>
    `);
    const el = page.querySelector<ArticleComments>('article-comments')!;
    const rows = () => [...el.shadowRoot!.querySelectorAll('article')];
    await waitUntil(() => rows().length === 2);
    page.querySelector('button')!.focus();

    expect(await tabTo('textarea')).to.deep.equal(['textarea']);
    await sendKeys({type: 'Chao'});
    await tabTo('submit-button');
    await sendKeys({press: ' '});
    await waitUntil(() => source.drafts.length === 1 && rows().length === 3, 'it is sent');
    expect(source.drafts[0]!.text).to.equal('Chao');

    await waitUntil(() => deepFocus() !== document.body, 'the focus is somewhere');
    expect(await tabTo('reply-button')).not.to.include('button');
    const answered = deepFocus()!.closest('article')!;
    await sendKeys({press: 'Enter'});
    await waitUntil(
      () => where() === 'textarea' && answered.contains(hostOfFocus()),
      'the form for an answer',
    );
    await sendKeys({type: 'Vang'});
    await pressTogether('Control', 'Enter');
    await waitUntil(() => source.drafts.length === 2 && rows().length === 4, 'the answer is sent');
    expect(source.drafts[1]!.parentId).to.equal(answered.id.slice('comment-'.length));

    await tabTo('more-button');
    expect(where()).to.equal('more-button');
    await sendKeys({press: 'Enter'});
    await waitUntil(() => rows().length === 5, 'there is more');
    await waitUntil(() => deepFocus()?.id === 'comment-3', 'the focus is on what came');
  });
});

/** The widget in the list that the focus is in. */
function hostOfFocus(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement && focused.localName !== 'article-comment-form')
    focused = focused.shadowRoot.activeElement;
  return focused;
}
