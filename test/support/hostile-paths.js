/*
 * Runs in a page in which the comments are registered: shows hostile strings on every way from the network, from
 * storage, from the address or from an attribute to the DOM, and tells what they did.
 */
import {hostile, hostileComments, parse} from '../vectors/hostile.js';

const own = new Set(
  'a article article-comment-box article-comment-form article-comments article-date button div form h1 h2 h6 input label li ol p section slot span textarea time'.split(
    ' ',
  ),
);

/** Everything that the strings did; nothing is what a test wants to see. */
export async function showHostile() {
  const found = new Set();
  const note = (what) => found.add(what);
  globalThis.X = () => note('ran');
  for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) globalThis[name] = () => note(name);
  const onError = (event) => note(`error: ${event.message ?? event.reason}`);
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onError);
  const before = location.pathname;
  const fetched = globalThis.fetch;
  const warn = console.warn;
  console.warn = () => {};
  try {
    await fromTheList(note);
    await fromNews(note);
    await fromCounts(note);
    await fromAnswers(note);
    await fromRefusals(note);
    await fromWordPress(note);
    await fromAttributes(note);
    await fromStorage(note);
    await fromTheAddress(note);
    await new Promise((resolve) => setTimeout(resolve, 300));
  } finally {
    globalThis.fetch = fetched;
    console.warn = warn;
    history.replaceState(null, '', location.pathname + location.search);
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onError);
  }
  if (location.pathname !== before) note(`went to ${location.href}`);
  if ('polluted' in {}) note('a prototype was changed');
  for (const {name} of performance.getEntriesByType('resource')) {
    if (/evil|delete|passwd|\/x$|p\.png/.test(name)) note(`requested ${name}`);
  }
  return [...found];
}

const answer = (value, status = 200) => new Response(JSON.stringify(value), {status});

async function fromTheList(note) {
  const all = hostileComments();
  const next = hostile[0];
  globalThis.fetch = async (url, {method} = {}) => {
    if (method) return answer(all[0]);
    const from = Number(new URL(url, location.href).searchParams.get('cursor')?.split(' ')[0] ?? 0);
    const to = from + 100;
    return answer({
      comments: all.slice(from, to),
      total: next,
      next: to < all.length ? `${to} ${next}` : null,
    });
  };
  const element = await mount('article-comments', {src: '/comments', article: 'a', 'page-size': '100'});
  await until(() => element.state !== 'loading', 'the list');
  const more = element.shadowRoot.querySelector('[part=more-button]');
  for (let page = 0; page < 20 && !more.hidden; page++) {
    more.click();
    await until(() => more.ariaDisabled === 'false', 'a page');
  }
  const shown = element.shadowRoot.querySelectorAll('article').length;
  if (shown < hostile.length * 2) note(`only ${shown} comments are shown`);
  await until(() => element.shadowRoot.querySelector('[part=link]'), 'links');
  audit(element, note);
  element.remove();
}

/** What comes while the page is read. */
async function fromNews(note) {
  let answers = 0;
  globalThis.fetch = async () =>
    answer({comments: answers++ ? hostileComments() : [{id: '1', text: 'benign'}]});
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (run, ms, ...more) => wait(run, ms === 10_000 ? 10 : ms, ...more); // the pause of `refresh`
  try {
    const attributes = {src: '/comments', article: 'n', 'page-size': '100', refresh: '10'};
    const element = await mount('article-comments', attributes);
    const button = () => element.shadowRoot.querySelector('[part=new-button]');
    await until(button, 'news');
    element.refresh = undefined; // or more would come all the time
    button().click();
    const shown = () => element.shadowRoot.querySelectorAll('article').length;
    await until(() => shown() > hostile.length * 2, 'the new comments');
    audit(element, note);
    element.remove();
  } finally {
    globalThis.setTimeout = wait;
  }
}

