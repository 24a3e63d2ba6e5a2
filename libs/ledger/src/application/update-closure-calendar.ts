import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, type NotAllowed, NotFound, type StaleVersion, type Tx } from '@app/platform';
import { Journal, textFaults, tidyLine } from '@app/identity';
import { type Community } from '../domain/belgian-holidays.js';
import { type ClosureCalendar, ClosureStore } from '../persistence/closure.store.js';
import { calendarToChange } from './calendar-to-change.js';
import { ClosureHits } from './closure-hits.js';
import { type CalendarChanged } from './create-closure-calendar.js';

export interface UpdateClosureCalendarInput {
  readonly calendarId: string;
  readonly expectedVersion: number;
  readonly name?: string;
  readonly publicHolidays?: boolean;
  readonly community?: Community | null;
  /** The whole new list of sites that follow it. */
  readonly siteIds?: readonly string[];
}

/** Changes what a closure calendar is called, which computed days it has and which sites follow it; what is left out stays. */
@Injectable()
export class UpdateClosureCalendar {
  constructor(
    private readonly database: Database,
    private readonly store: ClosureStore,
    private readonly hits: ClosureHits,
    private readonly journal: Journal,
  ) {}

  execute(actor: Actor, input: UpdateClosureCalendarInput): Promise<CalendarChanged | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const standing = await calendarToChange(tx, this.store, { ...input, action: 'closure-calendar.update' });
      if (isProblem(standing)) return standing;
      const wanted = changed(standing, input);
      const refused = await this.refused(tx, wanted);
      if (refused) return refused;
      await this.hits.lock(tx, wanted.siteIds);
      await this.store.save(tx, wanted);
      const version = standing.version + 1;
      await this.journal.enter(tx, { organisationId: wanted.organisationId, subject: { kind: 'closure-calendar', id: wanted.id }, version, kind: 'updated' });
      const [saved] = (await this.store.list(tx, wanted.organisationId, '2000-01-01', '2099-12-31')).filter(({ id }) => id === wanted.id);
      return { calendarId: wanted.id, version, hits: saved ? await this.hits.find(tx, saved, saved) : [] };
    });
  }

  private async refused(tx: Tx, wanted: ClosureCalendar): Promise<NotFound | InvalidInput | undefined> {
    const faults = textFaults(wanted.name, { field: 'name', max: 200, required: true });
    if (faults.length > 0) return new InvalidInput(faults);
    if ((await this.store.countSites(tx, wanted.organisationId, wanted.siteIds)) < wanted.siteIds.length) return new NotFound('site');
    return (await this.store.isNameTaken(tx, wanted.organisationId, wanted.name, wanted.id)) ? InvalidInput.at('name', 'name.taken', { name: wanted.name }) : undefined;
  }
}

function changed(standing: ClosureCalendar, input: UpdateClosureCalendarInput): ClosureCalendar {
  const { name = standing.name, publicHolidays = standing.publicHolidays !== null, community = standing.community, siteIds = standing.siteIds } = input;
  return { ...standing, name: tidyLine(name), publicHolidays: publicHolidays ? 'BE' : null, community, siteIds: [...new Set(siteIds)] };
}
