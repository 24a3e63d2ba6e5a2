import { CancelBooking, ChangeNoticesModule } from '@app/ledger';
import { DispatchMail, DispatchModule } from '@app/messages';
import { type Actor, ChangeWorker, isProblem, WakeUps } from '@app/platform';
import { FollowOccurrences, ReminderPlanningModule, Replan } from '@app/reminders';
import { type LedgerWorld, openLedgerWorld } from './ledger-world.js';
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

const DAY = 86_400_000;
const PEOPLE = 6;

/** Random days in the life of a centre: what is planned, moved, cancelled, joined and left, while mail is sent and workers die. */
export class ReminderModel {
  private readonly random: (below: number) => number;
  private readonly known: Known[] = [];
  private people: Actor[] = [];
  private ahead = 0;
  readonly faults: string[] = [];
  readonly done = new Map<string, number>();

  private constructor(readonly world: LedgerWorld, private readonly sink: SmtpSink, seed: number) {
    this.random = randomOf(seed);
  }

  static async open(seed: number): Promise<ReminderModel> {
    const sink = await SmtpSink.open();
    const world = await openLedgerWorld({ modules: [ChangeNoticesModule, DispatchModule, ReminderPlanningModule], providers: [ChangeWorker, WakeUps], settings: { SMTP_URL: sink.url, MAIL_RATE: 100_000 } });
    await world.test.get(ChangeWorker).subscribe();
    const model = new ReminderModel(world, sink, seed);
    for (let n = 0; n < PEOPLE; n++) {
      const actor = await world.make.actor({ organisation: world.centre, roles: ['learner'] });
      await world.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, 'fr')`, [actor.personId, `${actor.personId}@example.org`]);
      model.people.push(actor);
    }
    return model;
  }

  async run(steps: number): Promise<void> {
    const step = [() => this.create(), () => this.create(), () => this.move(), () => this.move(), () => this.cancel(), () => this.roster(), () => this.roster(), () => this.wait(), () => this.wait(), () => this.crash(), () => this.replan(), () => this.settle(), () => this.settle()];
    for (let n = 0; n < steps; n++) await step[this.random(step.length)]?.();
    await this.settle();
  }

  async close(): Promise<void> {
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
    const start = new Date(Math.ceil((Date.now() + this.ahead + 7_200_000 + this.random(4 * 24) * 3_600_000) / 3_600_000) * 3_600_000);
    const text = (at: Date): string => at.toISOString().slice(0, 16);
    return { startsAt: text(start), endsAt: text(new Date(start.getTime() + 3_600_000)) };
  }

  private async create(): Promise<void> {
    const people = this.some();
    const booked = await this.world.book([], { ...this.when(), zone: 'UTC', title: 'Atelier', people: [...people.map((one) => ({ personId: one.personId ?? '', part: 'learner' as const })), { personId: this.world.marie.personId ?? '', part: 'staff' as const }] });
    if (isProblem(booked)) return this.count('refused');
    await this.world.test.asOwner(`update occurrence set kind = 'workshop' where id = $1`, [booked.occurrenceId]);
    this.known.push({ id: booked.occurrenceId, version: 1, people });
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
    this.count('moved');
  }

  private async roster(): Promise<void> {
    const one = this.pick();
    if (!one) return;
    const people = this.some();
    const changed = await this.world.move({ occurrenceId: one.id, expectedVersion: one.version, people: [...people.map((each) => ({ personId: each.personId ?? '', part: 'learner' as const })), { personId: this.world.marie.personId ?? '', part: 'staff' as const }] });
    if (isProblem(changed)) return this.count('refused');
    Object.assign(one, { people, version: changed.versions.get(one.id) ?? one.version });
    this.count('enrolled');
  }

  private async cancel(): Promise<void> {
    const one = this.pick();
    if (!one || this.random(3) > 0) return;
    const gone = await this.world.test.get(CancelBooking).execute(this.world.marie, { organisationId: this.world.centre.id, occurrenceId: one.id, expectedVersion: one.version });
    if (!isProblem(gone)) this.count('cancelled');
  }

  private async wait(): Promise<void> {
    this.ahead += this.random(DAY / 4);
    await this.world.test.moveClock(`${Math.floor(this.ahead / 1_000)} seconds`);
    this.count('waited');
  }

  /** A worker leases due messages, or changes, and dies: what it held is free again when the lease is over. */
  private async crash(): Promise<void> {
    await this.world.test.asOwner(`select app.claim_messages('mail', 5, interval '30 seconds', null, gen_random_uuid())`);
    await this.world.test.asOwner(`select app.lease_change_work('reminders.plan', 5, interval '30 seconds', 100)`);
    this.ahead += 60_000;
    await this.world.test.moveClock(`${Math.floor(this.ahead / 1_000)} seconds`);
    this.count('crashed');
  }

  /** As after a queue that was emptied: the job comes again, from the rows. */
  private async replan(): Promise<void> {
    if (this.random(6) > 0) return;
    await this.world.test.get(Replan).execute({ organisationId: this.world.centre.id });
    this.count('replanned');
  }

  /** Plans and sends, and looks at each mail that left: it must be of the time that holds now. */
  private async settle(): Promise<void> {
    const worker = this.world.test.get(ChangeWorker);
    const mail = this.world.test.get(DispatchMail);
    if (this.random(4) > 0) for (let more = true; more; ) more = await worker.portion(this.world.test.get(FollowOccurrences));
    for (let more = true; more; ) more = await mail.portion();
    const outdated = await this.world.test.asOwner<{ text: string }>(
      `select m.rule || ' v' || m.timing_version || ' of v' || o.timing_version || ' ' || o.state as text from message m join occurrence o on o.id = m.subject_id
       where m.type = 'reminders.before' and m.state = 'sent' and m.told_at is null and (o.state <> 'planned' or o.timing_version <> m.timing_version or o.starts_at <= m.sent_at
         or not exists (select from attendee a where a.occurrence_id = o.id and a.person_id = m.person_id))`,
    );
    this.faults.push(...outdated.map(({ text }) => `outdated when it left: ${text}`));
    const left = await this.world.test.asOwner(`update message set told_at = app.now() where type = 'reminders.before' and state = 'sent' and told_at is null returning id`);
    for (let n = 0; n < left.length; n++) this.count('sent');
  }

  /** At most one for each person, rule and timing version; each with a Message-ID of its own at the mail server. */
  async twice(): Promise<readonly string[]> {
    const rows = await this.world.test.asOwner<{ key: string }>(
      `select person_id || ' ' || subject_id || ' ' || timing_version || ' ' || rule as key from message where type = 'reminders.before' and state = 'sent' group by 1 having count(*) > 1`,
    );
    const ids = await this.world.test.asOwner<{ id: string }>(`select id from message where type = 'reminders.before' and state = 'sent'`);
    const handed = this.sink.idsOf().filter((id) => ids.some((one) => id.includes(one.id)));
    const repeated = handed.filter((id, index) => handed.indexOf(id) !== index);
    const missing = ids.filter((one) => !handed.some((id) => id.includes(one.id)));
    return [...rows.map(({ key }) => key), ...repeated.map((id) => `twice at the server: ${id}`), ...missing.map(({ id }) => `never at the server: ${id}`)];
  }
}
