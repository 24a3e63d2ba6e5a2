import { hashToken, newToken, Settings, type Tx } from '@app/platform';
import { type MessageType, MessageTypes, type MessageValues } from '@app/messages';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addressTexts } from '../domain/address.texts.js';
import { AddressChangeStore, type AddressChangePart, CONFIRM_HOURS, STOP_DAYS } from '../persistence/address-change.store.js';

/** Pages of the web app that a mail leads to. The token stands behind #, so that no server, proxy or log sees it. */
const PAGES: Readonly<Record<AddressChangePart, string>> = { confirm: '/sign-in/address', stop: '/sign-in/address-stop' };

const PARTS: Readonly<Record<keyof typeof addressTexts, AddressChangePart>> = { 'address-confirm': 'confirm', 'address-asked': 'stop', 'address-changed': 'stop' };

/** The mails about another address of the account. */
@Injectable()
export class AddressMessages implements OnModuleInit {
  constructor(
    private readonly types: MessageTypes,
    private readonly changes: AddressChangeStore,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const figures = { hours: CONFIRM_HOURS, days: STOP_DAYS };
    const sample = { ...figures, link: this.settings.publicUrl, oldEmail: 'kim@example.org', newEmail: 'kim.new@example.org', taken: 'no' };
    const texts = Object.entries(addressTexts) as [keyof typeof addressTexts, (typeof addressTexts)[keyof typeof addressTexts]][];
    this.types.register(
      ...texts.map(([type, words]): MessageType => ({
        type: `identity.${type}`,
        texts: words,
        sample,
        load: async (tx, { subject }) => {
          const values = await this.values(tx, subject.id, PARTS[type]);
          return values && { ...values, ...figures };
        },
      })),
    );
  }

  /** The token is made here, when the mail is handed over: until then there is nothing to steal. */
  private async values(tx: Tx, changeId: string, part: AddressChangePart): Promise<MessageValues | undefined> {
    const token = newToken();
    const armed = await this.changes.arm(tx, changeId, part, hashToken(token));
    if (!armed) return undefined;
    const { oldEmail, newEmail, taken } = armed;
    const page = taken ? '/sign-in' : `${PAGES[part]}#${token}`;
    return { link: `${this.settings.publicUrl}${page}`, oldEmail, newEmail, taken: taken ? 'yes' : 'no' };
  }
}
