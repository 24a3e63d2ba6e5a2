import { defineTexts, type Language } from '@app/platform';

const kinds = (workshop: string, conference: string, masterclass: string, projectDay: string) => ({ workshop, conference, masterclass, 'project-day': projectDay });

/** The few words that calendars show beside what was planned. */
export const calendarTexts = defineTexts({
  fr: { busy: 'Occupé', join: 'Rejoindre :', bring: 'À apporter :', ...kinds('Atelier', 'Conférence', 'Masterclass', 'Journée de projet') },
  nl: { busy: 'Bezet', join: 'Deelnemen:', bring: 'Mee te brengen:', ...kinds('Workshop', 'Conferentie', 'Masterclass', 'Projectdag') },
  de: { busy: 'Belegt', join: 'Teilnehmen:', bring: 'Mitbringen:', ...kinds('Workshop', 'Konferenz', 'Masterclass', 'Projekttag') },
  en: { busy: 'Busy', join: 'Join:', bring: 'Bring:', ...kinds('Workshop', 'Conference', 'Masterclass', 'Project day') },
});

const named = ['workshop', 'conference', 'masterclass', 'project-day'] as const;

/** What something is called by its kind; nothing for an ordinary session, and for kinds of which calendars say nothing. */
export function kindIn(language: Language, kind: string | null | undefined): string | undefined {
  const known = named.find((name) => name === kind);
  return known && calendarTexts.render(known, language);
}
