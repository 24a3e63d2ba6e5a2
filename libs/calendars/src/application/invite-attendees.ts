import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PostMessages } from '@app/messages';
import { type ChangeConsumer, ChangeConsumers, type ChangeWork, type Tx } from '@app/platform';
import { inviteAt } from '../domain/when-invited.js';
import { InvitationStore } from '../persistence/invitation.store.js';
import { INVITATION, WITHDRAWN } from './invitations.js';

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
    const dueAt = inviteAt(startsAt.getTime(), now);
    const frame = { organisationId, subject: { kind: 'occurrence', id: subjectId }, dueAt, notAfter: startsAt };
    await this.post.execute(
      tx,
      ...toInvite.map(({ personId, since, wasInvited }) => ({ ...frame, personId, type: INVITATION, rule: `since ${since}${wasInvited ? '' : back}` })),
      ...toWithdraw.map((personId) => ({ ...frame, personId, type: WITHDRAWN, rule: `at ${now.toISOString()}` })),
    );
  }
}
