import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/article-comment-box/article-comment-box.js';
import type {ArticleCommentBox} from '../../src/article-comment-box/article-comment-box.js';
import {en} from '../../src/locales/en.js';
import {registerLocale, type Words} from '../../src/locales/registry.js';
import {counter} from './support/counted-box.js';
import {shownText} from './support/shown-text.js';
import {waitUntil} from './support/wait-until.js';

/* The lines of GOV.UK's list that are about words; each test registers a language of its own, which stays. */

type Box = ArticleCommentBox;

const register = (code: string, words: Words): void => registerLocale({...en, code, words});

async function inLanguage(lang: string, maxlength = 10): Promise<Box> {
  return fixture<Box>(
    html`<article-comment-box lang=${lang} maxlength=${maxlength} label=""></article-comment-box>`,
  );
}

describe("GOV.UK's list: words", () => {
  it('33 puts words into the page as text, never as markup', async () => {
    const attack = '<img src=x onerror="window.wordsRan = true">';
    register('en-x-attack', {commentCount: `{count} ${attack}`, commentLabel: attack, commentLimit: attack});
    const box = await inLanguage('en-x-attack');
    box.label = undefined;
    await box.updateComplete;
    expect(shownText(box)).to.equal(`${attack} 0 ${attack}`);
    await aTimeout(50);
    expect([box.shadowRoot!.querySelector('img'), 'wordsRan' in window]).to.deep.equal([null, false]);
  });

  it('36 works in a language with more plural forms than it was given words for', async () => {
    register('cy', {commentCount: {one: '{count} / {n} nod', other: '{count} / {n} o nodau'}});
    const box = await inLanguage('cy');
    for (const [limit, words] of Object.entries({1: 'nod', 2: 'o nodau', 3: 'o nodau', 6: 'o nodau'})) {
      box.maxlength = limit;
      await box.updateComplete;
      expect(counter(box)).to.equal(`0 / ${limit} ${words}`);
    }
  });

  it('36 works in a language that was never registered, and with a tag that is none', async () => {
    for (const lang of ['tlh', 'x', '-', 'ngôn ngữ', '']) {
      const box = await inLanguage(lang);
      box.value = 'ab';
      await box.updateComplete;
      expect(counter(box)).to.equal('2 / 10 characters');
    }
  });

  it('38 parts thousands as the language does', async () => {
    expect(counter(await inLanguage('en', 10000))).to.equal('0 / 10,000 characters');
    const box = await inLanguage('vi', 10000);
    expect(counter(box)).to.equal('0 / 10.000 ký tự');
    box.value = 'a'.repeat(1234);
    await box.updateComplete;
    expect(counter(box)).to.equal('1.234 / 10.000 ký tự');
  });

  it('39 leaves the other words alone where a language brings a few', async () => {
    register('en-x-few', {commentOver: '{n} over'});
    const box = await inLanguage('en-x-few');
    expect(counter(box)).to.equal('0 / 10 characters');
    box.value = 'a'.repeat(12);
    await box.updateComplete;
    expect(counter(box)).to.equal('2 over');
  });

  it('40 has words of its own for a limit that is used up, where the language has a form for none', async () => {
    register('ar-x-none', {commentLeft: {zero: 'nothing left', other: '{n} left'}});
    const box = await inLanguage('ar-x-none', 2);
    box.focus();
    document.execCommand('insertText', false, 'ab');
    await waitUntil(
      () => box.shadowRoot!.querySelector('[aria-live]')!.textContent === 'nothing left',
      'spoken',
    );
  });

  it('41, 42 speaks the language of the nearest lang, and follows it when it changes', async () => {
    const place = await fixture(html`
      <div lang="vi">
        <p><article-comment-box></article-comment-box></p>
        <article-comment-box lang="en"></article-comment-box>
      </div>
    `);
    const [above, own] = place.querySelectorAll('article-comment-box');
    expect([counter(above!), counter(own!)]).to.deep.equal(['0 / 500 ký tự', '0 / 500 characters']);
    place.setAttribute('lang', 'en');
    await waitUntil(() => counter(above!) === '0 / 500 characters');
    own!.lang = 'vi';
    await waitUntil(() => counter(own!) === '0 / 500 ký tự');
  });

  it('43 takes the words that were registered last, at once', async () => {
    register('en-x-last', {commentCount: 'first {count}'});
    const box = await inLanguage('en-x-last');
    expect(counter(box)).to.equal('first 0');
    register('en-x-last', {commentCount: 'second {count}'});
    await box.updateComplete;
    expect(counter(box)).to.equal('second 0');
  });
});
