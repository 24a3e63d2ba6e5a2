import { Actor, Database, type Fault, InvalidInput, isProblem, type Language, mailAddress } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { textFaults, tidyLine } from '../domain/entered-text.js';
import { passwordFaults } from '../domain/password-policy.js';
import { type AccountSuspended, type AddressTaken, LinkExpired, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { Attempts } from './attempts.js';
import { type SignedIn } from './complete-sign-in.js';
import { FirstAdmin } from './first-admin.js';
import { PasswordHasher } from './password-hasher.js';

export interface AcceptSetupLinkInput {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
  readonly visitor: Visitor;
  readonly heldToken?: string;
  readonly requestId?: string;
}

/** Makes the person who holds the set-up link the first platform admin and signs him in. Works once, and only while there is none. */
@Injectable()
export class AcceptSetupLink {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly hasher: PasswordHasher,
    private readonly firstAdmin: FirstAdmin,
  ) {}

  async execute(input: AcceptSetupLinkInput): Promise<SignedIn | InvalidInput | LinkExpired | AddressTaken | TooManyAttempts | AccountSuspended> {
    const attempt = await this.attempts.begin('token', 'setup', input.visitor);
    if (isProblem(attempt)) return attempt;
    const personId = await this.database.as(Actor.anonymous(), (tx) => this.firstAdmin.reserve(tx, input.token));
    if (!personId) return new LinkExpired();
    await attempt.succeeded();
    const faults = setupFaults(input);
    if (faults.length > 0) return new InvalidInput(faults);
    const admin = { ...input, email: mailAddress(input.email) ?? '', name: tidyLine(input.name), passwordHash: await this.hasher.hash(input.password) };
    return this.database.as(Actor.person({ personId, language: input.language, requestId: input.requestId }), (tx) => this.firstAdmin.execute(tx, admin));
  }
}

function setupFaults({ name, email, password }: AcceptSetupLinkInput): readonly Fault[] {
  const address = mailAddress(email) ? [] : [{ field: 'email', reason: 'email.malformed' }];
  return [...textFaults(name, { field: 'name', max: 200, required: true }), ...address, ...passwordFaults(password, { email, name })];
}
