import { risen } from './occurrence.js';
import { seatClassFor } from './seat-rule.js';

const first = { version: 1, timingVersion: 1, sequence: 0 };

describe('the three counters of an occurrence', () => {
  it('every change raises the version; a new start or a return re-keys messages; calendars hear all but staffing', () => {
    expect(risen(first, ['retimed'])).toEqual({ version: 2, timingVersion: 2, sequence: 1 });
    expect(risen(first, ['reinstated'])).toEqual({ version: 2, timingVersion: 2, sequence: 1 });
    expect(risen(first, ['relocated', 'reworded'])).toEqual({ version: 2, timingVersion: 1, sequence: 1 });
    expect(risen(first, ['restaffed'])).toEqual({ version: 2, timingVersion: 1, sequence: 0 });
    expect(risen(first, [])).toBe(first);
  });
});

describe('classes of seats', () => {
  const pool = (open: number, jobseeker: number) => [
    { name: 'open', capacity: 8, taken: open },
    { name: 'jobseeker', capacity: 4, taken: jobseeker },
  ];

  it('gives the quota first, then the open seats, then none; a free quota is not for others', () => {
    expect(seatClassFor('p', pool(0, 0), ['jobseeker'])).toMatchObject({ name: 'jobseeker' });
    expect(seatClassFor('p', pool(7, 4), ['jobseeker'])).toMatchObject({ name: 'open' });
    expect(seatClassFor('p', pool(8, 3), [])).toMatchObject({ code: 'SEATS_TAKEN', capacity: 12, taken: 11 });
    expect(seatClassFor('p', pool(8, 4), ['jobseeker'])).toMatchObject({ code: 'SEATS_TAKEN' });
  });
});
