import {expect, fixture, html} from '@open-wc/testing';
import '../../src/article-comment-box/article-comment-box.js';
import type {ArticleCommentBox} from '../../src/article-comment-box/article-comment-box.js';
import {drawn} from './support/counted-box.js';
import {shownText} from './support/shown-text.js';
import {waitUntil} from './support/wait-until.js';

type Box = ArticleCommentBox;

async function inForm(content: unknown): Promise<{form: HTMLFormElement; box: Box; sent: () => unknown[][]}> {
  const form = await fixture<HTMLFormElement>(html`<form lang="vi">${content}</form>`);
  const box = form.querySelector('article-comment-box')!;
  await box.updateComplete;
  return {form, box, sent: () => [...new FormData(form)]};
}

describe('<article-comment-box> in a form, with a text area of its own', () => {
  it('sends exactly the text that was counted, under its name', async () => {
    const {form, box, sent} = await inForm(html`<article-comment-box></article-comment-box>`);
    expect(sent()).to.deep.equal([['comment', '']]);
    box.value = `${'Việt'.normalize('NFD')}\n\uD800`;
    expect(sent()).to.deep.equal([['comment', 'Việt\n\uFFFD']]);
    box.newline = 'crlf';
    box.name = 'y_kien';
    await box.updateComplete;
    expect(sent()).to.deep.equal([['y_kien', 'Việt\r\n\uFFFD']]);
    expect(box.form).to.equal(form);
    expect(form.elements.namedItem('y_kien')).to.equal(box);
    expect(box.value).to.equal(`${'Việt'.normalize('NFD')}\n\uD800`);
  });

  it('is disabled by itself and by a fieldset, and enabled only when both let it', async () => {
    const {form, box, sent} = await inForm(
      html`<fieldset disabled><article-comment-box value="a"></article-comment-box></fieldset>`,
    );
    const settle = async (): Promise<void> => {
      for (let i = 0; i < 3; i++) await box.updateComplete;
    };
    await settle();
    const fieldset = form.querySelector('fieldset')!;
    expect([drawn(box).disabled, sent(), box.willValidate]).to.deep.equal([true, [], false]);
    box.disabled = true;
    await settle();
    box.disabled = false;
    await settle();
    expect(drawn(box).disabled).to.equal(true);
    box.disabled = true;
    fieldset.disabled = false;
    await settle();
    expect(drawn(box).disabled).to.equal(true);
    box.disabled = false;
    await settle();
    expect(drawn(box).disabled).to.equal(false);
    expect(sent()).to.deep.equal([['comment', 'a']]);
  });

  it('cannot be changed while read-only, is still sent, and is not checked', async () => {
    const {box, sent} = await inForm(html`<article-comment-box readonly required></article-comment-box>`);
    expect(drawn(box).readOnly).to.equal(true);
    expect(sent()).to.deep.equal([['comment', '']]);
    expect(box.checkValidity()).to.equal(true);
  });

  it('says what is wrong, in the words of the page, once sending was tried', async () => {
    const {form, box} = await inForm(
      html`<article-comment-box required minlength="3" maxlength="5"></article-comment-box>`,
    );
    const error = (): string => box.shadowRoot!.querySelector('[part=error]')!.textContent!.trim();
    expect(box.validity.valueMissing).to.equal(true);
    expect(box.checkValidity()).to.equal(false);
    await box.updateComplete;
    expect([error(), drawn(box).hasAttribute('aria-invalid')]).to.deep.equal(['', false]);
    let submits = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submits++;
    });
    form.requestSubmit();
    await box.updateComplete;
    expect(submits).to.equal(0);
    expect(error()).to.equal('Hãy viết ý kiến của bạn.');
    expect(drawn(box).getAttribute('aria-invalid')).to.equal('true');
    expect(box.shadowRoot!.activeElement).to.equal(drawn(box));
    box.value = 'ab';
    await box.updateComplete;
    expect([box.validity.tooShort, error()]).to.deep.equal([true, 'Hãy viết ít nhất 3 ký tự.']);
    box.value = 'abcdef';
    await box.updateComplete;
    expect([box.validity.tooLong, error()]).to.deep.equal([true, 'Hãy bớt 1 ký tự.']);
    box.value = 'abc';
    expect(box.reportValidity()).to.equal(true);
    await box.updateComplete;
    expect([error(), drawn(box).hasAttribute('aria-invalid')]).to.deep.equal(['', false]);
    box.setCustomValidity('Máy chủ không nhận.');
    expect(box.reportValidity()).to.equal(false);
    await box.updateComplete;
    expect(error()).to.equal('Máy chủ không nhận.');
    box.setCustomValidity('');
    form.requestSubmit();
    expect(submits).to.equal(1);
  });

  it('takes back the text of an earlier visit', async () => {
    const {box, sent} = await inForm(html`<article-comment-box></article-comment-box>`);
    box.formStateRestoreCallback('đang viết dở');
    await box.updateComplete;
    expect(sent()).to.deep.equal([['comment', 'đang viết dở']]);
    expect(shownText(box)).to.contain('12 / 500');
  });

  it('belongs to a form elsewhere on the page by its form attribute', async () => {
    const outer = await fixture(
      html`<div>
        <form id="elsewhere"></form>
        <article-comment-box form="elsewhere" value="x"></article-comment-box>
      </div>`,
    );
    expect([...new FormData(outer.querySelector('form')!)]).to.deep.equal([['comment', 'x']]);
  });
});

