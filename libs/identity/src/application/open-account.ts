import { type Language, type Tx } from '@app/platform';
import { Recipients } from '@app/messages';
import { Injectable } from '@nestjs/common';
import { type AddressTaken } from '../domain/sign-in.problems.js';
import { AccountStore } from '../persistence/account.store.js';

export interface NewAccount {
  /** Checked by mailAddress before. */
  readonly email: string;
  /** Whether the human proved that he reads this mail (the link of an invitation). */
  readonly verified: boolean;
  readonly name: string | null;
  readonly language: Language;
  /** A password that the policy accepted and PasswordHasher hashed; null for those who sign in otherwise. */
  readonly passwordHash: string | null;
}

/** Gives the person for whom the transaction runs a way to sign in, and tells messages where he is reached. */
@Injectable()
export class OpenAccount {
  constructor(
    private readonly accounts: AccountStore,
    private readonly recipients: Recipients,
  ) {}

  async execute(tx: Tx, account: NewAccount): Promise<AddressTaken | undefined> {
    const taken = await this.accounts.insert(tx, account);
    if (taken) return taken;
    await this.recipients.put(tx, { personId: tx.actor.personId ?? '', address: account.email, language: account.language });
    return undefined;
  }
}
