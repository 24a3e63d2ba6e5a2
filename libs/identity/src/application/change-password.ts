import { type Actor, Database, type InvalidInput, isProblem, type NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type PasswordRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { ChoosePassword } from './choose-password.js';
import { PasswordProof } from './password-proof.js';
import { RenewAfterChange } from './renew-after-change.js';
import { type StartedSession } from './start-session.js';

interface ChangeInput {
  /** Left out by an account that has none yet. */
  readonly currentPassword?: string;
  readonly newPassword: string;
  readonly visitor: Visitor;
}

/** The person signed in chooses another password: this session gets a new id, all others end. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly proof: PasswordProof,
    private readonly passwords: ChoosePassword,
    private readonly renewal: RenewAfterChange,
  ) {}

  async execute(actor: Actor, input: ChangeInput): Promise<StartedSession | InvalidInput | PasswordRefused | TooManyAttempts | NotFound> {
    const chosen = await this.passwords.prepare(actor, input.newPassword, 'newPassword');
    if (isProblem(chosen)) return chosen;
    const refused = await this.proof.confirm(chosen.account, input.currentPassword, input.visitor);
    if (refused) return refused;
    return this.database.as(actor, async (tx) => {
      await this.passwords.store(tx, chosen);
      return this.renewal.execute(tx, { event: 'password-changed', visitor: input.visitor });
    });
  }
}
