import { type Actor, Database, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { toString as qrCode } from 'qrcode';
import { newSecret } from '../domain/second-factor.js';
import { type PasswordRefused, SecondFactorActive, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { AccountStore } from '../persistence/account.store.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import { PasswordProof } from './password-proof.js';

/** What the authenticator app reads. Shown once; nothing changes until a first code proves that the app has it. */
export interface SecondFactorOffer {
  /** Base32, to be typed where no camera is at hand. */
  readonly secret: string;
  /** otpauth:// address. */
  readonly uri: string;
  /** The same as a picture (SVG). */
  readonly qrCode: string;
}

/** Begins to set up a second factor. Asks for the password again, so that a screen left open is not enough to lock its owner out. */
@Injectable()
export class EnrolSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly proof: PasswordProof,
    private readonly factors: SecondFactorStore,
  ) {}

  async execute(actor: Actor, input: { password?: string; visitor: Visitor }): Promise<SecondFactorOffer | SecondFactorActive | PasswordRefused | TooManyAttempts | NotFound> {
    const account = await this.database.as(actor, (tx) => this.accounts.own(tx));
    if (!account) return new NotFound('account');
    const refused = await this.proof.confirm(account, input.password, input.visitor);
    if (refused) return refused;
    const { secret, uri } = newSecret(account.email);
    const kept = await this.database.as(actor, (tx) => this.factors.offer(tx, secret));
    return kept ? { secret, uri, qrCode: await qrCode(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }) } : new SecondFactorActive();
  }
}
