import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';

/** Somebody who is expected in something and said that he will not come. */
export interface Excused {
  readonly occurrenceId: string;
  readonly personId: string;
}

/** A floor above, where people say that they cannot come. It calls PlanOccurrence when that changes. */
export interface ExcuseSource {
  excused(tx: Tx, organisationId: string, occurrenceIds: readonly string[]): Promise<readonly Excused[]>;
}

/** Who needs no reminder of what he will miss: asked when reminders are planned, and again when they leave. */
@Injectable()
export class ReminderExcuses {
  private readonly sources: ExcuseSource[] = [];

  register(source: ExcuseSource): void {
    this.sources.push(source);
  }

  async of(tx: Tx, organisationId: string, occurrenceIds: readonly string[]): Promise<readonly Excused[]> {
    if (occurrenceIds.length === 0) return [];
    const found: Excused[] = [];
    for (const source of this.sources) found.push(...(await source.excused(tx, organisationId, occurrenceIds)));
    return found;
  }
}
