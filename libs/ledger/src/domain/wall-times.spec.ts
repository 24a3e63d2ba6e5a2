import { lots, rezoned, rezonedAbsence } from './wall-times.js';

const brussels = 'Europe/Brussels';

describe('case 69: what was planned under other rules of a zone', () => {
  const written = { localDate: '2027-01-11', localTime: '18:00', zone: brussels };

  it('case 69: keeps its wall time and how long it lasts, and takes place at another instant', () => {
    const planned = { ...written, from: new Date('2027-01-11T16:00:00Z'), to: new Date('2027-01-11T19:00:00Z') };
    expect(rezoned(planned)).toEqual({ ...written, from: new Date('2027-01-11T17:00:00Z'), to: new Date('2027-01-11T20:00:00Z'), shifted: false });
  });

  it('case 69: is left alone where the instant is the same', () => {
    expect(rezoned({ ...written, from: new Date('2027-01-11T17:00:00Z'), to: new Date('2027-01-11T20:00:00Z') })).toBeUndefined();
  });

  it('case 69: leave keeps both ends on the wall, also where only one of them lies behind the change', () => {
    const start = { date: '2027-03-26', time: '00:00', zone: brussels };
    const end = { date: '2027-03-30', time: '00:00', zone: brussels };
    const asIfClocksDidNotChange = { from: new Date('2027-03-25T23:00:00Z'), to: new Date('2027-03-29T23:00:00Z'), start, end };
    expect(rezonedAbsence(asIfClocksDidNotChange)).toEqual({ from: new Date('2027-03-25T23:00:00Z'), to: new Date('2027-03-29T22:00:00Z') });
    expect(rezonedAbsence({ from: new Date('2027-03-25T23:00:00Z'), to: new Date('2027-03-29T22:00:00Z'), start, end })).toBeUndefined();
  });

  it('cuts what is to be done into lots by what they claim, the largest alone', () => {
    const items = [3, 4, 9, 0, 1].map((claims) => ({ claims }));
    expect(lots(items, 8).map((lot) => lot.map(({ claims }) => claims))).toEqual([[3, 4], [9], [0, 1]]);
  });
});
