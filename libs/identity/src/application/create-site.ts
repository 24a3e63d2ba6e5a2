import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, type NotAllowed, type NotFound } from '@app/platform';
import { mayManageSites } from '../domain/organisation.policy.js';
import { refusal } from '../domain/refusal.js';
import { type SiteFacts, siteFaults, tidySite } from '../domain/site.js';
import { type Site, SiteStore } from '../persistence/site.store.js';
import { Journal } from './journal.js';

export interface CreateSiteInput extends SiteFacts {
  readonly organisationId: string;
}

/** Adds a place to an organisation. */
@Injectable()
export class CreateSite {
  constructor(
    private readonly database: Database,
    private readonly sites: SiteStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: CreateSiteInput): Promise<Site | NotAllowed | NotFound | InvalidInput> {
    const { organisationId } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayManageSites(actor, organisationId), action: 'site.create' });
      if (refused) return refused;
      const faults = siteFaults(input);
      if (faults.length > 0) return new InvalidInput(faults);
      const site = await this.sites.insert(tx, organisationId, tidySite(input));
      if (!site) return InvalidInput.at('name', 'name.taken', { name: input.name });
      await this.journal.enter(tx, { organisationId, subject: { kind: 'site', id: site.id }, version: site.version, kind: 'created' });
      return site;
    });
    return this.journal.refusals(actor, { organisationId, kind: 'site' }, answer);
  }
}
