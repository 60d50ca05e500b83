import {expect, fixture} from '@open-wc/testing';
import type {ArticleDate} from '../../src/article-date/article-date.js';
import {shownText} from './support/shown-text.js';
import {waitUntil} from './support/wait-until.js';

/*
 * Which Intl objects a page makes. The first one costs it about 25 ms, so a page whose stamps carry their offset makes
 * none. The tests are one story: the rules of zones, once there, stay.
 */

type Made = {name: string; framesBefore: number};

describe('Intl', () => {
  const real = Object.getOwnPropertyDescriptors(Intl);
  const made: Made[] = [];
  let frames = 0;

  before(() => {
    const note = (name: string) => made.push({name, framesBefore: frames});
    for (const [name, {value}] of Object.entries(real)) {
      if (typeof value !== 'function' || !value.prototype) continue;
      Object.defineProperty(Intl, name, {
        configurable: true,
        writable: true,
        value: new Proxy(value, {
          construct: (target, args, newTarget) => (note(name), Reflect.construct(target, args, newTarget)),
          apply: (target, self, args) => (note(name), Reflect.apply(target, self, args)),
        }),
      });
    }
  });

  after(() => Object.defineProperties(Intl, real));

  // The way around the constructors.
  for (const [owner, name] of [
    [Date.prototype, 'toLocaleString'],
    [Date.prototype, 'toLocaleDateString'],
    [Date.prototype, 'toLocaleTimeString'],
    [Number.prototype, 'toLocaleString'],
    [String.prototype, 'localeCompare'],
  ] as unknown as [Record<string, unknown>, string][]) {
    const original = owner[name] as (...args: unknown[]) => unknown;
    before(() => {
      owner[name] = function (...args: unknown[]) {
        made.push({name, framesBefore: frames});
        return original.apply(this, args);
      };
    });
    after(() => {
      owner[name] = original;
    });
  }

  it('is noticed by this test', () => {
    new Intl.DateTimeFormat('vi');
    (1e6).toLocaleString();
    expect(made.splice(0).map(({name}) => name)).to.include.members(['DateTimeFormat', 'toLocaleString']);
  });

  it('makes no object for stamps with an offset, and no zone is loaded', async () => {
    await import('../../src/define.js');
    const outer = await fixture(document.createElement('div'));
    const now = new Date().toISOString();
    const stamps = [
      '2024-03-29T11:12:24+07:00',
      '2024-03-29T04:12:24Z',
      '2024-03-29T11:12:24',
      '2024-03-29',
      now,
    ];
    const {registerLocale} = await import('../../src/locales/registry.js');
    // Those with plural forms.
    const others = await Promise.all([
      import('../../src/locales/ar.js'),
      import('../../src/locales/de.js'),
      import('../../src/locales/es.js'),
      import('../../src/locales/fr.js'),
      import('../../src/locales/pt.js'),
      import('../../src/locales/ru.js'),
    ]);
    const locales = others.flatMap((file) => Object.values(file));
    locales.forEach(registerLocale);
    for (const lang of ['vi', 'en', ...locales.map(({code}) => code)]) {
      for (const zone of ['', 'data-time-zone="+09:00"', 'data-time-zone="local"']) {
        const dates = stamps.flatMap((datetime) =>
          ['dateline', 'clock', 'date', 'datetime', 'relative'].map(
            (format) => `<article-date datetime="${datetime}" format="${format}"></article-date>`,
          ),
        );
        const page = `<div lang="${lang}" ${zone}>${dates.join('')}
          <article-clock server-time="${now}"></article-clock><article-clock pattern="HH:mm xxx OO z"></article-clock>
          <article-headline headline="Mùa gặt" published="${stamps[0]}" updated="${now}"></article-headline></div>`;
        outer.append(document.createRange().createContextualFragment(page));
      }
    }
    const dates = [...outer.querySelectorAll('article-date')];
    const hoursAgo = dates.filter(({format}) => format === 'relative');
    for (const el of hoursAgo) el.date ??= new Date(Date.now() - 7200_000);
    const clocks = [...outer.querySelectorAll('article-clock')];
    await waitUntil(() => clocks.every((el) => shownText(el)));
    for (const el of dates) expect(shownText(el)).not.to.equal('');
    expect(hoursAgo.map(shownText)).to.include.members(['2 giờ trước', '2 hours ago', '2 часа назад']);
    expect(made).to.deep.equal([]);
    const loaded = performance.getEntriesByType('resource').map(({name}) => name);
    expect(loaded.filter((name) => /date-fns-tz/.test(name))).to.deep.equal([]);
  });

  it('makes one for a named zone, after the first paint; the light content stands meanwhile', async () => {
    const outer = await fixture(document.createElement('div'));
    requestAnimationFrame(() => setTimeout(() => frames++));
    const page = `<article-date lang="vi" time-zone="Asia/Kathmandu" format="clock" datetime="2024-03-29T04:12:24Z"
      ><time>29/03/2024</time></article-date><article-date lang="vi" data-time-zone="Asia/Kathmandu"
      datetime="2024-03-29 09:57"><time>29/03/2024</time></article-date>`;
    outer.append(document.createRange().createContextualFragment(page));
    const [instant, wall] = outer.querySelectorAll<ArticleDate>('article-date');
    await instant!.updateComplete;
    expect(shownText(instant!)).to.equal('29/03/2024');
    expect(shownText(wall!)).to.equal('29/03/2024');
    expect(made).to.deep.equal([]);
    await waitUntil(() => shownText(instant!) !== '29/03/2024');
    expect(shownText(instant!)).to.equal('Thứ Sáu, 29/03/2024 09:57 (GMT +5:45)');
    expect(shownText(wall!)).to.equal('Thứ 6, 29/03/2024 | 09:57:00 [GMT +5:45]');
    expect(made).to.deep.equal([{name: 'DateTimeFormat', framesBefore: 1}]);
  });
});
