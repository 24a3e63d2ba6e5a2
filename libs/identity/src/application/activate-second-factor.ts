import { type Actor, Database, isProblem, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { newRecoveryCodes, recoveryCode } from '../domain/second-factor.js';
import { CodeRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import { RenewAfterChange } from './renew-after-change.js';
import { recoveryCodeHash, SecondFactorProof } from './second-factor-proof.js';
import { type StartedSession } from './start-session.js';

/** A second factor is active from now on. The codes are shown once. */
export interface SecondFactorActivated {
  readonly recoveryCodes: readonly string[];
  readonly session: StartedSession;
}

/** Activates the second factor with a first code of the app: this session gets a new id, all others end. */
@Injectable()
export class ActivateSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly proof: SecondFactorProof,
    private readonly factors: SecondFactorStore,
    private readonly renewal: RenewAfterChange,
  ) {}

  async execute(actor: Actor, input: { code: string; visitor: Visitor }): Promise<SecondFactorActivated | CodeRefused | TooManyAttempts | NotFound> {
    const { personId } = actor;
    if (!personId) return new NotFound('account');
    const codes = newRecoveryCodes();
    const hashes = codes.map((code) => recoveryCodeHash(personId, recoveryCode(code) ?? ''));
    return this.proof.counted(personId, input.visitor, () =>
      this.database.as(actor, async (tx) => {
        const step = await this.proof.firstStep(tx, input.code);
        if (step === undefined || !(await this.factors.activate(tx, step, hashes))) return new CodeRefused();
        const session = await this.renewal.execute(tx, { event: 'second-factor-activated', visitor: input.visitor });
        return isProblem(session) ? session : { recoveryCodes: codes, session };
      }),
    );
  }
}
