import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/article-text-size/article-text-size.js';
import {shownRect} from './support/shown-rect.js';

const sentence = 'Bốn giờ rưỡi sáng, sương còn đọng trên bờ cỏ, bà Sáu Lành đã nấu xong nồi cháo cá lóc. ';
const long = Array.from({length: 12}, (_, index) => `${index}: ${sentence}`).join('');
const lines = Array.from({length: 24}, (_, index) => html`${index}: ${sentence}<br />`);

/** A story of paragraphs, lines parted by br, lists and a table, between other parts of the page. */
const openPage = () =>
  fixture<HTMLElement>(
    html`<div style="font: 16px/1.5 serif">
      <div style="height: 300px"></div>
      <article-text-size for="story"></article-text-size>
      <article id="story">
        <h1>Mùa gặt</h1>
        ${Array.from({length: 8}, (_, index) => html`<p id="p${index}">${long}</p>`)}
        <div id="lines">${lines}</div>
        <ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>
        <table>
          ${lines.map(
            (line) =>
              html`<tr>
                <td>${line}</td>
                <td>${long}</td>
              </tr>`,
          )}
        </table>
      </article>
      <div id="after" style="height: 3000px">${long}</div>
    </div>`,
  );

/** The toggle has the part fetched that keeps the place. */
async function scrolled(): Promise<void> {
  await nextFrame();
  await import('../../src/article-text-size/remember-place.js');
  await nextFrame();
}

/** The first letter of the topmost line that is shown in the window, or in the box that scrolls. */
function letterAtTop(story: Element, edge = 0): Range {
  const texts = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
  let [found, highest] = [new Range(), Infinity];
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    for (let at = 0; at < text.length; at++) {
      const letter = new Range();
      letter.setStart(text, at);
      letter.setEnd(text, at + 1);
      const {top, height} = shownRect(letter);
      if (height && top + height > edge && top < highest) [found, highest] = [letter, top];
      if (top > edge) break;
    }
  }
  return found;
}

describe('<article-text-size> and the reader’s place', () => {
  const leave = () => {
    localStorage.clear();
    scrollTo(0, 0);
  };
  beforeEach(leave);
  afterEach(leave);

  for (const [where, place] of Object.entries({
    'inside a long paragraph': '#p5',
    'among lines without paragraphs': '#lines',
    'in a list': 'ul',
    'in a table': 'table',
  })) {
    it(`keeps the line being read, ${where}`, async () => {
      const page = await openPage();
      const story = page.querySelector('article')!;
      const toggle = page.querySelector('article-text-size')!;
      scrollBy({top: shownRect(page.querySelector(place)!).top + 170, behavior: 'instant'});
      await scrolled();
      const letter = letterAtTop(story);
      for (const scale of [1.125, 1.25, 1.5, 1.75, 2, 1.75, 1.5, 1.25, 1.125, 1, 0.875, 2, 0.875, 1]) {
        toggle.scale = scale;
        await nextFrame();
        await nextFrame();
        expect(Math.abs(shownRect(letter).top), `at ${scale}`).to.be.below(24 * scale);
      }
    });
  }

  it('keeps the line being read in a story that scrolls by itself', async () => {
    const page = await fixture<HTMLElement>(
      html`<div style="height: 400px; overflow-y: auto; font: 16px/1.5 serif; margin-block: 50px 2000px">
        <article>
          <article-text-size></article-text-size>
          ${Array.from({length: 8}, (_, index) => html`<p id="p${index}">${long}</p>`)}
        </article>
      </div>`,
    );
    const top = page.getBoundingClientRect().top;
    page.scrollBy({top: shownRect(page.querySelector('#p5')!).top - top + 170, behavior: 'instant'});
    await scrolled();
    const letter = letterAtTop(page, top);
    for (const scale of [1.125, 2, 0.875, 1]) {
      page.querySelector('article-text-size')!.scale = scale;
      await nextFrame();
      await nextFrame();
      expect(Math.abs(shownRect(letter).top - top), `at ${scale}`).to.be.below(24 * scale);
    }
    expect(scrollY).to.equal(0);
  });

  it('keeps what follows the story where it is', async () => {
    const page = await openPage();
    const after = page.querySelector('#after')!;
    scrollBy({top: after.getBoundingClientRect().top + 100, behavior: 'instant'});
    await scrolled();
    for (const scale of [1.5, 2, 0.875, 1]) {
      page.querySelector('article-text-size')!.scale = scale;
      await nextFrame();
      await nextFrame();
      expect(after.getBoundingClientRect().top, `at ${scale}`).to.be.closeTo(-100, 3);
    }
  });

  it('does not scroll a page whose story begins within the window', async () => {
    const page = await openPage();
    for (const scale of [2, 1]) {
      page.querySelector('article-text-size')!.scale = scale;
      await nextFrame();
      await nextFrame();
      expect(scrollY).to.equal(0);
    }
  });
});
