import { Injectable } from '@nestjs/common';
import { ReleaseExpired } from '@app/ledger';
import { PlanWeekAhead } from '@app/reminders';
import { type Tick } from './tick.js';

/** Holds and offers are free again within ten seconds; the digest of the coming week leaves within a minute of its time. */
@Injectable()
export class PlanningTicks {
  readonly all: readonly Tick[];

  constructor(releaseExpired: ReleaseExpired, weekAhead: PlanWeekAhead) {
    this.all = [
      { name: 'release-expired', everySeconds: 4, run: () => releaseExpired.execute() },
      { name: 'week-ahead', everySeconds: 60, run: () => weekAhead.execute() },
    ];
  }
}
