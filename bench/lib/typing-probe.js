/**
 * Types into boxes that hold a text already, one after the other. A keystroke takes from the `input` event's first
 * listener until the counter is written; `execCommand` fires that event as a key does. What the browser itself does for
 * the key, and the layout after it, are left out: they are the same for all.
 * @param {import('puppeteer-core').Page} page
 * @param {{urls: string[], options?: object}} contestant
 * @param {{text: string, warmUp: number, keys: number}[]} tasks
 * @returns {Promise<{times: number[], counters: string[], length: number}[]>} by task: milliseconds and counter of each key
 */
export async function measureTyping(page, {urls, options = {}}, tasks) {
  await page.bringToFront(); // only the page in front has the focus
  return page.evaluate(
    async (url, options, tasks) => {
      let start;
      addEventListener('input', () => (start = performance.now()), {capture: true});
      await import(url);
      const results = [];
      for (const task of tasks) results.push(await typeInto(task));
      return results;

      async function typeInto({text, warmUp, keys}) {
        const host = document.querySelector('main');
        const {field, counter} = await globalThis.mount(host, options);
        field.focus();
        if (text) document.execCommand('insertText', false, text);
        await new Promise((next) => setTimeout(next, 50));
        field.setSelectionRange(text.length, text.length);
        const [times, counters] = [[], []];
        for (let key = 0; key < warmUp + keys; key++) {
          document.execCommand('insertText', false, 'a');
          for (let turn = 0; turn < 20; turn++) await null; // every contestant writes its counter by then
          times.push(performance.now() - start);
          counters.push(counter());
          host.getBoundingClientRect();
          await new Promise((next) => setTimeout(next));
        }
        return {times: times.slice(warmUp), counters: counters.slice(warmUp), length: field.value.length};
      }
    },
    urls[0],
    options,
    tasks,
  );
}
