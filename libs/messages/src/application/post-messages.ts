import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type MessageSubject, type NewMessage } from '../domain/message.js';

// Without a named constraint after ON CONFLICT the row need not be readable by who posts it: nobody reads a sign-in mail.
const POST = `
  with posted as (
    insert into message (organisation_id, person_id, type, subject_kind, subject_id, timing_version, rule, channel, due_at, next_at, not_after, urgent, address)
    select organisation_id, person_id, type, subject_kind, subject_id, coalesce(timing_version, 1), coalesce(rule, 'once'), coalesce(channel, 'mail'),
      coalesce(due_at, app.now()), coalesce(due_at, app.now()), not_after, coalesce(urgent, false), address
    from jsonb_to_recordset($1::jsonb) as m(organisation_id uuid, person_id uuid, type text, subject_kind text, subject_id uuid, timing_version int,
      rule text, channel text, due_at timestamptz, not_after timestamptz, urgent boolean, address text)
    on conflict do nothing)
  select pg_notify('message', '')`;

/** SQL, true of a message `m` that just leaves in the letter of several that holds it. */
export const LEAVES_WITH_OTHERS = `(m.state = 'held' and exists (select from message letter where letter.id = m.digest_id and letter.state in ('sending', 'ambiguous')))`;

const WITHDRAW = `
  update message m set state = 'withdrawn', lease = null, leased_until = null
  where subject_kind = $1 and subject_id = $2 and state in ('due', 'held', 'ambiguous') and ($3::int is null or timing_version < $3)
    and not ${LEAVES_WITH_OTHERS}`;

/** Puts messages into the outbox in the caller's transaction: they leave when it commits, once, or not at all. */
@Injectable()
export class PostMessages {
  async execute(tx: Tx, ...messages: readonly NewMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const rows = messages.map((message) => ({
      organisation_id: message.organisationId,
      person_id: message.personId,
      type: message.type,
      subject_kind: message.subject.kind,
      subject_id: message.subject.id,
      timing_version: message.subject.timingVersion,
      rule: message.rule,
      channel: message.channel,
      due_at: message.dueAt,
      not_after: message.notAfter,
      urgent: message.urgent,
      address: message.address,
    }));
    await tx.query(POST, [JSON.stringify(rows)]);
  }

  /**
   * Takes back what has not been handed over yet about a subject that was moved (messages of earlier timing versions than the one
   * given) or that is gone (no timing version given). A message that is just being handed over leaves.
   */
  async withdraw(tx: Tx, subject: MessageSubject): Promise<void> {
    await tx.query(WITHDRAW, [subject.kind, subject.id, subject.timingVersion ?? null]);
  }
}
