import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, type NotAllowed, NotFound } from '@app/platform';
import { Journal, refusal, textFaults, tidyLine } from '@app/identity';
import { type Community } from '../domain/belgian-holidays.js';
import { mayPlan } from '../domain/ledger.policy.js';
import { ClosureStore } from '../persistence/closure.store.js';
import { type ClosureHit, ClosureHits } from './closure-hits.js';

export interface CreateClosureCalendarInput {
  readonly organisationId: string;
  readonly name: string;
  /** Closed on the ten public holidays of Belgium, computed for every year. */
  readonly publicHolidays: boolean;
  /** Closed on the day of this Community too. */
  readonly community?: Community | null;
  /** Sites that follow the calendar. */
  readonly siteIds: readonly string[];
}

export interface CalendarChanged {
  readonly calendarId: string;
  readonly version: number;
  /** What stands on days that are closed now. */
  readonly hits: readonly ClosureHit[];
}

/** Adds a calendar of closed days that sites can follow. */
@Injectable()
export class CreateClosureCalendar {
  constructor(
    private readonly database: Database,
    private readonly store: ClosureStore,
    private readonly hits: ClosureHits,
    private readonly journal: Journal,
  ) {}

  execute(actor: Actor, input: CreateClosureCalendarInput): Promise<CalendarChanged | NotAllowed | NotFound | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, community = null } = input;
      const refused = refusal(actor, organisationId, { granted: mayPlan(actor, organisationId), action: 'closure-calendar.create' });
      if (refused) return refused;
      const faults = textFaults(input.name, { field: 'name', max: 200, required: true });
      if (faults.length > 0) return new InvalidInput(faults);
      const [name, siteIds, publicHolidays] = [tidyLine(input.name), [...new Set(input.siteIds)], input.publicHolidays ? ('BE' as const) : null];
      if ((await this.store.countSites(tx, organisationId, siteIds)) < siteIds.length) return new NotFound('site');
      if (await this.store.isNameTaken(tx, organisationId, name)) return InvalidInput.at('name', 'name.taken', { name });
      await this.hits.lock(tx, siteIds);
      const calendarId = await this.store.create(tx, { organisationId, name, publicHolidays, community, siteIds });
      await this.journal.enter(tx, { organisationId, subject: { kind: 'closure-calendar', id: calendarId }, version: 1, kind: 'created' });
      const hits = await this.hits.find(tx, { organisationId, siteIds }, { publicHolidays, community, days: [] });
      return { calendarId, version: 1, hits };
    });
  }
}
