import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Page, pageOf } from '@app/platform';
import { type AgendaItem, type AgendaRange, AgendaReads } from '../persistence/agenda.reads.js';

export interface Agenda extends Page<AgendaItem> {
  /** The database's clock when it was read: what was kept offline says since when. */
  readonly now: string;
}

/** What the person who asks has on, in order, across all centres. */
@Injectable()
export class ReadAgenda {
  constructor(
    private readonly database: Database,
    private readonly reads: AgendaReads,
  ) {}

  async execute(actor: Actor, range: AgendaRange): Promise<Agenda> {
    const { now, items } = await this.database.as(actor, (tx) => this.reads.agenda(tx, range));
    return { now, ...pageOf(items, range.first) };
  }
}
