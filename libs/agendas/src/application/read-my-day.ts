import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '@app/platform';
import { AgendaReads, type MyDay } from '../persistence/agenda.reads.js';

/** The first screen of a learner: what comes next, what changed since the last visit, which absences are open. */
@Injectable()
export class ReadMyDay {
  constructor(
    private readonly database: Database,
    private readonly reads: AgendaReads,
  ) {}

  execute(actor: Actor): Promise<MyDay> {
    return this.database.as(actor, (tx) => this.reads.myDay(tx));
  }
}
