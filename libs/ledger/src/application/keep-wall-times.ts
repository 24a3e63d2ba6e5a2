import { Injectable } from '@nestjs/common';
import { Actor, Database } from '@app/platform';
import { KeepOccurrenceTimes, type OccurrenceTimesKept } from './keep-occurrence-times.js';
import { WallTimeFollowers } from './wall-time-followers.js';

export interface WallTimesKept extends OccurrenceTimesKept {
  /** Leave, loans, repairs and announced half-days likewise. */
  readonly absences: number;
}

/** After the rules of a zone were changed: all that is still to come in one organisation keeps its time on the wall. Twice does no harm. */
@Injectable()
export class KeepWallTimes {
  constructor(
    private readonly database: Database,
    private readonly followers: WallTimeFollowers,
    private readonly occurrences: KeepOccurrenceTimes,
  ) {}

  async execute(organisationId: string, options: { readonly dryRun?: boolean; readonly signal?: AbortSignal } = {}): Promise<WallTimesKept> {
    const absences = await this.database.as(Actor.system(organisationId), (tx) => this.followers.keep(tx, organisationId, options.dryRun ?? false));
    return { absences, ...(await this.occurrences.execute(organisationId, options)) };
  }
}
