export type Unit = 'years' | 'months' | 'days';

/** The largest first. */
export const units: readonly Unit[] = ['years', 'months', 'days'];

/** What is kept is counted in days: a year is 365 of them, a month a twelfth of that. Five years stay five years, whichever of them were leap years. */
const perYear: Readonly<Record<Unit, number>> = { years: 1, months: 12, days: 365 };

export const daysOf = (count: number, unit: Unit): number => Math.round((count * 365) / perYear[unit]);

/** How many of a unit that is; undefined where it is no whole number of them. */
export function countIn(unit: Unit, days: number): number | undefined {
  const count = Math.round((days * perYear[unit]) / 365);
  return daysOf(count, unit) === days ? count : undefined;
}

/** In which unit a person would say it: 1825 days are five years, 548 are eighteen months, 400 are 400 days. */
export const unitOf = (days: number): Unit => units.find((unit) => (countIn(unit, days) ?? 0) > 0) ?? 'days';
