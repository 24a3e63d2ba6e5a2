import { type Actor, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Me, MeReads } from '../persistence/me.reads.js';

/** The person signed in as he sees himself; undefined for whoever has no account. */
@Injectable()
export class FindMe {
  constructor(
    private readonly database: Database,
    private readonly reads: MeReads,
  ) {}

  async execute(actor: Actor): Promise<Me | undefined> {
    return actor.kind === 'person' ? this.database.as(actor, (tx) => this.reads.find(tx)) : undefined;
  }
}
