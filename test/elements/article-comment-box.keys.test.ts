import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/article-comment-box/article-comment-box.js';
import type {ArticleCommentBox} from '../../src/article-comment-box/article-comment-box.js';
import {compose, counter, counterNode, drawn, input, listen} from './support/counted-box.js';
import {captureWarnings} from './support/warnings.js';
import {waitUntil} from './support/wait-until.js';

/* What a box does, and leaves alone, while somebody types. */

type Box = ArticleCommentBox;

describe('<article-comment-box> while somebody types', () => {
  const warnings = captureWarnings();

  it('never shows or validates a count in the wrong unit', async () => {
    const box = document.createElement('article-comment-box');
    Object.assign(box, {countUnit: 'grapheme', maxlength: 3, value: '👨‍👩‍👧‍👦'});
    (await fixture(html`<div lang="en"></div>`)).append(box);
    expect([box.overLimit, box.validity.valid]).to.deep.equal([false, true]);
    await box.updateComplete;
    expect([box.count, counter(box), box.validity.valid]).to.deep.equal([1, '1 / 3 characters', true]);
  });

  it('says `change` of a textarea of the page once', async () => {
    const box = await fixture<Box>(
      html`<article-comment-box><textarea aria-label="A">a</textarea></article-comment-box>`,
    );
    box.focus();
    await waitUntil(() => (box as unknown as {typing?: object}).typing, 'what typing needs has come');
    let heard = 0;
    box.addEventListener('change', () => heard++);
    box.querySelector('textarea')!.dispatchEvent(new Event('change', {bubbles: true}));
    expect(heard).to.equal(1);
  });

  it('says nothing of a text that was there before, when the reader only passes', async () => {
    const box = await fixture<Box>(html`<article-comment-box></article-comment-box>`);
    const said = listen(box);
    box.value = 'abc';
    box.focus();
    await aTimeout(100);
    drawn(box).blur();
    await aTimeout(100);
    expect(said.filter(Boolean)).to.deep.equal([]);
  });

  it('changes nothing in mid-syllable, whatever asks for it', async () => {
    const place = await fixture<HTMLElement>(
      html`<div lang="vi"><article-comment-box maxlength="3"></article-comment-box></div>`,
    );
    const box = place.querySelector('article-comment-box')!;
    box.focus();
    input(drawn(box), 'a');
    await box.updateComplete;
    const said = listen(box);
    compose(drawn(box), 'compositionstart');
    input(drawn(box), 'aaaa', true);
    place.lang = 'en';
    await aTimeout(50);
    expect([counter(box), drawn(box).hasAttribute('aria-invalid')]).to.deep.equal(['1 / 3 ký tự', false]);
    compose(drawn(box), 'compositionend');
    await waitUntil(() => counter(box) === '1 character too many');
    expect(said).to.deep.equal(['1 character too many']);
  });

  it('goes on with a textarea that replaces one in mid-syllable', async () => {
    const box = await fixture<Box>(
      html`<article-comment-box lang="en"><textarea aria-label="A"></textarea></article-comment-box>`,
    );
    const field = box.querySelector('textarea')!;
    field.focus();
    compose(field, 'compositionstart');
    input(field, 'a', true);
    const other = document.createElement('textarea');
    other.value = 'abc';
    field.replaceWith(other);
    await waitUntil(() => counter(box) === '3 / 500 characters');
  });

  it('shows the counter over the limit whatever the threshold', async () => {
    const box = await fixture<Box>(
      html`<article-comment-box lang="en" maxlength="2" threshold="150" value="abc"></article-comment-box>`,
    );
    await box.updateComplete;
    expect(getComputedStyle(counterNode(box)).visibility).to.equal('visible');
  });

  it('takes an error back with the key that mends it', async () => {
    const box = await fixture<Box>(html`<article-comment-box required></article-comment-box>`);
    box.reportValidity();
    await box.updateComplete;
    input(drawn(box), 'a');
    await box.updateComplete;
    expect(box.shadowRoot!.querySelector('[part=error]')!.textContent).to.equal('');
  });

  it('warns once of a language that is not registered, and works in English', async () => {
    const box = await fixture<Box>(html`<article-comment-box lang="tlh"></article-comment-box>`);
    box.focus();
    await waitUntil(() => warnings.taken().length);
    input(drawn(box), 'ab');
    await box.updateComplete;
    box.requestUpdate();
    await box.updateComplete;
    expect(counter(box)).to.equal('2 / 500 characters');
    expect(warnings.taken()).to.deep.equal([
      '[article-widgets] <article-comment-box> lang="tlh": no such language is registered; English is used',
    ]);
  });
});
