import {article, createDemo} from '../../../server/demo/demo.js';
import {seed} from '../../../server/demo/seed.js';

export {article};

/** The demo on a free port of this machine only, with its first comments and no limit of posts. */
export async function startDemo(options) {
  const app = await createDemo({rateLimit: false, ...options});
  await seed(app.store, article);
  const origin = await app.listen({host: '127.0.0.1', port: 0});
  return {origin, store: app.store, close: () => app.close()};
}

/** Scrolls to the comments, which load when the reader comes near. */
export async function showComments(page, state = 'ready') {
  const comments = await page.waitForSelector('article-comments:defined');
  await comments.scrollIntoView();
  await page.waitForSelector(`article-comments[state=${state}]`);
}

/** Writes a comment and sends it, with keys and mouse as a reader does. */
export async function sendComment(page, text) {
  await page.type('article-comments textarea', text);
  await page.click('article-comments form button');
}

/** Waits until a comment stands in the list that the element draws. */
export function waitForComment(page, text) {
  return page.waitForSelector(`article-comments >>> [part=text] ::-p-text(${text})`);
}
