import {expect} from '@open-wc/testing';
import '../../src/article-comments/article-comments.js';
import '../../src/comment-counts.js';
import {showHostile} from '../support/hostile-paths.js';
import {hostile} from '../vectors/hostile.js';

describe('hostile data', () => {
  after(() => localStorage.clear());

  it('there is enough of it', () => expect(new Set(hostile).size).to.be.at.least(150));

  it('runs nothing, requests nothing and goes nowhere, on whatever way it comes', async function () {
    this.timeout(120_000);
    expect(await showHostile()).to.deep.equal([]);
  });
});
