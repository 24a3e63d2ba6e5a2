import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MessageToLoad, MessageTypes, type MessageValues } from '@app/messages';
import { hashToken, newToken, Settings, type Tx } from '@app/platform';
import { invitationTexts } from '../domain/invitation.texts.js';
import { roleNames } from '../domain/words.js';
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
      sample: { name: 'Zoé', organisation: 'Centre Démo', inviter: 'Marie Demo', roles: 'Learner', roleCount: 1, link: `${this.settings.publicUrl}${PAGE}`, until: new Date('2027-03-15T12:00:00Z') },
      load: (tx, message) => this.values(tx, message),
    });
  }

  /** Undefined, which withdraws the mail, when the invitation is accepted, withdrawn, run out or sent to another address since. */
  private async values(tx: Tx, { organisationId, subject: { id: invitationId }, language }: MessageToLoad): Promise<MessageValues | undefined> {
    const token = newToken();
    const letter = organisationId && (await this.invitations.letter(tx, organisationId, invitationId));
    if (!letter || !(await this.invitations.arm(tx, organisationId, invitationId, hashToken(token)))) return undefined;
    const { roles, words, ...said } = letter;
    return { ...said, roles: roleNames(words, roles, language), roleCount: roles.length, link: `${this.settings.publicUrl}${PAGE}#${token}` };
  }
}
