import { type Actor, Database, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CodeRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import { RenewAfterChange } from './renew-after-change.js';
import { SecondFactorProof } from './second-factor-proof.js';
import { type StartedSession } from './start-session.js';

/** Removes the second factor with one of its codes: this session gets a new id, all others end. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly proof: SecondFactorProof,
    private readonly factors: SecondFactorStore,
    private readonly renewal: RenewAfterChange,
  ) {}

  async execute(actor: Actor, input: { code: string; visitor: Visitor }): Promise<StartedSession | CodeRefused | TooManyAttempts | NotFound> {
    if (!actor.personId) return new NotFound('account');
    return this.proof.counted(actor.personId, input.visitor, () =>
      this.database.as(actor, async (tx) => {
        if (!(await this.proof.accept(tx, input.code))) return new CodeRefused();
        await this.factors.remove(tx);
        return this.renewal.execute(tx, { event: 'second-factor-removed', visitor: input.visitor });
      }),
    );
  }
}
