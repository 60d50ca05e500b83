import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {openPage, startBrowser} from './support/browser.js';
import {startDemo} from './support/demo.js';
import {readShifts} from './support/shifts.js';

/* Nothing of the demo may move while it loads: what will appear has its space from article-widgets.css and the page. */

let demo, browser;

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

for (const width of [375, 1280]) {
  for (const [what, {size, comments}] of Object.entries({
    'a first visit': {},
    'small text remembered': {size: '0.875'},
    'large text remembered': {size: '1.5'},
    'the largest text remembered': {size: '2'},
    'a reader who comes for the comments': {comments: true},
  })) {
    test(
      `nothing shifts while the demo loads, ${width} pixels wide: ${what}`,
      {timeout: 60_000},
      async (t) => {
        const page = await openPage(browser, t);
        await page.setViewport({width, height: 800});
        if (size)
          await page.evaluateOnNewDocument((value) => (localStorage['article-text-size'] = value), size);
        else await page.evaluateOnNewDocument(() => localStorage.clear());
        await page.setRequestInterception(true);
        // The page is painted before its modules arrive, and the comments before theirs.
        page.on('request', async (request) => {
          const {pathname} = new URL(request.url());
          if (pathname.endsWith('/article-widgets.js')) await wait(500);
          if (pathname.endsWith('/define-comments.js')) await wait(500);
          if (pathname === '/api/comments') await wait(700);
          await request.continue();
        });
        await page.goto(`${demo.origin}/${comments ? '#comments' : ''}`, {waitUntil: 'networkidle0'});
        const shifts = await page.evaluate(readShifts);
        const moved = shifts.map(({value, sources}) => `${value.toFixed(4)}: ${sources.join(', ')}`);
        const sum = shifts.reduce((total, {value}) => total + value, 0);
        assert.equal(sum.toFixed(3), '0.000', moved.join('\n'));
        if (size) assert.equal(await page.$eval('article-text-size', ({scale}) => scale), Number(size));
      },
    );
  }
}
