import { type Language, localeOf } from './i18n/languages';

/** Formatters are dear to make and cheap to use. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(localeOf[language], options);
  formatters.set(key, known);
  return known;
}

/** How dates and times are written for one reader. Instants are ISO strings; days are "2026-11-23" and have no zone. */
export interface Times {
  /** "lundi 23 novembre" */
  day(day: string): string;
  /** "lun. 23 nov." */
  shortDay(day: string): string;
  /** "lun." */
  weekday(day: string): string;
  /** "23 novembre 2026" */
  date(day: string): string;
  /** "novembre 2026" */
  month(day: string): string;
  /** "09:00" in the zone of the place */
  time(instant: string, zone: string): string;
  /** "lundi 23 novembre, 09:00" */
  moment(instant: string, zone?: string): string;
  /** "il y a 3 minutes" */
  ago(instant: string, now?: Date): string;
}

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** French says "1er" where Intl says "1". */
const ordinal = (language: Language, text: string): string => (language === 'fr' ? text.replace(/(?<!\d)1 (?=\p{Letter})/u, '1er ') : text);

export function timesIn(language: Language): Times {
  const written = (options: Intl.DateTimeFormatOptions, date: Date): string => ordinal(language, formatter(language, options).format(date));
  const ofDay = (options: Intl.DateTimeFormatOptions) => (day: string) => written({ ...options, timeZone: 'UTC' }, noon(day));
  return {
    day: ofDay({ weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay: ofDay({ weekday: 'short', day: 'numeric', month: 'short' }),
    weekday: ofDay({ weekday: 'short' }),
    date: ofDay({ day: 'numeric', month: 'long', year: 'numeric' }),
    month: ofDay({ month: 'long', year: 'numeric' }),
    time: (instant, zone) => formatter(language, { ...clock, timeZone: zone }).format(new Date(instant)),
    moment: (instant, zone) => written({ ...clock, day: 'numeric', month: 'long', weekday: 'long', timeZone: zone }, new Date(instant)),
    ago: (instant, now = new Date()) => ago(language, new Date(instant), now),
  };
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function ago(language: Language, then: Date, now: Date): string {
  const seconds = Math.round((then.getTime() - now.getTime()) / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  // "Tomorrow" is a day of the calendar, however many hours away; "next week" is not seven days.
  const count = unit === 'day' ? daysBetween(now, then) : Math.round(seconds / size);
  return new Intl.RelativeTimeFormat(localeOf[language], { numeric: ['day', 'second'].includes(unit) ? 'auto' : 'always' }).format(count, unit);
}

const dayOf = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
const daysBetween = (from: Date, to: Date): number => Math.round((dayOf(to) - dayOf(from)) / 86_400_000);

/** First letter only: at the start of a line a French date takes a capital, its month never does. */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Zone of the reader's device. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
