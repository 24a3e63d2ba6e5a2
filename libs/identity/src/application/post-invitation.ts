import { Injectable } from '@nestjs/common';
import { PostMessages, Recipients } from '@app/messages';
import { type Tx } from '@app/platform';
import { type Invitation, InvitationStore } from '../persistence/invitation.store.js';
import { type Member } from '../persistence/people.store.js';

/** The inner step of inviting: opens or renews the invitation and asks for its mail, in the caller's transaction. */
@Injectable()
export class PostInvitation {
  constructor(
    private readonly invitations: InvitationStore,
    private readonly postMessages: PostMessages,
    private readonly recipients: Recipients,
  ) {}

  async execute(tx: Tx, member: Member & { readonly email: string }): Promise<Invitation> {
    const { organisationId, personId, email, language } = member;
    const invitation = await this.invitations.open(tx, { organisationId, personId, email });
    await this.recipients.put(tx, { personId, organisationId, address: email, language });
    await this.postMessages.execute(tx, {
      organisationId,
      personId,
      type: 'identity.invitation',
      subject: { kind: 'invitation', id: invitation.id, timingVersion: invitation.version },
      address: email,
      notAfter: invitation.expiresAt,
    });
    return invitation;
  }

  /** The address or language changed: mail goes there from now on, and an open invitation is sent anew, because the old address may be a stranger's. */
  async readdress(tx: Tx, member: Member): Promise<void> {
    const { organisationId, personId, email, language } = member;
    await this.recipients.put(tx, { personId, organisationId, address: email ?? undefined, language });
    const open = await this.invitations.findOpen(tx, member);
    if (!open || open.email === email) return;
    if (email) await this.execute(tx, { ...member, email });
    else await this.invitations.close(tx, open, 'withdrawn');
  }
}
