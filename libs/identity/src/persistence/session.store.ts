import { type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type SecondFactorState, type WayIn } from '../domain/session.js';

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly way: WayIn;
  readonly secondFactor: SecondFactorState;
  readonly device: string;
  readonly network: string;
  /** Life from now in milliseconds, by the clock of the database. */
  readonly lifetimeMs: number;
}

const INSERT = `
  insert into session (token_hash, person_id, way, second_factor, device, network, expires_at)
  values ($1, $2, $3, $4, $5, $6, app.now() + $7 * interval '1 millisecond')
  returning id, expires_at as "expiresAt"`;

/** Sessions of the person for whom the transaction was opened; the database refuses those of others. */
@Injectable()
export class SessionStore {
  async insert(tx: Tx, session: NewSession): Promise<{ id: string; expiresAt: Date }> {
    const { tokenHash, personId, way, secondFactor, device, network, lifetimeMs } = session;
    const [row] = await tx.query<{ id: string; expiresAt: Date }>(INSERT, [tokenHash, personId, way, secondFactor, device, network, lifetimeMs]);
    if (!row) throw new Error('The session was not stored.');
    return row;
  }
}
