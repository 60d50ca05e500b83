import {expect} from '@open-wc/testing';
import {formatDateTime} from '../../src/time/index.js';
import {dates} from '../vectors/dates.js';
import {stamps} from '../vectors/stamps.js';
import {stampInZones, textWithoutZone, zones} from '../vectors/zones.js';

/* The same table as in Node, in this browser and in the zone of this machine. */

describe('formatDateTime in this browser', () => {
  for (const [input, options, text] of dates) {
    it(`writes ${String(input)} ${JSON.stringify(options)}`, () => {
      expect(formatDateTime(input, options)).to.equal(text);
    });
  }

  it('reads every stamp as Node does', () => {
    for (const [input, timeZone, instant] of stamps) {
      const written = formatDateTime(input, {timeZone, pattern: 'T'});
      const read = written === undefined ? null : new Date(Number(written)).toISOString();
      expect(read, String(input).slice(0, 60)).to.equal(instant);
    }
  });

  for (const [timeZone, text] of zones) {
    it(`knows the zone ${String(timeZone).slice(0, 40)} as Node does`, () => {
      const written = formatDateTime(stampInZones, {timeZone, pattern: 'dd HH:mm OO'});
      expect(written).to.equal(text ?? textWithoutZone);
    });
  }
});
