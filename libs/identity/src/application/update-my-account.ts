import { type Actor, Database, InvalidInput, type Language, NotFound, StaleVersion } from '@app/platform';
import { Recipients } from '@app/messages';
import { Injectable } from '@nestjs/common';
import { textFaults, tidyLine } from '../domain/entered-text.js';
import { AccountStore } from '../persistence/account.store.js';
import { type Me, MeReads } from '../persistence/me.reads.js';

interface MyAccountInput {
  readonly name: string;
  readonly language: Language;
  readonly expectedVersion: number;
}

/** The person signed in changes how he is called and in which language he reads; messages follow. */
@Injectable()
export class UpdateMyAccount {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly reads: MeReads,
    private readonly recipients: Recipients,
  ) {}

  async execute(actor: Actor, input: MyAccountInput): Promise<Me | InvalidInput | StaleVersion | NotFound> {
    const faults = textFaults(input.name, { field: 'name', max: 200, required: true });
    if (faults.length > 0) return new InvalidInput(faults);
    return this.database.as(actor, async (tx) => {
      const before = await this.reads.find(tx);
      if (!before) return new NotFound('account');
      const changed = await this.accounts.describe(tx, { ...input, name: tidyLine(input.name) });
      if (!changed) return new StaleVersion(input.expectedVersion, before.version);
      await this.recipients.put(tx, { personId: before.personId, address: before.email, language: input.language });
      return (await this.reads.find(tx)) ?? new NotFound('account');
    });
  }
}
