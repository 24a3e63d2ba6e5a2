import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type MergeClash, type MergeFollower, type PersonMerge } from '../domain/merge.js';

/** Contexts that follow when two persons become one, registered in their `onModuleInit`. */
@Injectable()
export class MergeFollowers {
  private readonly followers = new Map<string, MergeFollower>();

  /** A second follower of the same context is a bug and throws. */
  register(follower: MergeFollower): void {
    if (this.followers.has(follower.context)) throw new Error(`${follower.context} follows merges twice.`);
    this.followers.set(follower.context, follower);
  }

  async clashes(tx: Tx, merge: PersonMerge): Promise<readonly MergeClash[]> {
    const found: MergeClash[] = [];
    // One after the other: they share one connection.
    for (const follower of this.followers.values()) found.push(...(await follower.clashes(tx, merge)));
    return found;
  }

  async follow(tx: Tx, merge: PersonMerge): Promise<void> {
    for (const follower of this.followers.values()) await follower.follow(tx, merge);
  }
}
