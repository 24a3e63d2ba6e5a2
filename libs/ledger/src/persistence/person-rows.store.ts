import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';

/** One person of an organisation is somebody else from now on. */
export interface Renaming {
  readonly organisationId: string;
  readonly awayPersonId: string;
  readonly intoPersonId: string;
}

const STANDS_TWICE = `exists (select from app.busy(array[$3::uuid], r.during))`;
const TO_COME = `r.organisation_id = $1 and r.resource_id = $2 and upper(r.during) > app.now()`;

/** Rows of the present that hang on a person. What is over keeps the id under which it happened. */
@Injectable()
export class PersonRowsStore {
  /** Bookings to come of the one at a time when the other is taken too. */
  async standingTwice(tx: Tx, { organisationId, awayPersonId, intoPersonId }: Renaming): Promise<readonly { id: string; part: string; title: string | null; startsAt: Date }[]> {
    return tx.query(
      `select r.id, r.part, lower(r.during) as "startsAt",
         (select c.title from occurrence_card c where c.occurrence_id = r.occurrence_id order by c.language = $4 desc, c.language limit 1) as title
       from reservation r where ${TO_COME} and ${STANDS_TWICE} order by lower(r.during)`,
      [organisationId, awayPersonId, intoPersonId, tx.actor.language],
    );
  }

  /** Bookings to come go over: what stands twice yields, for learners and staff alike, until somebody mends it or the other one goes away. */
  async moveReservations(tx: Tx, renaming: Renaming): Promise<void> {
    const ids = [renaming.organisationId, renaming.awayPersonId, renaming.intoPersonId];
    await tx.query(`update reservation r set binding = false where ${TO_COME} and ${STANDS_TWICE}`, ids);
    await tx.query(`update reservation r set resource_id = $3 where ${TO_COME}`, ids);
    await tx.query(`update unavailability r set resource_id = $3 where ${TO_COME}`, ids);
  }

  /** Where both are listed already, one entry is enough. */
  async moveAttendance(tx: Tx, { organisationId, awayPersonId, intoPersonId }: Renaming): Promise<void> {
    const ids = [organisationId, awayPersonId, intoPersonId];
    const toCome = `a.organisation_id = $1 and a.person_id = $2 and exists (select from occurrence o where o.id = a.occurrence_id and o.ends_at > app.now())`;
    await tx.query(`delete from attendee a where ${toCome} and exists (select from attendee b where b.occurrence_id = a.occurrence_id and b.person_id = $3 and b.part = a.part)`, ids);
    await tx.query(`update attendee a set person_id = $3 where ${toCome}`, ids);
    await tx.query('delete from seat s where s.organisation_id = $1 and s.person_id = $2 and exists (select from seat t where t.pool_id = s.pool_id and t.person_id = $3)', ids);
    await tx.query('update seat set person_id = $3 where organisation_id = $1 and person_id = $2', ids);
  }

  /** Gives back bookings and places of the future, under the person's lock; answers the occurrences that he was listed for. */
  async takeBack(tx: Tx, { organisationId, personId }: { readonly organisationId: string; readonly personId: string }): Promise<readonly { id: string; version: number }[]> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))', [personId]);
    await tx.query(`delete from reservation r where ${TO_COME}`, [organisationId, personId]);
    return tx.query(
      `with gone as (
         delete from attendee a using occurrence o where a.organisation_id = $1 and a.person_id = $2 and o.id = a.occurrence_id and o.ends_at > app.now() returning a.occurrence_id)
       update occurrence set version = version + 1 where id in (select occurrence_id from gone) returning id, version`,
      [organisationId, personId],
    );
  }

  /** What the remaining person said himself stands; otherwise what was said in the other name is his. */
  async moveAvailability(tx: Tx, { organisationId, awayPersonId, intoPersonId }: Renaming): Promise<void> {
    const ids = [organisationId, awayPersonId, intoPersonId];
    await tx.query(
      `insert into availability (organisation_id, person_id, zone) select organisation_id, $3, zone from availability where organisation_id = $1 and person_id = $2
       on conflict on constraint availability_pk do nothing`,
      ids,
    );
    for (const table of ['availability_rule', 'availability_exception']) {
      await tx.query(`update ${table} r set person_id = $3 where organisation_id = $1 and person_id = $2 and (select version from availability a where a.organisation_id = $1 and a.person_id = $3) = 1
        and not exists (select from ${table} s where s.organisation_id = $1 and s.person_id = $3)`, ids);
    }
    await tx.query('delete from availability where organisation_id = $1 and person_id = $2', [organisationId, awayPersonId]);
  }
}
