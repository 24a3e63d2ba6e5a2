import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';

/** What a context above keeps by the wall clock beside its occurrences. */
export interface WallTimeFollower {
  readonly context: string;
  /** Gives the instants of today's rules to what is still to come; answers how many were concerned. Twice does no harm. */
  keep(tx: Tx, organisationId: string, dryRun: boolean): Promise<number>;
}

/** Contexts that follow when the rules of a zone change, registered in their `onModuleInit`. */
@Injectable()
export class WallTimeFollowers {
  private readonly followers = new Map<string, WallTimeFollower>();

  /** A second follower of the same context is a bug and throws. */
  register(follower: WallTimeFollower): void {
    if (this.followers.has(follower.context)) throw new Error(`${follower.context} follows new rules of zones twice.`);
    this.followers.set(follower.context, follower);
  }

  async keep(tx: Tx, organisationId: string, dryRun: boolean): Promise<number> {
    let count = 0;
    // One after the other: they share one connection.
    for (const follower of this.followers.values()) count += await follower.keep(tx, organisationId, dryRun);
    return count;
  }
}
