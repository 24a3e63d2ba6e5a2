import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, type NotAllowed, type NotFound, type StaleVersion } from '@app/platform';
import { Journal } from '@app/identity';
import { readClosureCsv } from '../domain/closure-csv.js';
import { type SkippedEntry } from '../domain/closure-file.js';
import { readClosureIcs } from '../domain/closure-ics.js';
import { ClosureStore } from '../persistence/closure.store.js';
import { calendarToChange } from './calendar-to-change.js';
import { ClosureHits } from './closure-hits.js';
import { type CalendarChanged } from './create-closure-calendar.js';

export interface ImportClosuresInput {
  readonly calendarId: string;
  /** The file as text: a calendar (BEGIN:VCALENDAR) or a table with the columns start, end and name. */
  readonly content: string;
}

export interface ClosuresImported extends CalendarChanged {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: readonly SkippedEntry[];
}

/** Loads school holidays and the like from a file. What is loaded is loaded whole; the same file twice adds nothing. */
@Injectable()
export class ImportClosures {
  constructor(
    private readonly database: Database,
    private readonly store: ClosureStore,
    private readonly hits: ClosureHits,
    private readonly journal: Journal,
  ) {}

  execute(actor: Actor, input: ImportClosuresInput): Promise<ClosuresImported | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const calendar = await calendarToChange(tx, this.store, { calendarId: input.calendarId, action: 'closure.import' });
      if (isProblem(calendar)) return calendar;
      const isCalendarFile = /^\ufeff?\s*BEGIN:VCALENDAR/i.test(input.content);
      const file = isCalendarFile ? readClosureIcs(input.content) : readClosureCsv(input.content);
      if ('reason' in file) return new InvalidInput([file]);
      await this.hits.lock(tx, calendar.siteIds);
      const { added, changed } = await this.store.enter(tx, calendar, file.closures);
      const version = added + changed > 0 ? await this.store.touch(tx, calendar.id) : calendar.version;
      const { organisationId, id } = calendar;
      await this.journal.enter(tx, { organisationId, subject: { kind: 'closure-calendar', id }, version, kind: 'closures-imported', facts: { added, changed } });
      const days = file.closures.map((closure) => ({ ...closure, kind: 'closed' as const }));
      const hits = await this.hits.find(tx, calendar, { publicHolidays: null, community: null, days });
      return { calendarId: id, version, hits, added, changed, unchanged: file.closures.length - added - changed, skipped: file.skipped };
    });
  }
}