/** The numbers on teasers: what the server says, and what stands in the attributes of the page. */
async function fromCounts(note) {
  const values = hostile.map((text, index) => [text, index % 2 ? 7 : (parse(text) ?? text)]);
  globalThis.fetch = async () => answer({counts: {...Object.fromEntries(values), good: 7}});
  const page = document.createElement('div');
  page.dataset.articleCommentsSrc = '/comments';
  const add = (id, attributes = {}) => {
    const link = document.createElement('a');
    Object.assign(link, {href: 'https://site.example/', rel: 'nofollow ugc noopener', textContent: 'benign'});
    const place = document.createElement('div');
    for (const [name, value] of Object.entries(attributes)) place.setAttribute(name, value);
    link.dataset.articleCommentsCount = id;
    place.append(link);
    page.append(place);
    return link;
  };
  for (const text of hostile) {
    add(text);
    add('good', {'data-article-comments-src': text});
    add('good', {'data-article-comments-source': text});
    add('good', {lang: text});
  }
  const last = add('good');
  document.body.append(page);
  await until(() => last.textContent === 'benign (7)', 'the numbers');
  await new Promise((resolve) => setTimeout(resolve, 50));
  for (const link of page.querySelectorAll('a'))
    if (!/^benign( \([07]\))?$/.test(link.textContent)) note(`a number "${link.textContent}"`);
  audit(page, note);
  page.remove();
}

async function fromAnswers(note) {
  const kinds = [
    (text) => answer({id: text, text, author: {name: text, url: text}, createdAt: text, parentId: text}, 201),
    (text) => answer({type: text, title: text, detail: text, errors: [{field: text, message: text}]}, 422),
    (text) => answer({type: text, max: 5, count: text, unit: text}, 422),
    (text) => new Response(text, {status: 200}),
    (text) => new Response(text, {status: 400}),
  ];
  for (const [index, kind] of kinds.entries()) {
    const element = await mount('article-comments', {src: '/comments', article: 'b', loading: 'eager'});
    for (const text of hostile) {
      globalThis.fetch = async (url, {method} = {}) =>
        method === 'POST' ? kind(text) : answer({comments: []});
      const form = element.shadowRoot.querySelector('article-comment-form');
      await form.updateComplete;
      const box = form.shadowRoot.querySelector('article-comment-box');
      await box.updateComplete;
      box.maxlength = 500;
      box.value = `benign ${index}`;
      const end = new Promise((resolve) => {
        for (const name of ['posted', 'failed'])
          form.addEventListener(`article-comment-${name}`, resolve, {once: true});
      });
      const button = form.shadowRoot.querySelector('[part=submit-button]');
      await until(() => button.ariaDisabled !== 'true', 'a form that is free');
      button.click();
      await end;
      await form.updateComplete;
      await element.updateComplete;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    audit(element, note);
    element.remove();
    localStorage.clear();
  }
}

/** Lists that are not given. */
async function fromRefusals(note) {
  const kinds = [
    (text) => answer({type: text, title: text, detail: text, errors: [{field: text, message: text}]}, 403),
    (text) => new Response(text, {status: 400, statusText: 'No'}),
    (text) => answer({comments: text, total: text, next: text}),
  ];
  for (const text of hostile) {
    for (const kind of kinds) {
      globalThis.fetch = async () => kind(text);
      const element = await mount('article-comments', {src: '/comments', article: 'e', loading: 'eager'});
      await until(() => element.state === 'error', 'a failure');
      await element.updateComplete;
      audit(element, note);
      element.remove();
    }
  }
}

/** What a WordPress gives, whose texts are HTML. */
async function fromWordPress(note) {
  const items = hostile.map((text, index) => ({
    id: index + 1,
    parent: 0,
    author_name: text,
    author_url: text,
    author_avatar_urls: {24: text, 48: text, 96: text},
    date: text,
    date_gmt: text,
    content: {rendered: text},
    status: text,
    link: text,
  }));
  globalThis.fetch = async () =>
    new Response(JSON.stringify(items), {
      headers: {'content-type': 'application/json', 'x-wp-total': '201', 'x-wp-totalpages': '1'},
    });
  const attributes = {src: '/wp-json', source: 'wordpress', article: '7', 'page-size': '100'};
  const element = await mount('article-comments', attributes);
  const shown = () => element.shadowRoot.querySelectorAll('article').length;
  await until(() => element.state === 'ready' && shown() > hostile.length / 2, 'the comments of WordPress');
  await new Promise((resolve) => setTimeout(resolve, 100));
  audit(element, note);
  element.remove();
}

async function fromAttributes(note) {
  globalThis.fetch = async () => answer({comments: []});
  const attributes = {
    'article-comments':
      'source article order count page-size heading-level maxlength user-name loading refresh state lang data-time-zone',
    'article-comment-form': 'user-name maxlength draft-key parent-id lang',
    'article-comment-box':
      'label placeholder name value maxlength minlength rows count-unit newline threshold lang',
  };
  for (const text of hostile) {
    for (const [tag, names] of Object.entries(attributes)) {
      const values = Object.fromEntries(names.split(' ').map((name) => [name, text]));
      const element = await mount(tag, {...values, ...(tag === 'article-comments' && {src: '/comments'})});
      audit(element, note);
      element.remove();
    }
    for (const attributes of [
      {src: text},
      {src: text, source: 'wordpress'},
      {src: '/comments', article: text, order: text},
    ]) {
      const element = await mount('article-comments', attributes);
      audit(element, note);
      element.remove();
    }
  }
}

async function fromStorage(note) {
  globalThis.fetch = async () => answer({comments: [{id: '1', text: 'benign'}]});
  for (const text of hostile) {
    const place = (parent) => `article-comment-draft:${JSON.stringify([location.host, 'c', parent])}`;
    localStorage.setItem(place(''), text);
    localStorage.setItem(place('1'), JSON.stringify([{text, name: text, key: text, sent: text}]));
    localStorage.setItem('article-comment-name', text);
    localStorage.setItem('article-comment-key', text);
    const element = await mount('article-comments', {src: '/comments', article: 'c', loading: 'eager'});
    await until(() => element.shadowRoot.querySelector('[part=reply-form]'), 'the reply');
    audit(element, note);
    element.remove();
  }
  localStorage.clear();
}

async function fromTheAddress(note) {
  globalThis.fetch = async () => answer({comments: [{id: '1', text: 'benign'}]});
  // Browsers refuse a page that changes its address hundreds of times.
  for (const text of hostile.filter((_, index) => index % 5 === 0)) {
    for (const hash of [`#comment-${text}`, `#comment-${encodeURIComponent(text.toWellFormed?.() ?? 'x')}`]) {
      history.replaceState(null, '', hash);
      const element = await mount('article-comments', {src: '/comments', article: 'd', loading: 'eager'});
      audit(element, note);
      element.remove();
    }
  }
}

async function mount(tag, attributes) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries({loading: 'eager', ...attributes}))
    element.setAttribute(name, value);
  document.body.append(element);
  await element.updateComplete;
  return element;
}

