import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type Cohort, type CohortFacts, type CohortState } from '../domain/cohort.js';

/** A cohort under its lock, with the database's clock. */
export interface LockedCohort extends Cohort {
  readonly now: Date;
}

export interface CohortGroup {
  readonly id: string;
  readonly name: string;
}

export interface SiteOfCohort {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
}

const COLUMNS = `c.id, c.organisation_id as "organisationId", c.course_id as "courseId", c.course_version_id as "courseVersionId", c.name, c.site_id as "siteId", c.zone, c.language,
  c.capacity, c.minimum, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", c.registration_opens_at as "registrationOpensAt", c.registration_closes_at as "registrationClosesAt",
  c.demands_prerequisites as "demandsPrerequisites", c.state, c.seat_pool_id as "seatPoolId", c.version`;

@Injectable()
export class CohortStore {
  /** Everything that touches places, groups or sessions of a cohort waits here for its turn. */
  async lock(tx: Tx, id: string): Promise<LockedCohort | undefined> {
    const [row] = await tx.query<LockedCohort>(`select ${COLUMNS}, app.now() as now from cohort c where c.id = $1 for no key update`, [id]);
    return row;
  }

  async find(tx: Tx, id: string): Promise<Cohort | undefined> {
    const [row] = await tx.query<Cohort>(`select ${COLUMNS} from cohort c where c.id = $1`, [id]);
    return row;
  }

  async insert(tx: Tx, cohort: CohortFacts & Pick<Cohort, 'id' | 'organisationId' | 'courseId' | 'courseVersionId' | 'zone' | 'seatPoolId'>): Promise<void> {
    await tx.query(
      `insert into cohort (id, organisation_id, course_id, course_version_id, zone, seat_pool_id, name, site_id, language, capacity, minimum, starts_on, ends_on,
         registration_opens_at, registration_closes_at, demands_prerequisites, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, coalesce($16, false), $17)`,
      [cohort.id, cohort.organisationId, cohort.courseId, cohort.courseVersionId, cohort.zone, cohort.seatPoolId, ...factColumns(cohort), tx.actor.personId ?? null],
    );
  }

  async update(tx: Tx, cohort: Pick<Cohort, 'id' | 'zone'> & CohortFacts): Promise<number> {
    const [row] = await tx.query<{ version: number }>(
      // Its invitations by mail go under its name.
      `with renamed as (update calendar_scope set title = $3 where scope_id = $1)
       update cohort set zone = $2, name = $3, site_id = $4, language = $5, capacity = $6, minimum = $7, starts_on = $8, ends_on = $9, registration_opens_at = $10,
         registration_closes_at = $11, demands_prerequisites = coalesce($12, demands_prerequisites), version = version + 1 where id = $1 returning version`,
      [cohort.id, cohort.zone, ...factColumns(cohort)],
    );
    return row?.version ?? 0;
  }

  async setState(tx: Tx, id: string, state: CohortState): Promise<number> {
    const [row] = await tx.query<{ version: number }>('update cohort set state = $2, version = version + 1 where id = $1 returning version', [id, state]);
    return row?.version ?? 0;
  }

  async newId(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ id: string }>('select uuidv7() as id');
    return row?.id ?? '';
  }

  /** The version that new cohorts take; undefined for a course without one, or one that is not of the organisation. */
  async publishedVersion(tx: Tx, organisationId: string, courseId: string): Promise<{ readonly versionId: string | null } | undefined> {
    const [row] = await tx.query<{ versionId: string | null }>(
      `select (select v.id from course_version v where v.course_id = c.id and v.state = 'published' order by v.number desc limit 1) as "versionId"
       from course c where c.organisation_id = $1 and c.id = $2 and c.archived_at is null`,
      [organisationId, courseId],
    );
    return row;
  }

  async site(tx: Tx, organisationId: string, siteId: string): Promise<SiteOfCohort | undefined> {
    const [row] = await tx.query<SiteOfCohort>('select id, name, zone from site where organisation_id = $1 and id = $2 and archived_at is null', [organisationId, siteId]);
    return row;
  }

  async isNameTaken(tx: Tx, organisationId: string, name: string, butId: string | null = null): Promise<boolean> {
    const rows = await tx.query(`select from cohort where organisation_id = $1 and lower(name) = lower($2) and state <> 'cancelled' and id is distinct from $3`, [organisationId, name, butId]);
    return rows.length > 0;
  }

  /** Learners with a seat, whatever became of them. */
  async countSeated(tx: Tx, cohortId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from enrolment where cohort_id = $1 and state in ('active', 'completed', 'graduated')`, [cohortId]);
    return row?.count ?? 0;
  }

  /** What is cancelled with a cohort. */
  async sessionsToCome(tx: Tx, cohortId: string): Promise<readonly { readonly id: string; readonly expectedVersion: number }[]> {
    return tx.query(
      `select o.id, o.version as "expectedVersion" from cohort_session s join occurrence o on o.id = s.occurrence_id
       where s.cohort_id = $1 and o.state in ('tentative', 'planned') and o.starts_at > app.now() order by o.id`,
      [cohortId],
    );
  }

  async groups(tx: Tx, cohortId: string): Promise<readonly CohortGroup[]> {
    return tx.query<CohortGroup>('select id, name from cohort_group where cohort_id = $1 order by lower(name), id', [cohortId]);
  }

  async insertGroup(tx: Tx, cohort: Pick<Cohort, 'organisationId' | 'id'>, name: string): Promise<string> {
    const [row] = await tx.query<{ id: string }>('insert into cohort_group (organisation_id, cohort_id, name) values ($1, $2, $3) returning id', [cohort.organisationId, cohort.id, name]);
    return row?.id ?? '';
  }

  async renameGroup(tx: Tx, groupId: string, name: string): Promise<void> {
    await tx.query('update cohort_group set name = $2 where id = $1', [groupId, name]);
  }

  async removeGroup(tx: Tx, groupId: string): Promise<void> {
    await tx.query('delete from cohort_group where id = $1', [groupId]);
  }

  async useOfGroup(tx: Tx, groupId: string): Promise<{ readonly learners: number; readonly sessions: number }> {
    const [row] = await tx.query<{ learners: number; sessions: number }>(
      `select (select count(*)::int from enrolment e where e.group_id = $1) as learners,
         (select count(*)::int from cohort_session s where s.group_id = $1) + (select count(*)::int from session_series s where s.group_id = $1) as sessions`,
      [groupId],
    );
    return row ?? { learners: 0, sessions: 0 };
  }
}

function factColumns(facts: CohortFacts): readonly unknown[] {
  const { name, siteId, language, capacity, minimum, startsOn, endsOn, registrationOpensAt, registrationClosesAt, demandsPrerequisites } = facts;
  return [name, siteId, language, capacity, minimum, startsOn, endsOn, registrationOpensAt ?? null, registrationClosesAt ?? null, demandsPrerequisites ?? null];
}
