import {expect} from '@open-wc/testing';
import {findSource, unusable} from '../../src/article-comments/find-source.js';

describe('the source that an element names', () => {
  const reports = (src: string | undefined, source?: string): [unknown, string[]] => {
    const told: string[] = [];
    const found = findSource(src, source, (name, message) => told.push(`${name}: ${message}`));
    return [found, told];
  };

  it('is none without an address, of whichever built-in kind', () => {
    for (const source of [undefined, 'rest', 'wordpress']) {
      for (const src of [undefined, '']) expect(reports(src, source)).to.deep.equal([undefined, []]);
    }
  });

  it('is reported where its address is none, before anything is loaded', () => {
    for (const source of ['rest', 'wordpress']) {
      for (const src of ['https://', 'http://[', 'https://n.example:x/wp-json']) {
        const [found, told] = reports(src, source);
        expect(found).to.equal(unusable);
        expect(told.length).to.equal(1);
        expect(told[0]).to.match(new RegExp(`^${source}: .*URL`));
      }
    }
  });

  it('takes every address that a browser can read', () => {
    for (const src of [
      '/wp-json',
      'https://n.example//wp-json',
      '?rest_route=/',
      '//n.example/wp-json/',
      'x',
    ]) {
      const [found, told] = reports(src, 'wordpress');
      expect(found).to.not.equal(unusable);
      expect(told).to.deep.equal([]);
    }
  });
});
