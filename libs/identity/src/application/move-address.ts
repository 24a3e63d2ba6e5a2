import { isProblem, type Tx } from '@app/platform';
import { Recipients } from '@app/messages';
import { Injectable } from '@nestjs/common';
import { type AddressTaken } from '../domain/sign-in.problems.js';
import { AccountStore } from '../persistence/account.store.js';
import { AddressChangeStore } from '../persistence/address-change.store.js';
import { SignInLinkStore } from '../persistence/sign-in-link.store.js';

/** The account goes to another address: messages follow, and no link that was sent to the address before opens it any more. */
@Injectable()
export class MoveAddress {
  constructor(
    private readonly changes: AddressChangeStore,
    private readonly accounts: AccountStore,
    private readonly links: SignInLinkStore,
    private readonly recipients: Recipients,
  ) {}

  async execute(tx: Tx, email: string): Promise<AddressTaken | undefined> {
    const refused = await this.changes.moveTo(tx, email);
    if (isProblem(refused)) return refused;
    const account = await this.accounts.own(tx);
    if (!account) throw new Error('An account that was moved is not there.');
    await this.links.voidAll(tx);
    await this.recipients.put(tx, { personId: account.personId, address: email, language: account.language });
    return undefined;
  }
}
