import { type Actor, Database, InvalidInput, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { passwordFaults } from '../domain/password-policy.js';
import { AccountStore, type OwnAccount } from '../persistence/account.store.js';
import { SignInLinkStore } from '../persistence/sign-in-link.store.js';
import { PasswordHasher } from './password-hasher.js';

/** A password that the policy accepted, ready to be stored. */
export interface ChosenPassword {
  readonly account: OwnAccount;
  readonly hash: string;
}

/** Checks and hashes a new password outside of a transaction, then stores it inside one. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly links: SignInLinkStore,
    private readonly hasher: PasswordHasher,
  ) {}

  /** `field`: where a fault of the password belongs in the input. */
  async prepare(actor: Actor, newPassword: string, field: string): Promise<ChosenPassword | InvalidInput> {
    const account = await this.database.as(actor, (tx) => this.accounts.own(tx));
    if (!account) throw new Error('A person without an account cannot choose a password.');
    const faults = passwordFaults(newPassword, account, field);
    return faults.length > 0 ? new InvalidInput(faults) : { account, hash: await this.hasher.hash(newPassword) };
  }

  /** No link that was sent for the old password opens the account any more. */
  async store(tx: Tx, chosen: ChosenPassword): Promise<void> {
    await this.accounts.changePassword(tx, chosen.hash);
    await this.links.voidAll(tx);
  }
}
