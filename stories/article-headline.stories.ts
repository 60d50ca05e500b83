import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import '../src/article-headline/article-headline.js';
import '../src/article-text-size/article-text-size.js';
import type {ArticleHeadline} from '../src/index.js';

type Args = Pick<
  ArticleHeadline,
  'headline' | 'level' | 'published' | 'updatedAt' | 'timeZone' | 'format' | 'pattern'
>;

const meta: Meta<Args> = {
  component: 'article-headline',
  tags: ['autodocs'],
  render: ({headline, level, published, updatedAt, timeZone, format, pattern}) => html`
    <article-headline
      headline=${ifDefined(headline)}
      level=${ifDefined(level)}
      published=${ifDefined(published)}
      updated=${ifDefined(updatedAt)}
      time-zone=${ifDefined(timeZone)}
      format=${ifDefined(format)}
      pattern=${ifDefined(pattern)}
    ></article-headline>
  `,
  args: {
    headline: 'Mùa gặt sớm trên cánh đồng ven sông',
    level: 1,
    published: '2024-03-29T11:12:24+07:00',
  },
};

export default meta;
type Story = StoryObj<Args>;

/** The short form: everything from attributes. */
export const Attributes: Story = {};

/** The form that reads well without script: the page's own heading and date in slots. */
export const Slots: Story = {
  render: () => html`
    <article-headline>
      <span slot="kicker">Nông nghiệp</span>
      <h1>Mùa gặt sớm trên cánh đồng ven sông</h1>
      <article-date slot="date" datetime="2024-03-29T11:12:24+07:00">
        <time datetime="2024-03-29T11:12:24+07:00">Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]</time>
      </article-date>
      <article-text-size slot="tools" storage-key="story-headline"></article-text-size>
    </article-headline>
  `,
};

/** Shown, with labels, because it is later, of another day and reads differently. */
export const Updated: Story = {args: {updatedAt: '2024-03-30T06:05:00+07:00'}};

/** An update of the same day is news for ten hours. */
export const UpdatedThatDay: Story = {args: {updatedAt: '2024-03-29T15:40:00+07:00'}};

/** Half a minute later is no news: only the published date shows. */
export const UpdatedTooSoon: Story = {args: {updatedAt: '2024-03-29T11:12:54+07:00'}};

export const LowerLevel: Story = {args: {level: 2, format: 'datetime'}};

export const OtherZone: Story = {args: {timeZone: 'Europe/Paris'}};

export const LongHeadline: Story = {
  args: {
    headline:
      'Nông dân ven sông xuống đồng từ ba giờ sáng để kịp gặt những thửa ruộng cuối cùng trước khi con nước lớn đầu mùa tràn về qua các xã vùng trũng',
    updatedAt: '2024-03-30T06:05:00+07:00',
  },
};

/** In a column of a word or two, as in large text on a phone: the last two words stand together while they fit. */
export const NarrowColumn: Story = {
  args: {headline: 'Nông dân ven sông xuống đồng từ ba giờ sáng để kịp gặt'},
  decorators: [(story) => html`<div style="inline-size: 9rem">${story()}</div>`],
};

export const English: Story = {
  render: () => html`
    <article-headline
      lang="en"
      headline="An early harvest on the fields along the river"
      published="2024-03-29T11:12:24+07:00"
      updated="2024-03-30T06:05:00+07:00"
    ></article-headline>
  `,
};

/** The heading stays when its date cannot be read. */
export const BrokenDate: Story = {args: {published: 'thứ sáu tuần trước'}};
