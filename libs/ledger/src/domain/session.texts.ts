import { type MessageTexts } from '@app/messages';
import { defineTexts, type Language } from '@app/platform';

/** Why, in the words of a list. */
const why: Readonly<Record<Language, string>> = {
  fr: '{why, select, trainerAway {\nLa personne qui donne la séance est absente.} roomAway {\nLe local n’est pas disponible.} closure {\nLe site est fermé.} weather {\nEn raison de la météo.} strike {\nEn raison d’une grève.} request {\nÀ la demande de quelqu’un.} other {}}',
  nl: '{why, select, trainerAway {\nDe lesgever is afwezig.} roomAway {\nHet lokaal is niet beschikbaar.} closure {\nDe locatie is gesloten.} weather {\nDoor het weer.} strike {\nDoor een staking.} request {\nOp vraag van iemand.} other {}}',
  de: '{why, select, trainerAway {\nDie Kursleitung ist abwesend.} roomAway {\nDer Raum ist nicht verfügbar.} closure {\nDer Standort ist geschlossen.} weather {\nWegen des Wetters.} strike {\nWegen eines Streiks.} request {\nAuf Wunsch von jemandem.} other {}}',
  en: '{why, select, trainerAway {\nThe trainer is away.} roomAway {\nThe room is not available.} closure {\nThe site is closed.} weather {\nBecause of the weather.} strike {\nBecause of a strike.} request {\nAt somebody’s request.} other {}}',
};

/** Where; an address stands on a line of its own, so that it can be pressed. */
const where: Readonly<Record<Language, string>> = {
  fr: '{place, select, none {} other {\nLieu : {place}}}{join, select, none {} other {\nEn ligne :\n{join}}}',
  nl: '{place, select, none {} other {\nPlaats: {place}}}{join, select, none {} other {\nOnline:\n{join}}}',
  de: '{place, select, none {} other {\nOrt: {place}}}{join, select, none {} other {\nOnline:\n{join}}}',
  en: '{place, select, none {} other {\nPlace: {place}}}{join, select, none {} other {\nOnline:\n{join}}}',
};

export const changed: MessageTexts = {
  fr: {
    subject: '{what, select, time {Nouvelle heure} online {Nouvelle adresse en ligne} offline {Plus en ligne} other {Nouveau lieu}} : {title}',
    body: `Bonjour,\n\n{what, select, time {« {title} », prévu le {before, date, full} à {before, time, short}, aura lieu le {start, date, full} à {start, time, short}.} online {« {title} », le {start, date, full} à {start, time, short}, a une nouvelle adresse en ligne.} offline {« {title} », le {start, date, full} à {start, time, short}, n’a plus d’adresse en ligne.} other {Le lieu ou l’organisation de « {title} », le {start, date, full} à {start, time, short}, a changé.}}${where.fr}${why.fr}\n\n{link}`,
  },
  nl: {
    subject: '{what, select, time {Nieuw tijdstip} online {Nieuw onlineadres} offline {Niet meer online} other {Nieuwe plaats}}: {title}',
    body: `Dag,\n\n{what, select, time {"{title}", gepland op {before, date, full} om {before, time, short}, vindt plaats op {start, date, full} om {start, time, short}.} online {"{title}" op {start, date, full} om {start, time, short} heeft een nieuw onlineadres.} offline {"{title}" op {start, date, full} om {start, time, short} heeft geen onlineadres meer.} other {De plaats of de organisatie van "{title}" op {start, date, full} om {start, time, short} is gewijzigd.}}${where.nl}${why.nl}\n\n{link}`,
  },
  de: {
    subject: '{what, select, time {Neuer Zeitpunkt} online {Neue Online-Adresse} offline {Nicht mehr online} other {Neuer Ort}}: {title}',
    body: `Guten Tag,\n\n{what, select, time {„{title}“, geplant am {before, date, full} um {before, time, short} Uhr, findet am {start, date, full} um {start, time, short} Uhr statt.} online {„{title}“ am {start, date, full} um {start, time, short} Uhr hat eine neue Online-Adresse.} offline {„{title}“ am {start, date, full} um {start, time, short} Uhr hat keine Online-Adresse mehr.} other {Der Ort oder Ablauf von „{title}“ am {start, date, full} um {start, time, short} Uhr hat sich geändert.}}${where.de}${why.de}\n\n{link}`,
  },
  en: {
    subject: '{what, select, time {New time} online {New online address} offline {No longer online} other {New place}}: {title}',
    body: `Hello,\n\n{what, select, time {“{title}”, planned on {before, date, full} at {before, time, short}, takes place on {start, date, full} at {start, time, short}.} online {“{title}” on {start, date, full} at {start, time, short} has a new online address.} offline {“{title}” on {start, date, full} at {start, time, short} no longer has an online address.} other {The place or set-up of “{title}” on {start, date, full} at {start, time, short} has changed.}}${where.en}${why.en}\n\n{link}`,
  },
};

