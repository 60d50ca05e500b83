import {expect, fixture, html} from '@open-wc/testing';
import '../../src/define.js';
import type {ArticleByline} from '../../src/article-byline/article-byline.js';
import type {ArticleCommentBox} from '../../src/article-comment-box/article-comment-box.js';
import type {ArticleComments} from '../../src/article-comments/article-comments.js';
import type {ArticleDate} from '../../src/article-date/article-date.js';
import {ar} from '../../src/locales/ar.js';
import {fr} from '../../src/locales/fr.js';
import {ja} from '../../src/locales/ja.js';
import {registerLocale} from '../../src/locales/registry.js';
import {ru} from '../../src/locales/ru.js';
import {comments, fakeSource} from './support/comments.js';
import {shownText} from './support/shown-text.js';
import {waitUntil} from './support/wait-until.js';

const stamp = '2024-03-29T11:12:24+07:00';
const counter = (box: Element): string =>
  box.shadowRoot!.querySelector('[part~=counter]')!.textContent!.trim();

describe('the languages of files', () => {
  // Each test registers its own: what is registered stays.
  it('are English until they are registered, and are shown at once then', async () => {
    const page = await fixture(html`
      <div lang="fr-CA">
        <article-date datetime=${stamp}></article-date>
        <article-comment-box maxlength="300"></article-comment-box>
        <article-byline authors="Anne; Luc"></article-byline>
      </div>
    `);
    const [date, box, byline] = [...page.children];
    expect(shownText(date!)).to.equal('Fri, Mar 29, 2024 | 11:12:24 AM [GMT +7]');
    expect(shownText(box!)).to.equal('Your comment 0 / 300 characters');
    expect(shownText(byline!)).to.equal('Anne and Luc');
    registerLocale(fr);
    await (date as ArticleDate).updateComplete;
    await (box as ArticleCommentBox).updateComplete;
    await (byline as ArticleByline).updateComplete;
    expect(shownText(date!)).to.equal('ven. 29/03/2024 | 11:12:24 [GMT +7]');
    expect(shownText(box!)).to.equal('Votre commentaire 0 / 300 caractères');
    expect(shownText(byline!)).to.equal('Anne et Luc');
  });

  it('are known to an element that comes back into the page later', async () => {
    const page = await fixture(html`<div lang="ja"><article-date datetime=${stamp}></article-date></div>`);
    const date = page.querySelector('article-date')!;
    expect(shownText(date)).to.contain('Fri');
    date.remove();
    registerLocale(ja);
    page.append(date);
    await date.updateComplete;
    expect(shownText(date)).to.equal('2024年3月29日（金）| 11:12:24 [GMT +7]');
  });

  it('have the plural forms of Russian', async () => {
    registerLocale(ru);
    const box = await fixture<ArticleCommentBox>(html`<article-comment-box lang="ru"></article-comment-box>`);
    const said = [];
    for (const limit of [1, 2, 5, 11, 21, 500, 1000]) {
      box.maxlength = limit;
      await box.updateComplete;
      said.push(counter(box).replace(/\s/g, ' '));
    }
    expect(said).to.deep.equal([
      ...['0 / 1 символ', '0 / 2 символа', '0 / 5 символов', '0 / 11 символов'],
      ...['0 / 21 символ', '0 / 500 символов', '0 / 1 000 символов'],
    ]);
    box.maxlength = 3;
    for (const [text, words] of [
      ['абвг', 'Лимит превышен на 1 символ'],
      ['абвгде', 'Лимит превышен на 3 символа'],
      ['абвгдежзи', 'Лимит превышен на 6 символов'],
    ]) {
      box.value = text!;
      await box.updateComplete;
      expect(counter(box)).to.equal(words);
    }
    await expect(box).to.be.accessible();
  });

  it('run from right to left in Arabic', async () => {
    registerLocale(ar);
    const page = await fixture<HTMLElement>(html`
      <div lang="ar-EG" dir="rtl">
        <article-date datetime=${stamp}></article-date>
        <article-comment-box maxlength="3"></article-comment-box>
        <article-text-size></article-text-size>
      </div>
    `);
    const [date, box, size] = [...page.children] as [ArticleDate, ArticleCommentBox, HTMLElement];
    expect(shownText(date)).to.equal('الجمعة، 29 مارس 2024 | 11:12:24 [GMT +7]');
    expect(shownText(box)).to.equal('تعليقك 0 / 3 أحرف');
    box.value = 'abcde';
    await box.updateComplete;
    expect(counter(box)).to.equal('حرفان زائدان');
    box.maxlength = 12_345;
    await box.updateComplete;
    expect(counter(box)).to.match(/^5 \/ 12.?345 حرفًا$/);
    for (const part of page.children) await expect(part).to.be.accessible();

    // The counter stands at the end of its line, which is on the left, and the first of the buttons on the right.
    const left = (element: Element): number => element.getBoundingClientRect().left;
    const count = box.shadowRoot!.querySelector('[part~=counter]')!;
    expect(left(count) - left(box)).to.be.lessThan(2);
    const [smaller, larger] = size.shadowRoot!.querySelectorAll('button');
    expect(left(smaller!)).to.be.greaterThan(left(larger!));
  });

  it('say all of the comments', async () => {
    registerLocale(ru);
    const source = fakeSource(() => ({comments: comments('1', '2'), total: 2}));
    const el = await fixture<ArticleComments>(
      html`<article-comments lang="ru" loading="eager" article="a" .source=${source}></article-comments>`,
    );
    await waitUntil(() => el.state === 'ready');
    await el.updateComplete;
    const text = shownText(el);
    expect(text).to.contain('Комментарии (2)').and.to.contain('Ответить').and.to.contain('Ваш комментарий');
    expect(text).to.contain('Отправить комментарий').and.to.contain('Гость');
    expect(text).not.to.match(/Reply|Comment|Send|Guest/);
  });
});
