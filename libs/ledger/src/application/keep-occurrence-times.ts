import { Injectable } from '@nestjs/common';
import { Actor, Database, type Tx } from '@app/platform';
import { type Clash } from '../domain/clash.js';
import { ScheduleClash } from '../domain/problems.js';
import { lots, rezoned } from '../domain/wall-times.js';
import { type PlannedTime } from '../domain/time-range.js';
import { WallTimeStore, type WrittenOccurrence } from '../persistence/wall-time.store.js';
import { Occurrences } from './occurrences.js';
import { RezoningRecord } from './rezoning-record.js';

export interface OccurrenceTimesKept {
  /** Occurrences that take place at another instant now, at the same time of the wall. */
  readonly occurrences: number;
  /** Why some occurrences stay at their old instant until somebody moves them. */
  readonly clashes: readonly Clash[];
}

/** An occurrence whose wall time means another instant than when it was planned. */
interface Drifted extends WrittenOccurrence {
  readonly time: PlannedTime;
}

interface Moved {
  readonly clashes: readonly Clash[];
  readonly left: readonly Drifted[];
  readonly moved: number;
  /** Somebody changed one of them meanwhile: they are read anew. */
  readonly overtaken: boolean;
}

const PAGE = 2_000;
const MOST_CLAIMS = 2_000;
const MINUTE = 60_000;
const MOST_READINGS = 5;
const NOTHING: Moved = { clashes: [], left: [], moved: 0, overtaken: false };

/**
 * After the rules of a zone were changed: what is planned in one organisation keeps its time on the wall and gets the instants of the
 * new rules. Through the ledger like every move, so that nothing overlaps: what would clash stays where it was and is told to the
 * coordinators. Twice does no harm; a second run takes up what clashed before.
 */
@Injectable()
export class KeepOccurrenceTimes {
  constructor(
    private readonly database: Database,
    private readonly store: WallTimeStore,
    private readonly occurrences: Occurrences,
    private readonly told: RezoningRecord,
  ) {}

  async execute(organisationId: string, options: { readonly dryRun?: boolean; readonly signal?: AbortSignal } = {}): Promise<OccurrenceTimesKept> {
    const actor = Actor.system(organisationId);
    let kept: OccurrenceTimesKept = { occurrences: 0, clashes: [] };
    for (let reading = 0; reading < MOST_READINGS; reading++) {
      const drifted = await this.drifted(actor, organisationId);
      if (options.dryRun) return { ...kept, occurrences: drifted.length };
      const done = await this.settle(actor, organisationId, drifted, options.signal);
      kept = { occurrences: kept.occurrences + done.moved, clashes: done.clashes };
      if (!done.overtaken || options.signal?.aborted) break;
    }
    return kept;
  }

  /** What stood in the way in one round may have moved on in the next. */
  private async settle(actor: Actor, organisationId: string, drifted: readonly Drifted[], signal?: AbortSignal): Promise<Moved> {
    let round: Moved = { ...NOTHING, left: drifted };
    let moved = 0;
    do {
      round = await this.round(actor, organisationId, round.left, signal);
      moved += round.moved;
    } while (round.moved > 0 && round.left.length > 0 && !signal?.aborted);
    if (round.left.length > 0) await this.database.as(actor, (tx) => this.told.clashes(tx, organisationId, round.left));
    return { ...round, moved };
  }

  private async drifted(actor: Actor, organisationId: string): Promise<readonly Drifted[]> {
    const found: Drifted[] = [];
    let after: WrittenOccurrence | undefined;
    do {
      const page = await this.database.as(actor, (tx) => this.store.toCome(tx, organisationId, after, PAGE));
      for (const written of page) {
        const time = rezoned(written);
        if (time) found.push({ ...written, time });
      }
      after = page.length === PAGE ? page.at(-1) : undefined;
    } while (after);
    return found;
  }

  /** Those that go later go in the order of the last first, so that a day of lessons one behind the other makes way for itself. */
  private async round(actor: Actor, organisationId: string, wanted: readonly Drifted[], signal?: AbortSignal): Promise<Moved> {
    const later = wanted.filter(({ time, from }) => time.from > from).reverse();
    const earlier = wanted.filter(({ time, from }) => time.from < from);
    let sum = NOTHING;
    for (const lot of [...lots(later, MOST_CLAIMS), ...lots(earlier, MOST_CLAIMS)]) {
      if (signal?.aborted) break;
      const done = await this.lot(actor, organisationId, lot);
      sum = {
        ...{ clashes: [...sum.clashes, ...done.clashes], left: [...sum.left, ...done.left] },
        ...{ moved: sum.moved + done.moved, overtaken: sum.overtaken || done.overtaken },
      };
    }
    return sum;
  }

  /** All of a lot at once; whatever clashes is left out, and the others are tried again without it. */
  private async lot(actor: Actor, organisationId: string, lot: readonly Drifted[]): Promise<Moved> {
    let [open, left, clashes]: [readonly Drifted[], readonly Drifted[], readonly Clash[]] = [lot, [], []];
    while (open.length > 0) {
      const answer = await this.database.as(actor, (tx) => this.move(tx, organisationId, open), { statementTimeout: MINUTE });
      if (!(answer instanceof ScheduleClash)) return { clashes, left, moved: answer ? open.length : 0, overtaken: !answer };
      const inTheWay = new Set(answer.clashes.map((clash) => clash.occurrence));
      clashes = [...clashes, ...answer.clashes];
      left = [...left, ...open.filter(({ id }) => inTheWay.has(id))];
      open = open.filter(({ id }) => !inTheWay.has(id));
    }
    return { clashes, left, moved: 0, overtaken: false };
  }

  /** False when somebody changed one of them meanwhile: then they are read anew by the next run. */
  private async move(tx: Tx, organisationId: string, lot: readonly Drifted[]): Promise<boolean | ScheduleClash> {
    const edits = lot.map(({ id, version, time }) => ({ id, expectedVersion: version, time, rezoned: true }));
    const answer = await this.occurrences.change(tx, organisationId, edits);
    if (answer instanceof ScheduleClash) return answer;
    if (!('versions' in answer)) return false;
    await this.told.moved(tx, organisationId, lot);
    return true;
  }
}
