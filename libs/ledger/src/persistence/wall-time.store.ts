import { Injectable } from '@nestjs/common';
import { type Tx, type WallTime } from '@app/platform';
import { rangeLiteral, type TimeRange } from '../domain/time-range.js';
import { type Written, type WrittenAbsence } from '../domain/wall-times.js';

export interface WrittenOccurrence extends Written {
  readonly id: string;
  readonly version: number;
  /** How much of the ledger it takes. */
  readonly claims: number;
}

export interface StandingWrittenAbsence extends WrittenAbsence {
  readonly id: string;
}

const TO_COME = `
  select o.id, o.version, o.starts_at as "from", o.ends_at as "to", o.local_date::text as "localDate", to_char(o.local_time, 'HH24:MI') as "localTime", o.zone,
    (select count(*)::int from reservation r where r.occurrence_id = o.id) as claims
  from occurrence o
  where o.organisation_id = $1 and o.starts_at > app.now() and o.state in ('tentative', 'planned') and (o.starts_at, o.id) > ($2::timestamptz, $3::uuid)
  order by o.starts_at, o.id limit $4`;

const ABSENCES = `
  select u.id, lower(u.during) as "from", upper(u.during) as "to",
    json_build_object('date', u.from_date, 'time', to_char(u.from_time, 'HH24:MI'), 'zone', u.zone) as "start",
    json_build_object('date', u.to_date, 'time', to_char(u.to_time, 'HH24:MI'), 'zone', u.zone) as "end"
  from unavailability u
  where u.organisation_id = $1 and u.zone is not null and upper(u.during) > app.now() order by u.id`;

/** What is still to come, by the wall clock that it was planned by. */
@Injectable()
export class WallTimeStore {
  toCome(tx: Tx, organisationId: string, after: { readonly from: Date; readonly id: string } | undefined, most: number): Promise<readonly WrittenOccurrence[]> {
    return tx.query(TO_COME, [organisationId, after?.from ?? '-infinity', after?.id ?? '00000000-0000-0000-0000-000000000000', most]);
  }

  async absences(tx: Tx, organisationId: string): Promise<readonly StandingWrittenAbsence[]> {
    return tx.query<Omit<StandingWrittenAbsence, 'start' | 'end'> & { start: WallTime; end: WallTime }>(ABSENCES, [organisationId]);
  }

  /** False when it was changed or taken back meanwhile. */
  async moveAbsence(tx: Tx, organisationId: string, absence: StandingWrittenAbsence, during: TimeRange): Promise<boolean> {
    const moved = await tx.query('update unavailability set during = $4, version = version + 1 where organisation_id = $1 and id = $2 and during = $3 returning id', [
      ...[organisationId, absence.id, rangeLiteral(absence), rangeLiteral(during)],
    ]);
    return moved.length > 0;
  }

  async organisations(tx: Tx): Promise<readonly string[]> {
    return (await tx.query<{ id: string }>('select app.organisations_with_plans() as id')).map(({ id }) => id);
  }

  /** Whether these rules are newer than all by which instants were computed before. */
  async adopt(tx: Tx, version: string): Promise<boolean> {
    const [row] = await tx.query<{ adopted: boolean }>('select app.adopt_zone_rules($1) as adopted', [version]);
    return row?.adopted ?? false;
  }
}
