import { Injectable } from '@nestjs/common';
import { Jobs, type Tx } from '@app/platform';
import { type KnownPerson } from '../domain/erasure.js';
import { PrivacyStore } from '../persistence/privacy.store.js';
import { blotMentionsJob } from './blot-mentions.job.js';
import { noteErasureJob } from './note-erasure.job.js';
import { ErasureFollowers } from './erasure-followers.js';
import { Journal } from './journal.js';

/** Who wanted it: the person, a manager of the organisation, or the rule on how long profiles are kept. */
export type ErasureReason = 'person' | 'organisation' | 'rule';

/** After a restored backup: the erasure that it brought back undone. */
interface Repetition {
  readonly why: 'again';
  readonly repeats: string;
}

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
  async execute(tx: Tx, person: KnownPerson, reason: ErasureReason | Repetition): Promise<boolean> {
    const { organisationId, personId } = person;
    await this.followers.forget(tx, person);
    const erasureId = await this.store.erase(tx, personId, organisationId);
    if (!erasureId) return false;
    await this.jobs.put(tx, blotMentionsJob, { erasureId }, { organisationId });
    const facts = typeof reason === 'string' ? { reason, erasure: erasureId } : { reason: reason.why, erasure: reason.repeats };
    if (typeof reason === 'string') await this.jobs.put(tx, noteErasureJob, { erasureId, personId, organisationId }, { organisationId });
    await this.journal.enter(tx, { organisationId, subject: { kind: 'person', id: personId }, kind: 'erased', personId, facts });
    return true;
  }
}