async function until(condition, what) {
  const end = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Looks at every element, however deep: only our own stand there, without handlers, with links to http alone. */
function audit(root, note) {
  const elements = [root, ...root.querySelectorAll('*')];
  for (const element of elements) {
    if (!own.has(element.localName)) note(`an element <${element.localName}>`);
    for (const {name, value} of element.attributes) {
      // The box tells its stylesheet its least height, and where a browser cannot grow it, its height.
      const measured = name === 'style' && /^(--_least: calc\([\w.+ ]+\);|height: \d+px;)?$/.test(value);
      if (/^on|^srcdoc$|^style$|^srcset$/.test(name) && !measured) note(`an attribute ${name}="${value}"`);
      if (
        /^(src|href|action|formaction|ping)$/.test(name) &&
        element !== root &&
        !/^https?:\/\/[^@/]*(\/|$)/.test(value)
      ) {
        note(`an address ${name}="${value}"`);
      }
    }
    if (element.localName === 'a') {
      if (element.rel !== 'nofollow ugc noopener') note(`a link with rel="${element.rel}"`);
      if (element.username || element.password || !/^https?:$/.test(element.protocol))
        note(`a link to ${element.href}`);
    }
    if (element.shadowRoot)
      for (const child of element.shadowRoot.children) if (child.localName !== 'style') audit(child, note);
  }
}
