import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type EnrolmentState, type EnrolmentWay } from '../domain/enrolment.js';
import { lackingOf } from './known-before.js';

export interface Enrolment {
  readonly id: string;
  readonly personId: string;
  readonly groupId: string | null;
  readonly state: EnrolmentState;
  readonly version: number;
}

interface Place {
  readonly organisationId: string;
  readonly cohortId: string;
}

const COLUMNS = 'id, person_id as "personId", group_id as "groupId", state, version';

/** Who has a place and who waits. Call it under the lock of the cohort. */
@Injectable()
export class EnrolmentStore {
  readonly lacking = lackingOf;

  async of(tx: Tx, cohortId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, Enrolment>> {
    const rows = await tx.query<Enrolment>(`select ${COLUMNS} from enrolment where cohort_id = $1 and person_id = any ($2)`, [cohortId, personIds]);
    return new Map(rows.map((row) => [row.personId, row]));
  }

  async active(tx: Tx, cohortId: string): Promise<readonly Enrolment[]> {
    return tx.query<Enrolment>(`select ${COLUMNS} from enrolment where cohort_id = $1 and state = 'active' order by id`, [cohortId]);
  }

  /** Writes places: new ones, or those that somebody takes up again. */
  async give(tx: Tx, place: Place, learners: readonly { readonly personId: string; readonly groupId: string | null }[], way: EnrolmentWay): Promise<readonly Enrolment[]> {
    return tx.query<Enrolment>(
      `insert into enrolment (organisation_id, cohort_id, person_id, group_id, way)
       select $1, $2, l."personId", l."groupId", $4 from jsonb_to_recordset($3::jsonb) as l("personId" uuid, "groupId" uuid)
       on conflict on constraint enrolment_person_once do update set state = 'active', group_id = coalesce(excluded.group_id, enrolment.group_id), state_since = app.now(), version = enrolment.version + 1
       returning ${COLUMNS}`,
      [place.organisationId, place.cohortId, JSON.stringify(learners), way],
    );
  }

  async setState(tx: Tx, id: string, state: EnrolmentState): Promise<number> {
    const [row] = await tx.query<{ version: number }>('update enrolment set state = $2, state_since = app.now(), version = version + 1 where id = $1 returning version', [id, state]);
    return row?.version ?? 0;
  }

  async setGroup(tx: Tx, id: string, groupId: string | null): Promise<number> {
    const [row] = await tx.query<{ version: number }>('update enrolment set group_id = $2, version = version + 1 where id = $1 returning version', [id, groupId]);
    return row?.version ?? 0;
  }

  /** How many of these people the organisation has a profile of. */
  async countKnown(tx: Tx, organisationId: string, personIds: readonly string[]): Promise<number> {
    const rows = await tx.query('select from profile where organisation_id = $1 and person_id = any ($2) and archived_at is null', [organisationId, personIds]);
    return rows.length;
  }

  /** Puts people at the end of the queue, in the order given; who waits already keeps his place. Answers everybody's number. */
  async queue(tx: Tx, { organisationId, cohortId }: Place, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    await tx.query(
      `insert into waiting_place (organisation_id, cohort_id, person_id, number)
       select $1, $2, p.id, coalesce((select max(number) from waiting_place where cohort_id = $2), 0) + p.at
       from unnest($3::uuid[]) with ordinality as p(id, at) where not exists (select from waiting_place w where w.cohort_id = $2 and w.person_id = p.id)`,
      [organisationId, cohortId, personIds],
    );
    const rows = await tx.query<{ personId: string; number: number }>('select person_id as "personId", number from waiting_place where cohort_id = $1 and person_id = any ($2)', [cohortId, personIds]);
    return new Map(rows.map(({ personId, number }) => [personId, number]));
  }

  async unqueue(tx: Tx, cohortId: string, personIds: readonly string[]): Promise<number> {
    const rows = await tx.query('delete from waiting_place where cohort_id = $1 and person_id = any ($2) returning person_id', [cohortId, personIds]);
    return rows.length;
  }

  /** How many wait; with a person, how many stand before that person. */
  async countWaiting(tx: Tx, cohortId: string, before: string | null = null): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from waiting_place w where w.cohort_id = $1
         and w.number < coalesce((select own.number from waiting_place own where own.cohort_id = $1 and own.person_id = $2), 2147483647)`,
      [cohortId, before],
    );
    return row?.count ?? 0;
  }

  /** Names of cohorts in which both have a place or wait. */
  async inBoth(tx: Tx, organisationId: string, one: string, other: string): Promise<readonly string[]> {
    const rows = await tx.query<{ name: string }>(
      `select c.name from cohort c where c.organisation_id = $1 and (select count(distinct x.person_id) from (
         select e.person_id from enrolment e where e.cohort_id = c.id and e.person_id in ($2, $3) union all select w.person_id from waiting_place w where w.cohort_id = c.id and w.person_id in ($2, $3)) x) = 2
       order by c.name`,
      [organisationId, one, other],
    );
    return rows.map(({ name }) => name);
  }

  /** Places and places in queues go over; where the other one has one already, it stands. Seats go with the ledger. */
  async moveTo(tx: Tx, organisationId: string, away: string, into: string): Promise<void> {
    const people = [organisationId, away, into];
    await tx.query(
      `update enrolment e set state = 'withdrawn', state_since = app.now(), version = version + 1
       where e.organisation_id = $1 and e.person_id = $2 and e.state in ('active', 'postponed') and exists (select from enrolment o where o.cohort_id = e.cohort_id and o.person_id = $3)`,
      people,
    );
    await tx.query(
      `update enrolment e set person_id = $3, version = version + 1 where e.organisation_id = $1 and e.person_id = $2 and not exists (select from enrolment o where o.cohort_id = e.cohort_id and o.person_id = $3)`,
      people,
    );
    await tx.query(
      `delete from waiting_place w where w.organisation_id = $1 and w.person_id = $2
         and (exists (select from waiting_place o where o.cohort_id = w.cohort_id and o.person_id = $3) or exists (select from enrolment e where e.cohort_id = w.cohort_id and e.person_id = $3 and e.state = 'active'))`,
      people,
    );
    await tx.query('update waiting_place set person_id = $3 where organisation_id = $1 and person_id = $2', people);
  }

  /** Whoever is erased sits nowhere any more: what was proves what was, what was to come is over. */
  async endAll(tx: Tx, organisationId: string, personId: string): Promise<void> {
    await tx.query(`update enrolment set state = 'withdrawn', state_since = app.now(), version = version + 1 where organisation_id = $1 and person_id = $2 and state in ('active', 'postponed')`, [organisationId, personId]);
    await tx.query('delete from waiting_place where organisation_id = $1 and person_id = $2', [organisationId, personId]);
  }
}
