import assert from 'node:assert/strict';
import {test} from 'node:test';
import 'article-widgets/define.js';
import {serverPage, samples} from '../support/server-page.js';

for (const [tag, sample] of Object.entries(samples)) {
  test(`<${tag}> renders on a server, with a slot for its light content`, async () => {
    const page = await serverPage(sample);
    assert.match(page, new RegExp(`<${tag}[^>]*>\\s*<template[^>]*shadowroot(mode)?="open"`));
    if (tag !== 'article-text-size') assert.match(page, /<slot/); // two buttons, and nothing of the page's
  });
}
