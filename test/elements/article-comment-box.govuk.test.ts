import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/article-comment-box/article-comment-box.js';
import {define} from '../../src/shared/define.js';
import type {ArticleCommentBox} from '../../src/article-comment-box/article-comment-box.js';
import {around, counter, counterNode, described, listen, live} from './support/counted-box.js';
import {captureWarnings} from './support/warnings.js';
import {shownText} from './support/shown-text.js';

/*
 * What GOV.UK's character count promises, line by line, with the numbers of `accepted` in our words. Their lines that
 * count words or set up their script by hand have no counterpart here.
 */

type Box = ArticleCommentBox;

const write = async (box: Box, text: string): Promise<void> => {
  box.value = text;
  await box.updateComplete;
};

describe("GOV.UK's list: a counter that is set up", () => {
  const warnings = captureWarnings();

  it('1 without script the textarea of the page keeps its limit, and is sent', () => {
    const inert = document.implementation.createHTMLDocument(); // a document in which no script runs
    inert.body.innerHTML =
      '<form><article-comment-box><textarea name="a" maxlength="10">một</textarea></article-comment-box></form>';
    expect([...new FormData(inert.forms[0])]).to.deep.equal([['a', 'một']]);
    expect(inert.querySelector('textarea')!.maxLength).to.equal(10);
  });

  it('2, 6 shows the counter at once', async () => {
    expect(counter(await around({maxlength: '10'}))).to.equal('0 / 10 characters');
  });

  it('3 has a polite live region, which says nothing yet, beside a counter that is not read out', async () => {
    const box = await around({maxlength: '10'});
    expect(live(box).textContent).to.equal('');
    expect(counterNode(box).getAttribute('aria-hidden')).to.equal('true');
  });

  it('4, 44 describes the textarea with the limit, unseen', async () => {
    const box = await around({maxlength: '10'});
    expect(described(box.querySelector('textarea')!)).to.deep.equal(['Up to 10 characters']);
    expect(shownText(box)).to.equal('0 / 10 characters');
  });

  it('5, 10 keeps the classes that the page gave the textarea, at first and while typing', async () => {
    const box = await around({maxlength: '3'}, 'a', true);
    for (const text of ['ab', 'abcd', 'abc']) {
      await write(box, text);
      expect(box.querySelector('textarea')!.className).to.equal('the-page-says-error');
    }
  });

  it('7 counts the text that is there already', async () => {
    expect(counter(await around({maxlength: '77'}, 'a'.repeat(10)))).to.equal('10 / 77 characters');
  });

  it('8, 40, 62 counts every key at once, and says a sentence after a pause, also when all is used', async () => {
    const box = await around({maxlength: '4'}, 'a');
    const said = listen(box);
    box.focus();
    let inputs = 0;
    box.addEventListener('input', () => inputs++);
    await sendKeys({type: 'bcd'});
    await waitUntil(() => counter(box) === '4 / 4 characters'); // keys may arrive after sendKeys
    expect(inputs).to.equal(3);
    expect(said).to.deep.equal([]);
    await waitUntil(() => said.length, 'the live region speaks', {timeout: 3000});
    expect(said).to.deep.equal(['0 characters left']);
  });

  it('9, 11, 12, 37 writes one character and several, left and too many', async () => {
    const box = await around({maxlength: '1'});
    const box10 = await around({maxlength: '10'});
    expect([counter(box), counter(box10)]).to.deep.equal(['0 / 1 character', '0 / 10 characters']);
    await write(box, 'ab');
    expect(counter(box)).to.equal('1 character too many');
    await write(box, 'abc');
    expect(counter(box)).to.equal('2 characters too many');
    await write(box, 'a'.repeat(11));
    expect(counter(box)).to.equal('10 characters too many');
  });

  it('13, 14, 15 marks the textarea and the counter while the text is too long, from the start', async () => {
    const box = await around({maxlength: '10'}, 'a'.repeat(33));
    const field = box.querySelector('textarea')!;
    expect(counter(box)).to.equal('23 characters too many');
    expect([field.getAttribute('aria-invalid'), counterNode(box).part.contains('over')]).to.deep.equal([
      'true',
      true,
    ]);
    await write(box, 'a');
    expect([field.getAttribute('aria-invalid'), counterNode(box).part.contains('over')]).to.deep.equal([
      null,
      false,
    ]);
  });

  it('16, 17 below the threshold the counter keeps its place, and is neither seen nor read', async () => {
    const box = await around({maxlength: '10'});
    box.threshold = 75;
    await write(box, 'a'.repeat(7));
    const height = box.offsetHeight;
    expect(getComputedStyle(counterNode(box)).visibility).to.equal('hidden');
    await write(box, 'a'.repeat(8));
    expect(shownText(box)).to.equal('8 / 10 characters');
    expect(box.offsetHeight).to.equal(height);
  });

  for (const [line, id] of Object.entries({'18': '1st-thing', '19': 'more.detail[0]:#>"\\'})) {
    it(`${line} works around a textarea whose id is ${id}`, async () => {
      const box = await around({maxlength: '10', id, 'aria-describedby': `${id}-rule`});
      const rule = document.createElement('p');
      rule.id = `${id}-rule`;
      rule.textContent = 'House rules';
      box.append(rule);
      await write(box, 'abc');
      expect(counter(box)).to.equal('3 / 10 characters');
      expect(described(box.querySelector('textarea')!)).to.deep.equal(['House rules', 'Up to 10 characters']);
    });
  }

  it('20 takes maxlength off the textarea, by which the browser would cut', async () => {
    const box = await around({maxlength: '10'});
    expect(box.querySelector('textarea')!.hasAttribute('maxlength')).to.equal(false);
  });

  it('29, 31, 32 is set by properties and by attributes; the box wins over the textarea, the last over both', async () => {
    const box = await around({maxlength: '10'});
    box.setAttribute('maxlength', '20');
    await box.updateComplete;
    expect(counter(box)).to.equal('0 / 20 characters');
    Object.assign(box, {maxlength: 30, threshold: 50, countUnit: 'utf-8'});
    box.value = 'Việt';
    await waitUntil(() => box.count === 6); // other units are loaded when they are asked for
    await box.updateComplete;
    expect(described(box.querySelector('textarea')!)).to.deep.equal(['Up to 30 characters']);
    box.setAttribute('maxlength', '12');
    await box.updateComplete;
    expect(shownText(box)).to.equal('6 / 12 characters');
  });

  it('30 sets up every box of a page by itself, each with its own limit', async () => {
    const page = await fixture(html`
      <div>
        <article-comment-box maxlength="1"></article-comment-box>
        <article-comment-box maxlength="2"></article-comment-box>
      </div>
    `);
    const counters = [...page.querySelectorAll('article-comment-box')].map(counter);
    expect(counters).to.deep.equal(['0 / 1 character', '0 / 2 characters']);
  });

  it('34 survives being defined twice', async () => {
    const box = await around({maxlength: '10'});
    define('article-comment-box', class extends HTMLElement {});
    expect(warnings.taken()).to.have.length(1);
    await write(box, 'a');
    expect(counter(box)).to.equal('1 / 10 characters');
  });
});
