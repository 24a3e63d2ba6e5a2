import { type MessageTexts } from '@app/messages';

const place = (label: string): string => `{place, select, none {} other {\n${label} {place}}}`;
const more = '{bring, select, none {} other {\n{bring}}}{join, select, none {} other {\n{join}}}{note, select, none {} other {\n\n{note}}}';

export const reminderTexts: MessageTexts = {
  fr: { subject: 'Rappel : {title}, {start, date, ::EEEEdMMMM} à {start, time, short}', body: `Bonjour,\n\n« {title} » commence le {start, date, full} à {start, time, short}.${place('Lieu :')}${more}\n\n{link}` },
  nl: { subject: 'Herinnering: {title}, {start, date, ::EEEEdMMMM} om {start, time, short}', body: `Dag,\n\n"{title}" begint op {start, date, full} om {start, time, short}.${place('Plaats:')}${more}\n\n{link}` },
  de: { subject: 'Erinnerung: {title}, {start, date, ::EEEEdMMMM} um {start, time, short} Uhr', body: `Guten Tag,\n\n„{title}“ beginnt am {start, date, full} um {start, time, short} Uhr.${place('Ort:')}${more}\n\n{link}` },
  en: { subject: 'Reminder: {title}, {start, date, ::EEEEdMMMM} at {start, time, short}', body: `Hello,\n\n“{title}” starts on {start, date, full} at {start, time, short}.${place('Place:')}${more}\n\n{link}` },
};

export const weekAheadTexts: MessageTexts = {
  fr: { subject: 'Votre semaine du {monday, date, ::dMMMM}', body: 'Bonjour,\n\n{count, plural, one {Une séance vous attend} other {# séances vous attendent}} la semaine prochaine chez {organisation}.\n\n{items}{note, select, none {} other {\n\n{note}}}\n\n{link}' },
  nl: { subject: 'Uw week van {monday, date, ::dMMMM}', body: 'Dag,\n\n{count, plural, one {Eén sessie staat} other {# sessies staan}} volgende week voor u klaar bij {organisation}.\n\n{items}{note, select, none {} other {\n\n{note}}}\n\n{link}' },
  de: { subject: 'Ihre Woche vom {monday, date, ::dMMMM}', body: 'Guten Tag,\n\n{count, plural, one {ein Kurstermin erwartet} other {# Kurstermine erwarten}} Sie nächste Woche bei {organisation}.\n\n{items}{note, select, none {} other {\n\n{note}}}\n\n{link}' },
  en: { subject: 'Your week of {monday, date, ::dMMMM}', body: 'Hello,\n\n{count, plural, one {One session is} other {# sessions are}} waiting for you next week at {organisation}.\n\n{items}{note, select, none {} other {\n\n{note}}}\n\n{link}' },
};
