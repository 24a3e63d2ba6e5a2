import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Actor } from '../actor/actor.js';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { SteadyLoop } from '../loops/steady-loop.js';
import { WakeUps } from '../wake/wake-ups.js';
import { type ChangeConsumer, ChangeConsumers } from './change-consumers.js';

interface Subject {
  readonly organisation_id: string | null;
  readonly subject_kind: string;
  readonly subject_id: string;
}

interface TakenChange {
  readonly change_id: string;
  readonly change_kind: string;
  readonly at: Date;
}

const PORTION = 50;
const MOST_TRIES = 6;
const LONGEST_BACKOFF_SECONDS = 300;
const nobody = Actor.system();

const SUBSCRIBE = `
  insert into change_consumer (name, subject_kinds) values ($1, $2)
  on conflict on constraint change_consumer_pk do update set subject_kinds = excluded.subject_kinds where change_consumer.subject_kinds <> excluded.subject_kinds`;

/** Hands change work to the consumers: one loop each, so that a slow one holds up nobody else. */
@Injectable()
export class ChangeWorker implements BeforeApplicationShutdown {
  private readonly log = new Logger('Changes');
  private loops: readonly SteadyLoop[] = [];

  constructor(
    private readonly database: Database,
    private readonly consumers: ChangeConsumers,
    private readonly settings: Settings,
    private readonly wakeUps: WakeUps,
  ) {}

  /** From now on changes leave work for the registered consumers. One that no worker has any more keeps its work until someone looks. */
  async subscribe(): Promise<void> {
    for (const consumer of this.consumers.all()) {
      await this.database.as(nobody, (tx) => tx.query(SUBSCRIBE, [consumer.name, consumer.subjectKinds]));
    }
  }

  async start(): Promise<void> {
    await this.subscribe();
    this.loops = this.consumers.all().map((consumer) => new SteadyLoop({ name: consumer.name, every: 1_000, work: (signal) => this.portion(consumer, signal) }));
    for (const loop of this.loops) {
      this.wakeUps.on('change_work', () => loop.wake());
      loop.start();
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  /** One portion of a consumer's work; answers true when there was some. Tests call it instead of waiting for the loop. */
  async portion(consumer: ChangeConsumer, signal?: AbortSignal): Promise<boolean> {
    const subjects = await this.database.as(nobody, (tx) =>
      tx.query<Subject>('select * from app.lease_change_work($1, $2, make_interval(secs => $3), $4)', [consumer.name, PORTION, this.settings.LEASE_SECONDS, MOST_TRIES]),
    );
    for (const subject of subjects) {
      // What is left is leased and comes back when the lease ran out.
      if (signal?.aborted) break;
      await this.handle(consumer, subject);
    }
    return subjects.length > 0;
  }

  private async handle(consumer: ChangeConsumer, subject: Subject): Promise<void> {
    const organisationId = subject.organisation_id ?? undefined;
    try {
      await this.database.as(Actor.system(organisationId), async (tx) => {
        const taken = await tx.query<TakenChange>('select * from app.take_change_work($1, $2, $3) order by at, change_id', [consumer.name, subject.subject_kind, subject.subject_id]);
        if (taken.length === 0) return;
        const changes = taken.map((change) => ({ id: change.change_id, kind: change.change_kind, at: change.at }));
        await consumer.handle(tx, { organisationId, subjectKind: subject.subject_kind, subjectId: subject.subject_id, changes });
      });
    } catch (error) {
      await this.postpone(consumer, subject, error instanceof Error ? error : new Error(String(error)));
    }
  }

  private async postpone(consumer: ChangeConsumer, subject: Subject, fault: Error): Promise<void> {
    this.log.error(`${consumer.name} failed on ${subject.subject_kind} ${subject.subject_id}: ${fault.stack ?? fault.message}`);
    const [row] = await this.database.as(nobody, (tx) =>
      tx.query<{ tries: number }>('select app.postpone_change_work($1, $2, $3, $4, $5) as tries', [
        consumer.name,
        subject.subject_kind,
        subject.subject_id,
        fault.message,
        LONGEST_BACKOFF_SECONDS,
      ]),
    );
    if ((row?.tries ?? 0) >= MOST_TRIES) this.log.fatal(`${consumer.name} gives up on ${subject.subject_kind} ${subject.subject_id} after ${row?.tries} tries.`);
  }
}
