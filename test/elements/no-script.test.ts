import {expect, fixture, html, oneEvent} from '@open-wc/testing';

/* What stands in the page reads well where the script never comes: a frame that may run none. */

const picture =
  "data:image/svg+xml,<svg%20xmlns='http://www.w3.org/2000/svg'%20width='160'%20height='90'><rect%20width='999'%20height='999'%20fill='green'/></svg>";

const story = `
  <article-headline><span slot="kicker">Nông nghiệp</span><h1>Mùa gặt về</h1>
    <article-date slot="date"><time datetime="2024-03-29T11:12:24+07:00">29/03/2024 11:12</time></article-date>
    <article-text-size slot="tools"></article-text-size></article-headline>
  <article-photo><img src="${picture}" alt="Ruộng lúa" width="160" height="90"><img src="${picture}" alt="Cống" width="160" height="90">
    <span slot="caption">Gặt lúa ở Cái Sậy</span><span slot="credit">Ảnh: Văn A</span></article-photo>
  <article-byline class="byline"><a rel="author" href="#a">Nhã Phương</a> - <a rel="author" href="#b">Thanh Nhả</a></article-byline>
  <article-comments><ol><li>Lúa năm nay tốt quá.</li></ol></article-comments>
  <form action="#sent"><article-comment-box><label>Ý kiến <textarea name="comment" maxlength="500"></textarea></label></article-comment-box>
    <button>Gửi</button></form>`;

async function openPage(width: number): Promise<Document> {
  const frame = (await fixture(
    html`<iframe title="page" sandbox="allow-same-origin" height="600"></iframe>`,
  )) as HTMLIFrameElement;
  frame.width = `${width}`;
  frame.srcdoc = `<!doctype html><html lang="vi"><head><meta charset="utf-8">
    <link rel="stylesheet" href="/src/article-widgets.css"><script>document.title = 'ran'</script></head>
    <body>${story}</body></html>`;
  await oneEvent(frame, 'load');
  return frame.contentDocument!;
}

describe('without script', () => {
  for (const width of [320, 800]) {
    it(`everything can be read, in its place, in ${width} pixels`, async () => {
      const page = await openPage(width);
      expect(page.title, 'no script runs').to.equal('');
      const box = (selector: string) => page.querySelector(selector)!.getBoundingClientRect();
      const order = [
        '[slot=kicker]',
        'h1',
        'time',
        'img',
        '[slot=caption]',
        '[slot=credit]',
        '.byline',
        'li',
        'textarea',
      ];
      const tops = order.map((selector) => {
        expect(box(selector).height, `${selector} is seen`).to.be.above(8);
        return box(selector).top;
      });
      expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
      const [first, second] = [...page.querySelectorAll('img')].map((one) => one.getBoundingClientRect());
      if (width > 400) expect(second!.top, 'side by side').to.equal(first!.top);
      expect(page.documentElement.scrollWidth, 'nothing scrolls sideways').to.be.at.most(width);
      expect(page.querySelector('.byline')!.textContent).to.equal('Nhã Phương - Thanh Nhả');
      expect(page.querySelector('textarea')!.maxLength).to.equal(500);
    });
  }
});
