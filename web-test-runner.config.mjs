import {chromeLauncher} from '@web/test-runner-chrome';
import {findBrowser} from './tools/browser.mjs';
import {shared, timeZone} from './tools/wtr-shared.mjs';

const {name, executablePath, args, env} = await findBrowser();
console.log(`Chromium (${name}): ${executablePath}`);

export default {
  ...shared,
  browsers: [chromeLauncher({launchOptions: {executablePath, args, env: {...env, TZ: timeZone}}})],
};
