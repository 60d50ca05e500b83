import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {build} from 'esbuild';
import 'article-widgets/define.js';
import {samples, serverPage} from '../support/server-page.js';
import {startBrowser} from './support/browser.js';
import {serveFolders} from './support/folder-server.js';

/*
 * The page as a server made it, then the script: Lit must take the server's nodes over, say nothing in the console,
 * and show in the end what an element made in the browser shows.
 */

let browser;
let site;

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
  const pages = Object.entries(samples).map(async ([tag, sample]) => [`/${tag}`, await serverPage(sample)]);
  const markup = await Promise.all(pages);
  site = await serveFolders({}, (app) => {
    for (const {path, text} of outputFiles) {
      app.get(`/${path.split('/').at(-1)}`, (_, reply) => reply.type('text/javascript').send(text));
    }
    for (const [path, body] of markup) {
      const page = `<!doctype html><html lang="vi"><body>${body}<script type="module" src="/stdin.js"></script>`;
      app.get(path, (_, reply) => reply.type('text/html').send(page));
    }
  });
  browser = await startBrowser();
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
    await page.goto(`${site.origin}/${tag}`);
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
