import { CancelBooking, ChangeNoticesModule } from '@app/ledger';
import { DispatchModule } from '@app/messages';
import { type Actor, ChangeWorker, isProblem, WakeUps } from '@app/platform';
import { ReminderPlanningModule } from '@app/reminders';
import { type LedgerWorld, openLedgerWorld } from './ledger-world.js';
import { HandsInProcess, HandsOfWorker, type ReminderHands } from './reminder-hands.js';
import { ReminderTimeline } from './reminder-timeline.js';
import { SmtpSink } from './smtp-sink.js';

/** A small generator with a seed, so that a run can be had again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Known {
  readonly id: string;
  version: number;
  people: readonly Actor[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PEOPLE = 6;

/** From now to the next Monday, 07:00 UTC: the same steps meet the same quiet hours and weekends, whenever they are run. */
function untilMonday(now = new Date()): number {
  const days = (8 - now.getUTCDay()) % 7 || 7;
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 7) - now.getTime();
}

/** Random days in the life of a centre: what is planned, moved, cancelled, joined and left, while mail is sent and workers die. */
export class ReminderModel {
  private readonly random: (below: number) => number;
  private readonly known: Known[] = [];
  private people: Actor[] = [];
  private ahead = untilMonday();
  private readonly timeline: ReminderTimeline;
  readonly done = new Map<string, number>();

  private constructor(
    readonly world: LedgerWorld,
    private readonly sink: SmtpSink,
    private readonly hands: ReminderHands,
    seed: number,
  ) {
    this.random = randomOf(seed);
    this.timeline = new ReminderTimeline(world.test);
  }

