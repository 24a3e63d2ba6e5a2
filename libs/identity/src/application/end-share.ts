import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotAllowed, NotFound, StaleVersion } from '@app/platform';
import { type Share as StandingShare, ShareStore } from '../persistence/share.store.js';
import { Journal } from './journal.js';
import { ShareableKinds } from './shareable-kinds.js';

/** Takes a share back at once. What was booked under it stays until somebody releases it. */
@Injectable()
export class EndShare {
  constructor(
    private readonly database: Database,
    private readonly shares: ShareStore,
    private readonly kinds: ShareableKinds,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: { readonly shareId: string; readonly expectedVersion: number }): Promise<StandingShare | NotAllowed | NotFound | StaleVersion> {
    const answer = await this.database.as(actor, async (tx) => {
      const share = await this.shares.lock(tx, input.shareId);
      if (!share) return new NotFound('share');
      const { organisationId, subjectKind, subjectId } = share;
      if (!this.kinds.get(subjectKind)?.mayShare(actor, organisationId)) return new NotAllowed('share.end');
      if (share.version !== input.expectedVersion) return new StaleVersion(input.expectedVersion, share.version);
      if (share.endedAt) return share;
      const ended = await this.shares.end(tx, share.id);
      await this.journal.enter(tx, { organisationId, subject: { kind: subjectKind, id: subjectId }, kind: 'share-ended', facts: { share: share.id, to: share.toOrganisationId, right: share.right } });
      return ended;
    });
    return this.journal.refusals(actor, { kind: 'share', id: input.shareId }, answer);
  }
}
