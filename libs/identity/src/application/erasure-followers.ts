import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type ErasureFollower, type KnownPerson } from '../domain/erasure.js';

/** Contexts that give back what is still to come when a person is erased, registered in their `onModuleInit`. */
@Injectable()
export class ErasureFollowers {
  private readonly followers = new Map<string, ErasureFollower>();

  /** A second follower of the same context is a bug and throws. */
  register(follower: ErasureFollower): void {
    if (this.followers.has(follower.context)) throw new Error(`${follower.context} follows erasures twice.`);
    this.followers.set(follower.context, follower);
  }

  async forget(tx: Tx, person: KnownPerson): Promise<void> {
    for (const follower of this.followers.values()) await follower.forget(tx, person);
  }
}
