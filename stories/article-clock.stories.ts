import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {expect, waitFor} from 'storybook/test';
import '../src/article-clock/article-clock.js';
import type {ArticleClock} from '../src/index.js';
import {written} from './support/written.js';

type Args = Pick<ArticleClock, 'timeZone' | 'format' | 'pattern' | 'paused' | 'serverTime'>;

const meta: Meta<Args> = {
  component: 'article-clock',
  tags: ['autodocs'],
  render: ({timeZone, format, pattern, paused, serverTime}) => html`
    <article-clock
      time-zone=${ifDefined(timeZone)}
      format=${ifDefined(format)}
      pattern=${ifDefined(pattern)}
      ?paused=${paused}
      server-time=${ifDefined(serverTime)}
    ></article-clock>
  `,
  args: {timeZone: 'Asia/Ho_Chi_Minh', paused: false},
};

export default meta;
type Story = StoryObj<Args>;

/** Ticks by the minute, the finest unit that it shows. */
export const Running: Story = {};

export const WithSeconds: Story = {
  args: {pattern: 'HH:mm:ss'},
  play: async ({canvasElement}) => {
    const first = await written(canvasElement, 'article-clock');
    await waitFor(async () => expect(await written(canvasElement, 'article-clock')).not.toBe(first), {
      timeout: 2500,
    });
  },
};

/** Stopped by the page's own control, as WCAG 2.2.2 asks for anything that moves by itself. */
export const Paused: Story = {args: {paused: true, pattern: 'HH:mm:ss'}};

/** The server's time corrects a reader's wrong clock; without a zone in reach its offset is the one shown. */
export const ServerTime: Story = {
  args: {serverTime: '2024-06-18T09:01:00+07:00', timeZone: undefined, paused: true},
  render: ({serverTime}) => html`
    <article-clock lang="vi" server-time=${ifDefined(serverTime)} paused>09:01</article-clock>
  `,
  play: async ({canvasElement}) => {
    await expect(await written(canvasElement, 'article-clock')).toBe('Thứ Ba, 18/06/2024 09:01 (GMT +7)');
  },
};

export const TimeZones: Story = {
  render: () => html`
    <dl>
      ${['Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Europe/Paris', 'UTC', 'local'].map(
        (zone) => html`
          <dt>${zone}</dt>
          <dd><article-clock time-zone=${zone}></article-clock></dd>
        `,
      )}
    </dl>
  `,
};

export const Languages: Story = {
  render: ({timeZone}) => html`
    <p lang="vi"><article-clock time-zone=${ifDefined(timeZone)}></article-clock></p>
    <p lang="en"><article-clock time-zone=${ifDefined(timeZone)}></article-clock></p>
  `,
};

/** The next zone in reach is used, here none: the clock shows UTC rather than a guess. */
export const UnknownZone: Story = {args: {timeZone: 'Asia/Hanoi'}};
