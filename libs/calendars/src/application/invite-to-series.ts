import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MessageWish, PlanMessages } from '@app/messages';
import { type ChangeConsumer, ChangeConsumers, type ChangeWork, type Tx } from '@app/platform';
import { localDay } from '../domain/strand-calendar.js';
import { type StrandPlan, strandsOf } from '../domain/strands.js';
import { inviteAt, tooLateAt } from '../domain/when-invited.js';
import { type SeriesPerson, StrandStore } from '../persistence/strand.store.js';
import { SERIES, seriesRule } from './series-invitations.js';

/** Somebody chose, or gave up, that the series of a scope are sent by mail. */
export const CALENDAR_SCOPE = 'calendar-scope';

/**
 * Makes the mails about series be those that are wanted: one for each person and time of day, however many sessions changed. Moves and
 * cancellations of single sessions travel with the notices of change.
 */
@Injectable()
export class InviteToSeries implements ChangeConsumer, OnModuleInit {
  readonly name = 'calendars.series';
  readonly subjectKinds = ['occurrence', CALENDAR_SCOPE];

  constructor(
    private readonly consumers: ChangeConsumers,
    private readonly store: StrandStore,
    private readonly messages: PlanMessages,
  ) {}

  onModuleInit(): void {
    this.consumers.register(this);
  }

  async handle(tx: Tx, { organisationId, subjectKind, subjectId }: ChangeWork): Promise<void> {
    if (!organisationId) return;
    const series = subjectKind === CALENDAR_SCOPE ? await this.store.seriesOfScope(tx, organisationId, subjectId) : [await this.store.seriesOf(tx, subjectId)];
    for (const seriesId of series) if (seriesId) await this.plan(tx, organisationId, seriesId);
  }

  private async plan(tx: Tx, organisationId: string, seriesId: string): Promise<void> {
    const head = await this.store.head(tx, seriesId);
    if (!head || (head.title === null && !(await this.store.isTold(tx, seriesId)))) return;
    const wishes: MessageWish[] = [];
    for (const person of await this.store.people(tx, seriesId)) {
      const strands = strandsOf(person.sessions, person.states, localDay(head.zone));
      for (const strand of strands) if (strand.isNews && mayHear(strand, person, head.title !== null)) wishes.push(wishFor(strand, person, head.now));
    }
    await this.messages.execute(tx, { organisationId, type: SERIES, subject: { kind: 'series', id: seriesId, timingVersion: 1 }, wishes });
  }
}

/** Who has it must hear what becomes of it; who subscribes, or whose cohort does not send, is not invited anew. */
const mayHear = ({ isInvited }: StrandPlan, { hasLiveFeed }: SeriesPerson, isSent: boolean): boolean => isInvited || (isSent && !hasLiveFeed);

function wishFor(strand: StrandPlan, { personId, sessions }: SeriesPerson, now: Date): MessageWish {
  const starts = sessions.filter(({ isToCome }) => isToCome).map(({ from }) => from);
  return { rule: seriesRule(strand), dueAt: inviteAt(Math.min(...starts), now), notAfter: tooLateAt(Math.max(...starts), now), people: [personId] };
}
