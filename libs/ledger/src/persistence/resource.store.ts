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

/** A room or piece of equipment of the organisation's own. */
export interface OwnResource {
  readonly id: string;
  readonly kind: Exclude<ResourceKind, 'person'>;
  readonly organisationId: string;
  readonly siteId: string;
  readonly name: string;
  readonly seats: number | null;
  readonly shared: boolean;
  readonly features: readonly string[];
  readonly version: number;
}

export type NewResource = Omit<OwnResource, 'id' | 'version'>;

const COLUMNS = 'id, kind, organisation_id as "organisationId", site_id as "siteId", name, seats, shared, features, version';

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

  async create(tx: Tx, resource: NewResource): Promise<OwnResource> {
    const { organisationId, kind, siteId, name, seats, shared, features } = resource;
    const [row] = await tx.query<OwnResource>(
      `insert into resource (organisation_id, kind, site_id, name, seats, shared, features) values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
      [organisationId, kind, siteId, name, seats, shared, features],
    );
    return row ?? missing('inserted');
  }

  async lock(tx: Tx, id: string): Promise<OwnResource | undefined> {
    const [row] = await tx.query<OwnResource>(`select ${COLUMNS} from resource where id = $1 and kind <> 'person' and archived_at is null for no key update`, [id]);
    return row;
  }

  async save(tx: Tx, resource: OwnResource): Promise<OwnResource> {
    const { id, siteId, name, seats, shared, features } = resource;
    const [row] = await tx.query<OwnResource>(
      `update resource set site_id = $2, name = $3, seats = $4, shared = $5, features = $6, version = version + 1 where id = $1 returning ${COLUMNS}`,
      [id, siteId, name, seats, shared, features],
    );
    return row ?? missing('saved');
  }

  async archive(tx: Tx, id: string): Promise<void> {
    await tx.query('update resource set archived_at = app.now(), version = version + 1 where id = $1', [id]);
  }

  /** True when another living thing of the site has this name already. */
  async isNameTaken(tx: Tx, resource: { readonly organisationId: string; readonly id?: string; readonly siteId: string; readonly name: string }): Promise<boolean> {
    const [row] = await tx.query<{ stands: boolean }>(
      `select exists (select from resource where organisation_id = $1 and site_id = $2 and lower(name) = lower($3) and archived_at is null and id is distinct from $4) as stands`,
      [resource.organisationId, resource.siteId, resource.name, resource.id ?? null],
    );
    return row?.stands ?? false;
  }

  async siteStands(tx: Tx, organisationId: string, siteId: string): Promise<boolean> {
    const [row] = await tx.query<{ stands: boolean }>('select exists (select from site where organisation_id = $1 and id = $2 and archived_at is null) as stands', [organisationId, siteId]);
    return row?.stands ?? false;
  }

  /** Takes the resource's lock of the ledger, so that no claim is on its way. */
  async lockInLedger(tx: Tx, id: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))', [id]);
  }

  /** What still stands on it: how much, and until when. */
  async upcoming(tx: Tx, id: string): Promise<{ readonly count: number; readonly until: Date | null }> {
    const [row] = await tx.query<{ count: number; until: Date | null }>(
      `select count(*)::int as count, max(upper(during)) as until from app.busy(array[$1::uuid], tstzrange(app.now(), '2100-01-01Z'))`,
      [id],
    );
    return row ?? { count: 0, until: null };
  }
}

function missing(verb: string): never {
  throw new Error(`A resource was ${verb} and not answered.`);
}
