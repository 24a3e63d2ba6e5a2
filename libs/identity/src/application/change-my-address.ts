import { type Actor, Database, InvalidInput, isProblem, mailAddress, type NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type PasswordRefused, type SignInAgain, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { AddressLink } from './address-link.js';
import { AskForAddress } from './ask-for-address.js';
import { OwnerProof } from './owner-proof.js';

export interface ChangeMyAddressInput {
  readonly email: string;
  /** Left out by an account that has none; then the sign-in has to be fresh. */
  readonly password?: string;
  readonly visitor: Visitor;
}

type Refusal = InvalidInput | PasswordRefused | SignInAgain | TooManyAttempts | NotFound;

/**
 * The person signed in wants another address for the account. Nothing changes until the new mailbox answers. The answer is the same
 * whether or not somebody has that address: that is found out only when the mail leaves, and told only in that mailbox.
 */
@Injectable()
export class ChangeMyAddress {
  constructor(
    private readonly database: Database,
    private readonly proof: OwnerProof,
    private readonly links: AddressLink,
    private readonly ask: AskForAddress,
  ) {}

  async execute(actor: Actor, input: ChangeMyAddressInput): Promise<{ sentTo: string } | Refusal> {
    const newEmail = mailAddress(input.email);
    if (!newEmail) return InvalidInput.at('email', 'email.malformed');
    const account = await this.proof.of(actor, input);
    if (isProblem(account)) return account;
    if (account.email.toLowerCase() === newEmail.toLowerCase()) return InvalidInput.at('email', 'email.unchanged');
    const tooMany = await this.links.countMails([account.personId, newEmail], input.visitor);
    if (tooMany) return tooMany;
    await this.database.as(actor, (tx) => this.ask.execute(tx, { oldEmail: account.email, newEmail }));
    return { sentTo: newEmail };
  }
}
