import { Injectable } from '@nestjs/common';
import { type Tx } from '../database/tx.js';

/** One line of the change log: what changed, in which version, and how. */
export interface Change {
  /** Undefined for what belongs to a person and to no organisation (a password, a device). */
  readonly organisationId?: string;
  /** "occurrence", "room", "membership": the word of DOMAIN.md, singular. */
  readonly subjectKind: string;
  readonly subjectId: string;
  /** The subject's version after the change, where it has one. */
  readonly version?: number;
  /** Past participle: "created", "moved", "cancelled". */
  readonly kind: string;
  /** The person concerned, where there is exactly one. */
  readonly personId?: string;
  /** Ids and figures that a consumer cannot find again from the truth (the old start). No names, no texts. */
  readonly data?: Readonly<Record<string, unknown>>;
}

const APPEND = `
  with incoming as (
    select * from jsonb_to_recordset($1::jsonb) as c(
      organisation_id uuid, subject_kind text, subject_id uuid, version int, kind text, person_id uuid, data jsonb)
  ), logged as (
    insert into change (organisation_id, subject_kind, subject_id, version, kind, person_id, data, actor_id, request_id)
    select organisation_id, subject_kind, subject_id, version, kind, person_id, coalesce(data, '{}'), $2::uuid, $3 from incoming
    returning id, organisation_id, subject_kind, subject_id, kind, at
  ), queued as (
    insert into change_work (consumer, organisation_id, subject_kind, subject_id, change_kind, change_id, at)
    select consumer.name, logged.organisation_id, logged.subject_kind, logged.subject_id, logged.kind, logged.id, logged.at
    from logged join change_consumer consumer on logged.subject_kind = any (consumer.subject_kinds)
    returning 1
  )
  select case when exists (select from queued) then pg_notify('change_work', '') end`;

/**
 * The change log, which is also the outbox: written in the transaction of the change itself, together with one work row for every
 * consumer that listens to this kind of subject. Workers wake by NOTIFY and by their own tick.
 */
@Injectable()
export class Changes {
  async append(tx: Tx, ...changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    const rows = changes.map((change) => ({
      organisation_id: change.organisationId,
      subject_kind: change.subjectKind,
      subject_id: change.subjectId,
      version: change.version,
      kind: change.kind,
      person_id: change.personId,
      data: change.data,
    }));
    await tx.query(APPEND, [JSON.stringify(rows), tx.actor.personId ?? null, tx.actor.requestId ?? null]);
  }
}
