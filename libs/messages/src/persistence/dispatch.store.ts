import { Injectable } from '@nestjs/common';
import { Database, type Language, type Tx } from '@app/platform';
import { type DigestRhythm } from '../domain/digest.js';
import { type Outcome } from '../domain/outcome.js';

/** A leased row with what is known about its recipient: the shape of app.claimed_message. */
export interface ClaimedMessage {
  readonly id: string;
  readonly organisation_id: string | null;
  readonly person_id: string;
  readonly type: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly timing_version: number;
  readonly rule: string;
  readonly due_at: Date;
  readonly not_after: Date | null;
  readonly urgent: boolean;
  readonly times_ambiguous: number;
  readonly attempts: number;
  readonly address: string | null;
  readonly paused: boolean;
  readonly language: Language | null;
  readonly recipient_zone: string | null;
  readonly quiet_from: string | null;
  readonly quiet_until: string | null;
  readonly digest: DigestRhythm;
  readonly channels: readonly string[];
  readonly muted_types: readonly string[];
  readonly unsubscribe_key: string | null;
  readonly organisation_name: string | null;
  readonly organisation_zone: string | null;
  readonly digest_daily_at: string | null;
  readonly digest_weekly_day: number | null;
  readonly digest_weekly_at: string | null;
  readonly now: Date;
  readonly expired: boolean;
}

export interface Claim {
  readonly channel: 'mail' | 'notice';
  readonly most: number;
  readonly leaseSeconds: number;
  /** Messages a second over all workers; undefined: no limit. */
  readonly perSecond?: number;
  /** Names this claim in every later write. */
  readonly lease: string;
}

const CLAIM = 'select * from app.claim_messages($1, $2, make_interval(secs => $3), $4, $5)';

/** The dispatcher's writes, across organisations: each is one definer function of migration 0301. */
@Injectable()
export class DispatchStore {
  constructor(private readonly database: Database) {}

  claim(claim: Claim): Promise<readonly ClaimedMessage[]> {
    return this.rows(CLAIM, [claim.channel, claim.most, claim.leaseSeconds, claim.perSecond ?? null, claim.lease]);
  }

  /** The ids that may be handed over now; the others were withdrawn or taken by another worker. */
  async begin(ids: readonly string[], claim: Claim, mailDomain: string): Promise<ReadonlySet<string>> {
    const rows = await this.rows<{ id: string }>('select app.begin_sending($1, $2, make_interval(secs => $3), $4) as id', [ids, claim.lease, claim.leaseSeconds, mailDomain]);
    return new Set(rows.map((row) => row.id));
  }

  /** The ids that were still ours. Joins the caller's transaction where one is given. */
  async finish(outcomes: readonly Outcome[], lease: string, tx?: Tx): Promise<ReadonlySet<string>> {
    if (outcomes.length === 0) return new Set();
    const sql = 'select app.finish_messages($1, $2) as id';
    const parameters = [JSON.stringify(outcomes), lease];
    const rows = tx ? await tx.query<{ id: string }>(sql, parameters) : await this.rows<{ id: string }>(sql, parameters);
    return new Set(rows.map((row) => row.id));
  }

  /** Of these mails those beside which others of the types go to the same person within so many seconds. */
  async inCompany(ids: readonly string[], types: readonly string[], seconds: number): Promise<ReadonlySet<string>> {
    const rows = await this.rows<{ id: string }>('select app.mails_in_company($1, $2, make_interval(secs => $3)) as id', [ids, types, seconds]);
    return new Set(rows.map((row) => row.id));
  }

  /** False when that digest is just being sent: the message stays leased, and meets the next digest when its lease ran out. */
  async holdForDigest(id: string, lease: string, digest: { readonly dueAt: Date; readonly rule: string }): Promise<boolean> {
    const [row] = await this.rows<{ held: boolean }>('select app.hold_for_digest($1, $2, $3, $4) as held', [id, lease, digest.dueAt, digest.rule]);
    return row?.held ?? false;
  }

  /** Each function is a transaction by itself: declaring an actor that they do not ask for would cost three more round trips. */
  private rows<Row>(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    return this.database.statement<Row>(sql, parameters);
  }
}
