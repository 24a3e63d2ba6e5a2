import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type SiteFacts } from '../domain/site.js';

export interface Site extends SiteFacts {
  readonly id: string;
  readonly organisationId: string;
  readonly version: number;
  readonly archivedAt: Date | null;
}

const COLUMNS = `id, organisation_id as "organisationId", name, street, postal_code as "postalCode", city, country, directions, zone,
  hosted_by as "hostedBy", version, archived_at as "archivedAt"`;

@Injectable()
export class SiteStore {
  /** Undefined when a standing site of the organisation has this name already. */
  async insert(tx: Tx, organisationId: string, facts: SiteFacts): Promise<Site | undefined> {
    const [row] = await tx.query<Site>(
      `insert into site (organisation_id, name, street, postal_code, city, country, directions, zone, hosted_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (organisation_id, name) where archived_at is null do nothing returning ${COLUMNS}`,
      [organisationId, ...values(facts)],
    );
    return row;
  }

  async lock(tx: Tx, id: string): Promise<Site | undefined> {
    const [row] = await tx.query<Site>(`select ${COLUMNS} from site where id = $1 for no key update`, [id]);
    return row;
  }

  async isNameTaken(tx: Tx, site: Site, name: string): Promise<boolean> {
    const rows = await tx.query('select from site where organisation_id = $1 and name = $2 and id <> $3 and archived_at is null', [site.organisationId, name, site.id]);
    return rows.length > 0;
  }

  async save(tx: Tx, site: Site): Promise<Site> {
    const [row] = await tx.query<Site>(
      `update site set name = $2, street = $3, postal_code = $4, city = $5, country = $6, directions = $7, zone = $8, hosted_by = $9,
         version = version + 1 where id = $1 returning ${COLUMNS}`,
      [site.id, ...values(site)],
    );
    if (!row) throw new Error(`Site ${site.id} vanished under its lock.`);
    return row;
  }

  async setArchived(tx: Tx, site: Site, archived: boolean): Promise<Site> {
    const [row] = await tx.query<Site>(
      `update site set archived_at = case when $2 then app.now() end, version = version + 1 where id = $1 returning ${COLUMNS}`,
      [site.id, archived],
    );
    if (!row) throw new Error(`Site ${site.id} vanished under its lock.`);
    return row;
  }
}

const values = (facts: SiteFacts): readonly unknown[] => [
  facts.name,
  facts.street ?? null,
  facts.postalCode ?? null,
  facts.city ?? null,
  facts.country,
  facts.directions ?? null,
  facts.zone,
  facts.hostedBy ?? null,
];
