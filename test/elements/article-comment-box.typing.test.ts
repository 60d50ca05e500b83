import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/article-comment-box/article-comment-box.js';
import type {ArticleCommentBox} from '../../src/article-comment-box/article-comment-box.js';

type Box = ArticleCommentBox;
const drawn = (box: Box): HTMLTextAreaElement => box.shadowRoot!.querySelector('textarea')!;
const counter = (box: Box): string => box.shadowRoot!.querySelector('[part~=counter]')!.textContent!.trim();
const live = (box: Box): Element => box.shadowRoot!.querySelector('[aria-live=polite]')!;
const compose = (field: HTMLElement, type: string): unknown =>
  field.dispatchEvent(new CompositionEvent(type, {bubbles: true, composed: true}));
const input = (field: HTMLTextAreaElement, text: string, isComposing = false): void => {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, isComposing}));
};

/** Everything that the live region says from now on. */
function listen(box: Box): string[] {
  const said: string[] = [];
  new MutationObserver(() => said.push(live(box).textContent!)).observe(live(box), {
    characterData: true,
    childList: true,
    subtree: true,
  });
  return said;
}

describe('<article-comment-box> while somebody types', () => {
  it('counts every key, and speaks once after a pause', async () => {
    const box = await fixture<Box>(html`<article-comment-box lang="vi" value="a"></article-comment-box>`);
    expect(live(box).textContent).to.equal('');
    const said = listen(box);
    let inputs = 0;
    box.addEventListener('input', () => inputs++);
    box.focus();
    await sendKeys({type: 'xin chao'});
    await waitUntil(() => counter(box) === '9 / 500 ký tự'); // keys may arrive after sendKeys
    expect(inputs).to.equal(8);
    expect(said).to.deep.equal([]);
    await waitUntil(() => said.length, 'the live region speaks', {timeout: 3000});
    await aTimeout(1200);
    expect(said).to.deep.equal(['Còn 491 ký tự']);
  });

  it('keeps the whole text over the limit, and says at once and once that it was crossed', async () => {
    const box = await fixture<Box>(html`<article-comment-box lang="vi" maxlength="3"></article-comment-box>`);
    const said = listen(box);
    box.focus();
    await sendKeys({type: 'abcd'});
    await waitUntil(() => counter(box) === 'Vượt 1 ký tự');
    expect(box.value).to.equal('abcd');
    expect(drawn(box).getAttribute('aria-invalid')).to.equal('true');
    await aTimeout(0);
    expect(said).to.deep.equal(['Vượt 1 ký tự']);
    await aTimeout(1500);
    expect(said).to.have.length(1);
    await sendKeys({press: 'Backspace'});
    await waitUntil(() => !drawn(box).hasAttribute('aria-invalid'));
    await waitUntil(() => said.length === 2, 'speaks again', {timeout: 3000});
    expect(said[1]).to.equal('Còn 0 ký tự');
  });

  it('is silent below the threshold', async () => {
    const box = await fixture<Box>(
      html`<article-comment-box lang="vi" maxlength="4" threshold="75"></article-comment-box>`,
    );
    const said = listen(box);
    box.focus();
    await sendKeys({type: 'ab'});
    await aTimeout(1500);
    expect(said).to.deep.equal([]);
    await sendKeys({type: 'c'});
    await waitUntil(() => said.length, 'speaks', {timeout: 3000});
    expect(said).to.deep.equal(['Còn 1 ký tự']);
  });

  it('leaves a composition alone, and counts once after it', async () => {
    const box = await fixture<Box>(html`<article-comment-box lang="vi" maxlength="4"></article-comment-box>`);
    const field = drawn(box);
    const said = listen(box);
    box.focus();
    input(field, 'a');
    await box.updateComplete;
    const shown: string[] = [];
    let last = counter(box);
    const note = (): unknown => last !== (last = counter(box)) && shown.push(last);
    new MutationObserver(note).observe(box.shadowRoot!, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    compose(field, 'compositionstart');
    for (const text of ['aa', 'aaa', 'aaaa', 'aaaaa']) input(field, text, true);
    await aTimeout(1700); // longer than a pause and several looks
    expect([shown, said]).to.deep.equal([[], []]);
    expect(field.value).to.equal('aaaaa');
    expect(box.overLimit).to.equal(true);
    compose(field, 'compositionend');
    input(field, 'aaaaa'); // Firefox fires it after the end
    await box.updateComplete;
    await aTimeout(1200);
    expect(shown).to.deep.equal(['Vượt 1 ký tự']);
    expect(said).to.deep.equal(['Vượt 1 ký tự']);
    expect(field.value).to.equal('aaaaa');
  });

  it('counts within a second what software writes while focused, and rests when not', async () => {
    const box = await fixture<Box>(html`<article-comment-box lang="vi"></article-comment-box>`);
    drawn(box).value = 'đọc';
    await aTimeout(1100);
    expect(counter(box)).to.equal('0 / 500 ký tự');
    box.focus();
    drawn(box).value = 'đọc cho máy';
    await waitUntil(() => counter(box) === '11 / 500 ký tự', 'counted', {timeout: 1000});
    await waitUntil(() => live(box).textContent === 'Còn 489 ký tự', 'spoken', {timeout: 2000});
    drawn(box).blur();
    drawn(box).value = '';
    await aTimeout(1100);
    expect(counter(box)).to.equal('11 / 500 ký tự');
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await box.updateComplete;
    expect(counter(box)).to.equal('0 / 500 ký tự');
    await aTimeout(1100);
    expect(live(box).textContent).to.equal('');
  });

  it('keeps working when moved, and stops when removed', async () => {
    const place = await fixture(
      html`<div>
        <article-comment-box lang="vi"></article-comment-box>
        <p></p>
      </div>`,
    );
    const box = place.querySelector('article-comment-box')!;
    box.value = 'giữ';
    place.querySelector('p')!.append(box);
    await box.updateComplete;
    expect(drawn(box).value).to.equal('giữ');
    box.focus();
    drawn(box).value = 'giữ lại';
    await waitUntil(() => counter(box) === '7 / 500 ký tự', 'counted', {timeout: 1000});
    const said = listen(box);
    box.remove();
    drawn(box).value = '';
    dispatchEvent(new PageTransitionEvent('pageshow'));
    await aTimeout(1300);
    expect(counter(box)).to.equal('7 / 500 ký tự');
    expect(said).to.deep.equal([]);
  });

  it('leaves no timer and no listener behind after 1,000 mounts', async () => {
    const first = await fixture<Box>(html`<article-comment-box></article-comment-box>`);
    first.focus();
    drawn(first).value = 'tải';
    await waitUntil(() => counter(first) === '3 / 500 characters'); // what typing needs has been loaded
    first.remove();
    const open = {timers: new Set<unknown>(), listeners: 0};
    const {setInterval: start, clearInterval: stop} = window;
    const {addEventListener: add, removeEventListener: drop} = EventTarget.prototype;
    const global = (target: EventTarget | undefined): boolean =>
      !target || target === window || target === document;
    window.setInterval = ((...args: Parameters<typeof start>) => {
      const id = start(...args);
      open.timers.add(id);
      return id;
    }) as typeof start;
    window.clearInterval = (id) => {
      open.timers.delete(id);
      stop(id);
    };
    EventTarget.prototype.addEventListener = function (...args: Parameters<typeof add>) {
      if (global(this)) {
        open.listeners++;
        (args[2] as AddEventListenerOptions).signal!.onabort = () => (open.listeners -= 3);
      }
      add.apply(this ?? window, args);
    };
    EventTarget.prototype.removeEventListener = function (...args: Parameters<typeof drop>) {
      if (global(this)) open.listeners--;
      drop.apply(this ?? window, args);
    };
    try {
      let most = 0;
      for (let i = 0; i < 1000; i++) {
        const box = document.createElement('article-comment-box');
        if (i % 2) box.append(document.createElement('textarea'));
        document.body.append(box);
        await box.updateComplete;
        if (i < 20) {
          box.focus();
          await aTimeout(0);
        }
        most = Math.max(most, open.listeners + open.timers.size);
        box.remove();
      }
      expect(most).to.equal(4); // formdata, reset, pageshow and the look at the focused field: this test does see them
      expect(open.listeners).to.equal(0);
      expect(open.timers.size).to.equal(0);
    } finally {
      Object.assign(window, {setInterval: start, clearInterval: stop});
      Object.assign(EventTarget.prototype, {addEventListener: add, removeEventListener: drop});
    }
  });

  it('says `change` for its own text area as one of the page would', async () => {
    const box = await fixture<Box>(html`<article-comment-box value="a"></article-comment-box>`);
    const heard: EventTarget[] = [];
    box.addEventListener('change', (event) => heard.push(event.target!));
    box.focus();
    await waitUntil(() => {
      drawn(box).dispatchEvent(new Event('change', {bubbles: true}));
      return heard.length;
    });
    expect(heard[0]).to.equal(box);
  });

  it('follows a limit that the page writes anew on its own text area', async () => {
    const box = await fixture<Box>(
      html`<article-comment-box lang="vi">
        <textarea aria-label="Ý kiến" maxlength="9">abc</textarea>
      </article-comment-box>`,
    );
    expect(counter(box)).to.equal('3 / 9 ký tự');
    box.querySelector('textarea')!.setAttribute('maxlength', '2');
    await waitUntil(() => counter(box) === 'Vượt 1 ký tự');
    expect(box.querySelector('textarea')!.hasAttribute('maxlength')).to.equal(false);
  });
});
