import { Actor, Database, isProblem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AddressTaken, type LinkExpired, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { AddressConfirmed } from './address-confirmed.js';
import { AddressLink } from './address-link.js';

interface AddressLinkInput {
  readonly token: string;
  readonly visitor: Visitor;
  readonly requestId?: string;
}

/** The new mailbox answered: the account has its address from now on. Signs nobody in. */
@Injectable()
export class ConfirmAddressChange {
  constructor(
    private readonly database: Database,
    private readonly links: AddressLink,
    private readonly inside: AddressConfirmed,
  ) {}

  async execute(input: AddressLinkInput): Promise<{ email: string } | LinkExpired | AddressTaken | TooManyAttempts> {
    const link = await this.links.of('confirm', input);
    if (isProblem(link)) return link;
    return this.database.as(Actor.person({ personId: link.personId, requestId: input.requestId }), (tx) => this.inside.execute(tx, link.changeId));
  }
}
