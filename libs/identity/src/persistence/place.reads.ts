import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type Organisation, ORGANISATION_COLUMNS } from './organisation.store.js';
import { type Site } from './site.store.js';

const ORGANISATION = `select ${ORGANISATION_COLUMNS} from organisation where id = $1 and archived_at is null`;

const SITES = `select id, organisation_id as "organisationId", name, street, postal_code as "postalCode", city, country, directions, zone,
    hosted_by as "hostedBy", version, archived_at as "archivedAt"
  from site where organisation_id = $1 and ($2 or archived_at is null) order by archived_at is not null, name, id`;

@Injectable()
export class PlaceReads {
  async organisation(tx: Tx, id: string): Promise<Organisation | undefined> {
    return (await tx.query<Organisation>(ORGANISATION, [id]))[0];
  }

  sites(tx: Tx, organisationId: string, withArchived: boolean): Promise<readonly Site[]> {
    return tx.query<Site>(SITES, [organisationId, withArchived]);
  }
}
