import {expect, fixture, html} from '@open-wc/testing';
import '../../src/article-clock/article-clock.js';
import '../../src/article-date/article-date.js';
import type {ArticleClock} from '../../src/article-clock/article-clock.js';
import {fakeTime, rendered, watchWrites} from './support/fake-time.js';
import {shownText} from './support/shown-text.js';
import {captureWarnings} from './support/warnings.js';

const hour = 3600_000;
const clock = html`<article-clock lang="vi" time-zone="+07:00" pattern="HH:mm"></article-clock>`;

describe('<article-clock> as time passes', () => {
  const warnings = captureWarnings();
  const time = fakeTime('2024-06-18T02:01:59.200Z');
  let isHidden = false;

  beforeEach(() => {
    isHidden = false;
    Object.defineProperty(document, 'hidden', {configurable: true, get: () => isHidden});
  });

  afterEach(() => {
    delete (document as {hidden?: boolean}).hidden;
  });

  function show(shown: boolean): void {
    isHidden = !shown;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  // A part that is loaded takes time of the machine, and none of the test's.
  async function shown(el: ArticleClock): Promise<void> {
    do await new Promise(requestAnimationFrame);
    while (!shownText(el));
  }

  it('changes in the millisecond in which the minute does', async () => {
    const el = await fixture(html`<article-clock lang="vi" time-zone="+07:00"></article-clock>`);
    await time.pass(799);
    expect(shownText(el)).to.equal('Thứ Ba, 18/06/2024 09:01 (GMT +7)');
    await time.pass(1);
    expect(shownText(el)).to.equal('Thứ Ba, 18/06/2024 09:02 (GMT +7)');
    await time.pass(59_999);
    expect(shownText(el)).to.contain('09:02');
    await time.pass(1);
    expect(shownText(el)).to.contain('09:03');
  });

  it('writes nothing between changes, whatever happens around it', async () => {
    const el = await fixture<ArticleClock>(clock);
    const writes = watchWrites(el);
    await time.pass(1_000);
    expect(writes()).to.be.greaterThan(0);
    for (let second = 2; second < 60; second++) {
      await time.pass(1_000);
      show(true);
      window.dispatchEvent(new Event('pageshow'));
      window.dispatchEvent(new Event('focus'));
      el.requestUpdate();
      await rendered();
    }
    expect(writes()).to.equal(0);
    await time.pass(2_000);
    expect(shownText(el)).to.equal('09:03');
    expect(writes()).to.be.greaterThan(0);
  });

  it('has one timer with all the others of the page, and none when they are gone', async () => {
    const before = time.timers();
    const place = await fixture(html`
      <div lang="vi">
        ${clock}<article-clock time-zone="+09:00" pattern="HH:mm:ss"></article-clock>
        <article-date format="relative" datetime="2024-06-18T09:00:00+07:00"></article-date>
        <article-date format="relative" datetime="2024-06-18T08:00:00+07:00"></article-date>
      </div>
    `);
    expect(time.timers() - before).to.equal(1);
    await time.pass(5_000);
    expect(time.timers() - before).to.equal(1);
    const [first, second] = place.children;
    first!.remove();
    second!.remove();
    expect(time.timers() - before).to.equal(1);
    place.prepend(first!);
    await time.pass(60_000);
    expect(shownText(first!)).to.equal('09:03');
    expect(time.timers() - before).to.equal(1);
    place.remove();
    expect(time.timers() - before).to.equal(0);
  });

  it('leaves no timer when it is removed before it rendered', async () => {
    const before = time.timers();
    const el = document.createElement('article-clock');
    document.body.append(el);
    el.remove();
    await rendered();
    const moved = await fixture<ArticleClock>(clock);
    moved.pattern = 'HH:mm:ss';
    moved.remove();
    await rendered();
    expect(time.timers() - before).to.equal(0);
  });

  it('rests without a timer while paused, and goes on with the present', async () => {
    const before = time.timers();
    const el = await fixture<ArticleClock>(clock);
    el.paused = true;
    await rendered();
    expect(time.timers() - before).to.equal(0);
    await time.pass(2 * hour);
    el.lang = 'en';
    await rendered();
    expect(shownText(el)).to.equal('09:01');
    el.paused = false;
    await rendered();
    expect(shownText(el)).to.equal('11:01');
    expect(time.timers() - before).to.equal(1);
  });

  it('rests without a timer while the page is hidden, and catches up when it is shown', async () => {
    const before = time.timers();
    const el = await fixture<ArticleClock>(clock);
    const writes = watchWrites(el);
    show(false);
    expect(time.timers() - before).to.equal(0);
    await time.pass(2 * hour);
    expect(writes()).to.equal(0);
    show(true);
    await rendered();
    expect(shownText(el)).to.equal('11:01');
    await time.pass(60_000);
    expect(shownText(el)).to.equal('11:02');
  });

  for (const event of ['pageshow', 'focus']) {
    it(`catches up at once on ${event}`, async () => {
      const el = await fixture<ArticleClock>(clock);
      time.turn(3 * hour);
      window.dispatchEvent(new Event(event));
      await rendered();
      expect(shownText(el)).to.equal('12:01');
    });
  }

  it('catches up within a minute after the machine slept, or its clock was set back', async () => {
    const el = await fixture<ArticleClock>(clock);
    time.turn(3 * hour);
    await time.pass(60_000);
    expect(shownText(el)).to.equal('12:02');
    time.turn(-5 * hour);
    await time.pass(60_000);
    expect(shownText(el)).to.equal('07:03');
    await time.pass(60_000);
    expect(shownText(el)).to.equal('07:04');
  });

  it('goes by the time of the server where the clock of the reader is wrong, to the second', async () => {
    const el = await fixture<ArticleClock>(
      html`<article-clock lang="vi" server-time="2024-06-20T20:14:30+07:00"></article-clock>`,
    );
    expect(shownText(el)).to.equal('Thứ Năm, 20/06/2024 20:14 (GMT +7)');
    await time.pass(29_999);
    expect(shownText(el)).to.contain('20:14');
    await time.pass(1);
    expect(shownText(el)).to.contain('20:15');
    el.timeZone = '+09:00';
    await rendered();
    expect(shownText(el)).to.equal('Thứ Năm, 20/06/2024 22:15 (GMT +9)');
    el.serverTime = undefined;
    el.timeZone = undefined;
    await rendered();
    expect(shownText(el)).to.equal('Thứ Ba, 18/06/2024 02:02 (GMT +0)');
  });

  it('ticks by the finest unit of what it shows', async () => {
    const changes = async (attributes: {pattern?: string; format?: 'dateline' | 'date' | 'datetime'}) => {
      const el = Object.assign(document.createElement('article-clock'), attributes);
      el.timeZone = 'UTC';
      const place = await fixture(html`<div></div>`);
      place.append(el);
      await shown(el);
      const writes = watchWrites(el);
      let changed = 0;
      for (let second = 0; second < 120; second++) {
        await time.pass(1_000);
        changed += writes() ? 1 : 0;
      }
      el.remove();
      return changed;
    };
    expect(await changes({pattern: 'HH:mm:ss'})).to.equal(120);
    expect(await changes({format: 'dateline'})).to.equal(120);
    expect(await changes({format: 'datetime'})).to.equal(2);
    expect(await changes({pattern: "HH 'giờ' mm 'phút' 's'"})).to.equal(2);
    expect(await changes({})).to.equal(2);
    // What is refused is not what is shown.
    expect(await changes({pattern: 'YYYY', format: 'dateline'})).to.equal(120);
    expect(await changes({pattern: 'YYYY ss'})).to.equal(2);
    expect(await changes({pattern: "HH:mm 'ss"})).to.equal(2);
    // Text that stays is not written again.
    for (const pattern of ['HH', 'dd/MM/yyyy', "'s'"]) expect(await changes({pattern}), pattern).to.equal(0);
    expect(await changes({format: 'date'})).to.equal(0);
  });

  it('goes no finer than a tenth of a second', async () => {
    const el = await fixture<ArticleClock>(
      html`<article-clock time-zone="UTC" pattern="ss.SSS"></article-clock>`,
    );
    await shown(el);
    await time.pass(1000);
    const writes = watchWrites(el);
    let changed = 0;
    for (let passed = 0; passed < 2000; passed += 20) {
      await time.pass(20);
      changed += writes() ? 1 : 0;
    }
    expect(changed).to.equal(20);
    expect(shownText(el)).to.equal('02.200');
    expect(el.shadowRoot!.querySelector('time')!.dateTime).to.match(/^2024-06-18T02:02:02.2(00)?\+00:00$/);
  });

  it('says the moment to machines anew when it is told of another one', async () => {
    const el = await fixture<ArticleClock>(
      html`<article-clock time-zone="+07:00" pattern="mm"></article-clock>`,
    );
    el.timeZone = '+08:00';
    await rendered();
    expect(shownText(el)).to.equal('01');
    expect(el.shadowRoot!.querySelector('time')!.dateTime).to.match(/\+08:00$/);
  });

  it('is no relative date, and says so', async () => {
    const el = await fixture(
      html`<article-clock lang="vi" time-zone="+07:00" format="relative"></article-clock>`,
    );
    expect(shownText(el)).to.equal('Thứ Ba, 18/06/2024 09:01 (GMT +7)');
    expect(warnings.taken()).to.have.lengthOf(1);
    expect(warnings.taken()[0]).to.contain('format="relative": not one of dateline, clock, date, datetime');
  });

  it('is never announced', async () => {
    const el = await fixture(clock);
    await time.pass(120_000);
    const all = [el, ...el.shadowRoot!.querySelectorAll('*')];
    for (const {role, ariaLive, ariaAtomic, localName} of all) {
      expect([role, ariaLive, ariaAtomic], localName).to.deep.equal([null, null, null]);
    }
    expect(all.map(({localName}) => localName)).to.deep.equal(['article-clock', 'time']);
  });
});
