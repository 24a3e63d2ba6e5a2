import { dateFormat, defineTexts, type Language } from '@app/platform';
import { type TextValues } from './text.js';

const counted = defineTexts({
  fr: { sessions: '{count, plural, one {une séance} other {# séances}}' },
  nl: { sessions: '{count, plural, one {één sessie} other {# sessies}}' },
  de: { sessions: '{count, plural, one {ein Kurstermin} other {# Kurstermine}}' },
  en: { sessions: '{count, plural, one {one session} other {# sessions}}' },
});

/** Who reads it, in whose name it is written, and where it leads. */
export interface Frame {
  readonly name: string;
  readonly organisation: string;
  readonly link: string;
}

/** What a reminder before something is about. */
export interface RemindedThing {
  readonly title: string | null;
  readonly startsAt: Date;
  readonly zone: string;
  readonly place: string | null;
  readonly where: string | null;
  readonly bring: string | null;
  readonly link: string | null;
}

/** The values of a reminder before something, as people of the language write dates, in the time of the place. */
export function wordsBefore({ title, startsAt, zone, place, where, bring, link }: RemindedThing, frame: Frame, language: Language): TextValues {
  return {
    ...frame,
    title: title ?? '…',
    date: dateFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(startsAt),
    time: dateFormat(language, { hour: 'numeric', minute: 'numeric', timeZone: zone }).format(startsAt),
    place: [place, where].filter(Boolean).join(', '),
    bring: bring ?? '',
    join: link ?? '',
  };
}

/** The values of the week ahead. `monday` is a date, `items` the week as a text. */
export function wordsOfWeek({ monday, count, items }: { readonly monday: string; readonly count: number; readonly items: string }, frame: Frame, language: Language): TextValues {
  const week = dateFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${monday}T12:00:00Z`));
  return { ...frame, week, sessions: counted.render('sessions', language, { count }), items };
}

const DAYS: Readonly<Record<Language, readonly [string, string]>> = {
  fr: ['Lundi 30 novembre', 'Jeudi 3 décembre'],
  nl: ['Maandag 30 november', 'Donderdag 3 december'],
  de: ['Montag, 30. November', 'Donnerstag, 3. Dezember'],
  en: ['Monday 30 November', 'Thursday 3 December'],
};

/** Made-up values for where there is no real learner yet. */
export function sampleWords(trigger: 'before' | 'weekly', language: Language, { name = 'Inès', organisation = 'MIC', link = 'https://example.org/agenda' }: Partial<Frame> = {}): TextValues {
  const frame = { name, organisation, link };
  if (trigger === 'before') return wordsBefore({ title: 'JavaScript 3', startsAt: new Date('2026-11-24T12:00:00Z'), zone: 'Europe/Brussels', place: null, where: 'Mons, Lab 2', bring: null, link: null }, frame, language);
  const [first, second] = DAYS[language];
  return wordsOfWeek({ monday: '2026-11-30', count: 2, items: `${first}\n09:00–12:00  JavaScript 3 · Lab 2\n\n${second}\n13:00–16:00  Python 1 · Lab 1` }, frame, language);
}
