import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type SeatClass } from '../domain/seat-rule.js';

export interface LockedPool {
  readonly classes: Map<string, SeatClass>;
  /** Class by person, of seats that are taken and of offers that still stand. */
  readonly seated: Map<string, string>;
}

@Injectable()
export class SeatStore {
  async setPool(tx: Tx, pool: { readonly organisationId: string; readonly subject: { readonly kind: string; readonly id: string }; readonly classes: Readonly<Record<string, number>> }): Promise<string> {
    const { organisationId, subject, classes } = pool;
    const [row] = await tx.query<{ id: string }>(
      `insert into seat_pool (organisation_id, subject_kind, subject_id) values ($1, $2, $3)
       on conflict on constraint seat_pool_subject_uq do update set version = seat_pool.version + 1 returning id`,
      [organisationId, subject.kind, subject.id],
    );
    const poolId = row?.id ?? '';
    await tx.query(
      `insert into seat_class (organisation_id, pool_id, name, capacity) select $1, $2, c.key, c.value::int from jsonb_each_text($3::jsonb) c
       on conflict on constraint seat_class_pk do update set capacity = excluded.capacity`,
      [organisationId, poolId, JSON.stringify(classes)],
    );
    return poolId;
  }

  /** Locks pools in the order of their ids, forgets offers whose time is up, then counts: never before the lock. */
  async lock(tx: Tx, organisationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, LockedPool>> {
    const pools = await tx.query<{ id: string }>('select id from seat_pool where organisation_id = $1 and id = any ($2) order by id for update', [organisationId, ids]);
    await tx.query('delete from seat where organisation_id = $1 and pool_id = any ($2) and expires_at <= app.now()', [organisationId, ids]);
    const classes = await tx.query<SeatClass & { poolId: string; people: readonly string[] }>(
      `select c.pool_id as "poolId", c.name, c.capacity, count(s.person_id)::int as taken, coalesce(array_agg(s.person_id) filter (where s.person_id is not null), '{}') as people
       from seat_class c left join seat s on s.pool_id = c.pool_id and s.class = c.name
       where c.organisation_id = $1 and c.pool_id = any ($2) group by c.pool_id, c.name, c.capacity order by c.name`,
      [organisationId, ids],
    );
    const ofPool = (id: string): typeof classes => classes.filter((each) => each.poolId === id);
    return new Map(
      pools.map(({ id }) => [
        id,
        {
          classes: new Map(ofPool(id).map(({ name, capacity, taken }) => [name, { name, capacity, taken }])),
          seated: new Map(ofPool(id).flatMap(({ name, people }) => people.map((personId) => [personId, name] as const))),
        },
      ]),
    );
  }

  async write(tx: Tx, organisationId: string, seats: readonly { readonly poolId: string; readonly personId: string; readonly class: string; readonly offeredUntil?: Date }[]): Promise<void> {
    await tx.query(
      `insert into seat (organisation_id, pool_id, person_id, class, state, expires_at)
       select $1, s."poolId", s."personId", s.class, case when s."offeredUntil" is null then 'taken' else 'offered' end, s."offeredUntil"
       from jsonb_to_recordset($2::jsonb) as s("poolId" uuid, "personId" uuid, class text, "offeredUntil" timestamptz)
       on conflict on constraint seat_pk do update set state = excluded.state, expires_at = excluded.expires_at where seat.state = 'offered'`,
      [organisationId, JSON.stringify(seats)],
    );
  }

  async remove(tx: Tx, organisationId: string, seats: readonly { readonly poolId: string; readonly personId: string }[]): Promise<number> {
    const removed = await tx.query(
      `delete from seat s using jsonb_to_recordset($2::jsonb) as x("poolId" uuid, "personId" uuid)
       where s.organisation_id = $1 and s.pool_id = x."poolId" and s.person_id = x."personId" returning s.person_id`,
      [organisationId, JSON.stringify(seats)],
    );
    return removed.length;
  }
}
