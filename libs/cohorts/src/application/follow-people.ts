import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ErasureFollower, ErasureFollowers, type KnownPerson, type MergeClash, type MergeFollower, MergeFollowers, type PersonMerge } from '@app/identity';
import { type Tx } from '@app/platform';
import { EnrolmentStore } from '../persistence/enrolment.store.js';

/** Places follow their people: into one when two persons are one human, and to their end when somebody is erased. */
@Injectable()
export class FollowPeople implements MergeFollower, ErasureFollower, OnModuleInit {
  readonly context = 'cohorts';

  constructor(
    private readonly merges: MergeFollowers,
    private readonly erasures: ErasureFollowers,
    private readonly enrolments: EnrolmentStore,
  ) {}

  onModuleInit(): void {
    this.merges.register(this);
    this.erasures.register(this);
  }

  /** In one cohort twice: the place of the remaining person stands. */
  async clashes(tx: Tx, { organisationId, awayPersonId, intoPersonId }: PersonMerge): Promise<readonly MergeClash[]> {
    const twice = await this.enrolments.inBoth(tx, organisationId, awayPersonId, intoPersonId);
    return twice.map((dropped) => ({ what: 'place-twice', dropped }));
  }

  async follow(tx: Tx, { organisationId, awayPersonId, intoPersonId }: PersonMerge): Promise<void> {
    await this.enrolments.moveTo(tx, organisationId, awayPersonId, intoPersonId);
  }

  async forget(tx: Tx, { organisationId, personId }: KnownPerson): Promise<void> {
    await this.enrolments.endAll(tx, organisationId, personId);
  }
}
