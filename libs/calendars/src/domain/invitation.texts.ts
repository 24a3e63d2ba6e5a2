import { type MessageTexts } from '@app/messages';

const when: Readonly<Record<'fr' | 'nl' | 'de' | 'en', string>> = {
  fr: 'le {start, date, full} à {start, time, short}',
  nl: 'op {start, date, full} om {start, time, short}',
  de: 'am {start, date, full} um {start, time, short} Uhr',
  en: 'on {start, date, full} at {start, time, short}',
};

export const invitationTexts: MessageTexts = {
  fr: { subject: 'Invitation : {title}', body: `Bonjour,\n\n{organisation} vous attend pour « {title} », ${when.fr}. L’invitation jointe la met dans votre calendrier et suivra les changements.\n\n{link}` },
  nl: { subject: 'Uitnodiging: {title}', body: `Dag,\n\n{organisation} verwacht u voor "{title}" ${when.nl}. De bijgevoegde uitnodiging zet het in uw kalender en volgt wijzigingen.\n\n{link}` },
  de: { subject: 'Einladung: {title}', body: `Guten Tag,\n\n{organisation} erwartet Sie zu „{title}“ ${when.de}. Die beigefügte Einladung trägt es in Ihren Kalender ein und folgt Änderungen.\n\n{link}` },
  en: { subject: 'Invitation: {title}', body: `Hello,\n\n{organisation} expects you for “{title}” ${when.en}. The attached invitation puts it into your calendar and follows changes.\n\n{link}` },
};

export const withdrawnTexts: MessageTexts = {
  fr: { subject: 'Vous n’êtes plus attendu·e : {title}', body: `Bonjour,\n\nVous n’êtes plus attendu·e pour « {title} », ${when.fr}. Votre calendrier l’enlève.\n\n{link}` },
  nl: { subject: 'U wordt niet meer verwacht: {title}', body: `Dag,\n\nU wordt niet meer verwacht voor "{title}" ${when.nl}. Uw kalender haalt het weg.\n\n{link}` },
  de: { subject: 'Sie werden nicht mehr erwartet: {title}', body: `Guten Tag,\n\nSie werden nicht mehr zu „{title}“ ${when.de} erwartet. Ihr Kalender entfernt es.\n\n{link}` },
  en: { subject: 'You are no longer expected: {title}', body: `Hello,\n\nYou are no longer expected for “{title}” ${when.en}. Your calendar removes it.\n\n{link}` },
};
