import {existsSync} from 'node:fs';
import {parseArgs} from 'node:util';

const suites = ['comments', 'dates', 'typing'];
const byName = [...suites, 'server']; // that one takes a PostgreSQL

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {rounds: {type: 'string', default: '11'}},
});
const rounds = Number(values.rounds);
const unknown = positionals.filter((name) => !byName.includes(name));

if (unknown.length) fail(`There is no suite "${unknown[0]}", only ${byName.join(', ')}.`);
else if (!Number.isInteger(rounds) || rounds < 1)
  fail(`--rounds is "${values.rounds}", not a number from 1 up.`);
else if (!existsSync(new URL('node_modules', import.meta.url)))
  fail('The contestants are not installed: npm --prefix bench ci');
else await run(positionals.length ? positionals : suites);

async function run(names) {
  for (const name of names) {
    console.log(`\n## ${name}, ${rounds} rounds\n`);
    const {default: suite} = await import(`./${name}.js`);
    for (const table of await suite({rounds})) console.log(table);
  }
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
