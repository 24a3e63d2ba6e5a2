import { hashToken, type Language, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountSuspended, type AddressTaken, LinkExpired } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SetupLinkStore } from '../persistence/setup-link.store.js';
import { Audit } from './audit.js';
import { CompleteSignIn, type SignedIn } from './complete-sign-in.js';
import { OpenAccount } from './open-account.js';

interface NewAdmin {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly language: Language;
  readonly visitor: Visitor;
  readonly heldToken?: string;
}

/** The inner half of AcceptSetupLink. */
@Injectable()
export class FirstAdmin {
  constructor(
    private readonly links: SetupLinkStore,
    private readonly openAccount: OpenAccount,
    private readonly completeSignIn: CompleteSignIn,
    private readonly audit: Audit,
  ) {}

  /** The id that the person will have, while the link is open. */
  async reserve(tx: Tx, token: string): Promise<string | undefined> {
    return (await this.links.isOpen(tx, hashToken(token))) ? this.links.newPersonId(tx) : undefined;
  }

  /** In a transaction of the person to be: person, account, right and session, all or nothing. */
  async execute(tx: Tx, admin: NewAdmin): Promise<SignedIn | LinkExpired | AddressTaken | AccountSuspended> {
    const { email, name, language, passwordHash } = admin;
    await this.links.insertOwnPerson(tx);
    const taken = await this.openAccount.execute(tx, { email, name, language, passwordHash, verified: false });
    if (taken) return taken;
    if (!(await this.links.accept(tx, hashToken(admin.token)))) return new LinkExpired();
    const personId = tx.actor.personId ?? '';
    await this.audit.record(tx, { action: 'platform-admin.granted', subject: { kind: 'person', id: personId }, personId });
    return this.completeSignIn.execute(tx, { way: 'setup', visitor: admin.visitor, heldToken: admin.heldToken });
  }
}
