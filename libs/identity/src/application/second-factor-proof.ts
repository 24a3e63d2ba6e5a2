import { Clock, hashToken, isProblem, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { recoveryCode, stepOfCode } from '../domain/second-factor.js';
import { type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import { Attempts } from './attempts.js';

export type CodeKind = 'app' | 'recovery';

/** What a recovery code is compared by; bound to the person, so that equal codes of two people are two digests. */
export function recoveryCodeHash(personId: string, plainCode: string): Buffer {
  return hashToken(`${personId} ${plainCode}`);
}

/** Whether a code of the authenticator app or a recovery code is good. Each works once; attempts are counted before. */
@Injectable()
export class SecondFactorProof {
  constructor(
    private readonly attempts: Attempts,
    private readonly factors: SecondFactorStore,
    private readonly clock: Clock,
  ) {}

  /** Uses the code up in the person's transaction. Undefined: refused. */
  async accept(tx: Tx, code: string): Promise<CodeKind | undefined> {
    const factor = await this.factors.find(tx);
    if (!factor?.active) return undefined;
    const step = stepOfCode(code, factor.secret, { now: this.clock.now(), afterStep: factor.lastStep });
    if (step !== undefined) return (await this.factors.acceptStep(tx, step)) ? 'app' : undefined;
    const recovery = recoveryCode(code);
    return recovery && (await this.factors.useRecoveryCode(tx, recoveryCodeHash(tx.actor.personId ?? '', recovery))) ? 'recovery' : undefined;
  }

  /** The time step of a first code, while the second factor is offered and not active yet. */
  async firstStep(tx: Tx, code: string): Promise<number | undefined> {
    const factor = await this.factors.find(tx);
    return factor && !factor.active ? stepOfCode(code, factor.secret, { now: this.clock.now(), afterStep: factor.lastStep }) : undefined;
  }

  /** Runs `work` with the attempt counted before, outside of any transaction, and given back when it succeeded. */
  async counted<T>(personId: string, visitor: Visitor, work: () => Promise<T>): Promise<T | TooManyAttempts> {
    const attempt = await this.attempts.begin('code', personId, visitor);
    if (isProblem(attempt)) return attempt;
    const answer = await work();
    if (!isProblem(answer)) await attempt.succeeded();
    return answer;
  }
}
