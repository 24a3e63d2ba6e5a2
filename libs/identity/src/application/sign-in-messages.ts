import { hashToken, newToken, Settings, type Tx } from '@app/platform';
import { type MessageType, MessageTypes, type MessageValues } from '@app/messages';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { linkTexts, noticeTexts, takenAwayTexts } from '../domain/sign-in.texts.js';
import { SessionStore } from '../persistence/session.store.js';
import { LINK_MINUTES, SignInLinkStore } from '../persistence/sign-in-link.store.js';
import { type SecurityEvent } from './security-notices.js';

/** Pages of the web app that a mail leads to. The token stands behind #, so that no server, proxy or log sees it. */
const PAGES = { link: '/sign-in/link', reset: '/sign-in/reset', provider: '/sign-in/provider' } as const;

const SAMPLE_SESSION = { device: 'Firefox · Windows', network: '192.0.2.0/24', at: new Date('2027-03-01T09:30:00Z') };

/** The mails about signing in. */
@Injectable()
export class SignInMessages implements OnModuleInit {
  constructor(
    private readonly types: MessageTypes,
    private readonly links: SignInLinkStore,
    private readonly sessions: SessionStore,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const linked = Object.entries(linkTexts).map(([type, texts]): MessageType => ({
      type: `identity.${type}`,
      texts,
      sample: { link: this.settings.publicUrl, minutes: LINK_MINUTES, provider: 'Campus' },
      load: (tx, { subject }) => this.linkValues(tx, subject.id),
    }));
    const noticed = Object.entries<(typeof noticeTexts)[SecurityEvent]>(noticeTexts).map(([type, texts]): MessageType => ({
      type: `identity.${type}`,
      texts,
      sample: { ...SAMPLE_SESSION, link: `${this.settings.publicUrl}/me/devices` },
      load: (tx, { subject }) => this.noticeValues(tx, subject.id),
    }));
    const link = `${this.settings.publicUrl}/me?tab=security`;
    const takenAway = { type: 'identity.second-factor-taken-away', texts: takenAwayTexts, sample: { link }, load: async () => ({ link }) };
    this.types.register(...linked, ...noticed, takenAway);
  }

  /** The token is made here, when the mail is handed over: until then there is nothing to steal. */
  private async linkValues(tx: Tx, linkId: string): Promise<MessageValues | undefined> {
    const token = newToken();
    const link = await this.links.arm(tx, linkId, hashToken(token));
    return link && { link: `${this.settings.publicUrl}${PAGES[link.kind]}#${token}`, minutes: LINK_MINUTES, provider: link.provider ?? '' };
  }

  private async noticeValues(tx: Tx, sessionId: string): Promise<MessageValues | undefined> {
    const session = await this.sessions.notice(tx, sessionId);
    return session && { ...session, link: `${this.settings.publicUrl}/me/devices` };
  }
}
