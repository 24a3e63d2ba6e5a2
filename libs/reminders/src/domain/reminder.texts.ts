import { type Language } from '@app/platform';
import { type ReminderText, type ReminderTrigger } from './text.js';

const more = '{bring}\n{join}\n\n{link}';

/** Our texts, in the same words and placeholders in which a centre writes its own. */
export const ourTexts: Readonly<Record<ReminderTrigger, Readonly<Record<Language, ReminderText>>>> = {
  before: {
    fr: { subject: 'Rappel : {title}, {date} à {time}', body: `Bonjour,\n\n« {title} » commence le {date} à {time}.\nLieu : {place}\n${more}` },
    nl: { subject: 'Herinnering: {title}, {date} om {time}', body: `Dag,\n\n"{title}" begint op {date} om {time}.\nPlaats: {place}\n${more}` },
    de: { subject: 'Erinnerung: {title}, {date} um {time} Uhr', body: `Guten Tag,\n\n„{title}“ beginnt am {date} um {time} Uhr.\nOrt: {place}\n${more}` },
    en: { subject: 'Reminder: {title}, {date} at {time}', body: `Hello,\n\n“{title}” starts on {date} at {time}.\nPlace: {place}\n${more}` },
  },
  weekly: {
    fr: { subject: 'Votre semaine du {week}', body: 'Bonjour,\n\nVotre programme de la semaine prochaine chez {organisation} : {sessions}.\n\n{items}\n\n{link}' },
    nl: { subject: 'Uw week van {week}', body: 'Dag,\n\nUw programma van volgende week bij {organisation}: {sessions}.\n\n{items}\n\n{link}' },
    de: { subject: 'Ihre Woche vom {week}', body: 'Guten Tag,\n\nIhr Programm der nächsten Woche bei {organisation}: {sessions}.\n\n{items}\n\n{link}' },
    en: { subject: 'Your week of {week}', body: 'Hello,\n\nYour programme for next week at {organisation}: {sessions}.\n\n{items}\n\n{link}' },
  },
};
