import {expect, fixture, html} from '@open-wc/testing';
import '../../src/article-comment-box/article-comment-box.js';
import type {ArticleCommentBox} from '../../src/article-comment-box/article-comment-box.js';
import {around, described, drawn} from './support/counted-box.js';
import {waitUntil} from './support/wait-until.js';

type Box = ArticleCommentBox;

describe("GOV.UK's list: labels, hints and what the page brings", () => {
  it("45, 46 reads the page's description, then the hint, the error and the limit", async () => {
    const box = await around({maxlength: '3', required: ''});
    box.insertAdjacentHTML('beforeend', '<span slot="hint">No links, please.</span>');
    box.required = true;
    await box.updateComplete;
    box.reportValidity();
    await waitUntil(() => described(box.querySelector('textarea')!)[0]!.includes('Write'));
    expect(described(box.querySelector('textarea')!)).to.deep.equal([
      'No links, please. Write your comment. Up to 3 characters',
    ]);
  });

  it('47 labels the text area that it draws', async () => {
    const box = await fixture<Box>(html`<article-comment-box label="More detail"></article-comment-box>`);
    expect(drawn(box).labels[0]!.textContent).to.equal('More detail');
  });

  it('48 leaves name, rows, value and spelling to the textarea of the page', async () => {
    const box = await around({name: 'why', rows: '8', spellcheck: 'false'}, 'as it was');
    const field = box.querySelector('textarea')!;
    expect([field.name, field.rows, field.spellcheck, field.value]).to.deep.equal([
      ...['why', 8, false],
      'as it was',
    ]);
  });

  it('49 describes a limit also where the page gives none: that of 500', async () => {
    const box = await around({});
    expect(described(box.querySelector('textarea')!)).to.deep.equal(['Up to 500 characters']);
  });

  for (const [state, text] of Object.entries({empty: '', half: 'abc', full: 'abcdef', over: 'abcdefgh'})) {
    it(`50 is accessible: ${state}, then disabled`, async () => {
      const box = await around({maxlength: '6'}, text);
      await expect(box).to.be.accessible();
      box.disabled = true;
      await box.updateComplete;
      await expect(box).to.be.accessible();
    });
  }
});