  /** Without a queue the worker's parts are called in this process; with one a worker runs, and is killed, in its own. */
  static async open(seed: number, queue?: 'PostgreSQL' | 'Redis'): Promise<ReminderModel> {
    const sink = await SmtpSink.open();
    const world = await openLedgerWorld({ modules: [ChangeNoticesModule, DispatchModule, ReminderPlanningModule], providers: [ChangeWorker, WakeUps], settings: { SMTP_URL: sink.url, MAIL_RATE: 100_000 } });
    await world.test.get(ChangeWorker).subscribe();
    const hands = queue ? await HandsOfWorker.open(world, { smtpUrl: sink.url, withRedis: queue === 'Redis' }) : new HandsInProcess(world);
    const model = new ReminderModel(world, sink, hands, seed);
    await model.later(0);
    for (let n = 0; n < PEOPLE; n++) {
      const actor = await world.make.actor({ organisation: world.centre, roles: ['learner'] });
      await world.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, 'fr')`, [actor.personId, `${actor.personId}@example.org`]);
      model.people.push(actor);
    }
    return model;
  }

  /** Random steps; a crash is one of `crashEvery` steps, because a process takes seconds to come back. */
  async run(steps: number, crashEvery = 13): Promise<void> {
    const often = [() => this.create(), () => this.create(), () => this.move(), () => this.move(), () => this.cancel(), () => this.roster(), () => this.roster(), () => this.wait(), () => this.wait(), () => this.replan(), () => this.settle(), () => this.settle()];
    for (let n = 0; n < steps; n++) await (this.random(crashEvery) === 0 ? this.crash() : often[this.random(often.length)]?.());
    await this.letTheRestHappen();
  }

  /** Nothing changes any more and the days go by, until all that is still planned has been reminded of. */
  private async letTheRestHappen(): Promise<void> {
    await this.hands.settle(false);
    for (let day = 0; day < 5; day++) {
      await this.later(DAY);
      await this.hands.settle(false);
    }
  }

  /** Reminders that left although they were outdated, each with what was wrong. */
  faults(): Promise<readonly string[]> {
    return this.timeline.outdated();
  }

  /** Reminders that should have left and did not. */
  async forgotten(): Promise<number> {
    return (await this.world.test.asOwner(`select id from message where type = 'reminders.before' and state in ('due', 'sending', 'ambiguous') and next_at <= app.now()`)).length;
  }

  async sent(): Promise<number> {
    return (await this.world.test.asOwner(`select id from message where type = 'reminders.before' and state = 'sent'`)).length;
  }

  async close(): Promise<void> {
    await this.hands.close();
    await this.world.test.close();
    await this.sink.down();
  }

  private count(name: string): void {
    this.done.set(name, (this.done.get(name) ?? 0) + 1);
  }

  private some(): readonly Actor[] {
    return this.people.filter(() => this.random(2) === 0);
  }

  /** Between two hours and four days ahead of the tests' now, at a full hour of the wall. */
  private when(): { startsAt: string; endsAt: string } {
    const start = new Date(Math.ceil((Date.now() + this.ahead + 2 * HOUR + this.random(4 * 24) * HOUR) / HOUR) * HOUR);
    const text = (at: Date): string => at.toISOString().slice(0, 16);
    return { startsAt: text(start), endsAt: text(new Date(start.getTime() + HOUR)) };
  }

  private async create(): Promise<void> {
    const people = this.some();
    const booked = await this.world.book([], { ...this.when(), zone: 'UTC', title: 'Atelier', people: [...people.map((one) => ({ personId: one.personId ?? '', part: 'learner' as const })), { personId: this.world.marie.personId ?? '', part: 'staff' as const }] });
    if (isProblem(booked)) return this.count('refused');
    await this.world.test.asOwner(`update occurrence set kind = 'workshop' where id = $1`, [booked.occurrenceId]);
    this.known.push({ id: booked.occurrenceId, version: 1, people });
    await this.timeline.note(booked.occurrenceId);
    this.count('created');
  }

  private pick(): Known | undefined {
    return this.known[this.known.length - 1 - this.random(Math.min(this.known.length, 12))];
  }

  private async move(): Promise<void> {
    const one = this.pick();
    if (!one) return;
    const moved = await this.world.move({ occurrenceId: one.id, expectedVersion: one.version, ...this.when() });
    if (isProblem(moved)) return this.count('refused');
    one.version = moved.versions.get(one.id) ?? one.version;
    await this.timeline.note(one.id);
    this.count('moved');
  }

  private async roster(): Promise<void> {
    const one = this.pick();
    if (!one) return;
    const people = this.some();
    const changed = await this.world.move({ occurrenceId: one.id, expectedVersion: one.version, people: [...people.map((each) => ({ personId: each.personId ?? '', part: 'learner' as const })), { personId: this.world.marie.personId ?? '', part: 'staff' as const }] });
    if (isProblem(changed)) return this.count('refused');
    Object.assign(one, { people, version: changed.versions.get(one.id) ?? one.version });
    await this.timeline.note(one.id);
    this.count('enrolled');
  }

  private async cancel(): Promise<void> {
    const one = this.pick();
    if (!one || this.random(3) > 0) return;
    const gone = await this.world.test.get(CancelBooking).execute(this.world.marie, { organisationId: this.world.centre.id, occurrenceId: one.id, expectedVersion: one.version });
    if (isProblem(gone)) return;
    await this.timeline.note(one.id);
    this.count('cancelled');
  }

  private async wait(): Promise<void> {
    await this.later(this.random(DAY / 4));
    this.count('waited');
  }

  private async later(milliseconds: number): Promise<void> {
    await this.hands.rest();
    this.ahead += milliseconds;
    await this.world.test.moveClock(`${Math.floor(this.ahead / 1_000)} seconds`);
    await this.timeline.newMoment();
  }

  /** A worker dies in the middle, and the queue forgets everything; what was held is free again when the lease is over. */
  private async crash(): Promise<void> {
    await this.hands.crash();
    await this.hands.flush();
    this.ahead += 60_000;
    await this.world.test.moveClock(`${Math.floor(this.ahead / 1_000)} seconds`);
    await this.timeline.newMoment();
    this.count('crashed');
  }

  /** As after a queue that was emptied: the job comes again, from the rows. */
  private async replan(): Promise<void> {
    if (this.random(6) > 0) return;
    await this.hands.replan();
    this.count('replanned');
  }

  private async settle(): Promise<void> {
    await this.hands.settle(this.random(4) === 0);
  }

  /** At most one for each person, rule and timing version; each with a Message-ID of its own at the mail server. */
  async twice(): Promise<readonly string[]> {
    const rows = await this.world.test.asOwner<{ key: string }>(
      `select person_id || ' ' || subject_id || ' ' || timing_version || ' ' || rule as key from message where type = 'reminders.before' and state = 'sent' group by 1 having count(*) > 1`,
    );
    const ids = await this.world.test.asOwner<{ id: string }>(`select id from message where type = 'reminders.before' and state = 'sent'`);
    const handed = this.sink.idsOf().filter((id) => ids.some((one) => id.includes(one.id)));
    // A worker that died with a letter in its hands says so: that one may come twice, with one Message-ID.
    const uncertain = await this.world.test.asOwner<{ id: string }>('select id from message where times_ambiguous > 0');
    const repeated = handed.filter((id, index) => handed.indexOf(id) !== index && !uncertain.some((one) => id.includes(one.id)));
    const missing = ids.filter((one) => !handed.some((id) => id.includes(one.id)));
    return [...rows.map(({ key }) => key), ...repeated.map((id) => `twice at the server: ${id}`), ...missing.map(({ id }) => `never at the server: ${id}`)];
  }
}
