import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {Script} from 'node:vm';
import {brotliCompressSync} from 'node:zlib';

const script = readFileSync('dist/cdn/text-size-restore.js', 'utf8');

test('the script for the head is a classic one of less than 400 bytes', () => {
  assert.ok(Buffer.byteLength(script) < 400, `${Buffer.byteLength(script)} bytes`);
  new Script(script); // throws at `import` and `export`
});

test('the script for the head can be pasted as it stands: it ends without a line of its own', () => {
  assert.equal(script, script.trim());
});

test('the README says the size and the hash of the script, for pages that put it inline', () => {
  const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
  const readme = readFileSync('README.md', 'utf8');
  assert.ok(readme.includes(`'${hash}'`), `'${hash}'`);
  assert.ok(readme.includes(` ${Buffer.byteLength(script)} bytes,`), `${Buffer.byteLength(script)} bytes`);
});

test('the stylesheet is at most 1 kB', () => {
  const size = brotliCompressSync(readFileSync('dist/article-widgets.css')).length;
  assert.ok(size <= 1000, `${size} bytes`);
});

test('the stylesheet and the element leave the same things as they are', () => {
  const listsIn = (file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /\((img,\s*video,\s*iframe,\s*embed,\s*object,\s*canvas[^{}]*?article-text-size)\s*\)/g,
      ),
    ].map(([, list]) => list.replace(/[\s']/g, ''));
  const lists = [
    ...listsIn('src/article-widgets.css'),
    ...listsIn('src/article-text-size/scale-text.styles.ts'),
  ];
  assert.equal(lists.length, 8);
  assert.equal(new Set(lists).size, 1, lists.join('\n'));
});
