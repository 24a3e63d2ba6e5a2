import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, NotAllowed, type Tx } from '@app/platform';

/** What is remembered of an act for as long as the organisation exists. */
export interface AuditEntry {
  /** Undefined for what concerns the installation or a sign-in. */
  readonly organisationId?: string;
  /** Thing and past participle: "role.granted", "person.exported". */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id?: string };
  /** Whom it concerns, where that is one person. */
  readonly personId?: string;
  /** Ids, figures and enumerated words only: { before: ["learner"], after: ["trainer"] }. Stays for ever. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Words about the person ("reason", an address before and after). Lies beside the entry and goes with the person. */
  readonly personal?: Readonly<Record<string, unknown>>;
}

const RECORD = `
  with incoming as materialized (
    select uuidv7() as id, a.* from jsonb_to_recordset($1::jsonb) as a(
      organisation_id uuid, action text, refused boolean, subject_kind text, subject_id uuid, person_id uuid, facts jsonb, personal jsonb, salt text)
  ), entered as (
    insert into audit_entry (id, organisation_id, actor_kind, actor_id, action, refused, subject_kind, subject_id, person_id, request_id, facts, personal_digest)
    select id, organisation_id, $2, $3::uuid, action, refused, subject_kind, subject_id, person_id, $4, coalesce(facts, '{}'),
      case when personal is not null then sha256(decode(salt, 'hex') || convert_to(personal::text, 'UTF8')) end
    from incoming
  )
  insert into audit_personal (entry_id, organisation_id, person_id, salt, payload)
  select id, organisation_id, person_id, decode(salt, 'hex'), personal from incoming where personal is not null`;

/** The audit trail: use cases only insert; `SealAudit` chains, `VerifyAudit` checks. */
@Injectable()
export class Audit {
  constructor(private readonly database: Database) {}

  /** Writes entries in the transaction of the act itself: both are there or neither. */
  record(tx: Tx, ...entries: readonly AuditEntry[]): Promise<void> {
    return this.insert(tx, entries, false);
  }

  /**
   * Passes an answer on; where it is NotAllowed, the attempt is entered first, in a transaction of its own because the refused one is gone.
   * Attempts on an organisation in which the actor is nobody go to the installation's own chain: no centre learns of strangers.
   */
  async refusals<T>(actor: Actor, subject: Omit<AuditEntry, 'action'>, answer: T): Promise<T> {
    if (isProblem(answer) && answer instanceof NotAllowed) {
      const known = subject.organisationId !== undefined && actor.organisationIds.includes(subject.organisationId);
      const entry = { ...subject, action: answer.action, organisationId: known ? subject.organisationId : undefined };
      await this.database.as(actor, (tx) => this.insert(tx, [entry], true));
    }
    return answer;
  }

  private async insert(tx: Tx, entries: readonly AuditEntry[], refused: boolean): Promise<void> {
    if (entries.length === 0) return;
    const rows = entries.map((entry) => ({
      organisation_id: entry.organisationId,
      action: entry.action,
      refused,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      person_id: entry.personId,
      facts: entry.facts,
      personal: entry.personal,
      salt: entry.personal && randomBytes(16).toString('hex'),
    }));
    await tx.query(RECORD, [JSON.stringify(rows), tx.actor.kind, tx.actor.personId ?? null, tx.actor.requestId ?? null]);
  }
}
