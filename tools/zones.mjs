// Runs the tests with the machine in five time zones, Node and the browser both: `node tools/zones.mjs`. A machine in
// UTC never sees the mistakes that an hour skipped by its own clock brings to light.
//
// Everything in Node runs in every zone, but for what sees no clock or takes each zone by itself, and of the elements
// those that show dates; with `--all`, everything does, and with `--node` what runs in Node. In `.ci/run` each browser has
// one of the zones.
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';

const zones = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe'];
const seesNoZone = /^(bench|browser|package|patterns|size|structured-data|text(-\w+)*)\b/;
const showsDates = /^(time|locales|article-(clock|date|headline|structured-data))\b/;

let failed = false;

for (const zone of zones) {
  const everything = process.argv.includes('--all');
  const testsIn = (/** @type {string} */ folder, /** @type {(file: string) => boolean} */ isWanted) =>
    readdirSync(folder)
      .filter((file) => /\.test\.[jt]s$/.test(file) && (everything || isWanted(file)))
      .map((file) => `${folder}/${file}`);
  run(zone, 'node', ['--test', ...testsIn('test/node', (file) => !seesNoZone.test(file))]);
  if (process.argv.includes('--node')) continue;
  run(zone, 'node_modules/.bin/wtr', [
    '--files',
    ...testsIn('test/elements', (file) => showsDates.test(file)),
  ]);
}

process.exitCode = failed ? 1 : 0;

/**
 * @param {string} zone
 * @param {string} program
 * @param {string[]} args
 */
function run(zone, program, args) {
  console.log(`\n==> in ${zone}: ${program} ${args.join(' ')}`);
  const env = {...process.env, TZ: zone, BROWSER_TIME_ZONE: zone};
  const {status, error} = spawnSync(program, args, {env, stdio: 'inherit'});
  if (error) throw error;
  failed ||= status !== 0;
}
