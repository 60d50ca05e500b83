import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {expect, userEvent} from 'storybook/test';
import '../src/article-text-size/article-text-size.js';
import type {ArticleTextSize} from '../src/index.js';

type Args = Pick<ArticleTextSize, 'for' | 'scales' | 'scale' | 'storageKey' | 'resettable'>;

const key = 'story-text-size';

const text = html`
  <h1>Chợ nổi họp trước bình minh</h1>
  <p>Bốn giờ sáng, ghe xuồng đã đậu san sát. Người bán treo món hàng của mình lên đầu một cây sào dài.</p>
  <p style="font-size: 14px">Đoạn này do trình soạn thảo đặt cỡ chữ bằng px.</p>
  <p style="font-size: 11pt">Đoạn này tính bằng pt.</p>
  <p style="font-size: 1.1em">Đoạn này tính bằng em.</p>
  <p style="font-size: 1rem">Đoạn này tính bằng rem.</p>
  <p style="font-size: 90%">Đoạn này tính bằng phần trăm.</p>
`;

const meta: Meta<Args> = {
  component: 'article-text-size',
  tags: ['autodocs'],
  // What one visit chose must not decide what the next one shows.
  beforeEach: () => localStorage.removeItem(key),
  render: (args) => html`<article>${toggle(args)} ${text}</article>`,
  args: {storageKey: key},
};

export default meta;
type Story = StoryObj<Args>;

/** Two buttons; every text of the article grows by the same ratio, whatever unit it is set in. */
export const Default: Story = {};

export const Larger: Story = {
  play: async ({canvasElement}) => {
    const [element, smaller, larger] = buttons(canvasElement);
    await userEvent.click(larger);
    await userEvent.click(larger);
    await expect(element.scale).toBe(1.25);
    await userEvent.click(smaller);
    await expect(element.scale).toBe(1.125);
  },
};

/** At the end of the steps the button says so and does nothing. */
export const Largest: Story = {
  play: async ({canvasElement}) => {
    const [element, , larger] = buttons(canvasElement);
    element.scale = 2;
    await element.updateComplete;
    await expect(larger.ariaDisabled).toBe('true');
    await userEvent.click(larger);
    await expect(element.scale).toBe(2);
  },
};

export const Smallest: Story = {
  play: async ({canvasElement}) => {
    const [element, smaller] = buttons(canvasElement);
    await userEvent.click(smaller);
    await expect(element.scale).toBe(0.875);
  },
};

export const OwnSteps: Story = {args: {scales: '1 1.5 3'}};

/** A third button between the two goes back to the usual size. */
export const Resettable: Story = {
  args: {resettable: true},
  play: async ({canvasElement}) => {
    const [element, , reset, larger] = buttons(canvasElement);
    await expect(reset.ariaDisabled).toBe('true');
    await userEvent.click(larger!);
    await userEvent.click(reset);
    await expect(element.scale).toBe(1);
  },
};

/** `for` names what is scaled; here the second text only. */
export const ForOneText: Story = {
  args: {for: 'story-scaled'},
  render: (args) => html`
    ${toggle(args)}
    <p>Đoạn này giữ nguyên cỡ chữ.</p>
    <p id="story-scaled">Đoạn này đổi theo nút bấm.</p>
  `,
};

/** Several toggles on a page stay in step. */
export const TwoToggles: Story = {
  render: (args) => html`<article>${toggle(args)} ${text} ${toggle(args)}</article>`,
};

/** The usual steps are used, and the developer is told. */
export const BrokenSteps: Story = {args: {scales: 'lớn nhỏ'}};

function toggle({for: target, scales, scale, storageKey, resettable}: Args) {
  return html`<article-text-size
    for=${ifDefined(target)}
    scales=${ifDefined(scales)}
    .scale=${scale}
    storage-key=${ifDefined(storageKey)}
    ?resettable=${resettable}
  ></article-text-size>`;
}

type Buttons = [ArticleTextSize, HTMLElement, HTMLElement, HTMLElement | undefined];

/** The element, and its two or three buttons. */
function buttons(root: HTMLElement): Buttons {
  const element = root.querySelector('article-text-size')!;
  return [element, ...element.renderRoot.querySelectorAll('button')] as unknown as Buttons;
}
