import { Actor, Database, isProblem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AddressTaken, type LinkExpired, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { AddressLink } from './address-link.js';
import { AddressStopped } from './address-stopped.js';
import { SendSignInLink } from './send-sign-in-link.js';

interface AddressLinkInput {
  readonly token: string;
  readonly visitor: Visitor;
  readonly requestId?: string;
}

/**
 * The reader of the old mailbox says "not me": the old address stays or returns, everybody is signed out, and what came into the account
 * since the wish (password, second factor, providers) is of no use any more. A link for a new password is on its way to the old mailbox.
 */
@Injectable()
export class StopAddressChange {
  constructor(
    private readonly database: Database,
    private readonly links: AddressLink,
    private readonly inside: AddressStopped,
    private readonly sendLink: SendSignInLink,
  ) {}

  async execute(input: AddressLinkInput): Promise<{ email: string } | LinkExpired | AddressTaken | TooManyAttempts> {
    const link = await this.links.of('stop', input);
    if (isProblem(link)) return link;
    const { personId, changeId } = link;
    const stopped = await this.database.as(Actor.person({ personId, requestId: input.requestId }), (tx) => this.inside.execute(tx, changeId));
    if (!isProblem(stopped)) await this.sendLink.execute('reset', { personId, email: stopped.email }, { requestId: input.requestId });
    return stopped;
  }
}
