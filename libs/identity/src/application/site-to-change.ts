import { NotAllowed, NotFound, StaleVersion, type Tx } from '@app/platform';
import { mayManageSites } from '../domain/organisation.policy.js';
import { type Site, type SiteStore } from '../persistence/site.store.js';

interface SiteChange {
  readonly siteId: string;
  readonly expectedVersion: number;
  readonly action: string;
}

/** The site under a lock, when the actor may change it and has seen its present version. */
export async function siteToChange(tx: Tx, sites: SiteStore, { siteId, expectedVersion, action }: SiteChange): Promise<Site | NotAllowed | NotFound | StaleVersion> {
  const site = await sites.lock(tx, siteId);
  if (!site) return new NotFound('site');
  if (!mayManageSites(tx.actor, site.organisationId)) return new NotAllowed(action);
  return site.version === expectedVersion ? site : new StaleVersion(expectedVersion, site.version);
}
