import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type ClosedDay, closedDays } from '../domain/closures.js';
import { ClosureStore } from '../persistence/closure.store.js';

/** On which days a site is closed, for whoever plans ahead: public holidays, school holidays and what was entered, in one list. */
@Injectable()
export class SiteClosures {
  constructor(private readonly store: ClosureStore) {}

  /** Days from `from` to `to`, both included, named in the reader's language. */
  async between(tx: Tx, site: { readonly organisationId: string; readonly id: string }, days: { readonly from: string; readonly to: string }): Promise<readonly ClosedDay[]> {
    const calendars = await this.store.list(tx, site.organisationId, days.from, days.to);
    return closedDays(calendars.filter(({ siteIds }) => siteIds.includes(site.id)), days.from, days.to, tx.actor.language);
  }
}
