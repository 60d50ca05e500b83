import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, waitFor} from 'storybook/test';
import '../src/define.js';
import './article-page.css';
import {comments, sourceOf} from './support/comments.js';

const small = new URL('../demo/harvest-640.jpg', import.meta.url).href;
const large = new URL('../demo/harvest-1280.jpg', import.meta.url).href;
const storageKey = 'story-article-page';

/** All widgets together, as on the page of a newspaper. The comments come from a source inside the page. */
const meta: Meta = {
  tags: ['autodocs'],
  beforeEach: () => localStorage.removeItem(storageKey),
  parameters: {controls: {disable: true}},
  render: () => html`
    <div class="article-page" data-time-zone="Asia/Ho_Chi_Minh">
      <header><article-clock></article-clock></header>
      <article>
        <article-headline>
          <span slot="kicker">Nông nghiệp</span>
          <h1>Mùa gặt về trên đôi bờ Cái Sậy</h1>
          <article-date slot="date" datetime="2024-03-29T11:12:24+07:00">
            <time datetime="2024-03-29T11:12:24+07:00">Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]</time>
          </article-date>
          <article-text-size slot="tools" storage-key=${storageKey}></article-text-size>
        </article-headline>
        <p class="lead">
          Nước mặn đã ngấp nghé ngoài cửa sông, nhưng hơn 900 héc-ta lúa đông xuân vẫn kịp chín vàng.
        </p>
        <article-photo zoomable>
          <img
            src=${small}
            srcset="${small} 640w, ${large} 1280w"
            sizes="(min-width: 44rem) 42rem, 100vw"
            width="1280"
            height="800"
            alt="Cánh đồng lúa chín bên sông lúc bình minh, máy gặt đỏ chạy dọc ruộng."
          />
          <span slot="caption">Ruộng lúa bên sông Cái Sậy lúc mặt trời vừa lên.</span>
          <span slot="credit">Minh họa: Báo Sông Nước</span>
        </article-photo>
        <p>
          Bốn giờ rưỡi sáng, sương còn đọng trên bờ cỏ, bà Sáu Lành đã nấu xong nồi cháo cá lóc cho mười hai
          người. Thợ máy, thợ vác, chủ ghe cùng ăn chung một mâm trải bên hiên nhà, rồi ai nấy xách nón ra
          đồng.
        </p>
        <p>
          Máy gặt đi một vòng quanh bờ rồi thẳng hàng mà chạy, rạ ngả xuống thành từng luống đều tăm tắp. Chưa
          đầy hai tiếng sau, lúa tươi đã vào bao, may miệng, xếp dọc mé kênh chờ ghe tới chở.
        </p>
        <article-byline class="byline"
          ><a rel="author" href="#nha-phuong">Nhã Phương</a> -
          <a rel="author" href="#thanh-nha">Thanh Nhả</a></article-byline
        >
      </article>
      <article-comments
        loading="eager"
        article="lua-mua-gat"
        .source=${sourceOf(comments)}
      ></article-comments>
    </div>
  `,
};

export default meta;

export const WholeArticle: StoryObj = {
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('article-comments')!;
    await waitFor(() => expect(element.state).toBe('ready'));
  },
};
