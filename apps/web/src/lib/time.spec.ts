import { timesIn } from './time';

describe('dates as a reader writes them', () => {
  it('says "1er" for the first of a month in French, and leaves the 11th, the 21st, hours and years alone', () => {
    const fr = timesIn('fr');
    expect(fr.day('2026-12-01')).toBe('mardi 1er décembre');
    expect(fr.shortDay('2026-12-01')).toBe('mar. 1er déc.');
    expect(fr.date('2027-01-01')).toBe('1er janvier 2027');
    expect(fr.day('2026-12-11')).toBe('vendredi 11 décembre');
    expect(fr.day('2026-12-21')).toBe('lundi 21 décembre');
    expect(timesIn('nl').day('2026-12-01')).toBe('dinsdag 1 december');
  });

  it('calls tomorrow the next day of the calendar, although it begins in forty hours', () => {
    const early = new Date(2026, 10, 22, 7, 0);
    expect(timesIn('fr').ago(new Date(2026, 10, 23, 23, 0).toISOString(), early)).toBe('demain');
    expect(timesIn('fr').ago(new Date(2026, 10, 24, 7, 30).toISOString(), early)).toBe('après-demain');
    expect(timesIn('fr').ago(new Date(2026, 10, 21, 3, 0).toISOString(), early)).toBe('hier');
  });

  it('counts weeks and hours instead of naming them', () => {
    const now = new Date(2026, 10, 22, 12, 0);
    expect(timesIn('fr').ago(new Date(2026, 10, 30, 12, 0).toISOString(), now)).toBe('dans 1 semaine');
    expect(timesIn('fr').ago(new Date(2026, 10, 22, 14, 0).toISOString(), now)).toBe('dans 2 heures');
  });
});
