import { addDays, isZone, resolveWallTime, wallTimeAt, weekday } from './wall-clock.js';

const brussels = 'Europe/Brussels';

describe('wall clock', () => {
  it('keeps 18:00 in Mons at 18:00 in the weeks before and after the clocks change', () => {
    for (const date of ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31']) {
      const { instant } = resolveWallTime({ date, time: '18:00', zone: brussels });
      expect(wallTimeAt(instant, brussels)).toEqual({ date, time: '18:00', zone: brussels });
    }
  });

  it('shifts 02:30 on the day the clocks go forward to 03:30 and says so', () => {
    const resolved = resolveWallTime({ date: '2027-03-28', time: '02:30', zone: brussels });
    expect(resolved).toMatchObject({ shifted: true, ambiguous: false });
    expect(wallTimeAt(resolved.instant, brussels).time).toBe('03:30');
  });

  it('takes the first 02:30 on the day the clocks go back', () => {
    const resolved = resolveWallTime({ date: '2027-10-31', time: '02:30', zone: brussels });
    expect(resolved).toMatchObject({ shifted: false, ambiguous: true });
    expect(resolved.instant.toISOString()).toBe('2027-10-31T00:30:00.000Z');
  });

  it('finds midnight where midnight does not exist', () => {
    const resolved = resolveWallTime({ date: '2027-04-30', time: '00:00', zone: 'Africa/Cairo' });
    expect(resolved.shifted).toBe(true);
    expect(wallTimeAt(resolved.instant, 'Africa/Cairo')).toMatchObject({ date: '2027-04-30', time: '01:00' });
  });

  it('knows zones and refuses offsets and unknown names', () => {
    expect(['Europe/Brussels', 'UTC', '+01:00', 'Mars/Olympus', ''].map(isZone)).toEqual([true, true, false, false, false]);
  });

  it('counts days and week days over months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(weekday('2026-11-23')).toBe(1);
  });
});
