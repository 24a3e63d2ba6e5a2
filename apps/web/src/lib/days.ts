/** Arithmetic on calendar days ("2026-11-23"). Days have no zone and no clock change: UTC does the sums. */

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
const text = (date: Date): string => date.toISOString().slice(0, 10);

export function plusDays(day: string, count: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + count);
  return text(date);
}

/** The Monday of the week that the day is in. */
export function mondayOf(day: string): string {
  return plusDays(day, -((utc(day).getUTCDay() + 6) % 7));
}

export const daysFrom = (first: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => plusDays(first, index));

/** What the calendar on the wall of a place says now. */
export function todayIn(zone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}

export const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(utc(value).getTime()) && text(utc(value)) === value;

/** ISO number of the week that a day is in. */
export function weekNumber(day: string): number {
  const thursday = utc(plusDays(mondayOf(day), 3));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - first) / 604_800_000) + 1;
}
