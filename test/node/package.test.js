import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {Worker} from 'node:worker_threads';
import {publint} from 'publint';

const {exports: entries, sideEffects} = JSON.parse(readFileSync('package.json', 'utf8'));
const tags = readdirSync('src').filter((name) => /^article-\w+(-\w+)*$/.test(name));
const files = readdirSync('dist', {recursive: true}).map(String);
const scripts = files.filter((file) => file.endsWith('.js'));
const {modules: documented} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
const pageOf = (tag) =>
  documented.flatMap(({declarations}) => declarations).find(({tagName}) => tagName === tag);
const modules = scripts.filter((file) => !/^(cdn|extra)\//.test(file));

test('every path of `exports` resolves to a file, and every module to types', () => {
  for (const [path, target] of Object.entries(entries)) {
    if (target === null) continue;
    const pattern = new RegExp(`^${target.slice('./dist/'.length).replaceAll('*', '([^/]+)')}$`);
    const found = target.startsWith('./dist/') ? files.filter((file) => pattern.test(file)) : [target];
    assert.ok(found.length, `${path} leads to nothing`);
    for (const file of found.filter((name) => modules.includes(name))) {
      assert.ok(existsSync(`dist/${file.replace(/\.js$/, '.d.ts')}`), `${file} has no types`);
      const specifier = path.replace('*', pattern.exec(file)[1] ?? '').replace('.', 'article-widgets');
      if (entries[specifier.replace('article-widgets', '.')] === null) continue;
      assert.equal(import.meta.resolve(specifier), pathToFileURL(`dist/${file}`).href);
    }
  }
});

test('bundlers and type checkers find in the package what it promises', async () => {
  const {messages} = await publint({pack: false, strict: true});
  assert.deepEqual(messages, []);
});

test('what `exports` keeps back cannot be imported', () => {
  const kept = Object.keys(entries).filter((path) => entries[path] === null);
  assert.deepEqual(kept, ['./locales/rare-words.js']);
  for (const path of kept) assert.throws(() => import.meta.resolve(path.replace('.', 'article-widgets')));
});

test('every module imports in bare Node and leaves its globals alone', async () => {
  // One realm for all of them would let one module provide what another lacks.
  const script = new URL('support/import-alone.js', import.meta.url);
  for (const file of scripts) {
    const worker = new Worker(script, {workerData: pathToFileURL(`dist/${file}`).href});
    await once(worker, 'exit').catch((reason) => assert.fail(`${file}: ${reason.message}`));
  }
});

test('importing the classes registers nothing', () => {
  const check = `
    await import('article-widgets');
    for (const tag of ${JSON.stringify(tags)}) if (customElements.get(tag)) throw new Error(tag + ' was registered');
    await import('article-widgets/define.js');
    for (const tag of ${JSON.stringify(tags)}) if (!customElements.get(tag)) throw new Error(tag + ' is missing');`;
  execFileSync(process.execPath, ['--input-type=module', '-e', check], {stdio: 'pipe'});
});

test('`sideEffects` names exactly the files that register or fill in counts', () => {
  const registering = modules.filter((file) => /\bdefine\(["']/.test(readFileSync(`dist/${file}`, 'utf8')));
  const named = sideEffects.filter((path) => path.endsWith('.js') && !/\/(cdn|extra)\//.test(path));
  assert.deepEqual(
    named.map((path) => path.replace('./dist/', '')).sort(),
    [...registering, 'define.js', 'define-comments.js', 'comment-counts.js'].sort(),
  );
});

for (const tag of tags) {
  test(`<${tag}> has a class, a registration, a test, a story and its page in the manifest`, async () => {
    const name = tag.replace(/(^|-)(\w)/g, (_, dash, letter) => letter.toUpperCase());
    const classes = await import('article-widgets');
    assert.equal(typeof classes[name], 'function', `no class ${name}`);
    assert.equal((await import(`article-widgets/${tag}.js`))[name], classes[name]);
    assert.equal(globalThis.customElements.get(tag), classes[name]);
    assert.ok(entries[`./${tag}.js`], 'no entry in package.json');
    assert.ok(existsSync(`test/elements/${tag}.test.ts`), 'no test');
    assert.match(readFileSync(`stories/${tag}.stories.ts`, 'utf8'), /export const \w+/, 'no story');
    const page = pageOf(tag);
    assert.ok(page?.description, 'nothing in the manifest');
    for (const member of [...(page.members ?? []), ...(page.attributes ?? []), ...(page.cssParts ?? [])]) {
      assert.ok(member.description, `${member.name ?? member.fieldName} has no description`);
    }
  });
}

// `--article-text-scale` is what a page reads, not what it sets.
const readIn = (text) => [...text.matchAll(/var\(\s*(--article-[\w-]+)/g)].map(([, name]) => name);
const shared = readIn(readFileSync('src/shared/shared.styles.ts', 'utf8'));

for (const tag of tags) {
  test(`<${tag}> tells of every CSS property that it reads`, () => {
    const texts = readdirSync(`src/${tag}`).map((file) => readFileSync(`src/${tag}/${file}`, 'utf8'));
    const read = texts.flatMap((text) => [...readIn(text), ...(/\bcontrols\b/.test(text) ? shared : [])]);
    const told = (pageOf(tag).cssProperties ?? []).map(({name}) => name);
    const untold = [...new Set(read)].filter(
      (name) => !told.includes(name) && name !== '--article-text-scale',
    );
    assert.deepEqual(untold, []);
  });
}
