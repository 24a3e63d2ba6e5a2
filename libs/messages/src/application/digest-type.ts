import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings, type Tx } from '@app/platform';
import { isLetterTogether } from '../domain/digest.js';
import { withoutLink } from '../domain/letter-layout.js';
import { type MessageToLoad, type MessageType, type MessageValues } from '../domain/message.js';
import { letterTexts } from '../texts/letter-texts.js';
import { MessageRenderer } from './message-renderer.js';
import { MessageTypes } from './message-types.js';

interface HeldMessage {
  readonly id: string;
  readonly type: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly timing_version: number;
  readonly rule: string;
  readonly organisation_name: string | null;
  readonly organisation_zone: string | null;
}

const HELD = `
  select m.id, m.type, m.subject_kind, m.subject_id, m.timing_version, m.rule, o.name as organisation_name, o.zone as organisation_zone
  from message m left join organisation o on o.id = m.organisation_id
  where m.digest_id = $1 and m.state in ('held', 'failed') and (m.not_after is null or m.not_after > app.now()) order by m.due_at, m.id`;

/** What has nothing to say any more, or comes too late, is not in the letter, and does not count as told. */
const WITHDRAW_UNSAID = `update message set state = 'withdrawn' where digest_id = $1 and state = 'held' and id <> all ($2)`;

const texts = (language: 'fr' | 'nl' | 'de' | 'en') => ({
  subject: `{how, select, together {${letterTexts.source('togetherSubject', language)}} other {${letterTexts.source('digestSubject', language)}}}`,
  body: `{how, select, together {${letterTexts.source('togetherIntro', language)}} other {${letterTexts.source('digestIntro', language)}}}\n\n{items}\n\n{link}`,
});

/** What one of the messages says. */
interface Item {
  readonly id: string;
  readonly text: string;
  readonly link?: string;
  readonly start: number;
}

/** Many messages of one person in one mail: optional ones as a digest, changes of one agenda together. Its text is made of theirs, as they are when it leaves. */
@Injectable()
export class DigestType implements MessageType, OnModuleInit {
  readonly type = 'messages.digest';
  readonly texts = { fr: texts('fr'), nl: texts('nl'), de: texts('de'), en: texts('en') };
  readonly sample = { how: 'digest', count: 2, organisation: 'MIC', items: '• …\n\n• …', link: 'https://example.org/' };

  constructor(
    private readonly types: MessageTypes,
    private readonly renderer: MessageRenderer,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.types.register(this);
  }

  async load(tx: Tx, digest: MessageToLoad): Promise<MessageValues | undefined> {
    const isTogether = isLetterTogether(digest.rule);
    const held = await tx.query<HeldMessage>(HELD, [digest.messageId]);
    const items: Item[] = [];
    for (const message of held) {
      const item = await this.item(tx, digest, message, isTogether);
      if (item) items.push(item);
    }
    await tx.query(WITHDRAW_UNSAID, [digest.messageId, items.map(({ id }) => id)]);
    if (items.length === 0) return undefined;
    const common = { count: items.length, organisation: held[0]?.organisation_name ?? 'Tremplin' };
    if (!isTogether) return { ...common, how: 'digest', items: items.map(({ text }) => text).join('\n\n'), link: `${this.settings.publicUrl}/notices` };
    items.sort((a, b) => a.start - b.start);
    return { ...common, how: 'together', items: items.map(({ text }) => text).join('\n'), link: items[0]?.link ?? this.settings.publicUrl };
  }

  private async item(tx: Tx, digest: MessageToLoad, message: HeldMessage, isTogether: boolean): Promise<Item | undefined> {
    const type = this.types.get(message.type);
    const subject = { kind: message.subject_kind, id: message.subject_id, timingVersion: message.timing_version };
    // Without an address nothing is put into calendars: a letter of several carries no invitation.
    const values = await type?.load(tx, { ...digest, subject, rule: message.rule, messageId: message.id, ...(isTogether ? { address: undefined } : {}) });
    if (!type || !values) return undefined;
    const zone = message.organisation_zone ?? 'Europe/Brussels';
    const start = values['start'] instanceof Date ? values['start'].getTime() : 0;
    const { subject: title, body, link } = this.renderer.word(type, digest.language, values, zone);
    if (isTogether && type.together) return { id: message.id, text: `• ${this.renderer.line(type.together, digest.language, values, zone)}`, link, start };
    return { id: message.id, text: [`• ${title}`, withoutLink(body, link), link].filter(Boolean).join('\n'), link, start };
  }
}
