import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type ResourceKind } from '../domain/claim.js';

/** A room or piece of equipment that an organisation may book: its own, or one that was shared with it. */
export interface BookableThing {
  readonly id: string;
  readonly kind: Exclude<ResourceKind, 'person'>;
  readonly organisationId: string;
  readonly name: string;
  readonly siteId: string;
  readonly zone: string;
  readonly seats: number | null;
  readonly shared: boolean;
}

export interface Thing {
  readonly id: string;
  readonly kind: Exclude<ResourceKind, 'person'>;
  readonly siteId: string;
  readonly name: string;
  readonly seats: number | null;
  readonly shared: boolean;
  readonly features: readonly string[];
  readonly version: number;
}

export type NewThing = Omit<Thing, 'id' | 'version'>;

const COLUMNS = 'id, kind, site_id as "siteId", name, seats, shared, features, version';

@Injectable()
export class ResourceStore {
  /** Those of the ids that may be booked; the others do not exist for this organisation. */
  async bookable(tx: Tx, organisationId: string, ids: readonly string[]): Promise<readonly BookableThing[]> {
    return tx.query(
      `select id, kind, organisation_id as "organisationId", name, site_id as "siteId", zone, seats, shared
       from app.bookable_things($1, $2) where archived_at is null`,
      [organisationId, ids],
    );
  }

  async create(tx: Tx, organisationId: string, thing: NewThing): Promise<Thing> {
    const { kind, siteId, name, seats, shared, features } = thing;
    const [row] = await tx.query<Thing>(
      `insert into resource (organisation_id, kind, site_id, name, seats, shared, features) values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
      [organisationId, kind, siteId, name, seats, shared, features],
    );
    if (!row) throw new Error('A resource was inserted and not answered.');
    return row;
  }

  async lock(tx: Tx, organisationId: string, id: string): Promise<Thing | undefined> {
    const [row] = await tx.query<Thing>(
      `select ${COLUMNS} from resource where organisation_id = $1 and id = $2 and kind <> 'person' and archived_at is null for no key update`,
      [organisationId, id],
    );
    return row;
  }

  async update(tx: Tx, organisationId: string, thing: Thing): Promise<void> {
    const { id, siteId, name, seats, shared, features, version } = thing;
    await tx.query('update resource set site_id = $3, name = $4, seats = $5, shared = $6, features = $7, version = $8 where organisation_id = $1 and id = $2', [
      ...[organisationId, id, siteId, name, seats, shared, features, version],
    ]);
  }

  async archive(tx: Tx, organisationId: string, id: string): Promise<void> {
    await tx.query('update resource set archived_at = app.now(), version = version + 1 where organisation_id = $1 and id = $2', [organisationId, id]);
  }

  /** True when another living thing of the site has this name already. */
  async nameStands(tx: Tx, organisationId: string, thing: { readonly id?: string; readonly siteId: string; readonly name: string }): Promise<boolean> {
    const [row] = await tx.query<{ stands: boolean }>(
      `select exists (select from resource where organisation_id = $1 and site_id = $2 and lower(name) = lower($3) and archived_at is null and id is distinct from $4) as stands`,
      [organisationId, thing.siteId, thing.name, thing.id ?? null],
    );
    return row?.stands ?? false;
  }

  async siteStands(tx: Tx, organisationId: string, siteId: string): Promise<boolean> {
    const [row] = await tx.query<{ stands: boolean }>('select exists (select from site where organisation_id = $1 and id = $2 and archived_at is null) as stands', [organisationId, siteId]);
    return row?.stands ?? false;
  }

  /** Bookings that still rely on it: how many, and until when. */
  async upcoming(tx: Tx, id: string): Promise<{ readonly count: number; readonly until: Date | null }> {
    const [row] = await tx.query<{ count: number; until: Date | null }>(
      `select count(*)::int as count, max(upper(during)) as until from app.busy(array[$1::uuid], tstzrange(app.now(), '2100-01-01Z'))`,
      [id],
    );
    return row ?? { count: 0, until: null };
  }
}
