import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import '../src/article-comment-box/article-comment-box.js';
import type {ArticleCommentBox} from '../src/article-comment-box/article-comment-box.js';

const half =
  'Chợ quê bây giờ sạch và sáng hơn hẳn, chỉ mong giữ được tiếng rao của các bà các cô như ngày trước. ';

const meta: Meta<ArticleCommentBox> = {
  component: 'article-comment-box',
  tags: ['autodocs'],
  args: {maxlength: 500},
  render: (args) => html`
    <article-comment-box
      label=${ifDefined(args.label)}
      value=${ifDefined(args.defaultValue)}
      placeholder=${ifDefined(args.placeholder)}
      maxlength=${args.maxlength}
      threshold=${ifDefined(args.threshold)}
      rows=${ifDefined(args.rows)}
      count-unit=${ifDefined(args.countUnit)}
      ?required=${args.required}
      ?disabled=${args.disabled}
      ?readonly=${args.readonly}
    ></article-comment-box>
  `,
};
export default meta;

type Story = StoryObj<ArticleCommentBox>;

export const Empty: Story = {};

export const HalfFull: Story = {args: {defaultValue: half, maxlength: 200}};

export const Full: Story = {args: {defaultValue: half, maxlength: 100}};

export const OverTheLimit: Story = {args: {defaultValue: half, maxlength: 88}};

export const Disabled: Story = {args: {defaultValue: half, disabled: true}};

export const ReadOnly: Story = {args: {defaultValue: half, readonly: true}};

export const CounterFromEightyPercent: Story = {
  args: {defaultValue: 'Gõ thêm để thấy bộ đếm.', maxlength: 40, threshold: 80},
};

export const WithHint: Story = {
  render: () => html`
    <article-comment-box lang="vi" label="Góp ý cho bài viết" placeholder="Bạn nghĩ gì về bài này?">
      <span slot="hint">Ý kiến được duyệt trước khi đăng. Xin viết có dấu.</span>
    </article-comment-box>
  `,
};

export const RequiredAndReported: Story = {
  args: {required: true},
  play: async ({canvasElement}) => {
    const box = canvasElement.querySelector('article-comment-box')!;
    await box.updateComplete;
    box.reportValidity();
  },
};

export const AroundThePagesTextarea: Story = {
  render: () => html`
    <form lang="vi" @submit=${(event: Event) => event.preventDefault()}>
      <article-comment-box>
        <label for="story-comment">Ý kiến bạn đọc</label>
        <textarea id="story-comment" name="comment" maxlength="200" rows="5"></textarea>
        <span slot="hint">Không cần đăng nhập.</span>
      </article-comment-box>
      <button>Gửi</button>
    </form>
  `,
};

export const InEnglish: Story = {
  render: () => html`
    <article-comment-box lang="en" maxlength="1000" value="The market is brighter now."></article-comment-box>
  `,
};

export const LettersAsSeen: Story = {
  args: {defaultValue: 'Cả nhà 👨‍👩‍👧‍👦 chúc mừng 🇻🇳', maxlength: 30, countUnit: 'grapheme'},
};

export const GrowsWithItsText: Story = {args: {defaultValue: half.repeat(5), rows: 2, maxlength: 1000}};
