import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf, type Tx } from '@app/platform';

export interface ListedResource {
  readonly id: string;
  readonly kind: 'room' | 'equipment';
  readonly name: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly seats: number | null;
  readonly shared: boolean;
  readonly features: readonly string[];
  readonly version: number;
}

/** A room or piece of equipment of another organisation that may be booked. */
export interface LentThing extends Pick<ListedResource, 'id' | 'kind' | 'name' | 'siteName' | 'seats'> {
  readonly ownerName: string;
}

export interface ResourceFilter {
  readonly organisationId: string;
  readonly kind: 'room' | 'equipment';
  readonly siteId?: string;
}

@Injectable()
export class ResourceReads {
  /** Rooms or equipment of an organisation by site and name. Cursor: site name, name, id. */
  async list(tx: Tx, filter: ResourceFilter, page: PageRequest): Promise<Page<ListedResource>> {
    const [siteName, name, id] = page.after ?? [];
    const rows = await tx.query<ListedResource>(
      `select r.id, r.kind, r.name, r.site_id as "siteId", s.name as "siteName", r.seats, r.shared, r.features, r.version
       from resource r join site s on s.organisation_id = r.organisation_id and s.id = r.site_id
       where r.organisation_id = $1 and r.kind = $2 and r.archived_at is null and ($3::uuid is null or r.site_id = $3)
         and ($4::text is null or (s.name, r.name, r.id) > ($4, $5::text, $6::uuid))
       order by s.name, r.name, r.id limit $7`,
      [filter.organisationId, filter.kind, filter.siteId ?? null, siteName ?? null, name ?? null, id ?? null, page.first + 1],
    );
    return pageOf(rows, page.first);
  }

  /** What others let the organisation book, by owner, site and name. */
  lent(tx: Tx, organisationId: string): Promise<readonly LentThing[]> {
    return tx.query<LentThing>('select id, kind, name, seats, site_name as "siteName", owner_name as "ownerName" from app.lent_things($1)', [organisationId]);
  }
}
