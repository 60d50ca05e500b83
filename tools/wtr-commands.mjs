/**
 * Commands of our own for the element tests (`test/elements/support/`). Those of Web Test Runner for the same ends do
 * not know browsers that are driven by WebDriver, as WebKit is here.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function ownCommands() {
  return {
    name: 'own-commands',
    async executeCommand({command, payload, session}) {
      const {browser, id} = /** @type {any} */ (session);
      const way = browser.type === 'puppeteer' ? inPage(browser.getPage(id)) : byWebDriver(browser.driver);
      if (command === 'resize-viewport') await way.resize(/** @type {Size} */ (payload));
      else if (command === 'press-together') await way.press(/** @type {string[]} */ (payload));
      else if (command === 'is-read-as') return await way.isReadAs(/** @type {ReadAs} */ (payload));
      else return undefined;
      return true;
    },
  };
}

/**
 * @typedef {{width: number, height: number}} Size
 * @typedef {{name: string, role?: string}} ReadAs
 * @param {import('puppeteer-core').Page} page
 */
function inPage(page) {
  return {
    resize: (/** @type {Size} */ size) => page.setViewport(size),
    press: async (/** @type {any[]} */ keys) => {
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys.reverse()) await page.keyboard.up(key);
    },
    isReadAs: async (/** @type {ReadAs} */ {role, name}) => {
      const asked = await page.evaluateHandle('asked'); // a search from further up would not see into shadow roots
      const found = await asked.$$(`aria/${name}${role ? `[role="${role}"]` : ''}`);
      const same = found.map((element) => element.evaluate((one, other) => one === other, asked));
      return (await Promise.all(same)).includes(true);
    },
  };
}

/** @param {import('webdriverio').Browser} driver */
function byWebDriver(driver) {
  return {
    resize: (/** @type {Size} */ size) => resizeWindow(driver, size),
    press: (/** @type {string[]} */ keys) => driver.keys(keys),
    isReadAs: async (/** @type {ReadAs} */ {role, name}) => {
      const [id] = Object.values(await driver.executeScript('return asked', []));
      const [itsRole, itsName] = [
        await driver.getElementComputedRole(id),
        await driver.getElementComputedLabel(id),
      ];
      return (!role || itsRole === role) && itsName.trim() === name;
    },
  };
}

/**
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
