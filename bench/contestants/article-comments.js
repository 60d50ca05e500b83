import '../../dist/article-comments/article-comments.js';

globalThis.mount = async (host) => {
  const element = document.createElement('article-comments');
  element.lang = 'vi';
  element.article = 'bench';
  element.loading = 'eager';
  let show, sent;
  const given = new Promise((resolve) => (show = resolve));
  element.source = {list: () => given, submit: async () => sent};
  host.append(element);
  await element.updateComplete;
  const root = element.shadowRoot;
  return {
    show: (comments) => show({comments, total: comments.length}),
    add: async (comment) => {
      sent = comment;
      const {author, text, id} = comment;
      const event = new Event('article-comment-submit', {cancelable: true});
      const {signal} = new AbortController();
      Object.assign(event, {author, text, idempotencyKey: id, signal});
      root.querySelector('section').dispatchEvent(event);
      await event.fallback();
      await element.updateComplete;
    },
    has: (id) => root.getElementById(`comment-${id}`),
    rows: () => root.querySelectorAll('article'),
  };
};
