import {setTimeout as wait} from 'node:timers/promises';

/**
 * Mounts and unmounts a tag many times in a fresh page, and counts what stays behind.
 * @param {import('puppeteer-core').Page} page not used before
 * @param {{origin: string, tag: string, times: number, script?: string}} options
 *   `script`: the address of the module that defines the tag
 */
export async function countLeaks(page, {origin, tag, times, script = '/dist/cdn/article-widgets.js'}) {
  await page.evaluateOnNewDocument(followTimers);
  await page.goto(`${origin}/blank`);
  await page.addScriptTag({url: script, type: 'module'});
  await mount(page, tag, 50); // what is made once, for all elements, is no leak
  const before = await count(page, tag);
  await mount(page, tag, times);
  let left;
  // Timers that end by themselves within seconds are no leak either.
  for (let tries = 0; tries < 6; tries++) {
    left = difference(await count(page, tag), before);
    if (Object.values(left).every((number) => number <= 5)) break;
    await wait(500);
  }
  return left;
}

function mount(page, tag, times) {
  return page.evaluate(
    async (...request) => {
      const {mountAndUnmount} = await import('/support/leak-page.js');
      await mountAndUnmount(...request);
    },
    tag,
    times,
  );
}

async function count(page, tag) {
  const session = await page.createCDPSession();
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const listeners = await Promise.all(['window', 'document'].map((name) => countListeners(session, name)));
  await session.detach();
  return {
    survivors: await countInstances(page, tag),
    timers: await page.evaluate(() => globalThis.runningTimers.size),
    listeners: listeners[0] + listeners[1],
  };
}

async function countInstances(page, tag) {
  const prototype = await page.evaluateHandle((name) => customElements.get(name).prototype, tag);
  const instances = await page.queryObjects(prototype);
  const number = await instances.evaluate((all) => all.length);
  await Promise.all([prototype.dispose(), instances.dispose()]); // else the next count finds them alive
  return number;
}

async function countListeners(session, expression) {
  const {result} = await session.send('Runtime.evaluate', {expression});
  const {listeners} = await session.send('DOMDebugger.getEventListeners', {objectId: result.objectId});
  await session.send('Runtime.releaseObject', {objectId: result.objectId});
  return listeners.length;
}

function difference(after, before) {
  return Object.fromEntries(Object.entries(after).map(([name, number]) => [name, number - before[name]]));
}

/** Runs in the page before any script of it: keeps the timers that have neither fired nor been cleared. */
function followTimers() {
  const running = new Set();
  globalThis.runningTimers = running;
  for (const name of ['Timeout', 'Interval']) {
    const set = globalThis[`set${name}`];
    const clear = globalThis[`clear${name}`];
    globalThis[`set${name}`] = (handler, ...rest) => {
      const id = set(
        (...values) => {
          if (name === 'Timeout') running.delete(id);
          handler(...values);
        },
        ...rest,
      );
      running.add(id);
      return id;
    };
    globalThis[`clear${name}`] = (id) => {
      running.delete(id);
      clear(id);
    };
  }
}
