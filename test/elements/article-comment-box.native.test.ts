import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/article-comment-box/article-comment-box.js';
import type {ArticleCommentBox} from '../../src/article-comment-box/article-comment-box.js';
import {described, drawn, input} from './support/counted-box.js';
import {shownText} from './support/shown-text.js';
import {waitUntil} from './support/wait-until.js';
import {captureWarnings} from './support/warnings.js';

/* Where a box must behave as a native control does, alone and around one. */

type Box = ArticleCommentBox;

const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 20));
const boxIn = (place: Element): Box => place.querySelector('article-comment-box')!;
const error = (box: Box): string => box.shadowRoot!.querySelector('[part=error]')!.textContent!.trim();

describe('the name of a comment box', () => {
  it("leaves the form's `comment` to a textarea of that name", async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <article-comment-box><textarea name="comment" aria-label="Comment">a</textarea></article-comment-box>
      </form>
    `);
    expect(form.elements.namedItem('comment') === form.querySelector('textarea')).to.equal(true);
    expect(boxIn(form).hasAttribute('name')).to.equal(false);
  });

  it('is `comment` until the page gives another, and again when that is taken away', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><article-comment-box value="a"></article-comment-box></form>`,
    );
    const box = boxIn(form);
    box.name = 'text';
    await box.updateComplete;
    expect([...new FormData(form)]).to.deep.equal([['text', 'a']]);
    expect(form.elements.namedItem('text')).to.equal(box);
    box.removeAttribute('name');
    await box.updateComplete;
    expect([box.name, ...new FormData(form)]).to.deep.equal(['comment', ['comment', 'a']]);
  });

  it('is that of the form at once, as with a native control', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><article-comment-box value="a"></article-comment-box></form>`,
    );
    boxIn(form).name = 'text';
    expect([...new FormData(form)]).to.deep.equal([['text', 'a']]);
  });

  it('may be that of other controls: each sends its own text', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <input type="hidden" name="comment" value="" />
        <article-comment-box></article-comment-box>
        <article-comment-box></article-comment-box>
        <input type="hidden" name="comment" value="" />
      </form>
    `);
    const [first, second] = form.querySelectorAll('article-comment-box');
    const sent = (): unknown[] => new FormData(form).getAll('comment');
    input(drawn(first!), 'Việt'.normalize('NFD'));
    expect(sent()).to.deep.equal(['', 'Việt', '', '']);
    input(drawn(second!), 'b');
    expect(sent()).to.deep.equal(['', 'Việt', 'b', '']);
    input(drawn(first!), 'b');
    expect(sent(), 'asked twice').to.deep.equal(['', 'b', 'b', '']);
    await first!.updateComplete;
    expect(sent()).to.deep.equal(['', 'b', 'b', '']);
    input(drawn(first!), 'c');
    first!.remove();
    form.append(first!);
    expect(sent(), 'moved').to.deep.equal(['', 'b', '', 'c']);
    const place = form.parentElement!;
    input(drawn(second!), 'd');
    form.remove();
    expect(sent(), 'out of the page').to.deep.equal(['', 'd', '', 'c']);
    place.append(form);
  });
});

describe("the page's labels around or for a comment box", () => {
  it('a label around the box names the textarea inside, which a click on it focuses', async () => {
    const place = await fixture(
      html`<p>
        <label
          >Ý kiến
          <article-comment-box><textarea>một</textarea><i slot="hint">Gợi ý</i></article-comment-box></label
        >
      </p>`,
    );
    const field = place.querySelector('textarea')!;
    expect(field.getAttribute('aria-label')).to.equal('Ý kiến');
    await expect(boxIn(place)).to.be.accessible();
    place.querySelector('label')!.click();
    expect(document.activeElement).to.equal(field);
    boxIn(place).remove();
    expect(field.hasAttribute('aria-label')).to.equal(false);
  });

  it('so does a label for the id of the box', async () => {
    const place = await fixture(html`
      <p>
        <label for="the-box">Ý kiến</label>
        <article-comment-box id="the-box"><textarea></textarea></article-comment-box>
      </p>
    `);
    const field = place.querySelector('textarea')!;
    expect(field.getAttribute('aria-label')).to.equal('Ý kiến');
    expect([...boxIn(place).labels]).to.deep.equal([place.querySelector('label')]);
    place.querySelector('label')!.click();
    expect(document.activeElement).to.equal(field);
  });

  it('a label in the slot names the textarea, and a click on it focuses that', async () => {
    const place = await fixture(html`
      <p>
        <article-comment-box><b slot="label">Góp ý</b><textarea></textarea></article-comment-box>
      </p>
    `);
    const field = place.querySelector('textarea')!;
    expect(shownText(boxIn(place))).to.equal('Góp ý 0 / 500 characters');
    expect(field.getAttribute('aria-label')).to.equal('Góp ý');
    await expect(boxIn(place)).to.be.accessible();
    place.querySelector('b')!.click();
    expect(document.activeElement).to.equal(field);
  });

  for (const name of ['aria-label', 'aria-labelledby']) {
    it(`the textarea's own ${name} stays, and no label is drawn beside it`, async () => {
      const place = await fixture(html`<p id="by">By</p>`);
      const box = document.createElement('article-comment-box');
      box.label = 'Góp ý';
      box.innerHTML = `<textarea ${name}="by"></textarea>`;
      place.append(box);
      await box.updateComplete;
      expect(box.querySelector('textarea')!.getAttribute(name)).to.equal('by');
      expect(box.querySelector('textarea')!.attributes).to.have.length(2); // and what describes it
      expect(shownText(box)).to.equal('0 / 500 characters');
    });
  }

  it('a label that comes later or changes is seen when the reader comes to the text', async () => {
    for (const [id, own] of Object.entries({drawn: '', around: '<textarea></textarea>'})) {
      const place = await fixture<HTMLElement>(html`<p></p>`);
      place.innerHTML = `<article-comment-box id="${id}">${own}</article-comment-box>`;
      const box = boxIn(place);
      await box.updateComplete;
      const label = document.createElement('label');
      label.htmlFor = id;
      label.textContent = 'Một';
      place.prepend(label);
      box.focus();
      await waitUntil(() => box.field!.getAttribute('aria-label') === 'Một');
      box.field!.blur();
      label.textContent = 'Hai';
      box.focus();
      await waitUntil(() => box.field!.getAttribute('aria-label') === 'Hai');
    }
  });
});