describe("<article-comment-box> around the page's own <textarea>", () => {
  const page = (): unknown => html`
    <article-comment-box>
      <label for="own">Ý kiến</label>
      <textarea id="own" name="noi_dung" maxlength="10" aria-describedby="rule" rows="6">một</textarea>
      <p slot="hint">Lịch sự nhé.</p>
    </article-comment-box>
    <p id="rule">Nội quy</p>
  `;
  const describedBy = (field: Element): string[] => field.getAttribute('aria-describedby')!.split(' ');

  it('is accessible, and leaves the text area the only control that is sent', async () => {
    const {form, box, sent} = await inForm(page());
    const field = form.querySelector('textarea')!;
    await expect(box).to.be.accessible();
    expect(shownText(box)).to.equal('Ý kiến một Lịch sự nhé. 3 / 10 ký tự');
    expect(sent()).to.deep.equal([['noi_dung', 'một']]);
    expect([box.form, box.value]).to.deep.equal([form, 'một']);
    box.value = 'Việt'.normalize('NFD');
    expect(field.value).to.equal('Việt'.normalize('NFD'));
    await waitUntil(() => sent()[0]![1] === 'Việt'.normalize('NFC'), 'the part that mends the text has come');
    expect(sent()).to.have.length(1);
    box.focus();
    expect(document.activeElement).to.equal(field);
  });

  it('takes over maxlength and adds a description, and gives both back', async () => {
    const {form, box} = await inForm(page());
    const field = form.querySelector('textarea')!;
    expect(field.hasAttribute('maxlength')).to.equal(false);
    const [rule, ours] = describedBy(field);
    expect(rule).to.equal('rule');
    expect(document.getElementById(ours!)!.textContent).to.equal('Lịch sự nhé. Tối đa 10 ký tự');
    expect(document.getElementById(ours!)!.hidden).to.equal(true);
    box.value = 'a'.repeat(11);
    box.disabled = true;
    await box.updateComplete;
    expect([field.disabled, field.getAttribute('aria-invalid')]).to.deep.equal([true, 'true']);
    box.remove();
    expect(Object.fromEntries([...field.attributes].map(({name, value}) => [name, value]))).to.deep.equal({
      ...{id: 'own', name: 'noi_dung', maxlength: '10', rows: '6'},
      'aria-describedby': 'rule',
    });
    expect(field.validity.customError).to.equal(false);
    expect(document.getElementById(ours!)).to.equal(null);
    expect(box.querySelectorAll('span')).to.have.length(0);
    box.disabled = false;
    form.append(box);
    await box.updateComplete;
    expect(field.hasAttribute('maxlength')).to.equal(false);
    expect(describedBy(field)).to.have.length(2);
    expect(shownText(box)).to.contain('Vượt 1 ký tự');
  });

  it('stops the form over the limit, with its own message, and explains itself', async () => {
    const {form, box} = await inForm(page());
    const field = form.querySelector('textarea')!;
    box.value = 'a'.repeat(22);
    expect(form.checkValidity()).to.equal(false);
    expect(field.validationMessage).to.equal('Hãy bớt 12 ký tự.');
    expect(box.reportValidity()).to.equal(false);
    await box.updateComplete;
    expect(document.activeElement).to.equal(field);
    expect(shownText(box)).to.contain('Hãy bớt 12 ký tự.');
    expect(document.getElementById(describedBy(field)[1]!)!.textContent).to.contain('Hãy bớt 12 ký tự.');
    box.value = 'a';
    expect(form.checkValidity()).to.equal(true);
    field.setCustomValidity('của trang');
    box.value = 'a'.repeat(22);
    box.value = 'ab';
    expect(field.validationMessage).to.equal('của trang');
  });

  it('prefers its own maxlength, and follows it', async () => {
    const {form, box} = await inForm(page());
    box.setAttribute('maxlength', '20');
    await box.updateComplete;
    expect(shownText(box)).to.contain('3 / 20 ký tự');
    box.removeAttribute('maxlength');
    await box.updateComplete;
    expect(shownText(box)).to.contain('3 / 10 ký tự');
    expect(form.querySelector('textarea')!.hasAttribute('maxlength')).to.equal(false);
  });

  it('draws its label only for a text area that has no name', async () => {
    const {form, box} = await inForm(
      html`<article-comment-box label="Góp ý"><textarea></textarea></article-comment-box>`,
    );
    expect(shownText(box)).to.equal('Góp ý 0 / 500 ký tự');
    expect(form.querySelector('textarea')!.getAttribute('aria-label')).to.equal('Góp ý');
    await expect(box).to.be.accessible();
    box.remove();
    expect(box.querySelector('textarea')!.attributes).to.have.length(0);
  });
});
