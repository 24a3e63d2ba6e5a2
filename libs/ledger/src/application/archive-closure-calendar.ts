import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, type NotAllowed, type NotFound, type StaleVersion } from '@app/platform';
import { Journal } from '@app/identity';
import { ClosureStore } from '../persistence/closure.store.js';
import { calendarToChange } from './calendar-to-change.js';

export interface CalendarArchived {
  readonly calendarId: string;
}

/** Takes a closure calendar out of use: its days are open again. */
@Injectable()
export class ArchiveClosureCalendar {
  constructor(
    private readonly database: Database,
    private readonly store: ClosureStore,
    private readonly journal: Journal,
  ) {}

  execute(actor: Actor, input: { readonly calendarId: string; readonly expectedVersion: number }): Promise<CalendarArchived | NotAllowed | NotFound | StaleVersion> {
    return this.database.as(actor, async (tx) => {
      const calendar = await calendarToChange(tx, this.store, { ...input, action: 'closure-calendar.archive' });
      if (isProblem(calendar)) return calendar;
      await this.store.archive(tx, calendar.id);
      const { organisationId, id, version } = calendar;
      await this.journal.enter(tx, { organisationId, subject: { kind: 'closure-calendar', id }, version: version + 1, kind: 'archived' });
      return { calendarId: id };
    });
  }
}
