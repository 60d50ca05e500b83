import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {css} from 'lit';
import {ArticleDate} from '../../src/article-date/article-date.js';
import {findLocale, registerLocale, type ArticleLocale} from '../../src/locales/registry.js';
import type {ArticleErrorEvent} from '../../src/shared/error.js';
import {captureWarnings} from './support/warnings.js';
import {shownText} from './support/shown-text.js';
import {waitUntil} from './support/wait-until.js';

const stamp = '2024-03-29T11:12:24+07:00';

describe('<article-date>', () => {
  const warnings = captureWarnings();

  it('is accessible, and shows a real <time> in its shadow root', async () => {
    const el = await fixture<ArticleDate>(html`<article-date lang="vi" datetime=${stamp}></article-date>`);
    await expect(el).to.be.accessible();
    const time = el.shadowRoot!.querySelector('time')!;
    expect(time.part.contains('time')).to.equal(true);
    expect(time.dateTime).to.equal(stamp);
    expect(shownText(el)).to.equal('Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]');
  });

  it('reads a <time datetime> inside, and shows nothing of it twice', async () => {
    const el = await fixture<ArticleDate>(
      html`<article-date lang="vi" format="clock"
        ><time datetime=${stamp}>29/03/2024 11:12</time></article-date
      >`,
    );
    expect(shownText(el)).to.equal('Thứ Sáu, 29/03/2024 11:12 (GMT +7)');
  });

  it('takes its language from the nearest lang through shadow roots, and follows it', async () => {
    const outer = await fixture(html`<div lang="vi"><div id="host"></div></div>`);
    const root = outer.querySelector('#host')!.attachShadow({mode: 'open'});
    const el = document.createElement('article-date');
    el.setAttribute('datetime', stamp);
    root.append(el);
    await el.updateComplete;
    expect(shownText(el)).to.contain('Thứ 6');
    outer.setAttribute('lang', 'en-GB');
    await waitUntil(() => shownText(el).includes('Fri'));
    outer.removeAttribute('lang');
    document.documentElement.lang = 'vi';
    await waitUntil(() => shownText(el).includes('Thứ 6'));
    document.documentElement.removeAttribute('lang');
    await waitUntil(() => shownText(el).includes('Fri'));
  });

  it('shows the nearest data-time-zone, and its own time-zone before that', async () => {
    const outer = await fixture(html`
      <div lang="vi" data-time-zone="+09:00">
        <article-date datetime=${stamp} format="datetime"></article-date>
      </div>
    `);
    const el = outer.querySelector('article-date')!;
    expect(shownText(el)).to.equal('29/03/2024 13:12');
    el.setAttribute('time-zone', 'UTC');
    await el.updateComplete;
    expect(shownText(el)).to.equal('29/03/2024 04:12');
    el.removeAttribute('time-zone');
    outer.setAttribute('data-time-zone', 'Asia/Kathmandu');
    await waitUntil(() => shownText(el) === '29/03/2024 09:57');
  });

  it('keeps the light content while the rules of a named zone are on their way', async () => {
    const el = await fixture<ArticleDate>(html`
      <article-date datetime="2024-07-15T12:00:00Z" time-zone="America/New_York" format="clock"
        >15 July</article-date
      >
    `);
    await waitUntil(() => shownText(el) === 'Monday, July 15, 2024 8:00 AM (GMT -4)');
  });

  it('shows a <time datetime> that comes later, and gives back the place when it goes', async () => {
    const el = await fixture<ArticleDate>(html`<article-date lang="vi" format="date">sắp có</article-date>`);
    expect(shownText(el)).to.equal('sắp có');
    const time = Object.assign(document.createElement('time'), {dateTime: stamp});
    el.replaceChildren(time);
    await waitUntil(() => shownText(el) === '29/03/2024');
    el.replaceChildren('chưa rõ');
    await waitUntil(() => shownText(el) === 'chưa rõ');
  });

  it('follows a <time datetime> inside that is changed in its place', async () => {
    const el = await fixture<ArticleDate>(
      html`<article-date lang="vi" format="date"
        ><span>sắp có<time></time></span
      ></article-date>`,
    );
    expect(shownText(el)).to.equal('sắp có');
    const time = el.querySelector('time')!;
    time.dateTime = stamp;
    await waitUntil(() => shownText(el) === '29/03/2024');
    time.dateTime = '2024-03-30T11:12:24+07:00';
    await waitUntil(() => shownText(el) === '30/03/2024');
    time.remove();
    await waitUntil(() => shownText(el) === 'sắp có');
  });

  it('keeps the styles that a theme gives to its own kind of date', async () => {
    class ThemedDate extends ArticleDate {
      static override styles = css`
        time {
          color: rgb(1, 2, 3);
        }
      `;
    }
    customElements.define('themed-date', ThemedDate);
    const el = await fixture<ArticleDate>(html`<themed-date datetime=${stamp}></themed-date>`);
    expect(getComputedStyle(el.shadowRoot!.querySelector('time')!).color).to.equal('rgb(1, 2, 3)');
  });

  for (const odd of [true, {}, Symbol('x'), Object.create(null), Object.create(Date.prototype)] as never[]) {
    it(`passes over a property that is ${typeof odd} and no text`, async () => {
      for (const property of ['pattern', 'timeZone', 'format', 'date', 'datetime'] as const) {
        const el = document.createElement('article-date');
        Object.assign(el, {datetime: stamp, lang: 'vi', format: 'date', [property]: odd});
        el.append('chưa rõ');
        (await fixture(html`<div></div>`)).append(el);
        await el.updateComplete;
        await waitUntil(() => warnings.taken().some((text) => /time-zone|pattern|format|date/.test(text)));
        const text = property === 'format' ? 'Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]' : '29/03/2024';
        expect(shownText(el), property).to.equal(property.startsWith('date') ? 'chưa rõ' : text);
        warnings.taken().length = 0;
      }
    });
  }

  for (const [pattern, datetime, text] of [
    [' ', stamp, 'Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]'],
    ['[OO]', '2024-03-29T11:12:24', 'Thứ 6, 29/03/2024 | 11:12:24'],
  ]) {
    it(`takes pattern="${pattern}" that writes nothing for none`, async () => {
      const el = await fixture<ArticleDate>(
        html`<article-date lang="vi" datetime=${datetime} pattern=${pattern}>29 tháng 3</article-date>`,
      );
      expect(shownText(el)).to.equal(text);
      expect(warnings.taken()[0]).to.contain(`pattern="${pattern}": not a pattern`);
    });
  }

  it('loads what a language takes whose preset has a rare token', async () => {
    const {formats, ...rest} = findLocale('en');
    registerLocale({...rest, code: 'x-rare', formats: {...formats, dateline: 'PPP'}});
    registerLocale({...rest, code: 'x-none'} as ArticleLocale);
    const el = await fixture<ArticleDate>(
      html`<article-date lang="x-rare" datetime=${stamp}></article-date>`,
    );
    await waitUntil(() => shownText(el) === 'March 29th, 2024');
    el.lang = 'x-none';
    await waitUntil(() => shownText(el) === 'Fri, Mar 29, 2024 | 11:12:24 AM [GMT +7]');
  });

  it('leaves no empty box beside light content on a page that styles its part', async () => {
    const el = await fixture<ArticleDate>(html`<article-date datetime="hôm qua">hôm qua</article-date>`);
    expect(el.shadowRoot!.querySelector('[part]')).to.equal(null);
    el.datetime = stamp;
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('[part=time]')!.textContent).to.contain('2024');
  });

  it('works on a page that has a form named "host"', async () => {
    const form = document.body.appendChild(document.createElement('form'));
    form.name = 'host';
    const el = await fixture<ArticleDate>(
      html`<article-date datetime=${stamp} format="date"></article-date>`,
    );
    form.remove();
    expect(shownText(el)).to.contain('2024');
  });

  for (const bad of ['2024-02-30', 'hôm qua', '29/03/2024', '']) {
    it(`keeps the author's own text for datetime="${bad}"`, async () => {
      const el = await fixture<ArticleDate>(html`<article-date datetime=${bad}>29 tháng 3</article-date>`);
      expect(shownText(el)).to.equal('29 tháng 3');
    });
  }

  it('tells of a bad date once: one warning, one event', async () => {
    const wrapper = await fixture(html`<div></div>`);
    const event = oneEvent(wrapper, 'article-error');
    wrapper.append(Object.assign(document.createElement('article-date'), {datetime: '2024-02-30'}));
    const {source, code, message, bubbles, composed} = (await event) as unknown as ArticleErrorEvent;
    expect({code, bubbles, composed}).to.deep.equal({
      code: 'invalid-datetime',
      bubbles: true,
      composed: true,
    });
    expect(source).to.equal(wrapper.firstElementChild);
    expect(message).to.contain('ISO 8601');
    (wrapper.firstElementChild as ArticleDate).format = 'date';
    await (wrapper.firstElementChild as ArticleDate).updateComplete;
    expect(warnings.taken()).to.have.lengthOf(1);
    expect(warnings.taken()[0]).to.match(/^\[article-widgets\] <article-date> datetime="2024-02-30"/);
  });

  it('passes over an unknown zone to the next one in reach, with the likely name', async () => {
    const outer = await fixture(html`
      <div lang="vi" data-time-zone="+07:00">
        <article-date datetime="2024-03-29T04:12:24Z" time-zone="GMT+8" format="clock"></article-date>
      </div>
    `);
    expect(shownText(outer.firstElementChild!)).to.equal('Thứ Sáu, 29/03/2024 11:12 (GMT +7)');
    await waitUntil(() => warnings.taken().length);
    expect(warnings.taken()[0]).to.contain('time-zone="GMT+8"').and.to.contain('+08:00');
  });

  it('writes patterns, and falls back to the preset for one that is none', async () => {
    const el = await fixture<ArticleDate>(
      html`<article-date lang="vi" datetime=${stamp} pattern="H'h'mm, do"></article-date>`,
    );
    await waitUntil(() => shownText(el) === '11h12, 29');
    el.pattern = 'YYYY';
    await waitUntil(() => shownText(el) === 'Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]');
    expect(warnings.taken().some((text) => text.includes('pattern="YYYY"'))).to.equal(true);
  });

  it('keeps relative time fresh, and puts no future into the words', async () => {
    const el = await fixture<ArticleDate>(html`<article-date lang="vi" format="relative"></article-date>`);
    el.date = new Date(Date.now() + 60_000);
    await el.updateComplete;
    expect(shownText(el)).to.equal('vừa xong');
    el.date = new Date(Date.now() - 3 * 3600_000);
    await el.updateComplete;
    expect(shownText(el)).to.equal('3 giờ trước');
    el.date = new Date(Date.now() - 9_000);
    await waitUntil(() => shownText(el) === '10 giây trước');
  });

  it('takes properties that were set before the tag was registered', async () => {
    const el = Object.assign(document.createElement('article-date'), {
      datetime: stamp,
      format: 'date',
      lang: 'vi',
    });
    const wrapper = await fixture(html`<div></div>`);
    wrapper.append(el);
    await el.updateComplete;
    expect(shownText(el)).to.equal('29/03/2024');
    const moved = await fixture(html`<div data-time-zone="-10:00"></div>`);
    moved.append(el);
    await el.updateComplete;
    expect(shownText(el)).to.equal('28/03/2024');
  });
});
