import {webdriverLauncher} from '@web/test-runner-webdriver';
import {shared} from './tools/wtr-shared.mjs';

const port = Number(process.env.WEBKIT_DRIVER_PORT);
if (!port)
  throw new Error('Run `node tools/webkit.mjs`: it starts the display and the driver that WebKit needs.');

export default {
  ...shared,
  browsers: [
    webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      path: '/',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {args: ['--automation']},
      },
    }),
  ],
};
