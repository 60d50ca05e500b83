import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const run = promisify(execFile);
const cacheFolder = fileURLToPath(new URL('../.cache/', import.meta.url));

// The machine's own fonts come first. On a machine without any, text would be zero pixels wide.
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * The Chromium that npm brought along, ready to start.
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<{executablePath: string, env: Record<string, string | undefined>}>}
 */
export async function bundledChromium(env) {
  const folder = await unpackOnce(cacheFolder, await packageVersion(), unpackInto);
  const executablePath = join(folder, 'chromium');
  const withFonts = {...env, FONTCONFIG_FILE: join(folder, 'fonts.conf')};
  const libraries = [join(folder, 'al2023/lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const withLibraries = {...withFonts, LD_LIBRARY_PATH: libraries};
  // The machine's own libraries are the better ones; ours are for a machine that lacks them or has too old ones.
  const usable = (await starts(executablePath, withFonts)) ? withFonts : withLibraries;
  await run(executablePath, ['--version'], {env: usable, timeout: 30_000});
  return {executablePath, env: usable};
}

/**
 * A folder with the unpacked files of one version. It appears whole or not at all, so that a run that was
 * interrupted, or another one at the same time, never leaves half a browser behind.
 * @param {string} parent
 * @param {string} version
 * @param {(folder: string) => Promise<unknown>} unpack
 */
export async function unpackOnce(parent, version, unpack) {
  const folder = join(parent, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(parent, {recursive: true});
  const unfinished = await mkdtemp(`${folder}-unfinished-`);
  try {
    await unpack(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else the other run was faster
  } finally {
    await rm(unfinished, {recursive: true, force: true});
  }
  return folder;
}

/** @param {string} folder */
async function unpackInto(folder) {
  // The package unpacks into the temporary folder, and its libraries only where it believes to be in a cloud
  // function. It changes the environment as it loads: hence a process of its own.
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  const env = {...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x'};
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  await run(process.execPath, ['--input-type=module', '--eval', script], {env, cwd});
  await writeFile(join(folder, 'fonts.conf'), fontSettings);
}

async function packageVersion() {
  const manifest = new URL('../../package.json', import.meta.resolve('@sparticuz/chromium'));
  return JSON.parse(await readFile(manifest, 'utf8')).version;
}

/**
 * Whether a browser starts here at all.
 * @param {string} executablePath
 * @param {Record<string, string | undefined>} env
 */
export async function starts(executablePath, env) {
  return run(executablePath, ['--version'], {env, timeout: 30_000}).then(
    () => true,
    () => false,
  );
}
