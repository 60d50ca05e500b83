import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {expect, waitFor} from 'storybook/test';
import '../src/article-date/article-date.js';
import type {ArticleDate} from '../src/index.js';
import {written} from './support/written.js';

type Args = Pick<ArticleDate, 'datetime' | 'date' | 'timeZone' | 'format' | 'pattern'>;

const hours = 3_600_000;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

const meta: Meta<Args> = {
  component: 'article-date',
  tags: ['autodocs'],
  render: ({datetime, date, timeZone, format, pattern}) => html`
    <article-date
      datetime=${ifDefined(datetime)}
      .date=${date}
      time-zone=${ifDefined(timeZone)}
      format=${ifDefined(format)}
      pattern=${ifDefined(pattern)}
      >29/03/2024 11:12</article-date
    >
  `,
  args: {datetime: '2024-03-29T11:12:24+07:00'},
};

export default meta;
type Story = StoryObj<Args>;

/** As a newspaper writes it under the headline. */
export const Dateline: Story = {};

export const PageClock: Story = {args: {datetime: '2024-06-18T09:01:00+07:00', format: 'clock'}};

export const DateAndTime: Story = {args: {format: 'datetime'}};

export const DateOnly: Story = {args: {format: 'date'}};

/** Refreshed when the words change; a date from 30 days on. */
export const Relative: Story = {
  render: () => html`
    <ul>
      ${[0, 40_000, 5 * 60_000, 3 * hours, 50 * hours, 9 * 24 * hours, 60 * 24 * hours].map(
        (age) => html`<li><article-date datetime=${ago(age)} format="relative"></article-date></li>`,
      )}
    </ul>
  `,
};

/** date-fns tokens; `OO` is the zone label. */
export const Pattern: Story = {args: {pattern: "EEEE, 'ngày' d 'tháng' M 'năm' yyyy, HH'h'mm (OO)"}};

/** Readers see the publisher's wall clock unless the page asks for another zone. */
export const TimeZones: Story = {
  render: ({datetime}) => html`
    <dl>
      ${['', 'UTC', 'Asia/Kathmandu', 'America/New_York', '+09:00', 'local'].map(
        (zone) => html`
          <dt>${zone || 'as written in the stamp'}</dt>
          <dd>
            <article-date
              datetime=${ifDefined(datetime)}
              time-zone=${zone || ifDefined(undefined)}
            ></article-date>
          </dd>
        `,
      )}
    </dl>
  `,
};

/** Said once around the page, followed when it changes. */
export const ZoneAround: Story = {
  render: ({datetime}) => html`
    <div data-time-zone="Asia/Tokyo">
      <article-date lang="vi" datetime=${ifDefined(datetime)}></article-date>
    </div>
  `,
  play: async ({canvasElement}) => {
    await waitFor(async () =>
      expect(await written(canvasElement, 'article-date')).toBe('Thứ 6, 29/03/2024 | 13:12:24 [GMT +9]'),
    );
  },
};

export const Languages: Story = {
  render: ({datetime}) => html`
    <ul>
      ${['vi', 'en'].map(
        (lang) => html`
          <li lang=${lang}><article-date datetime=${ifDefined(datetime)}></article-date></li>
          <li lang=${lang}><article-date datetime=${ifDefined(datetime)} format="clock"></article-date></li>
          <li lang=${lang}><article-date datetime=${ago(3 * hours)} format="relative"></article-date></li>
        `,
      )}
    </ul>
  `,
};

/** A stamp without an offset is shown as it is written, with no zone label. */
export const Floating: Story = {
  args: {datetime: '2024-03-29T11:12:24'},
  render: ({datetime}) => html`<article-date lang="vi" datetime=${ifDefined(datetime)}></article-date>`,
  play: async ({canvasElement}) => {
    await expect(await written(canvasElement, 'article-date')).toBe('Thứ 6, 29/03/2024 | 11:12:24');
  },
};

/** No time was written, so none is claimed. */
export const DayStamp: Story = {args: {datetime: '2024-03-29'}};

/** The machine-readable `<time>` of the page is enough, and is what readers without script see. */
export const TimeInside: Story = {
  render: () => html`
    <article-date><time datetime="2024-03-29T11:12:24+07:00">29/03/2024 11:12</time></article-date>
  `,
};

/** Scripts may give a `Date`. */
export const DateProperty: Story = {
  render: () => html`
    <article-date .date=${new Date('2024-03-29T04:12:24Z')} time-zone="Asia/Ho_Chi_Minh"></article-date>
  `,
};

/** The author's own text stays; one warning in the console and one `article-error` tell the developer. */
export const BrokenDate: Story = {
  render: () => html`<article-date datetime="2024-02-31T25:00">Sáng 29 tháng 3</article-date>`,
  play: async ({canvasElement}) => {
    await expect(await written(canvasElement, 'article-date')).toBe('Sáng 29 tháng 3');
  },
};

/** The zone of the stamp is used instead. */
export const UnknownZone: Story = {args: {timeZone: 'Asia/Hanoi'}};
