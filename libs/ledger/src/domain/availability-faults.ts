import { type Fault, isZone } from '@app/platform';
import { type AvailabilityPlan } from './availability.js';

const TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOST_ROWS = 400;

/** Reasons: zone.unknown, availability.too-many, availability.weekday, availability.hours, availability.dates. */
export function availabilityFaults(plan: AvailabilityPlan): readonly Fault[] {
  const faults: Fault[] = isZone(plan.zone) ? [] : [{ field: 'zone', reason: 'zone.unknown', values: { zone: plan.zone.slice(0, 100) } }];
  if (plan.weekly.length + plan.exceptions.length > MOST_ROWS) return [...faults, { field: 'weekly', reason: 'availability.too-many', values: { max: MOST_ROWS } }];
  plan.weekly.forEach(({ weekday, opens, closes, fromDate, untilDate }, index) => {
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) faults.push({ field: `weekly.${index}.weekday`, reason: 'availability.weekday' });
    if (!areHours(opens, closes)) faults.push({ field: `weekly.${index}.closes`, reason: 'availability.hours' });
    if (fromDate && untilDate && fromDate > untilDate) faults.push({ field: `weekly.${index}.untilDate`, reason: 'availability.dates' });
  });
  plan.exceptions.forEach(({ date, opens, closes }, index) => {
    if (!DATE.test(date)) faults.push({ field: `exceptions.${index}.date`, reason: 'availability.dates' });
    if (opens === null ? closes !== null : !areHours(opens, closes)) faults.push({ field: `exceptions.${index}.closes`, reason: 'availability.hours' });
  });
  return faults;
}

/** Written alike, times compare as text; nothing runs over midnight. */
const areHours = (opens: string, closes: string | null): boolean => closes !== null && TIME.test(opens) && TIME.test(closes) && opens < closes;
