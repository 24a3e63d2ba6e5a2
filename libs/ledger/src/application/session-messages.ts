import { Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import { type MessageToLoad, MessageTypes, type MessageValues, type ToldTogether } from '@app/messages';
import { Settings, type Texts, type Tx } from '@app/platform';
import { cancelled, cancelledLine, changed, changedLine, reinstated, reinstatedLine } from '../domain/session.texts.js';
import { ChangeNoticeReads, type Differences, type OccurrenceCard } from '../persistence/change-notice.reads.js';
import { SessionInvitations } from './session-invitations.js';
import { CANCELLATIONS, readRule, SESSION_CANCELLED, SESSION_CHANGED, SESSION_REINSTATED } from './tell-attendees.js';

const sample = { title: 'JavaScript 3', before: new Date('2026-11-23T08:00:00Z'), start: new Date('2026-11-24T12:00:00Z'), place: 'Mons, 2', join: 'https://example.org/meeting', what: 'time', why: 'trainerAway', zone: 'Europe/Brussels', link: 'https://example.org/' };

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
      { type: SESSION_CHANGED, texts: changed, sample, together: this.together(changedLine), load: (tx, message) => this.changed(tx, message) },
      { type: SESSION_CANCELLED, texts: cancelled, sample, together: this.together(cancelledLine), load: (tx, message) => this.cancelled(tx, message) },
      { type: SESSION_REINSTATED, texts: reinstated, sample, together: this.together(reinstatedLine), load: (tx, message) => this.reinstated(tx, message) },
    );
  }

  /** What carries a calendar entry goes alone. */
  private together(line: Texts<'line'>): ToldTogether {
    return { line, alone: async (tx, messages) => (await this.invitations?.among(tx, messages)) ?? new Set() };
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
