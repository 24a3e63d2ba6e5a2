import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, type NotAllowed, type NotFound, type StaleVersion } from '@app/platform';
import { fieldsGiven } from '../domain/fields-given.js';
import { type SiteFacts, siteFaults, tidySite } from '../domain/site.js';
import { type Site, SiteStore } from '../persistence/site.store.js';
import { Journal } from './journal.js';
import { siteToChange } from './site-to-change.js';

export interface UpdateSiteInput extends Partial<SiteFacts> {
  readonly siteId: string;
  readonly expectedVersion: number;
}

/** Changes a place; what is left out stays, null empties a field. */
@Injectable()
export class UpdateSite {
  constructor(
    private readonly database: Database,
    private readonly sites: SiteStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: UpdateSiteInput): Promise<Site | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    const { siteId, expectedVersion, ...wanted } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const site = await siteToChange(tx, this.sites, { siteId, expectedVersion, action: 'site.update' });
      if (isProblem(site)) return site;
      const changed = { ...site, ...fieldsGiven(wanted) };
      const faults = siteFaults(changed);
      if (faults.length > 0) return new InvalidInput(faults);
      const tidy = tidySite(changed);
      if (await this.sites.isNameTaken(tx, site, tidy.name)) return InvalidInput.at('name', 'name.taken', { name: tidy.name });
      const saved = await this.sites.save(tx, tidy);
      await this.journal.enter(tx, {
        organisationId: site.organisationId,
        subject: { kind: 'site', id: siteId },
        version: saved.version,
        kind: saved.zone === site.zone ? 'updated' : 'zone-changed',
        facts: { fields: Object.keys(fieldsGiven(wanted)) },
      });
      return saved;
    });
    return this.journal.refusals(actor, { kind: 'site', id: siteId }, answer);
  }
}
