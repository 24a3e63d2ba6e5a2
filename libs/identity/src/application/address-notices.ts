import { type Tx } from '@app/platform';
import { PostMessages } from '@app/messages';
import { Injectable } from '@nestjs/common';
import { type AddressChange } from '../persistence/address-change.store.js';
import { Audit } from './audit.js';

/** What is entered in the trail and written to whom when the account is to have, or has, another address. */
@Injectable()
export class AddressNotices {
  constructor(
    private readonly audit: Audit,
    private readonly postMessages: PostMessages,
  ) {}

  /** The new mailbox is asked, the old one is told. */
  async asked(tx: Tx, change: AddressChange): Promise<void> {
    await this.audit.record(tx, { action: 'account.address-asked', ...about(tx, change) });
    await this.post(tx, change, { type: 'identity.address-confirm', address: change.newEmail, notAfter: change.confirmBefore });
    await this.post(tx, change, { type: 'identity.address-asked', address: change.oldEmail, notAfter: change.stopBefore });
  }

  async changed(tx: Tx, change: AddressChange): Promise<void> {
    await this.audit.record(tx, { action: 'account.address-changed', ...about(tx, change) });
    await this.post(tx, change, { type: 'identity.address-changed', address: change.oldEmail, notAfter: change.stopBefore });
  }

  async stopped(tx: Tx, change: AddressChange): Promise<void> {
    await this.audit.record(tx, { action: 'account.address-stopped', ...about(tx, change) });
  }

  private post(tx: Tx, { id }: AddressChange, mail: { type: string; address: string; notAfter: Date }): Promise<void> {
    return this.postMessages.execute(tx, { ...mail, personId: tx.actor.personId ?? '', subject: { kind: 'address-change', id }, urgent: true });
  }
}

const about = (tx: Tx, { id, oldEmail, newEmail }: AddressChange) => ({ subject: { kind: 'address-change', id }, personId: tx.actor.personId, personal: { from: oldEmail, to: newEmail } });
