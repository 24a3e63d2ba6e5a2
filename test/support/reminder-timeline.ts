import { type TestModule } from './test-module.js';

interface Told {
  readonly id: string;
  readonly person: string;
  readonly rule: string;
  readonly version: number;
  readonly at: Date;
}

/** An occurrence as it stood from an instant on. */
interface Standing {
  readonly at: Date;
  readonly planned: boolean;
  readonly version: number;
  readonly startsAt: Date;
  readonly people: readonly string[];
}

/**
 * What was true when, by the clock of the database, which jumps between moments. Within a moment a change and a mail may cross each other in
 * milliseconds; a mail that left in a later moment than the change must know of it.
 */
export class ReminderTimeline {
  private readonly standings = new Map<string, Standing[]>();
  private readonly moments: Date[] = [new Date(0)];

  constructor(private readonly test: TestModule) {}

  /** After everything that changes an occurrence. */
  async note(occurrenceId: string): Promise<void> {
    const [standing] = await this.test.asOwner<Standing>(
      `select app.now() as at, o.state = 'planned' as planned, o.timing_version as version, o.starts_at as "startsAt",
         array(select a.person_id::text from attendee a where a.occurrence_id = o.id) as people from occurrence o where o.id = $1`,
      [occurrenceId],
    );
    if (standing) this.standings.set(occurrenceId, [...(this.standings.get(occurrenceId) ?? []), standing]);
  }

  /** After every jump of the clock. */
  async newMoment(): Promise<void> {
    const [row] = await this.test.asOwner<{ now: Date }>('select app.now() as now');
    if (row) this.moments.push(row.now);
  }

  async outdated(): Promise<readonly string[]> {
    const told = await this.test.asOwner<Told>(
      `select subject_id as id, person_id as person, rule, timing_version as version, sent_at as at from message where type = 'reminders.before' and state = 'sent'`,
    );
    return told.filter((one) => !this.couldKnow(one).some((standing) => isTrue(one, standing))).map(({ id, rule, version, at }) => `${rule} v${version} of ${id} left at ${at.toISOString()}`);
  }

  /** How it stood when the moment of the mail began, and whatever it became within that moment. */
  private couldKnow({ id, at }: Told): readonly Standing[] {
    const moment = this.moments.findLast((begun) => begun <= at) ?? at;
    const standings = this.standings.get(id) ?? [];
    return [...standings.filter((one) => one.at < moment).slice(-1), ...standings.filter((one) => one.at >= moment && one.at <= at)];
  }
}

const isTrue = ({ version, person, at }: Told, standing: Standing): boolean => standing.planned && standing.version === version && standing.startsAt > at && standing.people.includes(person);
