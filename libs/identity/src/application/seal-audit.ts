import { Injectable } from '@nestjs/common';
import { Actor, Database } from '@app/platform';

const BATCH = 1_000;

/** Chains what was entered since the last run, in batches per organisation. Run by a tick of the worker; twice does no harm. */
@Injectable()
export class SealAudit {
  constructor(private readonly database: Database) {}

  /** Answers how many entries were sealed, in all organisations and in the installation's own chain. */
  async execute(): Promise<number> {
    const grown = await this.database.as(Actor.system(), (tx) => tx.query<{ organisation_id: string | null }>('select organisation_id from app.audit_to_seal()'));
    let sealed = 0;
    for (const { organisation_id } of grown) sealed += await this.sealChain(organisation_id ?? undefined);
    return sealed;
  }

  private async sealChain(organisationId?: string): Promise<number> {
    let total = 0;
    for (;;) {
      const [row] = await this.database.as(Actor.system(organisationId), (tx) => tx.query<{ sealed: number }>('select app.seal_audit($1, $2) as sealed', [organisationId ?? null, BATCH]));
      const sealed = row?.sealed ?? 0;
      total += sealed;
      if (sealed < BATCH) return total;
    }
  }
}
