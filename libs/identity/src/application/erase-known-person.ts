import { Injectable } from '@nestjs/common';
import { Jobs, type Tx } from '@app/platform';
import { type KnownPerson } from '../domain/erasure.js';
import { PrivacyStore } from '../persistence/privacy.store.js';
import { blotMentionsJob } from './blot-mentions.job.js';
import { ErasureFollowers } from './erasure-followers.js';
import { Journal } from './journal.js';

/** Who wanted it: the person, a manager of the organisation, or the rule on how long profiles are kept. */
export type ErasureReason = 'person' | 'organisation' | 'rule';

/** The inner step of every erasure: one organisation forgets a person, in the caller's transaction. */
@Injectable()
export class EraseKnownPerson {
  constructor(
    private readonly followers: ErasureFollowers,
    private readonly store: PrivacyStore,
    private readonly jobs: Jobs,
    private readonly journal: Journal,
  ) {}

  /** False when there was nobody to erase. */
  async execute(tx: Tx, person: KnownPerson, reason: ErasureReason): Promise<boolean> {
    const { organisationId, personId } = person;
    await this.followers.forget(tx, person);
    const erasureId = await this.store.erase(tx, personId, organisationId);
    if (!erasureId) return false;
    await this.jobs.put(tx, blotMentionsJob, { erasureId }, { organisationId });
    await this.journal.enter(tx, { organisationId, subject: { kind: 'person', id: personId }, kind: 'erased', personId, facts: { reason } });
    return true;
  }
}
