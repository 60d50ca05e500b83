import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test} from 'node:test';
import {weigh} from '../support/weigh.js';

/*
 * Ceilings for the finished library, in bytes after brotli -11. Everything that the pages of a site load is in
 * dist/cdn; a page without comments loads the first file alone. What an attribute of its own or a rare moment asks for
 * is in dist/extra, each part with a ceiling of its own.
 */
const everything = 26_000;
const withoutComments = 16_000;
const extras = {
  'article-structured-data.js': 2_050,
  'comment-counts.js': 2_200,
  'pattern.js': 2_250,
  'suggest-zone.js': 450,
  'typing.js': 2_000,
  'wordpress-source.js': 3_700,
  'zoom.js': 2_600,
  'linked-comment.js': 500,
  'links.js': 450,
  'named-zones.js': 500,
  'join-last-words.js': 850,
  'mend-text.js': 1_450,
  'long-list.js': 1_600, // a third of it spares a page of ten thousand comments nearly as many elements
  'new-comments.js': 1_200,
  'remember-place.js': 580,
  'recover.js': 900,
  'refusal.js': 800,
  'reply-forms.js': 700,
  'find-names.js': 400,
  'same-comment.js': 200,
  'sending.js': 2_600,
  'submit.js': 660,
  'warn-of-loss.js': 170,
};
const language = 2_900;

const sizesIn = (folder) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, weigh(`${folder}/${file}`)]),
  );
const sizes = sizesIn('dist/cdn');
const sum = (files) => files.reduce((total, file) => total + sizes[file], 0);

test('all that a page can load stays within its budget', (context) => {
  context.diagnostic(JSON.stringify(sizes));
  assert.ok(sum(Object.keys(sizes)) <= everything, `${sum(Object.keys(sizes))} of ${everything} bytes`);
});

test('what a page without comments loads stays within its budget', () => {
  const loaded = Object.keys(sizes).filter((file) => !file.includes('comment'));
  assert.ok(loaded.includes('article-widgets.js'));
  assert.ok(sum(loaded) <= withoutComments, `${sum(loaded)} of ${withoutComments} bytes`);
});

test('each part on demand stays within its budget', (context) => {
  const found = sizesIn('dist/extra');
  context.diagnostic(JSON.stringify(found));
  assert.deepEqual(Object.keys(found).sort(), Object.keys(extras).sort());
  for (const [file, size] of Object.entries(found)) assert.ok(size <= extras[file], `${file}: ${size} bytes`);
});

test('each language stays within its budget', (context) => {
  const found = sizesIn('dist/extra/locales');
  context.diagnostic(JSON.stringify(found));
  assert.ok('fr.js' in found);
  for (const [file, size] of Object.entries(found)) assert.ok(size <= language, `${file}: ${size} bytes`);
});
