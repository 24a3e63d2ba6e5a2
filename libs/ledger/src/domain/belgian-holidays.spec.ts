import { belgianHolidays, easterSunday } from './belgian-holidays.js';

describe('public holidays of Belgium', () => {
  it('knows Easter, the earliest and latest possible included', () => {
    // Published tables: 23 March 2008 was the earliest of this century until 2160, 25 April 2038 is the latest.
    const known = { 1818: '1818-03-22', 1954: '1954-04-18', 2000: '2000-04-23', 2008: '2008-03-23', 2024: '2024-03-31', 2026: '2026-04-05', 2027: '2027-03-28', 2038: '2038-04-25', 2049: '2049-04-18', 2076: '2076-04-19' };
    for (const [year, date] of Object.entries(known)) expect(easterSunday(Number(year))).toBe(date);
  });

  it('falls on a Sunday between 22 March and 25 April in every year that can be planned', () => {
    for (let year = 2000; year < 2100; year++) {
      const easter = easterSunday(year);
      expect(new Date(`${easter}T00:00Z`).getUTCDay()).toBe(0);
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
    }
  });

  it('lists the ten of 2027 in order, and the day of the Community that is asked for', () => {
    expect(belgianHolidays(2027).map(({ date, names }) => `${date} ${names.fr}`)).toEqual([
      '2027-01-01 Nouvel An', '2027-03-29 Lundi de Pâques', '2027-05-01 Fête du travail', '2027-05-06 Ascension', '2027-05-17 Lundi de Pentecôte',
      '2027-07-21 Fête nationale', '2027-08-15 Assomption', '2027-11-01 Toussaint', '2027-11-11 Armistice', '2027-12-25 Noël',
    ]);
    expect(belgianHolidays(2027, 'nl').find(({ date }) => date === '2027-07-11')?.names.nl).toBe('Feest van de Vlaamse Gemeenschap');
    expect(belgianHolidays(2027, 'fr').map(({ date }) => date)).toContain('2027-09-27');
    expect(belgianHolidays(2027, 'de').map(({ date }) => date)).toContain('2027-11-15');
  });
});
