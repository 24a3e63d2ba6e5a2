import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotAllowed } from '@app/platform';
import { AgendaReads } from '../persistence/agenda.reads.js';

/** Says that the changes of the own agenda were read: from now on they are no news. */
@Injectable()
export class SeeChanges {
  constructor(
    private readonly database: Database,
    private readonly reads: AgendaReads,
  ) {}

  execute(actor: Actor): Promise<{ seenAt: Date } | NotAllowed> {
    const { personId } = actor;
    if (personId === undefined) return Promise.resolve(new NotAllowed('agenda.see'));
    return this.database.as(actor, async (tx) => ({ seenAt: await this.reads.seen(tx, personId) }));
  }
}
