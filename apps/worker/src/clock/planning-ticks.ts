import { Injectable } from '@nestjs/common';
import { BindAgain, FollowZoneRules, ReleaseExpired } from '@app/ledger';
import { PlanWeekAhead } from '@app/reminders';
import { type Tick } from './tick.js';

/** Holds and offers are free again within ten seconds, and whoever yielded to them binds again; the digest of the coming week leaves within a minute of its time. */
@Injectable()
export class PlanningTicks {
  readonly all: readonly Tick[];

  constructor(releaseExpired: ReleaseExpired, bindAgain: BindAgain, weekAhead: PlanWeekAhead, zoneRules: FollowZoneRules) {
    this.all = [
      { name: 'release-expired', everySeconds: 4, run: () => releaseExpired.execute() },
      { name: 'bind-again', everySeconds: 5, run: () => bindAgain.execute() },
      // Each program asks for the rules that it brings itself: with one name, an older worker could take the turn of the newer one.
      { name: `zone-rules ${process.versions.tz}`, everySeconds: 600, run: () => zoneRules.execute() },
      { name: 'week-ahead', everySeconds: 60, run: () => weekAhead.execute() },
    ];
  }
}
