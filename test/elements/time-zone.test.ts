import {expect} from '@open-wc/testing';

describe('the browser that runs these tests', () => {
  it('is not in the zone of the newspaper, and has daylight saving', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal('America/New_York');
    expect(new Date(2024, 0, 1).getTimezoneOffset()).to.equal(300);
    expect(new Date(2024, 6, 1).getTimezoneOffset()).to.equal(240);
  });
});
