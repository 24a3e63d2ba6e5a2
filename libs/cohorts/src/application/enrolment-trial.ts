import { Injectable } from '@nestjs/common';
import { type ImportCounts, type ImportedMember } from '@app/identity';
import { Seats } from '@app/ledger';
import { type Tx } from '@app/platform';
import { hasSeat } from '../domain/enrolment.js';
import { type LockedCohort } from '../persistence/cohort.store.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';

/** The counts of a list that leads into a cohort. "lacking" are those of the first two who have not completed what comes before. */
export const placesCounted = (enrolled: number, waiting: number, already: number, lacking: number): ImportCounts => ({ enrolled, waiting, already, lacking });

/** What a list would come to; takes nothing. */
@Injectable()
export class EnrolmentTrial {
  constructor(
    private readonly enrolments: EnrolmentStore,
    private readonly seats: Seats,
  ) {}

  async counts(tx: Tx, cohort: LockedCohort, people: readonly ImportedMember[], soFar: ImportCounts): Promise<ImportCounts> {
    const wanted = await this.withoutSeat(tx, cohort, people);
    const free = Math.max(0, (await this.seats.free(tx, cohort.organisationId, cohort.seatPoolId)) - (soFar['enrolled'] ?? 0));
    const enrolled = Math.min(free, wanted.length);
    return placesCounted(enrolled, wanted.length - enrolled, people.length - wanted.length, await this.lacking(tx, cohort, wanted));
  }

  /** How many of those who would come in have not completed what comes before: said, never refused, because somebody may have learned it elsewhere. */
  async lacking(tx: Tx, cohort: LockedCohort, personIds: readonly string[]): Promise<number> {
    return personIds.length === 0 ? 0 : (await this.enrolments.lacking(tx, cohort.courseId, personIds)).size;
  }

  private async withoutSeat(tx: Tx, cohort: LockedCohort, people: readonly ImportedMember[]): Promise<readonly string[]> {
    const personIds = people.map(({ personId }) => personId);
    const standing = await this.enrolments.of(tx, cohort.id, personIds);
    return personIds.filter((personId) => !hasSeat(standing.get(personId)?.state ?? 'withdrawn'));
  }
}
