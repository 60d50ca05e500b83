/**
 * The command behind `resizeViewport` of the element tests. Web Test Runner's own `setViewport` does not know
 * browsers that are driven by WebDriver, as WebKit is here; a window can be resized in any of them.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function viewportPlugin() {
  return {
    name: 'resize-viewport',
    async executeCommand({command, payload, session}) {
      if (command !== 'resize-viewport') return undefined;
      const {browser, id} = /** @type {any} */ (session);
      if (browser.type === 'puppeteer') await browser.getPage(id).setViewport(payload);
      else await resizeWindow(browser.driver, /** @type {Size} */ (payload));
      return true;
    },
  };
}

/**
 * @typedef {{width: number, height: number}} Size
 * @param {import('webdriverio').Browser} driver
 * @param {Size} wanted
 */
async function resizeWindow(driver, wanted) {
  const frame = await driver.execute(() => ({
    width: window.outerWidth - window.innerWidth,
    height: window.outerHeight - window.innerHeight,
    screen: {width: screen.width, height: screen.height},
  }));
  const width = wanted.width + frame.width;
  const height = wanted.height + frame.height;
  // In the middle, where the pointer is: without a window manager that is what gives the window the focus.
  const left = Math.max(0, Math.round((frame.screen.width - width) / 2));
  const top = Math.max(0, Math.round((frame.screen.height - height) / 2));
  await driver.setWindowRect(left, top, width, height);
}
