import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, type NotFound } from '@app/platform';
import { mayReadAudit } from '../domain/organisation.policy.js';
import { refusal } from '../domain/refusal.js';

/** What a check of the chain found. */
export interface AuditVerdict {
  readonly seals: number;
  readonly entries: number;
  /** Entered since the last seal: not protected yet. */
  readonly unsealed: number;
  /** First seal that does not match its entries; null when all match. */
  readonly broken: number | null;
  /** Erasable rows that differ from what was digested; erased ones are not counted. */
  readonly altered: number;
  /** Digest of the last seal in hex: kept elsewhere, it also shows when the end of the chain was cut off. */
  readonly head: string;
}

interface VerdictRow {
  readonly seals: number;
  readonly entries: string;
  readonly unsealed: string;
  readonly broken: number | null;
  readonly altered: string;
  readonly head: string;
}

/** Computes the chain of an organisation again and compares it with the seals. */
@Injectable()
export class VerifyAudit {
  constructor(private readonly database: Database) {}

  execute(actor: Actor, organisationId: string): Promise<AuditVerdict | NotAllowed | NotFound> {
    return this.database.as(
      actor,
      async (tx) => {
        const refused = refusal(actor, organisationId, { granted: mayReadAudit(actor, organisationId), action: 'audit.verify' });
        if (refused) return refused;
        const [row] = await tx.query<VerdictRow>(`select seals, entries, unsealed, broken, altered, encode(head, 'hex') as head from app.verify_audit($1)`, [organisationId]);
        if (!row) throw new Error('app.verify_audit answered no row.');
        return { seals: row.seals, entries: Number(row.entries), unsealed: Number(row.unsealed), broken: row.broken, altered: Number(row.altered), head: row.head };
      },
      { statementTimeout: 60_000 },
    );
  }
}
