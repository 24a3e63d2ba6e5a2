import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type AvailabilityPlan } from '../domain/availability.js';

@Injectable()
export class AvailabilityStore {
  /** The version that stands, under its lock; 0 where nothing was said yet. */
  async lock(tx: Tx, organisationId: string, personId: string): Promise<number> {
    const [row] = await tx.query<{ version: number }>('select version from availability where organisation_id = $1 and person_id = $2 for update', [organisationId, personId]);
    return row?.version ?? 0;
  }

  /** Replaces everything that was said; undefined when somebody else said something first at the same time. */
  async replace(tx: Tx, key: { readonly organisationId: string; readonly personId: string; readonly version: number }, plan: AvailabilityPlan): Promise<number | undefined> {
    const { organisationId, personId, version } = key;
    const [head] = await tx.query<{ version: number }>(
      `insert into availability (organisation_id, person_id, zone) values ($1, $2, $3)
       on conflict on constraint availability_pk do update set zone = excluded.zone, version = availability.version + 1 where availability.version = $4 returning version`,
      [organisationId, personId, plan.zone, version],
    );
    if (!head) return undefined;
    await tx.query('delete from availability_rule where organisation_id = $1 and person_id = $2', [organisationId, personId]);
    await tx.query('delete from availability_exception where organisation_id = $1 and person_id = $2', [organisationId, personId]);
    await tx.query(
      `insert into availability_rule (organisation_id, person_id, weekday, opens, closes, from_date, until_date) select $1, $2, r.weekday, r.opens, r.closes, r."fromDate", r."untilDate"
       from jsonb_to_recordset($3::jsonb) as r(weekday int, opens time, closes time, "fromDate" date, "untilDate" date)`,
      [organisationId, personId, JSON.stringify(plan.weekly)],
    );
    await tx.query(
      `insert into availability_exception (organisation_id, person_id, on_date, opens, closes) select $1, $2, e.date, e.opens, e.closes
       from jsonb_to_recordset($3::jsonb) as e(date date, opens time, closes time)`,
      [organisationId, personId, JSON.stringify(plan.exceptions)],
    );
    return head.version;
  }

  async read(tx: Tx, organisationId: string, personId: string): Promise<(AvailabilityPlan & { readonly version: number }) | undefined> {
    const [row] = await tx.query<AvailabilityPlan & { version: number }>(
      `select a.zone, a.version,
         (select coalesce(json_agg(json_build_object('weekday', r.weekday, 'opens', left(r.opens::text, 5), 'closes', left(r.closes::text, 5), 'fromDate', r.from_date, 'untilDate', r.until_date)
            order by r.weekday, r.opens), '[]') from availability_rule r where r.organisation_id = a.organisation_id and r.person_id = a.person_id) as weekly,
         (select coalesce(json_agg(json_build_object('date', e.on_date, 'opens', left(e.opens::text, 5), 'closes', left(e.closes::text, 5)) order by e.on_date, e.opens), '[]')
            from availability_exception e where e.organisation_id = a.organisation_id and e.person_id = a.person_id) as exceptions
       from availability a where a.organisation_id = $1 and a.person_id = $2`,
      [organisationId, personId],
    );
    return row;
  }
}
