import {createServer} from 'node:http';
import {once} from 'node:events';
import puppeteer from 'puppeteer-core';
import {findBrowser} from '../../tools/browser.mjs';

// Only an isolated page has a clock of 5 µs; elsewhere it shows tenths of a millisecond.
const headers = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

// The words make the page load its font before anything is measured.
const html = `<!doctype html><html lang="vi"><title>bench</title><p>Tiếng Việt 0123456789</p><main></main>`;

/**
 * Opens the browser, and gives pages of which each has a process of its own: nothing that a sample warmed up serves
 * the next one.
 * @param {Map<string, string>} files the scripts that the pages can load, by path
 */
export async function openPages(files) {
  const server = createServer(({url}, response) => {
    const script = files.get(url);
    const type = script ? 'text/javascript' : 'text/html';
    response.writeHead(200, {...headers, 'content-type': `${type}; charset=utf-8`}).end(script ?? html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {executablePath, args, env} = await findBrowser();
  const browser = await puppeteer.launch({executablePath, args, env});
  return {
    /**
     * @template T
     * @param {(page: import('puppeteer-core').Page) => Promise<T>} task
     * @returns {Promise<T>}
     */
    async inFreshPage(task) {
      const context = await browser.createBrowserContext();
      try {
        return await runIn(await context.newPage(), `http://127.0.0.1:${server.address().port}/`, task);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function runIn(page, url, task) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(url);
  const result = await task(page);
  if (errors.length) throw errors[0];
  return result;
}
