import { isProblem, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AddressTaken, LinkExpired } from '../domain/sign-in.problems.js';
import { AddressChangeStore } from '../persistence/address-change.store.js';
import { SessionStore } from '../persistence/session.store.js';
import { AddressNotices } from './address-notices.js';
import { MoveAddress } from './move-address.js';

/** The inner half of StopAddressChange: back to the old address, and no way in is left that the other one could use. */
@Injectable()
export class AddressStopped {
  constructor(
    private readonly changes: AddressChangeStore,
    private readonly move: MoveAddress,
    private readonly sessions: SessionStore,
    private readonly notices: AddressNotices,
  ) {}

  async execute(tx: Tx, changeId: string): Promise<{ email: string } | LinkExpired | AddressTaken> {
    const change = await this.changes.stop(tx, changeId);
    if (!change) return new LinkExpired();
    const refused = await this.move.execute(tx, change.oldEmail);
    if (isProblem(refused)) return refused;
    await this.changes.closeWaysSince(tx, change.id);
    await this.sessions.endAll(tx, tx.actor.personId ?? '', 'address-stopped');
    await this.notices.stopped(tx, change);
    return { email: change.oldEmail };
  }
}
