/**
 * Gives a list its comments and waits until they are painted and all there, then adds comments one by one.
 * @param {import('puppeteer-core').Page} page
 * @param {{urls: string[]}} contestant
 * @param {{comments: object[], more: object[]}} given
 * @returns {Promise<{paint: number, all: number, longest: number, add: number[], rows: number, first: string, last: string}>}
 * milliseconds from the call: until the first rows are painted, until all rows are in the document; the longest task
 * meanwhile; for each one that was added, its script and layout
 */
export async function measureComments(page, {urls}, given) {
  await page.bringToFront(); // a page behind another one has no frames
  return page.evaluate(
    async (url, {comments, more}) => {
      const frame = () => new Promise(requestAnimationFrame);
      const task = () => new Promise((next) => setTimeout(next));
      await import(url);
      const host = document.querySelector('main');
      const list = await globalThis.mount(host);
      for (let frames = 0; frames < 10; frames++) await frame();
      let longest = 0;
      const note = (entries) => {
        for (const {duration} of entries) longest = Math.max(longest, duration);
      };
      const tasks = new PerformanceObserver((entries) => note(entries.getEntries()));
      tasks.observe({type: 'longtask'});
      await task();

      const start = performance.now();
      list.show(comments);
      // What stands there when a frame begins is painted in that frame; a task after it comes when it has been.
      do await frame();
      while (!list.has(comments[0].id));
      await task();
      const paint = performance.now() - start;
      while (!list.has(comments.at(-1).id)) await frame();
      const all = performance.now() - start;
      await new Promise((next) => setTimeout(next, 300));
      note(tasks.takeRecords());
      tasks.disconnect();

      const add = [];
      for (const comment of more) {
        await frame();
        await task();
        const before = performance.now();
        await list.add(comment);
        for (let turn = 0; turn < 20; turn++) await null; // every contestant has its row by then
        host.getBoundingClientRect();
        add.push(performance.now() - before);
      }
      const rows = [...list.rows()];
      const textOf = (row) => row.textContent;
      return {paint, all, longest, add, rows: rows.length, first: textOf(rows[0]), last: textOf(rows.at(-1))};
    },
    urls[0],
    given,
  );
}
