import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type MessageSubject } from '../domain/message.js';

/** One rule of a plan and whom it reaches. */
export interface MessageWish {
  readonly rule: string;
  readonly dueAt: Date;
  readonly notAfter: Date;
  readonly people: readonly string[];
  /** Only keeps what is already on its way: its time has come, and who has it need not be told again. */
  readonly keepOnly?: boolean;
}

export interface MessagePlan {
  readonly organisationId: string;
  readonly type: string;
  readonly subject: Required<MessageSubject>;
  readonly wishes: readonly MessageWish[];
}

// What was withdrawn and is wanted again comes back under its own key, so that a person who left and returned is told, and nobody twice.
// What stands already is only looked up: a conflict would lock and write its row, and most plans are made again without a difference.
const PLAN = `
  with wanted as (
    select w.rule, w."dueAt" as due_at, w."notAfter" as not_after, coalesce(w."keepOnly", false) as keep_only, p.person_id::uuid as person_id
    from jsonb_to_recordset($5::jsonb) as w(rule text, "dueAt" timestamptz, "notAfter" timestamptz, "keepOnly" boolean, people jsonb), jsonb_array_elements_text(w.people) as p(person_id)
  ), standing as materialized (
    select m.person_id, m.rule from message m
    where m.subject_kind = $2 and m.subject_id = $3 and m.type = $4 and m.timing_version = $6 and m.organisation_id = $1 and m.channel = 'mail' and m.state in ('due', 'held', 'ambiguous', 'sending')
  ), withdrawn as (
    update message m set state = 'withdrawn', lease = null, leased_until = null
    where m.subject_kind = $2 and m.subject_id = $3 and m.type = $4 and m.state in ('due', 'held', 'ambiguous')
      and (m.timing_version <> $6 or not exists (select from wanted w where w.person_id = m.person_id and w.rule = m.rule))
  ), posted as (
    insert into message (organisation_id, person_id, type, subject_kind, subject_id, timing_version, rule, due_at, next_at, not_after)
    select $1, w.person_id, $4, $2, $3, $6, w.rule, w.due_at, w.due_at, w.not_after from wanted w where not w.keep_only
      and not exists (select from standing s where s.person_id = w.person_id and s.rule = w.rule)
    on conflict on constraint message_once do update set state = 'due', due_at = excluded.due_at, next_at = excluded.due_at, not_after = excluded.not_after, digest_id = null
      where message.state = 'withdrawn'
    returning due_at)
  select case when exists (select from posted where due_at <= app.now()) then pg_notify('message', '') end`;

/**
 * Makes the messages of one type about one subject be exactly these, in one statement for all people: what is not wanted any more is
 * withdrawn unless it is just being handed over, what was sent stays sent.
 */
@Injectable()
export class PlanMessages {
  async execute(tx: Tx, { organisationId, type, subject, wishes }: MessagePlan): Promise<void> {
    await tx.query(PLAN, [organisationId, subject.kind, subject.id, type, JSON.stringify(wishes), subject.timingVersion]);
  }
}
