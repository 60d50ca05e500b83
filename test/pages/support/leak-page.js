/*
 * Runs in the page: an example of each tag, rich enough to start everything that the element can start, and the loop
 * that puts it on the page, uses it and takes it off again.
 */
const picture =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';

const comment = {
  id: '1',
  author: {name: 'Lan'},
  text: 'Hay!',
  createdAt: '2024-03-29T05:20:11Z',
  status: 'published',
};
const source = {list: async () => ({total: 1, comments: [comment]})};

const type = (field, text) => {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
};

/** An example of each tag: its markup, and how a reader uses it. */
export const examples = {
  'article-byline': {html: '<article-byline><a rel="author" href="#a">Nhã Phương</a></article-byline>'},
  'article-clock': {html: '<article-clock time-zone="+07:00" pattern="HH:mm:ss"></article-clock>'},
  'article-comment-box': {
    html: '<article-comment-box label="Ý kiến"></article-comment-box>',
    use: (box) => type(box.renderRoot.querySelector('textarea'), 'Bài hay quá!'),
  },
  'article-comment-form': {
    html: '<article-comment-form><form action="/"><textarea name="comment"></textarea><button>Gửi</button></form></article-comment-form>',
    use: (form) => type(form.querySelector('textarea'), 'Bài hay quá!'),
  },
  'article-comments': {
    html: '<article-comments src="/api/comments" article="1" loading="eager"></article-comments>',
    // Another source while the first one is still asked: a request is given up, and a list is drawn.
    use: async (comments) => {
      comments.source = source;
      for (let tick = 0; tick < 100 && comments.state !== 'ready'; tick++) await comments.updateComplete;
      if (comments.state !== 'ready') throw new Error(`the comments are ${comments.state}`);
    },
  },
  'article-date': {
    html: `<article-date datetime="${new Date().toISOString()}" format="relative"></article-date>`,
  },
  'article-headline': {
    html: '<article-headline headline="Mùa gặt" published="2024-03-29T11:12:24+07:00"></article-headline>',
  },
  'article-photo': {
    html: `<article-photo zoomable caption="Ruộng lúa"><img alt="Ruộng lúa" src='${picture}'></article-photo>`,
    // The first one waits for the file of the button and the dialog.
    use: async (photo) => {
      const button = () => photo.renderRoot.querySelector('[part=zoom-button]');
      for (let tick = 0; tick < 100 && !button(); tick++) await new Promise((done) => setTimeout(done, 20));
      button().click();
    },
  },
  'article-structured-data': {
    html: '<article-headline headline="Mùa gặt"></article-headline><article-structured-data></article-structured-data>',
    use: async (data) => {
      await data.updateComplete;
      if (!data.querySelector('script')) throw new Error('nothing was written');
    },
  },
  'article-text-size': {
    html: '<article-text-size></article-text-size>',
    use: (toggle) => (toggle.scale === 1 ? toggle.increase() : toggle.reset()),
  },
};

/** Mounts and unmounts a tag. A tag that has no example is mounted bare. */
export async function mountAndUnmount(tag, times) {
  const {html, use} = examples[tag] ?? {html: `<${tag}></${tag}>`};
  const template = document.createElement('template');
  template.innerHTML = html;
  if (!customElements.get(tag)) {
    document.body.append(document.importNode(template.content, true)); // some tags are defined at first sight
    await customElements.whenDefined(tag);
    document.body.replaceChildren();
  }
  for (let time = 0; time < times; time++) {
    document.body.append(document.importNode(template.content, true));
    const element = document.body.querySelector(tag);
    await element.updateComplete;
    await use?.(element);
    await element.updateComplete;
    document.body.replaceChildren();
  }
  document.body.replaceChildren();
}
