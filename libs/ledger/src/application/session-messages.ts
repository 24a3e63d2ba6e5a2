import { Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import { type MessageTexts, type MessageToLoad, MessageTypes, type MessageValues } from '@app/messages';
import { type Language, Settings, type Tx } from '@app/platform';
import { ChangeNoticeReads, type Differences, type OccurrenceCard } from '../persistence/change-notice.reads.js';
import { SessionInvitations } from './session-invitations.js';
import { CANCELLATIONS, readRule, SESSION_CANCELLED, SESSION_CHANGED, SESSION_REINSTATED } from './tell-attendees.js';

const sample = { title: 'JavaScript 3', before: new Date('2026-11-23T08:00:00Z'), start: new Date('2026-11-24T12:00:00Z'), place: 'Mons, 2', join: 'https://example.org/meeting', what: 'time', why: 'trainerAway', zone: 'Europe/Brussels', link: 'https://example.org/' };

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

const changed: MessageTexts = {
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

const cancelled: MessageTexts = {
  fr: { subject: 'Annulé : {title}', body: `Bonjour,\n\n« {title} », prévu le {start, date, full} à {start, time, short}, n’aura pas lieu.${why.fr}\n\n{link}` },
  nl: { subject: 'Geannuleerd: {title}', body: `Dag,\n\n"{title}", gepland op {start, date, full} om {start, time, short}, gaat niet door.${why.nl}\n\n{link}` },
  de: { subject: 'Abgesagt: {title}', body: `Guten Tag,\n\n„{title}“, geplant am {start, date, full} um {start, time, short} Uhr, findet nicht statt.${why.de}\n\n{link}` },
  en: { subject: 'Cancelled: {title}', body: `Hello,\n\n“{title}”, planned on {start, date, full} at {start, time, short}, does not take place.${why.en}\n\n{link}` },
};

const reinstated: MessageTexts = {
  fr: { subject: 'Aura bien lieu : {title}', body: `Bonjour,\n\n« {title} » avait été annulé et aura bien lieu le {start, date, full} à {start, time, short}.${where.fr}${why.fr}\n\n{link}` },
  nl: { subject: 'Gaat toch door: {title}', body: `Dag,\n\n"{title}" was geannuleerd en gaat toch door op {start, date, full} om {start, time, short}.${where.nl}${why.nl}\n\n{link}` },
  de: { subject: 'Findet doch statt: {title}', body: `Guten Tag,\n\n„{title}“ war abgesagt und findet doch statt: am {start, date, full} um {start, time, short} Uhr.${where.de}${why.de}\n\n{link}` },
  en: { subject: 'Takes place after all: {title}', body: `Hello,\n\n“{title}” was cancelled and takes place after all, on {start, date, full} at {start, time, short}.${where.en}${why.en}\n\n{link}` },
};

/** What people read when something that they attend was moved, cancelled or brought back. */
@Injectable()
export class SessionMessages implements OnModuleInit {
  constructor(
    private readonly types: MessageTypes,
    private readonly reads: ChangeNoticeReads,
    private readonly settings: Settings,
    @Optional() private readonly invitations?: SessionInvitations,
  ) {}

  onModuleInit(): void {
    this.types.register(
      { type: SESSION_CHANGED, texts: changed, sample, load: (tx, message) => this.changed(tx, message) },
      { type: SESSION_CANCELLED, texts: cancelled, sample, load: (tx, message) => this.cancelled(tx, message) },
      { type: SESSION_REINSTATED, texts: reinstated, sample, load: (tx, message) => this.reinstated(tx, message) },
    );
  }

  private async changed(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    const card = await this.reads.card(tx, message.subject.id, message.language);
    const told = readRule(message.rule ?? '');
    if (!card || !told || card.state !== 'planned') return undefined;
    const isAsBefore = card.startsAt.getTime() === told.knownStart.getTime();
    const since = await this.reads.since(tx, message.subject.id, told.version);
    if (isAsBefore && isTakenBack(since, told.wasMovedInTime)) return undefined;
    return { ...this.common(card), before: told.knownStart, what: isAsBefore ? whatElse(since, card) : 'time', ...(await this.forCalendar(tx, message)) };
  }

  private async cancelled(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    const card = await this.reads.card(tx, message.subject.id, message.language);
    return card?.state === 'cancelled' ? { ...this.common(card), ...(await this.forCalendar(tx, message)) } : undefined;
  }

  /** Only for who heard of the cancellation, whichever way, and not of the return: a hand-over of it may have failed meanwhile. */
  private async reinstated(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    const { id, timingVersion = null } = message.subject;
    const card = await this.reads.card(tx, id, message.language);
    if (card?.state !== 'planned') return undefined;
    const believers = await this.reads.believersOfCancellation(tx, id, CANCELLATIONS, timingVersion);
    if (!believers.has(message.personId)) return undefined;
    const calendar = message.address ? await this.invitations?.again(tx, message) : undefined;
    return { ...this.common(card), ...(calendar === undefined ? {} : { calendar }) };
  }

  /** Only in mails: a notice inside the product carries no invitation. */
  private async forCalendar(tx: Tx, message: MessageToLoad): Promise<MessageValues> {
    const calendar = message.address ? await this.invitations?.follow(tx, message) : undefined;
    return calendar === undefined ? {} : { calendar };
  }

  private common(card: OccurrenceCard) {
    return { title: card.title ?? '…', start: card.startsAt, zone: card.zone, place: card.place ?? 'none', join: card.link ?? 'none', why: wordOf(card.why), link: `${this.settings.publicUrl}/week` };
  }
}

/** All is as it was before anybody was told. */
const isTakenBack = ({ isElsewhere, hasOtherLink, hasOtherEnd, wasDifferent }: Differences, wasMovedInTime: boolean): boolean =>
  !isElsewhere && !hasOtherLink && !hasOtherEnd && (wasMovedInTime || wasDifferent);

/** What to put first where the start is as before. */
const whatElse = (since: Differences, { link }: OccurrenceCard): string => (since.isElsewhere || !since.hasOtherLink ? 'place' : link === null ? 'offline' : 'online');

/** Texts choose by words without a hyphen. */
const wordOf = (reason: string | null): string => (reason ?? 'none').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
