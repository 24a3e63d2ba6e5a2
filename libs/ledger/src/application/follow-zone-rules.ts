import { Injectable } from '@nestjs/common';
import { Actor, Database, Jobs } from '@app/platform';
import { WallTimeStore } from '../persistence/wall-time.store.js';
import { keepWallTimesJob } from './keep-wall-times.job.js';

/**
 * Notices that this program brings newer rules of the world's zones than any that ran here before (they come with Node), and has every
 * organisation's plans follow them. Asked by a tick; while old and new versions run side by side only the newer one computes.
 */
@Injectable()
export class FollowZoneRules {
  constructor(
    private readonly database: Database,
    private readonly store: WallTimeStore,
    private readonly jobs: Jobs,
  ) {}

  /** In whom something is still to come. */
  organisations(): Promise<readonly string[]> {
    return this.database.as(Actor.system(), (tx) => this.store.organisations(tx));
  }

  /** Answers for how many organisations work was put; none when the rules are known. */
  execute(version: string = process.versions.tz ?? '0000a'): Promise<number> {
    return this.database.as(Actor.system(), async (tx) => {
      if (!(await this.store.adopt(tx, version))) return 0;
      const organisations = await this.store.organisations(tx);
      for (const organisationId of organisations) await this.jobs.put(tx, keepWallTimesJob, { organisationId });
      return organisations.length;
    });
  }
}
