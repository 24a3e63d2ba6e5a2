import { Actor, Database, isProblem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountSuspended, type LinkExpired, type OtherBrowser, type ProviderRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { type SignedIn } from './complete-sign-in.js';
import { LinkConfirmed } from './link-confirmed.js';
import { LinkProof } from './link-proof.js';

interface ConfirmLinkInput {
  /** From the mail. */
  readonly token: string;
  /** From the cookie of the browser that was at the provider. */
  readonly browserToken?: string;
  readonly visitor: Visitor;
  readonly heldToken?: string;
  readonly requestId?: string;
}

/** The human confirms in his mail that he is this user of the provider: linked and signed in. A second factor is owed all the same. */
@Injectable()
export class ConfirmProviderLink {
  constructor(
    private readonly database: Database,
    private readonly proof: LinkProof,
    private readonly inside: LinkConfirmed,
  ) {}

  async execute(input: ConfirmLinkInput): Promise<SignedIn | LinkExpired | OtherBrowser | ProviderRefused | AccountSuspended | TooManyAttempts> {
    const link = await this.proof.of('provider', input);
    if (isProblem(link)) return link;
    const actor = Actor.person({ personId: link.personId, requestId: input.requestId });
    return this.database.as(actor, (tx) => this.inside.execute(tx, { ...input, linkId: link.linkId }));
  }
}
