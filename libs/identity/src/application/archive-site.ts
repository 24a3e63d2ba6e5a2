import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, type NotAllowed, type NotFound, type StaleVersion } from '@app/platform';
import { type Site, SiteStore } from '../persistence/site.store.js';
import { Journal } from './journal.js';
import { siteToChange } from './site-to-change.js';

export interface ArchiveSiteInput {
  readonly siteId: string;
  readonly expectedVersion: number;
  /** False takes the site out of the archive again. */
  readonly archived: boolean;
}

/** Puts a place away, so that nothing new is planned there, or takes it out again. What happened there stays. */
@Injectable()
export class ArchiveSite {
  constructor(
    private readonly database: Database,
    private readonly sites: SiteStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, { siteId, expectedVersion, archived }: ArchiveSiteInput): Promise<Site | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    const answer = await this.database.as(actor, async (tx) => {
      const site = await siteToChange(tx, this.sites, { siteId, expectedVersion, action: 'site.archive' });
      if (isProblem(site) || (site.archivedAt !== null) === archived) return site;
      if (!archived && (await this.sites.isNameTaken(tx, site, site.name))) return InvalidInput.at('name', 'name.taken', { name: site.name });
      const saved = await this.sites.setArchived(tx, site, archived);
      const subject = { kind: 'site', id: siteId };
      await this.journal.enter(tx, { organisationId: site.organisationId, subject, version: saved.version, kind: archived ? 'archived' : 'restored' });
      return saved;
    });
    return this.journal.refusals(actor, { kind: 'site', id: siteId }, answer);
  }
}
