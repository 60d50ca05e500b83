import {chromeLauncher} from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import {findProgram} from './tools/find-program.mjs';
import {shared, timeZone} from './tools/wtr-shared.mjs';

const executablePath = findProgram('FIREFOX_PATH', ['firefox-esr', 'firefox'], 'apt-get install firefox-esr');
console.log(`Firefox: ${executablePath}`);

const env = {...process.env, TZ: timeZone};

export default {
  ...shared,
  // In spite of its name this launcher drives every browser that puppeteer knows; Firefox over WebDriver BiDi.
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: {browser: 'firefox', executablePath, headless: true, env},
      createPage: async ({context}) => tolerant(await context.newPage()),
    }),
  ],
};

/**
 * Puppeteer sets the screen's orientation together with the size of the viewport, and Firefox 140 knows only the
 * second; it has the new size when it refuses the first.
 * @param {import('puppeteer-core').Page} page
 */
function tolerant(page) {
  const setViewport = page.setViewport.bind(page);
  page.setViewport = (viewport) =>
    setViewport(viewport).catch((error) => {
      if (!error.message.includes('unknown command emulation.setScreenOrientationOverride')) throw error;
    });
  return page;
}
