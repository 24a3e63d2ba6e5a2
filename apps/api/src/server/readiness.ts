import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Database } from '@app/platform';

const LONGEST_CHECK = 800;

/** Whether this process should be given requests. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private leaving = false;

  constructor(private readonly database: Database) {}

  /** From here on a proxy sends its requests elsewhere; those inside are finished. */
  beforeApplicationShutdown(): void {
    this.leaving = true;
  }

  leave(): void {
    this.leaving = true;
  }

  async faults(): Promise<readonly string[]> {
    if (this.leaving) return ['stopping'];
    return (await this.databaseAnswers()) ? [] : ['database'];
  }

  /** A connection that stays silent is cut by this, so that checks also clear a pool after the network was away. */
  private databaseAnswers(): Promise<boolean> {
    const answer = this.database.statement('select 1', [], LONGEST_CHECK).then(
      () => true,
      () => false,
    );
    return Promise.race([answer, pause(LONGEST_CHECK, false, { ref: false })]);
  }
}
