import { type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AddressChangeStore } from '../persistence/address-change.store.js';
import { AddressNotices } from './address-notices.js';

/** The inner half of ChangeMyAddress: keep the wish, ask the new mailbox, tell the old one. */
@Injectable()
export class AskForAddress {
  constructor(
    private readonly changes: AddressChangeStore,
    private readonly notices: AddressNotices,
  ) {}

  async execute(tx: Tx, addresses: { oldEmail: string; newEmail: string }): Promise<void> {
    await this.notices.asked(tx, await this.changes.ask(tx, addresses));
  }
}
