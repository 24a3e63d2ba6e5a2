import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';

export interface TravelTime {
  readonly fromSiteId: string;
  readonly toSiteId: string;
  readonly minutes: number;
}

@Injectable()
export class TravelTimeStore {
  /** Sets the given ways; no minutes removes one. */
  async set(tx: Tx, organisationId: string, ways: readonly TravelTime[]): Promise<void> {
    for (const { fromSiteId, toSiteId, minutes } of ways) {
      if (minutes === 0) {
        await tx.query('delete from travel_time where organisation_id = $1 and from_site_id = $2 and to_site_id = $3', [organisationId, fromSiteId, toSiteId]);
      } else {
        await tx.query(
          `insert into travel_time (organisation_id, from_site_id, to_site_id, minutes) values ($1, $2, $3, $4)
           on conflict on constraint travel_time_pk do update set minutes = excluded.minutes`,
          [organisationId, fromSiteId, toSiteId, minutes],
        );
      }
    }
  }

  async list(tx: Tx, organisationId: string): Promise<readonly TravelTime[]> {
    return tx.query(
      `select t.from_site_id as "fromSiteId", t.to_site_id as "toSiteId", t.minutes from travel_time t
       join site a on a.id = t.from_site_id join site b on b.id = t.to_site_id
       where t.organisation_id = $1 and a.archived_at is null and b.archived_at is null order by a.name, b.name`,
      [organisationId],
    );
  }
}
