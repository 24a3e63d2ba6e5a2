import { Actor, Database, type InvalidInput, isProblem, type NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type LastAdmin } from '../domain/erasure.js';
import { type LastManager } from '../domain/people.problems.js';
import { type PasswordRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { EraseKnownPerson } from './erase-known-person.js';
import { OwnErasure } from './own-erasure.js';
import { PasswordProof } from './password-proof.js';

export interface EraseMeInput {
  /** The account's address, typed: nobody erases himself with one wrong click. */
  readonly email: string;
  /** Left out by an account that has none. */
  readonly password?: string;
  readonly visitor: Visitor;
}

export interface ErasedMe {
  /** How many organisations forgot the person. */
  readonly organisations: number;
}

type Refusal = InvalidInput | PasswordRefused | TooManyAttempts | LastManager | LastAdmin | NotFound;

/**
 * The human erases himself: first every organisation that knows him forgets him, each in a transaction of its own as that organisation,
 * then the account and all sessions go. Cut short, it is simply asked for again: what is done stays done, and he is still signed in.
 */
@Injectable()
export class EraseMe {
  constructor(
    private readonly database: Database,
    private readonly own: OwnErasure,
    private readonly proof: PasswordProof,
    private readonly eraseKnown: EraseKnownPerson,
  ) {}

  async execute(actor: Actor, input: EraseMeInput): Promise<ErasedMe | Refusal> {
    const asked = await this.database.as(actor, (tx) => this.own.check(tx, input.email));
    if (isProblem(asked)) return asked;
    const { account, organisations } = asked;
    const refused = await this.proof.confirm(account, input.password, input.visitor);
    if (refused) return refused;
    for (const organisationId of organisations) {
      const system = Actor.system(organisationId, { requestId: actor.requestId });
      await this.database.as(system, (tx) => this.eraseKnown.execute(tx, { organisationId, personId: account.personId }, 'person'));
    }
    await this.database.as(actor, (tx) => this.own.finish(tx, account.personId));
    return { organisations: organisations.length };
  }
}
