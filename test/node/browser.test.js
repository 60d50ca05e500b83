import assert from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {findBrowser} from '../../tools/browser.mjs';
import {unpackOnce} from '../../tools/bundled-chromium.mjs';

const machine = {
  env: {},
  platform: 'linux',
  arch: 'x64',
  detect: async () => '/usr/bin/chromium',
  bundled: async (env) => ({
    executablePath: '/unpacked/chromium',
    env: {...env, LD_LIBRARY_PATH: '/unpacked/lib'},
  }),
};
const withoutBrowser = {...machine, detect: async () => undefined};

test('CHROME_PATH wins over an installed browser', async () => {
  const browser = await findBrowser({...machine, env: {CHROME_PATH: process.execPath}});
  assert.equal(browser.name, 'CHROME_PATH');
  assert.equal(browser.executablePath, process.execPath);
});

test('a CHROME_PATH that leads nowhere is named, not passed over', async () => {
  const found = findBrowser({...machine, env: {CHROME_PATH: '/nowhere/chrome'}});
  await assert.rejects(found, /CHROME_PATH is "\/nowhere\/chrome", but there is no such file/);
});

test('an installed browser is used with the environment as it is', async () => {
  const browser = await findBrowser({...machine, env: {BROWSER: 'firefox', HOME: '/home/me'}});
  assert.equal(browser.name, 'installed');
  assert.equal(browser.executablePath, '/usr/bin/chromium');
  assert.deepEqual(browser.env, {BROWSER: 'firefox', HOME: '/home/me'});
});

test('BROWSER=bundled passes over every other', async () => {
  const browser = await findBrowser({...machine, env: {BROWSER: 'bundled', CHROME_PATH: process.execPath}});
  assert.equal(browser.name, 'bundled');
  assert.equal(browser.executablePath, '/unpacked/chromium');
  assert.equal(browser.env.LD_LIBRARY_PATH, '/unpacked/lib');
});

test('without an installed browser the bundled one is used', async () => {
  assert.equal((await findBrowser(withoutBrowser)).name, 'bundled');
});

const nothingFound = {
  'where the bundled browser does not run': {...withoutBrowser, arch: 'arm64'},
  'where the bundled browser does not start': {
    ...withoutBrowser,
    bundled: () => Promise.reject(new Error('no')),
  },
  'on other systems': {...withoutBrowser, platform: 'darwin'},
  'where the bundled one is asked for and does not run': {
    ...machine,
    arch: 'arm64',
    env: {BROWSER: 'bundled'},
  },
};
for (const [where, place] of Object.entries(nothingFound)) {
  test(`one sentence says what to install ${where}`, async () => {
    const what = place.platform === 'linux' ? /apt-get install chromium/ : /install Chrome/;
    await assert.rejects(findBrowser(place), (error) => {
      assert.match(error.message, /^No browser to test in was found: [^\n]+ or set CHROME_PATH [^\n.]+\.$/);
      assert.match(error.message, what);
      return true;
    });
  });
}

test('the bundled browser is unpacked once a version, by several runs at once too', async (t) => {
  const parent = await mkdtemp(join(tmpdir(), 'unpack-'));
  t.after(() => rm(parent, {recursive: true}));
  let times = 0;
  const unpack = async (folder) => {
    const text = `copy ${++times}`;
    await new Promise((resolve) => setTimeout(resolve, 20));
    await writeFile(join(folder, 'chromium'), text);
  };
  const folders = await Promise.all([1, 2, 3].map(() => unpackOnce(parent, '1.0', unpack)));
  assert.deepEqual(new Set(folders), new Set([join(parent, 'chromium-1.0')]));
  assert.deepEqual(await readdir(parent), ['chromium-1.0']);

  const before = times;
  await unpackOnce(parent, '1.0', unpack);
  assert.equal(times, before, 'the unpacked one is used again');
  await unpackOnce(parent, '1.1', unpack);
  assert.equal(await readFile(join(parent, 'chromium-1.1/chromium'), 'utf8'), `copy ${before + 1}`);
});

test('a failed unpacking leaves nothing behind', async (t) => {
  const parent = await mkdtemp(join(tmpdir(), 'unpack-'));
  t.after(() => rm(parent, {recursive: true}));
  const unpack = async (folder) => {
    await writeFile(join(folder, 'chromium'), 'half of it');
    throw new Error('disk full');
  };
  await assert.rejects(unpackOnce(parent, '1.0', unpack), /disk full/);
  assert.deepEqual(await readdir(parent), []);
});
