import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {collectErrors, startBrowser} from './support/browser.js';
import {serveFolders} from './support/folder-server.js';

const folder = fileURLToPath(new URL('../../storybook-static/', import.meta.url));
const {entries} = JSON.parse(readFileSync(`${folder}index.json`, 'utf8'));
const stories = Object.values(entries).filter(({type}) => type === 'story');
const files = [...new Set(stories.map(({importPath}) => importPath))];
const endings = [
  'storyFinished',
  'storyMissing',
  'storyErrored',
  'storyThrewException',
  'playFunctionThrewException',
];

let server, browser;

before(async () => {
  server = await serveFolders({'/': folder});
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('there are stories', () => assert.ok(stories.length > 0));

describe('stories', {concurrency: 2}, () => {
  for (const file of files) {
    test(`${file}: every story works and passes axe, light and dark`, {timeout: 120_000}, async (t) => {
      // A browser profile for each file: neither tags nor storage come from another one.
      const context = await browser.createBrowserContext();
      t.after(() => context.close());
      const failures = await walkThrough(context, file);
      assert.equal(failures.length, 0, `\n${failures.join('\n')}`);
    });
  }
});

async function walkThrough(context, file) {
  const failures = [];
  for (const scheme of ['light', 'dark']) {
    let canvas;
    for (const {id, importPath} of stories) {
      if (importPath !== file) continue;
      canvas ??= await openCanvas(context, scheme);
      const found = await showStory(canvas, id, scheme);
      failures.push(...found.map((failure) => `${id}, ${scheme}: ${failure}`));
      if (found.length > 0) canvas = await canvas.page.close(); // what broke off may still be running
    }
  }
  return failures;
}

/** Opens Storybook's canvas, where stories are then shown one after the other, as when a designer walks through them. */
async function openCanvas(context, scheme) {
  const page = await context.newPage();
  const errors = collectErrors(page, server.origin);
  await page.emulateFocusedPage(true);
  await page.goto(`${server.origin}/iframe.html?viewMode=story`);
  await page.waitForFunction(() => globalThis.__STORYBOOK_PREVIEW__);
  await page.evaluate(
    async (events, globals) => {
      await globalThis.__STORYBOOK_PREVIEW__.ready();
      const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
      globalThis.endings = [];
      for (const event of events) channel.on(event, (data) => globalThis.endings.push({event, data}));
      channel.emit('updateGlobals', {globals});
    },
    endings,
    {scheme},
  );
  return {page, errors};
}

/** What is wrong with a story. The accessibility check is Storybook's own: designers see what this test sees. */
async function showStory({page, errors}, storyId, scheme) {
  errors.length = 0;
  await page.evaluate(
    (selection) => {
      globalThis.endings.length = 0;
      globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', selection);
    },
    {storyId, viewMode: 'story'},
  );
  const ending = await page.waitForFunction(() => globalThis.endings[0], {polling: 20, timeout: 30_000});
  const {event, data} = await ending.jsonValue();
  const failures = [...errors];
  if (event !== 'storyFinished') return [...failures, `${event} ${data?.message?.split('\n')[0] ?? ''}`];
  if (data.status !== 'success') failures.push(`ended with ${data.status}`);
  const report = data.reporters.find(({type}) => type === 'a11y')?.result;
  if (!report?.passes?.length) failures.push('was not checked with axe');
  failures.push(...(report?.violations ?? []).map(describeViolation));
  const [shown, unknown] = await page.evaluate(
    (root) => [
      document.querySelector(root)?.className,
      Array.from(document.querySelectorAll('#storybook-root :not(:defined)'), ({localName}) => localName),
    ],
    `#storybook-root .story-root.${scheme}`,
  );
  if (!shown) failures.push(`was not shown in the ${scheme} scheme`);
  return [...failures, ...new Set(unknown.map((tag) => `<${tag}> is not registered`))];
}

function describeViolation({id, help, nodes}) {
  return `axe ${id}: ${help} (${nodes.map(({target}) => target.join(' ')).join(', ')})`;
}
