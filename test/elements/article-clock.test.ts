import {expect, fixture, html} from '@open-wc/testing';
import '../../src/article-clock/article-clock.js';
import type {ArticleClock} from '../../src/article-clock/article-clock.js';
import {shownText} from './support/shown-text.js';
import {captureWarnings} from './support/warnings.js';
import {waitUntil} from './support/wait-until.js';

describe('<article-clock>', () => {
  const warnings = captureWarnings();

  it('is accessible, and no live region', async () => {
    const el = await fixture<ArticleClock>(
      html`<article-clock lang="vi" time-zone="+07:00"></article-clock>`,
    );
    await expect(el).to.be.accessible();
    expect(el.shadowRoot!.querySelector('[aria-live], [role=status], [role=timer], output')).to.equal(null);
  });

  it('shows the moment it was given, in its offset', async () => {
    const el = await fixture<ArticleClock>(
      html`<article-clock lang="vi" server-time="2024-06-18T09:01:00+07:00">18/06/2024</article-clock>`,
    );
    expect(shownText(el)).to.equal('Thứ Ba, 18/06/2024 09:01 (GMT +7)');
    expect(el.shadowRoot!.querySelector('time')!.dateTime).to.match(/^2024-06-18T09:01:\d\d\+07:00$/);
  });

  it('ticks when the shown minute changes, and not before', async () => {
    const el = await fixture<ArticleClock>(
      html`<article-clock lang="vi" server-time="2024-06-18T09:01:59.200+07:00"></article-clock>`,
    );
    const text = el.shadowRoot!.querySelector('time')!;
    let writes = 0;
    const observer = new MutationObserver((records) => (writes += records.length ? 1 : 0));
    observer.observe(text, {characterData: true, childList: true, subtree: true});
    expect(shownText(el)).to.contain('09:01');
    await waitUntil(() => shownText(el).includes('09:02'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.disconnect();
    expect(writes).to.equal(1);
  });

  it('ticks by the second when seconds are shown, stops when paused, and goes on', async () => {
    const el = await fixture<ArticleClock>(
      html`<article-clock time-zone="UTC" pattern="HH:mm:ss"></article-clock>`,
    );
    const first = shownText(el);
    await waitUntil(() => shownText(el) !== first);
    el.paused = true;
    await el.updateComplete;
    const stopped = shownText(el);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(shownText(el)).to.equal(stopped);
    el.paused = false;
    await waitUntil(() => shownText(el) !== stopped);
  });

  it('shows UTC when no zone is in reach, never the zone of the reader by accident', async () => {
    const el = await fixture<ArticleClock>(
      html`<article-clock lang="vi" time-zone="Asia/Hanoi"></article-clock>`,
    );
    await waitUntil(() => shownText(el).endsWith('(GMT +0)'));
    await waitUntil(() => warnings.taken().length);
    expect(warnings.taken()[0]).to.contain('Asia/Ho_Chi_Minh');
  });

  it('shows the own zone of the reader when asked to', async () => {
    const el = await fixture<ArticleClock>(
      html`<article-clock time-zone="local" pattern="HH"></article-clock>`,
    );
    expect(Number(shownText(el))).to.equal(new Date().getHours());
  });

  it('passes over a server-time that is none', async () => {
    const el = await fixture<ArticleClock>(
      html`<article-clock lang="vi" server-time="bây giờ">9 giờ</article-clock>`,
    );
    expect(shownText(el)).to.contain(`${new Date().getUTCFullYear()}`);
    expect(warnings.taken()[0]).to.contain('server-time="bây giờ"');
  });

  it('goes on after it was moved', async () => {
    const el = await fixture<ArticleClock>(
      html`<article-clock time-zone="UTC" pattern="ss"></article-clock>`,
    );
    const place = await fixture(html`<div></div>`);
    place.append(el);
    const first = shownText(el);
    await waitUntil(() => shownText(el) !== first);
  });
});