describe('what a comment box lends to the textarea of the page', () => {
  it('takes only its own description away from those that the page added', async () => {
    const place = await fixture(html`
      <p>
        <i id="rule">Rule</i><i id="err">Wrong</i>
        <article-comment-box>
          <textarea aria-label="A" aria-describedby="rule"></textarea>
        </article-comment-box>
      </p>
    `);
    const box = boxIn(place);
    const field = place.querySelector('textarea')!;
    field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby')} err`);
    await settle();
    expect(described(field)).to.deep.equal(['Rule', 'Up to 500 characters', 'Wrong']);
    field.setAttribute('aria-describedby', 'err');
    await waitUntil(() => field.getAttribute('aria-describedby') !== 'err', 'our sentence is back');
    expect(described(field)).to.deep.equal(['Wrong', 'Up to 500 characters']);
    box.remove();
    expect(field.getAttribute('aria-describedby')).to.equal('err');
  });

  it("never wipes a message of the page's own", async () => {
    const place = await fixture(html`
      <p>
        <article-comment-box maxlength="3"><textarea aria-label="A">abcde</textarea></article-comment-box>
      </p>
    `);
    const box = boxIn(place);
    const field = place.querySelector('textarea')!;
    expect(field.validationMessage).to.equal('Remove 2 characters.');
    field.setCustomValidity('The server says no.');
    box.value = 'ab';
    await box.updateComplete;
    expect(field.validationMessage).to.equal('The server says no.');
    box.value = 'abcd';
    field.setCustomValidity('');
    await box.updateComplete;
    expect(box.validationMessage).to.equal('Remove 1 character.');
  });

  it('says in the words of the page what the textarea itself asks for', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form lang="vi">
        <article-comment-box><textarea aria-label="A" required minlength="3"></textarea></article-comment-box
        ><button>Gửi</button>
      </form>
    `);
    form.addEventListener('submit', (event) => event.preventDefault());
    const box = boxIn(form);
    const field = form.querySelector('textarea')!;
    form.querySelector('button')!.click();
    expect(field.validationMessage).to.equal('Hãy viết ý kiến của bạn.');
    await box.updateComplete;
    expect(error(box)).to.equal('Hãy viết ý kiến của bạn.');
    field.focus();
    document.execCommand('insertText', false, 'ab');
    form.querySelector('button')!.click();
    expect(field.validationMessage).to.equal('Hãy viết ít nhất 3 ký tự.');
    await box.updateComplete;
    expect(error(box)).to.equal('Hãy viết ít nhất 3 ký tự.');
    document.execCommand('insertText', false, 'c');
    await box.updateComplete;
    expect([form.checkValidity(), error(box)]).to.deep.equal([true, '']);
    field.value = '';
    form.checkValidity();
    field.value = 'a script wrote this';
    form.requestSubmit();
    expect(form.checkValidity(), 'no stale message').to.equal(true);
  });

  it('forgets its error when the form of the textarea is reset, and not when that is prevented', async () => {
    const place = await fixture(html`
      <div>
        <form id="far-form"></form>
        <article-comment-box required>
          <textarea form="far-form" aria-label="A"></textarea>
        </article-comment-box>
      </div>
    `);
    const box = boxIn(place);
    const form = place.querySelector('form')!;
    box.reportValidity();
    await box.updateComplete;
    expect(error(box)).to.equal('Write your comment.');
    form.addEventListener('reset', (event) => event.preventDefault(), {once: true});
    form.reset();
    await settle();
    expect(error(box)).to.equal('Write your comment.');
    form.reset();
    await settle();
    expect([error(box), box.querySelector('textarea')!.hasAttribute('aria-invalid')]).to.deep.equal([
      '',
      false,
    ]);
  });
});

describe('the height of a comment box', () => {
  const lines = (field: HTMLTextAreaElement): number => {
    const style = getComputedStyle(field);
    const edges = ['paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth'] as const;
    return edges.reduce((height, edge) => height - parseFloat(style[edge]), field.offsetHeight);
  };

  it('is that of its rows at least, whatever padding and border the page gives the textarea', async () => {
    const place = await fixture<HTMLElement>(html`<p style="line-height: 20px"></p>`);
    place.innerHTML = `<style>textarea {padding: 24px 5px; border: 7px solid; line-height: 20px; margin: 0}</style>
      <article-comment-box><textarea rows="3" aria-label="A"></textarea></article-comment-box>`;
    await boxIn(place).updateComplete;
    await nextFrame();
    expect(lines(place.querySelector('textarea')!)).to.be.closeTo(60, 1);
  });
});

describe('what a script asks of a comment box', () => {
  for (const own of [false, true])
    it(`holds at once, ${own ? "also for the page's own textarea" : 'when it is alone'}`, async () => {
      const textarea = own ? html`<textarea name="comment" aria-label="Comment"></textarea>` : '';
      const form = await fixture<HTMLFormElement>(
        html`<form><article-comment-box>${textarea}</article-comment-box></form>`,
      );
      const box = boxIn(form);
      const names = () => [...new FormData(form).keys()];
      expect([form.checkValidity(), names()]).to.deep.equal([true, ['comment']]);
      box.required = true;
      expect(form.checkValidity()).to.equal(false);
      box.disabled = true;
      expect([form.checkValidity(), names()]).to.deep.equal([true, []]);
      box.disabled = false;
      expect([form.checkValidity(), names()]).to.deep.equal([false, ['comment']]);
      box.required = false;
      expect(form.checkValidity()).to.equal(true);
      box.value = 'abc';
      box.maxlength = 2;
      expect(form.checkValidity()).to.equal(false);
    });
});

describe('a copy of a box around a textarea, such as routers keep to go back to', () => {
  it('has the limit, the marks and the descriptions of the page, each once', async () => {
    const place = await fixture(html`
      <form lang="en">
        <p id="rules">Be kind.</p>
        <article-comment-box>
          <textarea aria-label="Comment" maxlength="5" aria-describedby="rules">abcdefg</textarea>
        </article-comment-box>
      </form>
    `);
    await waitUntil(() => boxIn(place).querySelector('textarea')!.ariaInvalid === 'true');
    const copy = place.cloneNode(true) as Element;
    place.replaceWith(copy);
    const box = boxIn(copy);
    await box.updateComplete;
    const field = box.querySelector('textarea')!;
    expect([box.maxlength, box.overLimit]).to.deep.equal([5, true]);
    expect(described(field)).to.deep.equal(['Be kind.', 'Up to 5 characters']);
    expect(box.children).to.have.length(2);
    box.value = 'abc';
    await settle();
    expect(field.getAttribute('aria-invalid')).to.equal(null);
    box.remove();
    const own = ['maxlength', 'aria-describedby', 'aria-invalid'].map((name) => field.getAttribute(name));
    expect(own).to.deep.equal(['5', 'rules', null]);
    expect(box.children).to.have.length(1);
  });
});

describe('what only looks like a copy of a box', () => {
  captureWarnings();

  for (const limit of ['', '{', 'onclick', '-1', '9'.repeat(400)])
    it(`leads it nowhere: "${limit.slice(0, 20)}"`, async () => {
      const place = await fixture(html`
        <form lang="en">
          <article-comment-box>
            <textarea aria-label="Comment"></textarea
            ><span data-limit=${limit} data-lent='{"onclick":["1",null]}'></span>
          </article-comment-box>
        </form>
      `);
      const box = boxIn(place);
      await settle();
      const field = box.querySelector('textarea')!;
      expect(box.maxlength).to.equal(500);
      expect(described(field)).to.deep.equal(['Up to 500 characters']);
      expect(field.hasAttribute('onclick')).to.equal(false);
    });
});

describe('a text in NFD around which nothing else has loaded yet', () => {
  it('is sent as it was counted', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <article-comment-box><textarea name="a" aria-label="Comment"></textarea></article-comment-box>
      </form>
    `);
    const field = form.querySelector('textarea')!;
    field.value = 'Tiếng Việt'.normalize('NFD');
    field.dispatchEvent(new Event('change', {bubbles: true})); // as when the reader leaves it for the button
    expect(new FormData(form).get('a')).to.equal('Tiếng Việt'.normalize('NFC'));
    expect(boxIn(form).count).to.equal(10);
  });
});
