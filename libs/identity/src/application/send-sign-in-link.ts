import { Actor, Database, type Language } from '@app/platform';
import { PostMessages } from '@app/messages';
import { Injectable } from '@nestjs/common';
import { SignInLinkStore } from '../persistence/sign-in-link.store.js';

const TYPES = { link: 'identity.sign-in-link', reset: 'identity.password-reset' } as const;

/** Writes a link and the wish for its mail. The secret part is made when the mail is handed over, so none lies in a row or a queue. */
@Injectable()
export class SendSignInLink {
  constructor(
    private readonly database: Database,
    private readonly links: SignInLinkStore,
    private readonly postMessages: PostMessages,
  ) {}

  execute(kind: 'link' | 'reset', account: { personId: string; email: string; language: Language }, requestId?: string): Promise<void> {
    return this.database.as(Actor.person({ personId: account.personId, language: account.language, requestId }), async (tx) => {
      const link = await this.links.insert(tx, kind);
      const subject = { kind: 'sign-in-link', id: link.id };
      await this.postMessages.execute(tx, { personId: account.personId, type: TYPES[kind], subject, address: account.email, notAfter: link.expiresAt, urgent: true });
    });
  }
}
