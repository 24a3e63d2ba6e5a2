import { Injectable } from '@nestjs/common';
import { type Language, type Tx } from '@app/platform';
import { withoutLink } from '../domain/letter-layout.js';
import { type MessageType } from '../domain/message.js';
import { type Outcome } from '../domain/outcome.js';
import { type ClaimedMessage } from '../persistence/dispatch.store.js';
import { MessageRenderer, type WordedMessage } from './message-renderer.js';
import { MessageTypes } from './message-types.js';

const FALLBACK_ZONE = 'Europe/Brussels';
const UNKNOWN_TYPE_SECONDS = 60;

const INSERT = `
  insert into notice (message_id, organisation_id, person_id, type, subject_kind, subject_id, language, title, body, link)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** Words one message as a notice and writes it in the caller's transaction. */
@Injectable()
export class WriteNotice {
  constructor(
    private readonly types: MessageTypes,
    private readonly renderer: MessageRenderer,
  ) {}

  async execute(tx: Tx, message: ClaimedMessage): Promise<Outcome> {
    const { id } = message;
    const type = this.types.get(message.type);
    if (!type) return { id, state: 'due', error: 'TYPE_UNKNOWN', retry_in: UNKNOWN_TYPE_SECONDS };
    if (message.expired) return { id, state: 'dropped', error: 'TOO_LATE' };
    if (type.optional && !message.channels.includes('notice')) return { id, state: 'dropped', error: 'SWITCHED_OFF' };
    return this.write(tx, message, type);
  }

  private async write(tx: Tx, message: ClaimedMessage, type: MessageType): Promise<Outcome> {
    const { id } = message;
    const language: Language = message.language ?? 'en';
    const subject = { kind: message.subject_kind, id: message.subject_id, timingVersion: message.timing_version };
    const values = await type.load(tx, { personId: message.person_id, organisationId: message.organisation_id ?? undefined, subject, language, rule: message.rule, messageId: id });
    if (!values) return { id, state: 'withdrawn' };
    const worded = this.renderer.word(type, language, values, message.organisation_zone ?? FALLBACK_ZONE);
    await tx.query(INSERT, [id, message.organisation_id, message.person_id, message.type, subject.kind, subject.id, language, ...said(worded)]);
    return { id, state: 'sent' };
  }
}

function said({ subject, body, link }: WordedMessage): readonly (string | null)[] {
  return [subject, withoutLink(body, link), link ?? null];
}
