import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {brotliCompressSync, constants} from 'node:zlib';

/*
 * Ceilings for the finished library, in bytes after brotli -11. A page that converts no named zone, uses no rare
 * pattern and has no comments loads the first file alone.
 */
const everything = 26_000;
const withoutComments = 16_000;

const sizes = Object.fromEntries(
  readdirSync('dist/cdn')
    .filter((file) => file.endsWith('.js'))
    .map((file) => {
      const options = {params: {[constants.BROTLI_PARAM_QUALITY]: 11}};
      return [file, brotliCompressSync(readFileSync(`dist/cdn/${file}`), options).length];
    }),
);
const sum = (files) => files.reduce((total, file) => total + sizes[file], 0);

test('all that a page can load stays within its budget', (context) => {
  context.diagnostic(JSON.stringify(sizes));
  assert.ok(sum(Object.keys(sizes)) <= everything, `${sum(Object.keys(sizes))} of ${everything} bytes`);
});

test('what a page without comments loads stays within its budget', () => {
  const loaded = Object.keys(sizes).filter((file) => !/comment|pattern/.test(file));
  assert.ok(loaded.includes('article-widgets.js'));
  assert.ok(sum(loaded) <= withoutComments, `${sum(loaded)} of ${withoutComments} bytes`);
});
