import {existsSync} from 'node:fs';
import {bundledChromium, starts} from './bundled-chromium.mjs';

// The tests load only our own pages, and the sandbox does not work for root or in most containers.
const args = ['--no-sandbox', '--disable-background-networking'];

/**
 * @typedef {object} Browser
 * @property {'CHROME_PATH' | 'installed' | 'bundled'} name where it comes from
 * @property {string} executablePath
 * @property {string[]} args
 * @property {Record<string, string | undefined>} env the whole environment to start it with
 */

/**
 * The Chrome or Chromium to test in: `CHROME_PATH`, else an installed one, else the one that npm brought along.
 * `BROWSER=bundled` goes straight to the last. All but the name can be given to puppeteer's `launch` as it is.
 * The parameters are for tests of this function.
 * @returns {Promise<Browser>}
 */
export async function findBrowser({
  env = /** @type {Record<string, string | undefined>} */ (process.env),
  platform = process.platform,
  arch = process.arch,
  detect = detectInstalled,
  bundled = bundledChromium,
} = {}) {
  if (env.BROWSER !== 'bundled') {
    if (env.CHROME_PATH) return {name: 'CHROME_PATH', executablePath: existing(env.CHROME_PATH), args, env};
    const executablePath = await detect(env, platform);
    if (executablePath) return {name: 'installed', executablePath, args, env};
  }
  if (platform !== 'linux' || arch !== 'x64') throw new Error(adviceFor(platform));
  try {
    return {name: 'bundled', args, ...(await bundled(env))};
  } catch (cause) {
    throw new Error(adviceFor(platform), {cause});
  }
}

/** @param {string} path */
function existing(path) {
  if (existsSync(path)) return path;
  throw new Error(
    `CHROME_PATH is "${path}", but there is no such file: set it to a Chrome or Chromium, or unset it.`,
  );
}

/** @param {string} platform */
function adviceFor(platform) {
  const how = platform === 'linux' ? 'install Chromium (apt-get install chromium)' : 'install Chrome';
  return `No browser to test in was found: ${how}, or set CHROME_PATH to the path of one.`;
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {string} platform
 */
async function detectInstalled(env, platform) {
  const path = await firstInstallation();
  // Only on Linux: there a package may be a mere pointer to a snap, or a Windows program seen from WSL.
  // Elsewhere asking for the version may open a window.
  if (!path || platform !== 'linux') return path;
  return !path.endsWith('.exe') && (await starts(path, env)) ? path : undefined;
}

async function firstInstallation() {
  try {
    const {Launcher} = await import('chrome-launcher');
    return Launcher.getFirstInstallation();
  } catch {
    return undefined; // its way of saying that there is none
  }
}
