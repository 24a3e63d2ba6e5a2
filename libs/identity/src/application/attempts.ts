import { networkOf } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ATTEMPT_SPAN_MINUTES, attemptKeys, type AttemptKind, attemptLimits } from '../domain/attempt-limits.js';
import { TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SignInReads } from '../persistence/sign-in.reads.js';

/** One attempt that was counted; `succeeded` gives it back. */
export interface Attempt {
  succeeded(): Promise<void>;
}

/** Counts attempts per account and per network in the database, before the work that they ask for; all replicas share the counts. */
@Injectable()
export class Attempts {
  constructor(private readonly reads: SignInReads) {}

  /** `account` is what was typed (an address) or an id; it need not exist. */
  async begin(kind: AttemptKind, account: string, visitor: Visitor): Promise<Attempt | TooManyAttempts> {
    const keys = attemptKeys(kind, account, networkOf(visitor.address, { v4: 32, v6: 64 }));
    const { account: perAccount, network } = attemptLimits[kind];
    const seconds = await this.reads.countAttempt(keys, [perAccount, network], ATTEMPT_SPAN_MINUTES);
    if (seconds > 0) return TooManyAttempts.forSeconds(seconds);
    return { succeeded: () => this.reads.forgiveAttempt(keys) };
  }
}
