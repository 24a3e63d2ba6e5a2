import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type MergeClash, type MergeFollower, type PersonMerge } from '@app/identity';
import { LedgerReads } from '../persistence/ledger.reads.js';
import { PersonRowsStore } from '../persistence/person-rows.store.js';

/** When two persons turn out to be one human, all that is still to come goes over to the remaining one, under the locks of both. */
@Injectable()
export class FollowMerge implements MergeFollower {
  readonly context = 'ledger';

  constructor(
    private readonly reads: LedgerReads,
    private readonly rows: PersonRowsStore,
  ) {}

  /** He cannot be at two places: the remaining person's own booking binds and the other one yields, until somebody mends it. */
  async clashes(tx: Tx, merge: PersonMerge): Promise<readonly MergeClash[]> {
    const twice = await this.rows.standingTwice(tx, merge);
    return twice.map(({ title, startsAt }) => ({ what: 'booking-twice', dropped: `${title ?? ''} ${startsAt.toISOString()}`.trim() }));
  }

  async follow(tx: Tx, merge: PersonMerge): Promise<void> {
    const { organisationId, awayPersonId, intoPersonId } = merge;
    const alsoLock = [awayPersonId, intoPersonId].map((resourceId) => ({ resourceId, isPerson: true }));
    await this.reads.facts(tx, { organisationId, claims: [], alsoLock }, true);
    await this.rows.moveReservations(tx, merge);
    await this.rows.moveAttendance(tx, merge);
    await this.rows.moveAvailability(tx, merge);
  }
}
