import { type Actor, Database, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AddressChangeStore } from '../persistence/address-change.store.js';
import { type Me, MeReads } from '../persistence/me.reads.js';

/** The person signed in does not want the other address after all. */
@Injectable()
export class WithdrawAddressChange {
  constructor(
    private readonly database: Database,
    private readonly changes: AddressChangeStore,
    private readonly reads: MeReads,
  ) {}

  execute(actor: Actor): Promise<Me | NotFound> {
    return this.database.as(actor, async (tx) => {
      const withdrawn = await this.changes.withdraw(tx);
      return (withdrawn ? await this.reads.find(tx) : undefined) ?? new NotFound('address-change');
    });
  }
}
