import { Injectable } from '@nestjs/common';
import { type Actor, Database, foldHeading } from '@app/platform';
import { PlaceReads } from '../persistence/place.reads.js';

/** Sites by the names that stand in lists. */
@Injectable()
export class ImportSites {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceReads,
  ) {}

  async of(actor: Actor, organisationId: string): Promise<{ sites: ReadonlyMap<string, string>; foldSite: (name: string) => string }> {
    const sites = await this.database.as(actor, (tx) => this.places.sites(tx, organisationId, false));
    return { sites: new Map(sites.map((site) => [foldHeading(site.name), site.id])), foldSite: foldHeading };
  }
}
