import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MessageTypes, type MessageValues } from '@app/messages';
import { hashToken, newToken, Settings, type Tx } from '@app/platform';
import { invitationTexts } from '../domain/invitation.texts.js';
import { InvitationStore } from '../persistence/invitation.store.js';

/** Page of the web app; the token stands behind #, so that no server, proxy or log sees it. */
const PAGE = '/invitation';

/** The mail that invites. Its token is made when the mail is handed over: until then there is nothing to steal. */
@Injectable()
export class InvitationMessage implements OnModuleInit {
  constructor(
    private readonly types: MessageTypes,
    private readonly invitations: InvitationStore,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.types.register({
      type: 'identity.invitation',
      texts: invitationTexts,
      sample: { name: 'Zoé', organisation: 'Centre Démo', inviter: 'Marie Demo', link: `${this.settings.publicUrl}${PAGE}`, until: new Date('2027-03-15T12:00:00Z') },
      load: (tx, { organisationId, subject }) => this.values(tx, organisationId, subject.id),
    });
  }

  /** Undefined, which withdraws the mail, when the invitation is accepted, withdrawn, run out or sent to another address since. */
  private async values(tx: Tx, organisationId: string | undefined, invitationId: string): Promise<MessageValues | undefined> {
    const token = newToken();
    const letter = organisationId && (await this.invitations.letter(tx, organisationId, invitationId));
    if (!letter || !(await this.invitations.arm(tx, organisationId, invitationId, hashToken(token)))) return undefined;
    return { ...letter, link: `${this.settings.publicUrl}${PAGE}#${token}` };
  }
}
