import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/article-comment-box/article-comment-box.js';
import type {ArticleCommentBox} from '../../src/article-comment-box/article-comment-box.js';
import {counter, drawn} from './support/counted-box.js';
import {captureWarnings} from './support/warnings.js';
import {shownText} from './support/shown-text.js';
import {waitUntil} from './support/wait-until.js';

type Box = ArticleCommentBox;
const long = 'a'.repeat(12);

describe('<article-comment-box>', () => {
  const warnings = captureWarnings();

  it('is accessible empty, half-full, full, over the limit, reported and disabled', async () => {
    const box = await fixture<Box>(
      html`<article-comment-box lang="vi" maxlength="10" required></article-comment-box>`,
    );
    for (const text of ['', 'abcde', 'abcdefghij', long]) {
      box.value = text;
      await box.updateComplete;
      await expect(box).to.be.accessible();
    }
    box.reportValidity();
    await box.updateComplete;
    await expect(box).to.be.accessible();
    box.disabled = true;
    await box.updateComplete;
    await expect(box).to.be.accessible();
  });

  it('labels and describes the text area that it draws', async () => {
    const box = await fixture<Box>(
      html`<article-comment-box lang="vi" label="Bình luận"
        ><b slot="hint">Lịch sự nhé</b></article-comment-box
      >`,
    );
    const field = drawn(box);
    expect(field.labels[0]!.textContent).to.equal('Bình luận');
    const ids = field.getAttribute('aria-describedby')!.split(' ');
    expect(ids.map((id) => box.shadowRoot!.getElementById(id)!.textContent)).to.include('Tối đa 500 ký tự');
    expect(shownText(box)).to.equal('Bình luận Lịch sự nhé 0 / 500 ký tự');
    box.label = '';
    await box.updateComplete;
    expect(shownText(box)).to.equal('Lịch sự nhé 0 / 500 ký tự');
    expect(field.getAttribute('aria-label')).to.equal('Ý kiến của bạn');
  });

  it('is named and focused by a <label> of the page', async () => {
    const outer = await fixture(
      html`<p><label for="box">Góp ý</label><article-comment-box id="box"></article-comment-box></p>`,
    );
    const box = outer.querySelector('article-comment-box')!;
    expect(drawn(box).getAttribute('aria-label')).to.equal('Góp ý');
    expect(shownText(box)).to.equal('0 / 500 characters');
    outer.querySelector('label')!.click();
    expect(box.shadowRoot!.activeElement).to.equal(drawn(box));
  });

  it('keeps a value and a limit given before the upgrade', async () => {
    const early = document.createElement('template');
    early.innerHTML = '<article-comment-box></article-comment-box>';
    const raw = early.content.firstElementChild as Box; // templates hold tags that are not upgraded
    Object.assign(raw, {value: 'sớm', maxlength: 7});
    const place = await fixture(html`<div></div>`);
    place.append(raw);
    await raw.updateComplete;
    expect(drawn(raw).value).to.equal('sớm');
    expect(counter(raw)).to.equal('3 / 7 characters');
  });

  it('has a default value like a native text area', async () => {
    const box = await fixture<Box>(html`<article-comment-box value="một"></article-comment-box>`);
    expect(drawn(box).value).to.equal('một');
    box.setAttribute('value', 'hai');
    await box.updateComplete;
    expect(box.value).to.equal('hai');
    box.value = 'của tôi';
    box.setAttribute('value', 'ba');
    await box.updateComplete;
    expect(box.value).to.equal('của tôi');
  });

  it('grows with its text from its rows up to a limit', async () => {
    const box = await fixture<Box>(html`<article-comment-box rows="2"></article-comment-box>`);
    const field = drawn(box);
    const two = field.offsetHeight;
    box.rows = 3;
    await box.updateComplete;
    const three = field.offsetHeight;
    expect(three).to.be.greaterThan(two);
    box.value = 'dòng\n'.repeat(100);
    box.style.setProperty('--article-comment-box-max-block-size', '200px');
    await box.updateComplete;
    await waitUntil(() => field.offsetHeight === 200, 'it grows, by CSS or as measured');
    field.style.height = '150px'; // as when the reader drags its corner
    box.value = 'dòng\n'.repeat(3);
    await box.updateComplete;
    box.value = 'dòng\n'.repeat(100);
    await aTimeout(50);
    expect(field.offsetHeight).to.equal(150);
  });

  it('warns about an unknown unit and line break, and counts code points', async () => {
    const box = await fixture<Box>(
      html`<article-comment-box count-unit="words" newline="cr" value="😀"></article-comment-box>`,
    );
    expect(box.count).to.equal(1);
    expect(warnings.taken()).to.have.length(2);
  });
});
