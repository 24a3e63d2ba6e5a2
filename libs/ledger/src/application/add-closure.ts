import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Fault, InvalidInput, isProblem, type NotAllowed, type NotFound, type StaleVersion } from '@app/platform';
import { Journal, textFaults, tidyLine } from '@app/identity';
import { LONGEST_CLOSURE_DAYS } from '../domain/closure-file.js';
import { ClosureStore } from '../persistence/closure.store.js';
import { calendarToChange } from './calendar-to-change.js';
import { ClosureHits } from './closure-hits.js';
import { type CalendarChanged } from './create-closure-calendar.js';

export interface AddClosureInput {
  readonly calendarId: string;
  /** "open" makes an exception of days on which this calendar would be closed. */
  readonly kind: 'closed' | 'open';
  readonly from: string;
  /** The last day, included. */
  readonly to: string;
  readonly name: string;
}

const DAY = 86_400_000;

/** Closes (or by exception opens) some days in a calendar. */
@Injectable()
export class AddClosure {
  constructor(
    private readonly database: Database,
    private readonly store: ClosureStore,
    private readonly hits: ClosureHits,
    private readonly journal: Journal,
  ) {}

  execute(actor: Actor, input: AddClosureInput): Promise<CalendarChanged | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const calendar = await calendarToChange(tx, this.store, { calendarId: input.calendarId, action: 'closure.add' });
      if (isProblem(calendar)) return calendar;
      const faults = faultsOf(input);
      if (faults.length > 0) return new InvalidInput(faults);
      const { kind, from, to } = input;
      await this.hits.lock(tx, calendar.siteIds);
      const { ids } = await this.store.enter(tx, calendar, [{ kind, from, to, name: tidyLine(input.name), uid: randomUUID() }]);
      const version = await this.store.touch(tx, calendar.id);
      const { organisationId, id } = calendar;
      await this.journal.enter(tx, { organisationId, subject: { kind: 'closure-calendar', id }, version, kind: 'closure-added', facts: { closureId: ids[0], from, to } });
      const hits = kind === 'open' ? [] : await this.hits.find(tx, calendar, { publicHolidays: null, community: null, days: [input] });
      return { calendarId: id, version, hits };
    });
  }
}

function faultsOf({ from, to, name }: AddClosureInput): readonly Fault[] {
  const faults: Fault[] = [...textFaults(name, { field: 'name', max: 200, required: true })];
  if (from < '2000-01-01' || to >= '2100-01-01') faults.push({ field: 'to', reason: 'range.out-of-bounds', values: { first: 2000, last: 2099 } });
  if (to < from) faults.push({ field: 'to', reason: 'range.reversed' });
  if ((Date.parse(to) - Date.parse(from)) / DAY > LONGEST_CLOSURE_DAYS) faults.push({ field: 'to', reason: 'range.too-many-days', values: { max: LONGEST_CLOSURE_DAYS } });
  return faults;
}