export const cancelled: MessageTexts = {
  fr: { subject: 'Annulé : {title}', body: `Bonjour,\n\n« {title} », prévu le {start, date, full} à {start, time, short}, n’aura pas lieu.${why.fr}\n\n{link}` },
  nl: { subject: 'Geannuleerd: {title}', body: `Dag,\n\n"{title}", gepland op {start, date, full} om {start, time, short}, gaat niet door.${why.nl}\n\n{link}` },
  de: { subject: 'Abgesagt: {title}', body: `Guten Tag,\n\n„{title}“, geplant am {start, date, full} um {start, time, short} Uhr, findet nicht statt.${why.de}\n\n{link}` },
  en: { subject: 'Cancelled: {title}', body: `Hello,\n\n“{title}”, planned on {start, date, full} at {start, time, short}, does not take place.${why.en}\n\n{link}` },
};

export const reinstated: MessageTexts = {
  fr: { subject: 'Aura bien lieu : {title}', body: `Bonjour,\n\n« {title} » avait été annulé et aura bien lieu le {start, date, full} à {start, time, short}.${where.fr}${why.fr}\n\n{link}` },
  nl: { subject: 'Gaat toch door: {title}', body: `Dag,\n\n"{title}" was geannuleerd en gaat toch door op {start, date, full} om {start, time, short}.${where.nl}${why.nl}\n\n{link}` },
  de: { subject: 'Findet doch statt: {title}', body: `Guten Tag,\n\n„{title}“ war abgesagt und findet doch statt: am {start, date, full} um {start, time, short} Uhr.${where.de}${why.de}\n\n{link}` },
  en: { subject: 'Takes place after all: {title}', body: `Hello,\n\n“{title}” was cancelled and takes place after all, on {start, date, full} at {start, time, short}.${where.en}${why.en}\n\n{link}` },
};

/** Why, in the same line. */
const because = (language: Language): string => why[language].replaceAll('{\n', '{. ');
const at = { fr: '{start, date, full} à {start, time, short}', nl: '{start, date, full} om {start, time, short}', de: '{start, date, full} um {start, time, short} Uhr', en: '{start, date, full} at {start, time, short}' } as const;
const before = { fr: '{before, date, full} à {before, time, short}', nl: '{before, date, full} om {before, time, short}', de: '{before, date, full} um {before, time, short} Uhr', en: '{before, date, full} at {before, time, short}' } as const;
const there = '{place, select, none {} other {, {place}}}';

/** One line for each, where several are told in one letter. */
export const changedLine = defineTexts({
  fr: { line: `{title} : {what, select, time {${before.fr} → ${at.fr}${there}} online {${at.fr}, nouvelle adresse en ligne : {join}} offline {${at.fr}, plus d’adresse en ligne${there}} other {${at.fr}, lieu ou organisation modifiés${there}}}${because('fr')}` },
  nl: { line: `{title}: {what, select, time {${before.nl} → ${at.nl}${there}} online {${at.nl}, nieuw onlineadres: {join}} offline {${at.nl}, geen onlineadres meer${there}} other {${at.nl}, plaats of organisatie gewijzigd${there}}}${because('nl')}` },
  de: { line: `{title}: {what, select, time {${before.de} → ${at.de}${there}} online {${at.de}, neue Online-Adresse: {join}} offline {${at.de}, keine Online-Adresse mehr${there}} other {${at.de}, Ort oder Ablauf geändert${there}}}${because('de')}` },
  en: { line: `{title}: {what, select, time {${before.en} → ${at.en}${there}} online {${at.en}, new online address: {join}} offline {${at.en}, no online address any more${there}} other {${at.en}, place or set-up changed${there}}}${because('en')}` },
});
export const cancelledLine = defineTexts({
  fr: { line: `{title} : ${at.fr}, annulé${because('fr')}` },
  nl: { line: `{title}: ${at.nl}, geannuleerd${because('nl')}` },
  de: { line: `{title}: ${at.de}, abgesagt${because('de')}` },
  en: { line: `{title}: ${at.en}, cancelled${because('en')}` },
});
export const reinstatedLine = defineTexts({
  fr: { line: `{title} : ${at.fr}, aura bien lieu${there}${because('fr')}` },
  nl: { line: `{title}: ${at.nl}, gaat toch door${there}${because('nl')}` },
  de: { line: `{title}: ${at.de}, findet doch statt${there}${because('de')}` },
  en: { line: `{title}: ${at.en}, takes place after all${there}${because('en')}` },
});
