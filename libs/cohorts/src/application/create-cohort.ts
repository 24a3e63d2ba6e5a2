import { Injectable } from '@nestjs/common';
import { refusal } from '@app/identity';
import { Seats } from '@app/ledger';
import { type Actor, Changes, Database, type Fault, InvalidInput, isProblem, type NotAllowed, NotFound, type Tx } from '@app/platform';
import { cohortFaults, type CohortFacts, tidyCohort } from '../domain/cohort.js';
import { mayRunCohorts } from '../domain/cohort.policy.js';
import { NotPublished } from '../domain/problems.js';
import { CohortStore, type SiteOfCohort } from '../persistence/cohort.store.js';

export interface CreateCohortInput extends CohortFacts {
  readonly organisationId: string;
  readonly courseId: string;
}

export interface CohortMade {
  readonly cohortId: string;
  readonly version: number;
}

/** Makes a draft of a cohort on the published version of a course; it keeps that version whatever is published later. */
@Injectable()
export class CreateCohort {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly seats: Seats,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: CreateCohortInput): Promise<CohortMade | NotAllowed | NotFound | NotPublished | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, courseId } = input;
      const refused = refusal(actor, organisationId, { granted: mayRunCohorts(actor, organisationId), action: 'cohort.create' });
      if (refused) return refused;
      const course = await this.cohorts.publishedVersion(tx, organisationId, courseId);
      if (!course) return new NotFound('course');
      if (!course.versionId) return new NotPublished();
      const facts = tidyCohort(input);
      const site = await siteFor(tx, this.cohorts, organisationId, facts);
      if (isProblem(site)) return site;
      const id = await this.cohorts.newId(tx);
      const seatPoolId = await this.seats.setPool(tx, { organisationId, subject: { kind: 'cohort', id }, classes: { open: facts.capacity } });
      await this.cohorts.insert(tx, { ...facts, id, organisationId, courseId, courseVersionId: course.versionId, zone: site.zone, seatPoolId });
      await this.changes.append(tx, { organisationId, subjectKind: 'cohort', subjectId: id, version: 1, kind: 'created' });
      return { cohortId: id, version: 1 };
    });
  }
}

/** The site of a cohort whose facts are faultless; otherwise all that is wrong with them. */
export async function siteFor(tx: Tx, cohorts: CohortStore, organisationId: string, facts: CohortFacts & { readonly id?: string }): Promise<SiteOfCohort | InvalidInput> {
  const faults: Fault[] = [...cohortFaults(facts)];
  const site = await cohorts.site(tx, organisationId, facts.siteId);
  if (!site) faults.push({ field: 'siteId', reason: 'site.unknown' });
  if (faults.every(({ field }) => field !== 'name') && (await cohorts.isNameTaken(tx, organisationId, facts.name, facts.id))) faults.push({ field: 'name', reason: 'cohort.name-taken' });
  return site && faults.length === 0 ? site : new InvalidInput(faults);
}
