import { hashToken, networkOf, newToken, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type SecondFactorState, sessionLifetime, type WayIn } from '../domain/session.js';
import { deviceLabel, type Visitor } from '../domain/visitor.js';
import { SessionStore } from '../persistence/session.store.js';

/** A session that was just opened. The token goes into the cookie and is kept nowhere else. */
export interface StartedSession {
  readonly id: string;
  readonly token: string;
  /** The latest instant at which it can still be alive; a week without use ends it sooner. */
  readonly expiresAt: Date;
  readonly secondFactor: SecondFactorState;
}

interface HowStarted {
  readonly way: WayIn;
  readonly secondFactor: SecondFactorState;
  readonly visitor: Visitor;
  readonly replaces?: string;
}

/**
 * Opens a session for the person as whom the transaction runs. The inner step of CompleteSignIn, which alone knows whether a second
 * factor is owed; nothing else calls it but tests.
 */
@Injectable()
export class StartSession {
  constructor(private readonly sessions: SessionStore) {}

  async execute(tx: Tx, personId: string, how: HowStarted): Promise<StartedSession> {
    const token = newToken();
    const stored = await this.sessions.insert(tx, {
      tokenHash: hashToken(token),
      personId,
      way: how.way,
      secondFactor: how.secondFactor,
      device: deviceLabel(how.visitor.userAgent),
      network: networkOf(how.visitor.address, { v4: 24, v6: 48 }),
      replaces: how.replaces,
      lifetimeMs: sessionLifetime(how.secondFactor),
    });
    return { ...stored, token, secondFactor: how.secondFactor };
  }
}
