import { dateFormat, type Language, wallTimeAt } from '@app/platform';


export interface WeekLine {
  readonly day: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly title: string;
  readonly where: string | null;
}

/** The week as people read it: a paragraph a day, a line a session, in the time of the place. */
export function weekText(items: readonly WeekLine[], language: Language): string {
  const days = new Map<string, string[]>();
  for (const { day, startsAt, endsAt, zone, title, where } of items) {
    const hours = `${wallTimeAt(startsAt, zone).time}–${wallTimeAt(endsAt, zone).time}`;
    const line = [`${hours}  ${title}`, where].filter(Boolean).join(' · ');
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  const heading = dateFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const named = (day: string): string => {
    const text = heading.format(new Date(`${day}T12:00:00Z`));
    return text.charAt(0).toLocaleUpperCase() + text.slice(1);
  };
  return [...days].map(([day, lines]) => [named(day), ...lines].join('\n')).join('\n\n');
}
