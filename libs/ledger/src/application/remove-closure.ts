import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, type NotAllowed, NotFound, type StaleVersion } from '@app/platform';
import { Journal } from '@app/identity';
import { ClosureStore } from '../persistence/closure.store.js';
import { calendarToChange } from './calendar-to-change.js';
import { type CalendarChanged } from './create-closure-calendar.js';

/** Takes a closure out of a calendar. Computed holidays are not entered and so not removed: an "open" day makes an exception of one. */
@Injectable()
export class RemoveClosure {
  constructor(
    private readonly database: Database,
    private readonly store: ClosureStore,
    private readonly journal: Journal,
  ) {}

  execute(actor: Actor, input: { readonly calendarId: string; readonly closureId: string }): Promise<CalendarChanged | NotAllowed | NotFound | StaleVersion> {
    return this.database.as(actor, async (tx) => {
      const calendar = await calendarToChange(tx, this.store, { calendarId: input.calendarId, action: 'closure.remove' });
      if (isProblem(calendar)) return calendar;
      if (!(await this.store.remove(tx, calendar.id, input.closureId))) return new NotFound('closure');
      const version = await this.store.touch(tx, calendar.id);
      const { organisationId, id } = calendar;
      await this.journal.enter(tx, { organisationId, subject: { kind: 'closure-calendar', id }, version, kind: 'closure-removed', facts: { closureId: input.closureId } });
      return { calendarId: id, version, hits: [] };
    });
  }
}
