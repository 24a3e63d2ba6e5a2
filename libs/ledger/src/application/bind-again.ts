import { Injectable } from '@nestjs/common';
import { Actor, type Change, Changes, Database, type Tx } from '@app/platform';
import { type Claim } from '../domain/claim.js';
import { judge } from '../domain/judge.js';
import { LedgerReads } from '../persistence/ledger.reads.js';
import { type Yielding, YieldingStore } from '../persistence/yielding.store.js';

const MOST = 500;

/**
 * Whoever yielded binds again when nothing stands in the way any more: the other booking was moved or cancelled, a hold ran out, leave was
 * taken back, in whatever organisation. Weighed by the judge of every claim, under its locks; called every few seconds. Answers how
 * many bind again.
 */
@Injectable()
export class BindAgain {
  constructor(
    private readonly database: Database,
    private readonly store: YieldingStore,
    private readonly reads: LedgerReads,
    private readonly changes: Changes,
  ) {}

  async execute(): Promise<number> {
    const free = await this.database.as(Actor.system(), (tx) => this.store.free(tx));
    let bound = 0;
    for (const [organisationId, ids] of byOrganisation(free)) {
      for (let start = 0; start < ids.length; start += MOST) {
        bound += await this.database.as(Actor.system(organisationId), (tx) => this.bind(tx, organisationId, ids.slice(start, start + MOST)));
      }
    }
    return bound;
  }

  /** Read before the locks, so what became of a row meanwhile decides once more when it is written. */
  private async bind(tx: Tx, organisationId: string, ids: readonly string[]): Promise<number> {
    const yielding = (await this.store.rows(tx, organisationId, ids)).map((row) => ({ row, claim: claimOf(row) }));
    if (yielding.length === 0) return 0;
    const claims = yielding.map(({ claim }) => claim);
    const facts = await this.reads.facts(tx, { organisationId, claims }, true);
    const granted = new Set(judge(claims, facts, tx.actor).granted.flatMap(({ claim, binding }) => (binding ? [claim] : [])));
    const free = yielding.filter(({ claim }) => granted.has(claim)).map(({ row }) => row);
    const bound = await this.store.bind(tx, organisationId, free);
    const told = bound.map(({ occurrenceId, personId }): Change => ({ organisationId, subjectKind: 'occurrence', subjectId: occurrenceId, kind: 'bound', personId }));
    if (told.length > 0) await this.changes.append(tx, ...told);
    return bound.length;
  }
}

const claimOf = ({ personId, part, occurrenceId, siteId, from, to }: Yielding): Claim => ({ resourceId: personId, part, occurrence: occurrenceId, during: { from, to }, siteId: siteId ?? undefined });

function byOrganisation(rows: readonly { readonly organisationId: string; readonly id: string }[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { organisationId, id } of rows) found.set(organisationId, [...(found.get(organisationId) ?? []), id]);
  return found;
}
