import { Injectable } from '@nestjs/common';
import { Actor, Database } from '@app/platform';

const BATCH = 500;

/**
 * Gives back holds and offered seats whose time is up, of all organisations; called every few seconds. A claim does not wait for it: it
 * removes what has expired on its own resources by itself. Answers how many were ended.
 */
@Injectable()
export class ReleaseExpired {
  constructor(private readonly database: Database) {}

  async execute(): Promise<number> {
    const once = async (): Promise<number> => {
      const [row] = await this.database.as(Actor.system(), (tx) => tx.query<{ ended: number }>('select app.release_expired() as ended'));
      return row?.ended ?? 0;
    };
    let total = 0;
    for (let ended = await once(); ended > 0; ended = ended < BATCH ? 0 : await once()) total += ended;
    return total;
  }
}
