import {expect, fixture, html} from '@open-wc/testing';
import '../../src/article-comment-box/article-comment-box.js';
import type {ArticleErrorEvent} from '../../src/shared/error.js';
import {counter, drawn} from './support/counted-box.js';
import {shownText} from './support/shown-text.js';
import {captureWarnings} from './support/warnings.js';

/* What a page may get wrong, or do behind the back of a box: a warning for its developer, and a box that works. */

const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 20));

describe('<article-comment-box> in a page that is wrong or changes', () => {
  const warnings = captureWarnings();

  for (const bad of ['0', '-3', 'many', '1.5', '']) {
    it(`warns about maxlength="${bad}", and works with 500`, async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      const codes: string[] = [];
      place.addEventListener('article-error', (event: ArticleErrorEvent) => codes.push(event.code));
      const box = document.createElement('article-comment-box');
      box.setAttribute('maxlength', bad);
      place.append(box);
      await box.updateComplete;
      expect(counter(box)).to.equal('0 / 500 characters');
      box.value = 'a';
      await box.updateComplete;
      expect(counter(box)).to.equal('1 / 500 characters');
      expect(codes).to.deep.equal(['invalid-maxlength']);
      expect(warnings.taken()).to.have.length(1);
      expect(warnings.taken()[0]).to.match(/^\[article-widgets\] <article-comment-box> maxlength="/);
    });
  }

  for (const bad of ['0', '-3', 'many', '']) {
    it(`warns about maxlength="${bad}" on the textarea of the page, and works with 500`, async () => {
      const box = document.createElement('article-comment-box');
      box.innerHTML = `<textarea aria-label="Comment" maxlength="${bad}">abc</textarea>`;
      (await fixture(html`<div lang="en"></div>`)).append(box);
      await box.updateComplete;
      expect(counter(box)).to.equal('3 / 500 characters');
      expect(warnings.taken()).to.have.length(1);
      box.remove();
      expect(box.querySelector('textarea')!.getAttribute('maxlength')).to.equal(bad);
    });
  }

  it('takes 500 without a warning where no maxlength is given', async () => {
    const box = document.createElement('article-comment-box');
    (await fixture(html`<div lang="en"></div>`)).append(box);
    await box.updateComplete;
    expect([counter(box), drawn(box).hasAttribute('maxlength')]).to.deep.equal(['0 / 500 characters', false]);
    expect(warnings.taken()).to.deep.equal([]);
  });

  it('counts the first of two text areas, finds one inside a wrapper, and warns of the second', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form lang="vi">
        <article-comment-box>
          <div>
            <label>Ý kiến <textarea name="a"></textarea></label>
          </div>
          <textarea name="b" maxlength="9" aria-label="Khác"></textarea>
        </article-comment-box>
      </form> `,
    );
    const box = form.querySelector('article-comment-box')!;
    box.value = 'một';
    await box.updateComplete;
    expect(shownText(box)).to.equal('Ý kiến 3 / 500 ký tự');
    expect([...new FormData(form)]).to.deep.equal([
      ['a', 'một'],
      ['b', ''],
    ]);
    expect(warnings.taken()).to.deep.equal([
      '[article-widgets] <article-comment-box> textarea="2": only the first is counted',
    ]);
    expect(box.querySelector('[name=b]')!.attributes).to.have.length(3);
  });

  it('follows a text area that is added, replaced or removed', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form lang="vi"><article-comment-box value="riêng"></article-comment-box></form>`,
    );
    const box = form.querySelector('article-comment-box')!;
    const own = document.createElement('textarea');
    own.setAttribute('aria-label', 'Ý kiến');
    own.value = 'một';
    box.append(own);
    await settle();
    expect([box.value, shownText(box)]).to.deep.equal(['một', '3 / 500 ký tự']);
    expect([...new FormData(form)]).to.deep.equal([]);
    const other = document.createElement('textarea');
    other.value = 'hai ba';
    own.replaceWith(other);
    await settle();
    expect(shownText(box)).to.contain('6 / 500 ký tự');
    expect(own.hasAttribute('aria-describedby')).to.equal(false);
    other.remove();
    await settle();
    expect(shownText(box)).to.equal('Ý kiến của bạn 5 / 500 ký tự');
    expect([...new FormData(form)]).to.deep.equal([['comment', 'riêng']]);
    expect(box.children).to.have.length(0);
  });

  for (const own of [false, true]) {
    it(`outlives the form around it, ${own ? 'with a textarea of the page' : 'drawn'}`, async () => {
      const form = await fixture<HTMLFormElement>(html`<form lang="en"></form>`);
      const box = document.createElement('article-comment-box');
      if (own) box.innerHTML = '<textarea aria-label="Comment" name="comment"></textarea>';
      form.append(box);
      await box.updateComplete;
      box.value = 'before';
      const place = form.parentElement!;
      form.remove();
      box.value = 'taken out';
      expect(box.value).to.equal('taken out');
      place.append(form);
      await box.updateComplete;
      expect([...new FormData(form)]).to.deep.equal([['comment', 'taken out']]);
      form.replaceWith(box); // the form goes, the box stays
      await box.updateComplete;
      box.value = 'a'.repeat(501);
      await box.updateComplete;
      expect([box.form, counter(box), box.checkValidity()]).to.deep.equal([
        null,
        '1 character too many',
        false,
      ]);
      expect(warnings.taken()).to.deep.equal([]);
    });
  }

  it('holds back a text that is too long also after a move, and in a textarea that replaces another', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form lang="en">
        <article-comment-box maxlength="3">
          <textarea aria-label="Comment">abcde</textarea>
        </article-comment-box>
        <p></p>
      </form>
    `);
    const box = form.querySelector('article-comment-box')!;
    const field = box.querySelector('textarea')!;
    expect(field.validationMessage).to.equal('Remove 2 characters.');
    form.querySelector('p')!.append(box);
    await box.updateComplete;
    expect(field.validationMessage).to.equal('Remove 2 characters.');
    const other = field.cloneNode() as HTMLTextAreaElement;
    other.value = 'vwxyz';
    field.replaceWith(other);
    await settle();
    expect([field.validationMessage, other.validationMessage]).to.deep.equal(['', 'Remove 2 characters.']);
  });
});
