import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, type NotFound } from '@app/platform';
import { mayManageSites } from '../domain/organisation.policy.js';
import { refusal } from '../domain/refusal.js';
import { type Share, ShareStore } from '../persistence/share.store.js';

export interface ListedShare extends Share {
  /** Name of the organisation at the other end. */
  readonly partnerName: string;
  /** What is lent; null for a thing that is gone. */
  readonly subjectName: string | null;
}

/** What an organisation lends to others and what others lend to it, now. */
@Injectable()
export class ReadShares {
  constructor(
    private readonly database: Database,
    private readonly shares: ShareStore,
  ) {}

  execute(actor: Actor, organisationId: string): Promise<readonly ListedShare[] | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayManageSites(actor, organisationId), action: 'share.read' });
      return refused ?? this.shares.standing(tx, organisationId);
    });
  }
}
