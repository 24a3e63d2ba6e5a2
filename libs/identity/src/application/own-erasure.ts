import { InvalidInput, Jobs, NotFound, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { LastAdmin } from '../domain/erasure.js';
import { LastManager } from '../domain/people.problems.js';
import { AccountStore, type OwnAccount } from '../persistence/account.store.js';
import { PeopleStore } from '../persistence/people.store.js';
import { PrivacyStore } from '../persistence/privacy.store.js';
import { blotMentionsJob } from './blot-mentions.job.js';
import { noteErasureJob } from './note-erasure.job.js';

interface AskedErasure {
  readonly account: OwnAccount;
  readonly organisations: readonly string[];
}

/** The two ends of a person's erasure of himself: may it be, and the account. */
@Injectable()
export class OwnErasure {
  constructor(
    private readonly accounts: AccountStore,
    private readonly people: PeopleStore,
    private readonly store: PrivacyStore,
    private readonly jobs: Jobs,
  ) {}

  async check(tx: Tx, email: string): Promise<AskedErasure | InvalidInput | LastManager | LastAdmin | NotFound> {
    const account = await this.accounts.own(tx);
    if (!account) return new NotFound('account');
    if (email.trim().toLowerCase() !== account.email.toLowerCase()) return InvalidInput.at('email', 'erase.other-address');
    const managed = tx.actor.memberships.filter(({ role }) => role === 'manager');
    for (const { organisationId } of managed) {
      if ((await this.people.otherManagers(tx, { organisationId, personId: account.personId })) === 0) return new LastManager();
    }
    if (await this.store.isLastAdmin(tx)) return new LastAdmin();
    return { account, organisations: await this.store.knownIn(tx) };
  }

  async hasAccount(tx: Tx): Promise<boolean> {
    return (await this.accounts.own(tx)) !== undefined;
  }

  /** Account, ways of signing in and sessions; what was sent without any organisation. */
  async finish(tx: Tx, personId: string, { isNoted = false } = {}): Promise<void> {
    const erasureId = await this.store.erase(tx, personId);
    if (!erasureId) return;
    await this.jobs.put(tx, blotMentionsJob, { erasureId });
    if (!isNoted) await this.jobs.put(tx, noteErasureJob, { erasureId, personId });
  }
}
