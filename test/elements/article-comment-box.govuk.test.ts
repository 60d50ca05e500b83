import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/article-comment-box/article-comment-box.js';
import {define} from '../../src/shared/define.js';
import type {ArticleCommentBox} from '../../src/article-comment-box/article-comment-box.js';
import {around, counter, counterNode, described, listen, live} from './support/counted-box.js';
import {captureWarnings} from './support/warnings.js';
import {shownText} from './support/shown-text.js';
import {waitUntil} from './support/wait-until.js';

/*
 * What GOV.UK's character count promises, line by line, with the numbers of `accepted` in our words. Line 1, without
 * script, is in test/pages. Their lines that
 * count words or set up their script by hand have no counterpart here.
 */

type Box = ArticleCommentBox;

const write = async (box: Box, text: string): Promise<void> => {
  box.value = text;
  await box.updateComplete;
};

describe("GOV.UK's list: a counter that is set up", () => {
  const warnings = captureWarnings();

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
    box.focus();
    for (const key of ['b', 'c', 'd', 'Backspace']) {
      await sendKeys({press: key});
      expect(box.querySelector('textarea')!.className).to.equal('the-page-says-error');
    }
    await waitUntil(() => box.value.length === 3);
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
    await waitUntil(() => said.length, 'the live region speaks');
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
    box10.focus();
    await sendKeys({type: 'abcdefghi'}); // WebKit types a letter that is repeated once
    await waitUntil(() => live(box10).textContent === '1 character left', 'spoken');
  });

  it('13, 14, 15 marks the textarea and the counter while the text is too long, from the start', async () => {
    const box = await around({maxlength: '10'}, 'a'.repeat(33));
    const field = box.querySelector('textarea')!;
    box.style.setProperty('--article-error', 'rgb(200, 0, 0)');
    const [border, colour] = [getComputedStyle(field), getComputedStyle(counterNode(box))];
    expect(counter(box)).to.equal('23 characters too many');
    expect([border.borderTopColor, colour.color]).to.deep.equal(['rgb(200, 0, 0)', 'rgb(200, 0, 0)']);
    expect([field.getAttribute('aria-invalid'), counterNode(box).part.contains('over')]).to.deep.equal([
      'true',
      true,
    ]);
    await write(box, 'a');
    expect([field.getAttribute('aria-invalid'), counterNode(box).part.contains('over')]).to.deep.equal([
      null,
      false,
    ]);
    expect(border.borderTopColor).not.to.equal('rgb(200, 0, 0)');
    expect(colour.color).not.to.equal('rgb(200, 0, 0)');
  });

  it('16, 17 below the threshold the counter keeps its place, and is neither seen nor read', async () => {
    const box = await around({maxlength: '10'});
    box.threshold = 75;
    const said = listen(box);
    box.focus();
    await sendKeys({type: 'a'.repeat(7)});
    await aTimeout(1700); // longer than the pause after which it would speak
    expect([said, counterNode(box).getAttribute('aria-hidden')]).to.deep.equal([[], 'true']);
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

  it('31 takes each setting by attribute, by property, and the later of both', async () => {
    const settings = {
      maxlength: ['7', 9],
      threshold: ['20', 50],
      'count-unit': ['utf-16', 'utf-8'],
      newline: ['crlf', 'lf'],
    };
    for (const [attribute, [first, second]] of Object.entries(settings)) {
      const property = attribute === 'count-unit' ? 'countUnit' : attribute;
      const read = (box: Box): string => String(box[property as 'maxlength']);
      const box = await around({});
      box.setAttribute(attribute, String(first));
      expect(read(box)).to.equal(String(first));
      Object.assign(box, {[property]: second});
      expect(read(box)).to.equal(String(second));
      box.setAttribute(attribute, String(first));
      expect(read(box)).to.equal(String(first));
      await box.updateComplete;
    }
  });

  it('35 warns of what is missing or wrong, and works', async () => {
    const box = await fixture<Box>(
      html`<article-comment-box lang="en" maxlength="none" newline="cr">
        <textarea aria-label="A"></textarea><textarea aria-label="B"></textarea>
      </article-comment-box>`,
    );
    expect(warnings.taken()).to.have.length(3);
    await write(box, 'ab');
    expect(counter(box)).to.equal('2 / 500 characters');
  });

  it('34 survives being defined twice', async () => {
    const box = await around({maxlength: '10'});
    define('article-comment-box', class extends HTMLElement {});
    expect(warnings.taken()).to.have.length(1);
    await write(box, 'a');
    expect(counter(box)).to.equal('1 / 10 characters');
  });
});
