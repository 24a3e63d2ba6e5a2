import { Injectable } from '@nestjs/common';
import { type ImportCounts, type ImportedMember } from '@app/identity';
import { Seats } from '@app/ledger';
import { type Tx } from '@app/platform';
import { hasSeat } from '../domain/enrolment.js';
import { type LockedCohort } from '../persistence/cohort.store.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';

/** The counts of a list that leads into a cohort. */
export const placesCounted = (enrolled: number, waiting: number, already: number): ImportCounts => ({ enrolled, waiting, already });

/** What a list would come to; takes nothing. */
@Injectable()
export class EnrolmentTrial {
  constructor(
    private readonly enrolments: EnrolmentStore,
    private readonly seats: Seats,
  ) {}

  async counts(tx: Tx, cohort: LockedCohort, people: readonly ImportedMember[], soFar: ImportCounts): Promise<ImportCounts> {
    const standing = await this.enrolments.of(tx, cohort.id, people.map(({ personId }) => personId));
    const already = people.filter(({ personId }) => hasSeat(standing.get(personId)?.state ?? 'withdrawn')).length;
    const wanted = people.length - already;
    const free = Math.max(0, (await this.seats.free(tx, cohort.organisationId, cohort.seatPoolId)) - (soFar['enrolled'] ?? 0));
    const enrolled = Math.min(free, wanted);
    return placesCounted(enrolled, wanted - enrolled, already);
  }
}
