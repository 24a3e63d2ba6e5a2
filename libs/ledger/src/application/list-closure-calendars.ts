import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Language, type NotAllowed, type NotFound } from '@app/platform';
import { refusal } from '@app/identity';
import { closedDays } from '../domain/closures.js';
import { type CalendarWithDays, ClosureStore } from '../persistence/closure.store.js';

export interface CalendarYear extends CalendarWithDays {
  readonly year: number;
  /** Every closed day of the year: computed holidays and entered closures less the exceptions. */
  readonly closed: readonly { readonly date: string; readonly name: string }[];
}

/** The closure calendars of an organisation, for everybody in it, with the days of one year. */
@Injectable()
export class ListClosureCalendars {
  constructor(
    private readonly database: Database,
    private readonly store: ClosureStore,
  ) {}

  execute(actor: Actor, input: { readonly organisationId: string; readonly year: number }): Promise<readonly CalendarYear[] | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, year } = input;
      const refused = refusal(actor, organisationId, { granted: true, action: 'closure-calendar.read' });
      if (refused) return refused;
      const calendars = await this.store.list(tx, organisationId, `${year}-01-01`, `${year}-12-31`);
      return calendars.map((calendar) => inYear(calendar, year, actor.language));
    });
  }
}

const inYear = (calendar: CalendarWithDays, year: number, language: Language): CalendarYear => ({
  ...calendar,
  year,
  closed: closedDays([calendar], `${year}-01-01`, `${year}-12-31`, language),
});
