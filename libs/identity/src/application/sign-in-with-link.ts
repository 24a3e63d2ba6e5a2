import { Actor, Database, isProblem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountSuspended, LinkExpired, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SignInLinkStore } from '../persistence/sign-in-link.store.js';
import { CompleteSignIn, type SignedIn } from './complete-sign-in.js';
import { LinkProof } from './link-proof.js';

interface LinkInput {
  readonly token: string;
  readonly visitor: Visitor;
  readonly heldToken?: string;
  readonly requestId?: string;
}

/** Sign-in by a link that came by mail. The link proves the address; a second factor is owed all the same. */
@Injectable()
export class SignInWithLink {
  constructor(
    private readonly database: Database,
    private readonly proof: LinkProof,
    private readonly links: SignInLinkStore,
    private readonly completeSignIn: CompleteSignIn,
  ) {}

  async execute(input: LinkInput): Promise<SignedIn | LinkExpired | AccountSuspended | TooManyAttempts> {
    const link = await this.proof.of('link', input);
    if (isProblem(link)) return link;
    return this.database.as(Actor.person({ personId: link.personId, requestId: input.requestId }), async (tx) => {
      if (!(await this.links.use(tx, link.linkId))) return new LinkExpired();
      return this.completeSignIn.execute(tx, { way: 'link', visitor: input.visitor, heldToken: input.heldToken });
    });
  }
}
