import {expect, fixture, html} from '@open-wc/testing';
import '../../src/article-date/article-date.js';
import type {ArticleDate} from '../../src/article-date/article-date.js';
import type {ArticleErrorEvent} from '../../src/shared/error.js';
import {shownText} from './support/shown-text.js';
import {captureWarnings} from './support/warnings.js';
import {waitUntil} from './support/wait-until.js';

/** Names that are no zones, and the one that the developer of the page is told of. */
const suggestions: [name: string, likely: string][] = [
  ['GMT+7', '+07:00'],
  ['UTC+7', '+07:00'],
  ['UTC+07:00', '+07:00'],
  ['gmt-3:30', '-03:30'],
  ['+7', '+07:00'],
  ['ICT', '+07:00'],
  ['Asia/Hanoi', 'Asia/Ho_Chi_Minh'],
  ['Hanoi', 'Asia/Ho_Chi_Minh'],
  ['Asia/Saigon City', 'Asia/Ho_Chi_Minh'],
  ['Asia/Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
  ['Asia/HoChiMinh', 'Asia/Ho_Chi_Minh'],
  ['Ho Chi Minh City', 'Asia/Ho_Chi_Minh'],
  ['Asia/Vietnam', 'Asia/Ho_Chi_Minh'],
  ['GMT +7', '+07:00'],
  ['UTC +7', '+07:00'],
  ['GMT -3:30', '-03:30'],
  ['07:00', '+07:00'],
  ['GMT+14', '+14:00'],
  ['Asia/Hà_Nội', 'Asia/Ho_Chi_Minh'],
  ['Hà Nội', 'Asia/Ho_Chi_Minh'],
  ['Asia/HCM', 'Asia/Ho_Chi_Minh'],
  ['Asia/Ho_Chi_Min', 'Asia/Ho_Chi_Minh'],
  ['SE Asia Standard Time', 'Asia/Ho_Chi_Minh'],
  ['New York', 'America/New_York'],
  ['America/NewYork', 'America/New_York'],
  ['US/New_York', 'America/New_York'],
  ['Kolkata', 'Asia/Kolkata'],
  ['Kathmandu', 'Asia/Kathmandu'],
  ['London', 'Europe/London'],
  // Nothing is like these.
  ...[
    '',
    ' ',
    '+24:00',
    'GMT+15',
    '+14:30',
    'GMT+14:30',
    '7',
    'constructor',
    '__proto__',
    'BST',
    'giờ Hà Nội',
    '<b>',
    'x'.repeat(1e5),
  ].map((name): [string, string] => [name, 'an IANA name']),
];

describe('a time zone that is none', () => {
  const warnings = captureWarnings();

  for (const [name, likely] of suggestions) {
    it(`${JSON.stringify(name.slice(0, 30))}: use ${likely}`, async () => {
      const outer = await fixture(html`<div lang="vi" data-time-zone="+09:00"></div>`);
      const events: ArticleErrorEvent[] = [];
      outer.addEventListener('article-error', (event) => events.push(event as ArticleErrorEvent));
      const el = document.createElement('article-date');
      el.setAttribute('time-zone', name);
      el.setAttribute('datetime', '2024-03-29T04:12:24Z');
      outer.append(el);
      await waitUntil(() => events.length);
      expect(shownText(el)).to.equal('Thứ 6, 29/03/2024 | 13:12:24 [GMT +9]');
      const [{code, message}] = events as [ArticleErrorEvent];
      expect({code, message}).to.deep.equal({
        code: 'invalid-time-zone',
        message: `not a time zone; use ${likely}`,
      });
      expect(warnings.taken()).to.have.lengthOf(1);
      expect(warnings.taken()[0]).to.contain(`<article-date> time-zone="${name.slice(0, 100)}": `);
    });
  }

  it('is passed over in data-time-zone too, for the offset that is written in the stamp', async () => {
    const outer = await fixture(html`
      <div lang="vi" data-time-zone="Asia/Hanoi">
        <article-date time-zone="" datetime="2024-03-29T11:12:24+07:00"></article-date>
        <article-date datetime="2024-03-29T11:12:24"></article-date>
      </div>
    `);
    const [stamped, floating] = outer.querySelectorAll('article-date');
    await waitUntil(() => warnings.taken().length >= 3);
    expect(shownText(stamped!)).to.equal('Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]');
    expect(shownText(floating!)).to.equal('Thứ 6, 29/03/2024 | 11:12:24');
  });

  it('is passed over on one element after another around a date', async () => {
    const outer = await fixture(html`
      <div data-time-zone="+09:00" lang="vi">
        <div data-time-zone="Asia/Hanoi">
          <div data-time-zone="ICT"><p></p></div>
        </div>
      </div>
    `);
    const host = outer.querySelector('p')!;
    const el = document.createElement('article-date');
    el.setAttribute('datetime', '2024-03-29T04:12:24Z');
    host.attachShadow({mode: 'open'}).append(el);
    await waitUntil(() => warnings.taken().length === 2);
    expect(shownText(el)).to.equal('Thứ 6, 29/03/2024 | 13:12:24 [GMT +9]');
    expect(warnings.taken().join()).to.match(/data-time-zone="ICT".*data-time-zone="Asia\/Hanoi"/);
  });

  it('is passed over at the end of a stamp, which is read in the next zone in reach', async () => {
    const outer = await fixture(html`<div lang="vi" data-time-zone="+09:00"></div>`);
    const codes: string[] = [];
    outer.addEventListener('article-error', (event) => codes.push((event as ArticleErrorEvent).code));
    const el = document.createElement('article-date');
    el.setAttribute('datetime', '2024-03-29T04:12:24[Asia/Hanoi]');
    outer.append(el);
    await waitUntil(() => codes.length);
    expect(shownText(el)).to.equal('Thứ 6, 29/03/2024 | 04:12:24 [GMT +9]');
    expect(codes).to.deep.equal(['invalid-time-zone']);
    expect(warnings.taken()[0]).to.contain('datetime="Asia/Hanoi": not a time zone; use Asia/Ho_Chi_Minh');
  });

  it('is the own zone of the reader only when asked for by name', async () => {
    const el = await fixture<ArticleDate>(
      html`<article-date datetime="2024-07-15T12:00:00Z" time-zone="local" pattern="HH:mm"></article-date>`,
    );
    const own = new Date('2024-07-15T12:00:00Z');
    expect(shownText(el)).to.equal(own.toTimeString().slice(0, 5));
    el.datetime = '2024-07-15T12:00:00[local]';
    await el.updateComplete;
    expect(shownText(el)).to.equal('');
    expect(warnings.taken()[0]).to.contain('datetime="2024-07-15T12:00:00[local]"');
  });

  it('costs little, however many dates have it', async () => {
    const outer = await fixture(html`<div data-time-zone="+7"></div>`);
    const start = performance.now();
    for (let count = 0; count < 300; count++) {
      outer.append(Object.assign(document.createElement('article-date'), {datetime: '2024-03-29T04:12:24Z'}));
    }
    await (outer.lastElementChild as ArticleDate).updateComplete;
    expect(warnings.taken()).to.have.lengthOf(300);
    expect(performance.now() - start).to.be.lessThan(2000);
  });
});
