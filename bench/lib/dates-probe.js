/*
 * What runs in the page. `drain` lets microtasks run, which is all that any contestant waits for before its text is
 * there; no frame comes in between, so what is timed is script alone.
 */

/**
 * Times the import (reading and running the script), the first element until it is laid out, the import included, and
 * the script of all elements, five times over.
 * @param {import('puppeteer-core').Page} page
 */
export function measureDates(page, {script, tag}, stamps) {
  return page.evaluate(
    async (code, first, all) => {
      const drain = async () => {
        for (let turn = 0; turn < 20; turn++) await null;
      };
      const host = document.querySelector('main');
      const element = document.createElement('script');
      element.textContent = code;

      const start = performance.now();
      document.head.append(element);
      const loaded = performance.now();
      host.innerHTML = first;
      globalThis.fill?.(host);
      await drain();
      host.getBoundingClientRect();
      const done = performance.now();

      const repeats = [];
      for (let repeat = 0; repeat < 6; repeat++) {
        host.replaceChildren();
        await new Promise((next) => setTimeout(next, 20));
        const before = performance.now();
        host.innerHTML = all;
        globalThis.fill?.(host);
        await drain();
        repeats.push(performance.now() - before);
      }
      const texts = [...host.children].map((child) => (child.shadowRoot ?? child).textContent.trim());
      return {load: loaded - start, first: done - start, repeats: repeats.slice(1), texts};
    },
    script,
    tag(stamps[0]),
    stamps.map(tag).join(''),
  );
}

/**
 * How often Intl was called, straight or by `toLocaleString`, at the import and until the first element was there. It
 * slows down what it watches, so nothing is timed here.
 * @param {import('puppeteer-core').Page} page
 */
export function countIntl(page, {script, tag}, stamps) {
  return page.evaluate(
    async (code, first) => {
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
      watch(Number.prototype, ['toLocaleString']);
      watch(BigInt.prototype, ['toLocaleString']);
      watch(Array.prototype, ['toLocaleString']);
      watch(String.prototype, ['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase']);

      const host = document.querySelector('main');
      const element = document.createElement('script');
      element.textContent = code;
      document.head.append(element);
      const atLoad = count;
      host.innerHTML = first;
      globalThis.fill?.(host);
      for (let turn = 0; turn < 20; turn++) await null;
      return {atLoad, atFirst: count - atLoad};
    },
    script,
    tag(stamps[0]),
  );
}
