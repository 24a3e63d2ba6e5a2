import { Actor, Database } from '@app/platform';
import { PostMessages } from '@app/messages';
import { Injectable } from '@nestjs/common';
import { type LinkingUser, type SignInLinkKind, SignInLinkStore } from '../persistence/sign-in-link.store.js';

const TYPES: Readonly<Record<SignInLinkKind, string>> = { link: 'identity.sign-in-link', reset: 'identity.password-reset', provider: 'identity.provider-link' };

/** Writes a link and the wish for its mail. The secret part is made when the mail is handed over, so none lies in a row or a queue. */
@Injectable()
export class SendSignInLink {
  constructor(
    private readonly database: Database,
    private readonly links: SignInLinkStore,
    private readonly postMessages: PostMessages,
  ) {}

  execute(kind: SignInLinkKind, { personId, email }: { personId: string; email: string }, facts: { requestId?: string; user?: LinkingUser } = {}): Promise<void> {
    return this.database.as(Actor.person({ personId, requestId: facts.requestId }), async (tx) => {
      const link = await this.links.insert(tx, kind, facts.user);
      const subject = { kind: 'sign-in-link', id: link.id };
      await this.postMessages.execute(tx, { personId, type: TYPES[kind], subject, address: email, notAfter: link.expiresAt, urgent: true });
    });
  }
}
