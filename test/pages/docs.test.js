import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {collectErrors, openPage, startBrowser} from './support/browser.js';
import {serveFolders} from './support/folder-server.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const {modules} = JSON.parse(readFileSync(here('../../dist/custom-elements.json'), 'utf8'));
const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);

let server, browser;

before(async () => {
  server = await serveFolders({'/': here('../../storybook-static/')});
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const {tagName: tag, attributes = [], members = [], cssParts = [], slots = []} of elements) {
  test(`the docs of <${tag}> have one row for each thing, and controls`, async (t) => {
    const page = await openPage(browser, t);
    const errors = collectErrors(page, server.origin);
    await page.goto(`${server.origin}/iframe.html?viewMode=docs&id=${tag}--docs`);
    await page.waitForSelector('.docblock-argstable-body tr');
    const rows = await page.$eval('.docblock-argstable-body', readRows);
    const count = (name, section) =>
      rows.filter((row) => row.name === name && section.test(row.section)).length;

    for (const {name} of attributes) assert.equal(count(name, /^attributes/), 1, name);
    const mirrored = attributes.map(({fieldName, name}) => fieldName ?? name);
    const others = members.filter(({kind, name}) => kind === 'field' && !mirrored.includes(name));
    for (const {name} of others) assert.equal(count(name, /properties$/), 1, name);
    for (const {name} of cssParts) assert.equal(count(name, /^css parts/), 1, name);
    for (const {name} of slots) assert.equal(count(name || '(default)', /^slots/), 1, `slot ${name}`);
    assert.ok(rows.some(({controllable}) => controllable));
    const idle = rows.filter(({section}) => /^(css|slots|events|methods|read-only)/.test(section));
    assert.deepEqual(
      idle.filter(({controllable}) => controllable),
      [],
    );
    assert.deepEqual(errors, []);
  });
}

test('a control changes the element of its story', async (t) => {
  const page = await openPage(browser, t);
  await page.goto(`${server.origin}/iframe.html?viewMode=story&id=article-date--dateline`);
  const time = await page.waitForSelector('article-date >>> time[datetime]');
  assert.equal(await time.evaluate(({innerText}) => innerText), 'Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]');
  await page.evaluate(() => {
    const update = {storyId: 'article-date--dateline', updatedArgs: {format: 'date', timeZone: '+00:00'}};
    globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('updateStoryArgs', update);
  });
  await page.waitForFunction((shown) => shown.innerText === '29/03/2024', {}, time);
});

test('the toolbar sets the language around a story', async (t) => {
  const page = await openPage(browser, t);
  await page.goto(`${server.origin}/iframe.html?viewMode=story&id=article-date--dateline&globals=lang:en`);
  const time = await page.waitForSelector('article-date >>> time[datetime]');
  assert.match(await time.evaluate(({innerText}) => innerText), /March|Mar/);
});

/** Runs in the page: the rows of a table of args, with the heading of the section that each stands in. */
function readRows(body) {
  let section = '';
  const rows = [];
  for (const row of body.rows) {
    const [name, , , control] = row.cells;
    const words = name.innerText.trim().split('\n').at(-1); // before it, a section says what its button does
    const controllable = Boolean(control?.querySelector('input, textarea, select, button'));
    if (control) rows.push({section, name: words, controllable});
    else section = words.toLowerCase();
  }
  return rows;
}
