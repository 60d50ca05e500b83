import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {build} from 'esbuild';
import 'article-widgets/define.js';
import {samples, serverPage} from '../support/server-page.js';
import {openBrowser} from './support/browser.js';
import {serveFiles} from './support/serve.js';

/*
 * The page as a server made it, then the script: Lit must take the server's nodes over, say nothing in the console,
 * and show in the end what an element made in the browser shows.
 */

let browser;
let site;
const pages = {};

before(async () => {
  const {outputFiles} = await build({
    stdin: {
      contents: `import '@lit-labs/ssr-client/lit-element-hydrate-support.js'; import 'article-widgets/define.js';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'esm',
    outdir: 'out',
    splitting: true,
    conditions: ['browser', 'development'],
    write: false,
  });
  for (const {path, contents} of outputFiles) pages[`/${path.split('/').at(-1)}`] = contents;
  for (const [tag, sample] of Object.entries(samples)) {
    pages[`/${tag}.html`] =
      `<!doctype html><html lang="vi"><body>${await serverPage(sample)}<script type="module" src="/stdin.js"></script>`;
  }
  site = await serveFiles(pages);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

for (const tag of Object.keys(samples)) {
  test(`<${tag}> takes over what the server rendered`, async () => {
    const page = await browser.newPage();
    const messages = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    await page.goto(`${site.url}/${tag}.html`);
    const kept = await page.evaluate(async (name) => {
      const element = document.querySelector(name);
      const first = element.shadowRoot.firstElementChild;
      await customElements.whenDefined(name);
      await element.updateComplete;
      await element.updateComplete;
      return element.shadowRoot.firstElementChild === first;
    }, tag);
    await page.close();
    const telling = messages.filter((text) => !/dev-mode|favicon|404/.test(text));
    assert.deepEqual(telling, []);
    assert.equal(kept, true, 'the nodes of the server were thrown away');
  });
}
