import {expect} from '@open-wc/testing';

/** Minutes that the local time of a zone is behind UTC, in January and in July of 2024. */
const behind: Record<string, [january: number, july: number]> = {
  UTC: [0, 0],
  'Asia/Ho_Chi_Minh': [-420, -420],
  'America/New_York': [300, 240],
  'Australia/Lord_Howe': [-660, -630],
  'Africa/Cairo': [-120, -180],
};

describe('the browser that runs these tests', () => {
  it('is in the zone that the run asked for', () => {
    const {machineTimeZone} = globalThis as unknown as {machineTimeZone: string};
    const offsets = [0, 6].map((month) => new Date(2024, month, 1).getTimezoneOffset());
    expect(offsets).to.deep.equal(behind[machineTimeZone]);
  });
});
