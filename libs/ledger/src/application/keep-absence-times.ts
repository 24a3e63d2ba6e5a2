import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { rezonedAbsence } from '../domain/wall-times.js';
import { WallTimeStore } from '../persistence/wall-time.store.js';
import { RezoningRecord } from './rezoning-record.js';
import { type WallTimeFollower, WallTimeFollowers } from './wall-time-followers.js';

/** Leave, loans and repairs keep both their ends on the wall. */
@Injectable()
export class KeepAbsenceTimes implements WallTimeFollower, OnModuleInit {
  readonly context = 'ledger';

  constructor(
    private readonly followers: WallTimeFollowers,
    private readonly store: WallTimeStore,
    private readonly told: RezoningRecord,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
  }

  async keep(tx: Tx, organisationId: string, dryRun: boolean): Promise<number> {
    let count = 0;
    for (const absence of await this.store.absences(tx, organisationId)) {
      const during = rezonedAbsence(absence);
      if (!during || (!dryRun && !(await this.store.moveAbsence(tx, organisationId, absence, during)))) continue;
      count += 1;
      if (!dryRun) await this.told.absence(tx, organisationId, { ...absence, during });
    }
    return count;
  }
}
