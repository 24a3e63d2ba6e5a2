import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type ClosedDay, closedDays } from '../domain/closures.js';
import { ClosureStore } from '../persistence/closure.store.js';

/**
 * On which days a site is closed, for whoever plans ahead: public holidays, school holidays and what was entered, in one list. A partner's
 * site tells it to those to whom something there is lent, as the ledger refuses them on these days.
 */
@Injectable()
export class SiteClosures {
  constructor(private readonly store: ClosureStore) {}

  /** Days from `from` to `to`, both included, named in the reader's language. */
  async between(tx: Tx, site: { readonly id: string }, days: { readonly from: string; readonly to: string }): Promise<readonly ClosedDay[]> {
    return closedDays(await this.store.ofSite(tx, site.id, days.from, days.to), days.from, days.to, tx.actor.language);
  }
}
