import { isProblem, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AddressTaken, LinkExpired } from '../domain/sign-in.problems.js';
import { AddressChangeStore } from '../persistence/address-change.store.js';
import { SessionStore } from '../persistence/session.store.js';
import { AddressNotices } from './address-notices.js';
import { MoveAddress } from './move-address.js';

/** The inner half of ConfirmAddressChange: use the link up, move, end every session but the one that asked, tell the old mailbox. */
@Injectable()
export class AddressConfirmed {
  constructor(
    private readonly changes: AddressChangeStore,
    private readonly move: MoveAddress,
    private readonly sessions: SessionStore,
    private readonly notices: AddressNotices,
  ) {}

  async execute(tx: Tx, changeId: string): Promise<{ email: string } | LinkExpired | AddressTaken> {
    const change = await this.changes.confirm(tx, changeId);
    if (!change) return new LinkExpired();
    const refused = await this.move.execute(tx, change.newEmail);
    if (isProblem(refused)) return refused;
    await this.sessions.endAll(tx, tx.actor.personId ?? '', 'address-changed', change.sessionId ?? undefined);
    await this.notices.changed(tx, change);
    return { email: change.newEmail };
  }
}
