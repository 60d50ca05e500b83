import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {startBrowser} from './support/browser.js';
import {serveFolders} from './support/folder-server.js';
import {countLeaks} from './support/leaks.js';
import {examples} from './support/leak-page.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const {modules} = JSON.parse(readFileSync(here('../../dist/custom-elements.json'), 'utf8'));
const tags = modules.flatMap(({declarations}) => declarations.flatMap(({tagName}) => tagName ?? []));
const times = 1000;

let server, browser;

before(async () => {
  server = await serveFolders({'/dist/': here('../../dist/'), '/support/': here('support/')}, addRoutes);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('every tag has an example to mount', () => {
  assert.deepEqual(tags.toSorted(), Object.keys(examples).toSorted());
});

for (const tag of tags) {
  test(`<${tag}> leaves nothing behind after ${times} mounts`, {timeout: 60_000}, async () => {
    const left = await leaksOf({tag});
    for (const [name, number] of Object.entries(left)) assert.ok(number <= 5, `${number} ${name}`);
  });
}

for (const [tag, expected] of [
  ['leaking-timer', {survivors: times, timers: times, listeners: 0}],
  ['leaking-listener', {survivors: times, timers: 0, listeners: times}],
  ['leaking-set', {survivors: times, timers: 0, listeners: 0}],
]) {
  test(`a planted <${tag}> is caught`, {timeout: 60_000}, async () => {
    assert.deepEqual(await leaksOf({tag, script: '/support/leaking-elements.js'}), expected);
  });
}

async function leaksOf(options) {
  const page = await browser.newPage();
  try {
    return await countLeaks(page, {origin: server.origin, times, ...options});
  } finally {
    await page.close();
  }
}

function addRoutes(app) {
  app.get('/blank', (request, reply) =>
    reply.type('text/html').send('<!doctype html><html lang="vi"></html>'),
  );
  app.get('/api/comments', () => ({total: 0, comments: [], next: null}));
}
