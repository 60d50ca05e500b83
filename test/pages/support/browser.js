import puppeteer from 'puppeteer-core';
import {findBrowser} from '../../../tools/browser.mjs';

/** Starts the browser that the tests run in. */
export async function startBrowser(...more) {
  const {executablePath, args, env} = await findBrowser();
  return puppeteer.launch({executablePath, args: [...args, ...more], env});
}

/** A page of its own for one test; what it waits for should come soon. */
export async function openPage(browser, t) {
  const page = await browser.newPage();
  t.after(() => page.close());
  page.setDefaultTimeout(15_000);
  return page;
}

/** Collects what a page complains of: uncaught errors, console errors, and requests that leave `origin`. */
export function collectErrors(page, origin) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error}`));
  page.on('console', (message) => {
    if (message.type() === 'error')
      errors.push(`console.error: ${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('request', (request) => {
    const {protocol, origin: to} = new URL(request.url());
    if (protocol.startsWith('http') && to !== origin) errors.push(`request to ${request.url()}`);
  });
  return errors;
}
