import { defineTexts } from '@app/platform';

/** The few words that calendars show beside what was planned. */
export const calendarTexts = defineTexts({
  fr: { busy: 'Occupé', join: 'Rejoindre :', bring: 'À apporter :' },
  nl: { busy: 'Bezet', join: 'Deelnemen:', bring: 'Mee te brengen:' },
  de: { busy: 'Belegt', join: 'Teilnehmen:', bring: 'Mitbringen:' },
  en: { busy: 'Busy', join: 'Join:', bring: 'Bring:' },
});
