import {median} from './statistics.js';

/**
 * A clock for what a page's main thread does: it counts the thread's own processor time, in milliseconds, so other
 * programs that the machine runs meanwhile do not count.
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<(task: () => unknown) => Promise<number>>} runs a function in the page and gives what it took
 */
export async function startThreadClock(page) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const read = async () => {
    const {metrics} = await session.send('Performance.getMetrics');
    return metrics.find(({name}) => name === 'ThreadTime').value * 1000;
  };
  const time = async (task) => {
    const start = await read();
    await page.evaluate(task);
    return (await read()) - start;
  };
  const measuring = [];
  for (let call = 0; call < 7; call++) measuring.push(await time(() => {}));
  const own = median(measuring);
  return async (task) => Math.max(0, (await time(task)) - own);
}
