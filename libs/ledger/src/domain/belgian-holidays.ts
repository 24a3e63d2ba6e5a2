import { addDays, type Language } from '@app/platform';

export const communities = ['fr', 'nl', 'de'] as const;
/** The three Communities of Belgium; each has a day of its own. */
export type Community = (typeof communities)[number];

export interface Holiday {
  readonly date: string;
  readonly names: Readonly<Record<Language, string>>;
}

/**
 * Easter Sunday of the Gregorian calendar: the anonymous algorithm in the form of J. Meeus, "Astronomical Algorithms", chapter 8.
 * Exact for every year from 1583 on.
 */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const days = epact + sunday - 7 * late + 114;
  return `${year}-${two(Math.floor(days / 31))}-${two((days % 31) + 1)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

const named = (fr: string, nl: string, de: string, en: string): Holiday['names'] => ({ fr, nl, de, en });

const fixed: readonly (readonly [day: string, names: Holiday['names']])[] = [
  ['01-01', named('Nouvel An', 'Nieuwjaar', 'Neujahr', 'New Year')],
  ['05-01', named('Fête du travail', 'Dag van de Arbeid', 'Tag der Arbeit', 'Labour Day')],
  ['07-21', named('Fête nationale', 'Nationale feestdag', 'Nationalfeiertag', 'National Day')],
  ['08-15', named('Assomption', 'O.L.V. Hemelvaart', 'Mariä Himmelfahrt', 'Assumption')],
  ['11-01', named('Toussaint', 'Allerheiligen', 'Allerheiligen', 'All Saints')],
  ['11-11', named('Armistice', 'Wapenstilstand', 'Waffenstillstand', 'Armistice')],
  ['12-25', named('Noël', 'Kerstmis', 'Weihnachten', 'Christmas')],
];

const afterEaster: readonly (readonly [days: number, names: Holiday['names']])[] = [
  [1, named('Lundi de Pâques', 'Paasmaandag', 'Ostermontag', 'Easter Monday')],
  [39, named('Ascension', 'O.L.H. Hemelvaart', 'Christi Himmelfahrt', 'Ascension')],
  [50, named('Lundi de Pentecôte', 'Pinkstermaandag', 'Pfingstmontag', 'Whit Monday')],
];

const communityDays: Readonly<Record<Community, readonly [day: string, names: Holiday['names']]>> = {
  fr: ['09-27', named('Fête de la Communauté française', 'Feest van de Franse Gemeenschap', 'Tag der Französischen Gemeinschaft', 'Day of the French Community')],
  nl: ['07-11', named('Fête de la Communauté flamande', 'Feest van de Vlaamse Gemeenschap', 'Tag der Flämischen Gemeinschaft', 'Day of the Flemish Community')],
  de: ['11-15', named('Fête de la Communauté germanophone', 'Feest van de Duitstalige Gemeenschap', 'Tag der Deutschsprachigen Gemeinschaft', 'Day of the German-speaking Community')],
};

/**
 * The ten public holidays of Belgium (royal decree of 18 April 1974, article 1, under the law of 4 January 1974), in order, and where a
 * Community is named the day that it has set for itself (27 September, 11 July, 15 November). School holidays are decided year by year
 * and come as files.
 */
export function belgianHolidays(year: number, community?: Community | null): readonly Holiday[] {
  const easter = easterSunday(year);
  const days = [...fixed, ...(community ? [communityDays[community]] : [])].map(([day, names]) => ({ date: `${year}-${day}`, names }));
  return [...days, ...afterEaster.map(([after, names]) => ({ date: addDays(easter, after), names }))].sort((a, b) => a.date.localeCompare(b.date));
}
