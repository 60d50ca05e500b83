import {expect, fixture, html} from '@open-wc/testing';
import '../../src/article-date/article-date.js';
import {fakeTime, rendered, watchWrites} from './support/fake-time.js';
import {shownText} from './support/shown-text.js';
import {captureWarnings} from './support/warnings.js';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** When the words change, and to what. The last ones are no longer relative. */
const ladder: [after: number, vi: string, en: string][] = [
  [10 * second, '10 giây trước', '10 seconds ago'],
  [11 * second, '11 giây trước', '11 seconds ago'],
  [54 * second, '54 giây trước', '54 seconds ago'],
  [55 * second, '1 phút trước', '1 minute ago'],
  [minute + 55 * second, '2 phút trước', '2 minutes ago'],
  [53 * minute + 55 * second, '54 phút trước', '54 minutes ago'],
  [54 * minute + 55 * second, '1 giờ trước', '1 hour ago'],
  [hour + 54 * minute + 55 * second, '2 giờ trước', '2 hours ago'],
  [19 * hour + 54 * minute + 55 * second, '20 giờ trước', '20 hours ago'],
  [20 * hour + 54 * minute + 55 * second, '1 ngày trước', '1 day ago'],
  [day + 20 * hour + 54 * minute + 55 * second, '2 ngày trước', '2 days ago'],
  [5 * day + 20 * hour + 54 * minute + 55 * second, '1 tuần trước', '1 week ago'],
  [12 * day + 20 * hour + 54 * minute + 55 * second, '2 tuần trước', '2 weeks ago'],
  [26 * day + 20 * hour + 54 * minute + 55 * second, '4 tuần trước', '4 weeks ago'],
  [30 * day, '29/03/2024', 'Mar 29, 2024'],
];

describe('<article-date format="relative"> as time passes', () => {
  captureWarnings();
  const time = fakeTime('2024-03-29T04:12:24Z');
  const stamp = '2024-03-29T11:12:24+07:00';

  for (const [lang, column, now] of [
    ['vi', 1, 'vừa xong'],
    ['en', 2, 'just now'],
  ] as const) {
    it(`changes at the very second, up to the date after 30 days: ${lang}`, async () => {
      const before = time.timers();
      const el = await fixture(
        html`<article-date lang=${lang} format="relative" datetime=${stamp}></article-date>`,
      );
      expect(shownText(el)).to.equal(now);
      let passed = 0;
      for (const rung of ladder) {
        await time.pass(rung[0] - 1 - passed);
        expect(shownText(el), `before ${rung[0]}`).not.to.equal(rung[column]);
        await time.pass(1);
        passed = rung[0];
        expect(shownText(el), `at ${rung[0]}`).to.equal(rung[column]);
      }
      expect(time.timers() - before).to.equal(0);
    });
  }

  it('is written only when the words change', async () => {
    const el = await fixture(
      html`<article-date lang="vi" format="relative" datetime=${stamp}></article-date>`,
    );
    await time.pass(20 * minute);
    const writes = watchWrites(el);
    let written = 0;
    for (let count = 0; count < 600; count++) {
      await time.pass(second);
      written += writes() ? 1 : 0;
    }
    expect(written).to.equal(10);
  });

  it('puts no future into words: the date stands until it is so near that a clock may be slow', async () => {
    const before = time.timers();
    const el = await fixture(
      html`<article-date lang="vi" format="relative" datetime="2024-03-30T11:12:24+07:00"></article-date>`,
    );
    expect(time.timers() - before).to.equal(1);
    await time.pass(day - 10 * minute - 1);
    expect(shownText(el)).to.equal('30/03/2024');
    await time.pass(1);
    expect(shownText(el)).to.equal('vừa xong');
    await time.pass(10 * minute + 9 * second);
    expect(shownText(el)).to.equal('vừa xong');
    await time.pass(second);
    expect(shownText(el)).to.equal('10 giây trước');
  });

  it('shares one timer, and leaves none behind', async () => {
    const before = time.timers();
    const place = await fixture(html`<div></div>`);
    for (let count = 0; count < 50; count++) {
      const datetime = new Date(Date.now() - count * count * minute).toISOString();
      place.append(Object.assign(document.createElement('article-date'), {datetime, format: 'relative'}));
    }
    await rendered();
    expect(time.timers() - before).to.equal(1);
    await time.pass(2 * hour);
    expect(time.timers() - before).to.equal(1);
    expect(shownText(place.firstElementChild!)).to.equal('2 hours ago');
    place.replaceChildren();
    expect(time.timers() - before).to.equal(0);
  });

  it('is absolute where no zone is known, and for the light content', async () => {
    const el = await fixture(
      html`<article-date lang="vi" format="relative" datetime="2024-03-29T11:12:24"></article-date>`,
    );
    expect(shownText(el)).to.equal('29/03/2024');
    const wholeDay = await fixture(
      html`<article-date
        lang="vi"
        format="relative"
        time-zone="+07:00"
        datetime="2024-03-29"
      ></article-date>`,
    );
    expect(shownText(wholeDay)).to.equal('29/03/2024');
    const bad = await fixture(
      html`<article-date lang="vi" format="relative"
        ><time datetime="hôm qua">28/03/2024</time></article-date
      >`,
    );
    expect(shownText(bad)).to.equal('28/03/2024');
  });
});
