import {startThreadClock} from './thread-clock.js';

// After the first three times the browser has compiled what it will.
const [warmUp, measured] = [3, 7];

/**
 * Times the import (running the module, which the browser has read already), the first element until it is laid out,
 * the import included, and the script of all elements, several times over.
 * @param {import('puppeteer-core').Page} page
 */
export async function measureDates(page, {urls, tag}, stamps) {
  await page.evaluate(prepare, urls, tag(stamps[0]), stamps.map(tag).join(''));
  await page.evaluate(() => globalThis.bench.preload());
  const time = await startThreadClock(page);
  const load = await time(() => globalThis.bench.load());
  const first = await time(() => globalThis.bench.first());
  const repeats = [];
  for (let repeat = 0; repeat < warmUp + measured; repeat++) {
    await page.evaluate(() => globalThis.bench.clear());
    repeats.push(await time(() => globalThis.bench.all()));
  }
  const texts = await page.evaluate(() => globalThis.bench.texts());
  return {load, first: load + first, repeats: repeats.slice(warmUp), texts};
}

/**
 * How often Intl was called, straight or by `toLocaleString`, at the import and until the first element was there. It
 * slows down what it watches, so nothing is timed here.
 * @param {import('puppeteer-core').Page} page
 */
export async function countIntl(page, {urls, tag}, stamps) {
  await page.evaluate(prepare, urls, tag(stamps[0]), '');
  return page.evaluate(async () => {
    let count = 0;
    const counted = {
      apply: (target, self, args) => (count++, Reflect.apply(target, self, args)),
      construct: (target, args, created) => (count++, Reflect.construct(target, args, created)),
    };
    const watch = (owner, names) => {
      for (const name of names) owner[name] = new Proxy(owner[name], counted);
    };
    const constructors = Object.getOwnPropertyNames(Intl).filter((name) => /^[A-Z]/.test(name));
    watch(Intl, constructors);
    watch(Date.prototype, ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']);
    for (const {prototype} of [Number, BigInt, Array]) watch(prototype, ['toLocaleString']);
    watch(String.prototype, ['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase']);
    await globalThis.bench.load();
    const atLoad = count;
    await globalThis.bench.first();
    return {atLoad, atFirst: count - atLoad};
  });
}

/** Runs in the page: puts there what the measurements call. */
function prepare(urls, first, all) {
  const host = document.querySelector('main');
  const write = async (html) => {
    host.innerHTML = html;
    globalThis.fill?.(host);
    for (let turn = 0; turn < 20; turn++) await null; // every contestant has its text by then
  };
  const preload = (href) =>
    new Promise((resolve, reject) => {
      const link = document.createElement('link');
      Object.assign(link, {rel: 'modulepreload', href, onload: resolve, onerror: reject});
      document.head.append(link);
    });
  globalThis.bench = {
    preload: () => Promise.all(urls.map(preload)),
    load: () => import(urls[0]),
    first: async () => {
      await write(first);
      host.getBoundingClientRect();
    },
    clear: async () => {
      host.hidden = true; // a frame that comes in between has nothing to lay out
      host.replaceChildren();
      await new Promise((next) => setTimeout(next, 20));
    },
    all: () => write(all),
    texts: () => [...host.children].map((child) => (child.shadowRoot ?? child).textContent.trim()),
  };
}
