import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PostMessages } from '@app/messages';
import { type ChangeConsumer, ChangeConsumers, type ChangeWork, type Tx } from '@app/platform';
import { InvitationStore } from '../persistence/invitation.store.js';
import { INVITATION, WITHDRAWN } from './invitations.js';

const MINUTE = 60_000;
/** As long as a plan can be undone nobody is invited, unless it concerns the next two hours. */
const UNDO = 10 * MINUTE;
const SOON = 120 * MINUTE;

/** Invites by mail whoever attends something that stands alone and has no calendar that reads by itself; tells who was taken off. */
@Injectable()
export class InviteAttendees implements ChangeConsumer, OnModuleInit {
  readonly name = 'calendars.invitations';
  readonly subjectKinds = ['occurrence'];

  constructor(
    private readonly consumers: ChangeConsumers,
    private readonly store: InvitationStore,
    private readonly post: PostMessages,
  ) {}

  onModuleInit(): void {
    this.consumers.register(this);
  }

  async handle(tx: Tx, { organisationId, subjectId, changes }: ChangeWork): Promise<void> {
    const plan = await this.store.plan(tx, subjectId);
    if (!organisationId || !plan) return;
    const { now, startsAt, version, toInvite, toWithdraw } = plan;
    // Its cancellation withdrew the invitations that had not left: they are posted anew.
    const back = changes.some(({ kind }) => kind === 'reinstated') ? ` back ${version}` : '';
    const dueAt = startsAt.getTime() - now.getTime() <= SOON ? now : new Date(now.getTime() + UNDO);
    const frame = { organisationId, subject: { kind: 'occurrence', id: subjectId }, dueAt, notAfter: startsAt };
    await this.post.execute(
      tx,
      ...toInvite.map(({ personId, since, wasInvited }) => ({ ...frame, personId, type: INVITATION, rule: `since ${since}${wasInvited ? '' : back}` })),
      ...toWithdraw.map((personId) => ({ ...frame, personId, type: WITHDRAWN, rule: `at ${now.toISOString()}` })),
    );
  }
}
