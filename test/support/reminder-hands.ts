import { DispatchMail } from '@app/messages';
import { Actor, ChangeWorker, Jobs } from '@app/platform';
import { FollowOccurrences, Replan, replanJob } from '@app/reminders';
import { eventually } from './eventually.js';
import { type LedgerWorld } from './ledger-world.js';
import { RedisServer } from './redis-server.js';
import { WorkerProcess } from './worker-process.js';

/** Who plans and sends what the model's centre needs, and how they break. */
export interface ReminderHands {
  /** Everything that is due now is planned and sent; `tired` hands may leave the planning for later. */
  settle(tired: boolean): Promise<void>;
  /** Nobody holds a message: the clock may jump without looking like a lease that ran out. */
  rest(): Promise<void>;
  /** Dies with what it holds, and is back; the caller lets the leases run out. */
  crash(): Promise<void>;
  /** The job that plans everything anew. */
  replan(): Promise<void>;
  /** The queue forgets everything. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** The worker's parts, called by the model itself: a thousand steps in seconds, without a queue. */
export class HandsInProcess implements ReminderHands {
  constructor(private readonly world: LedgerWorld) {}

  async settle(tired: boolean): Promise<void> {
    const worker = this.world.test.get(ChangeWorker);
    const mail = this.world.test.get(DispatchMail);
    if (!tired) for (let more = true; more; ) more = await worker.portion(this.world.test.get(FollowOccurrences));
    for (let more = true; more; ) more = await mail.portion();
  }

  rest = (): Promise<void> => Promise.resolve();

  async crash(): Promise<void> {
    await this.world.test.asOwner(`select app.claim_messages('mail', 5, interval '30 seconds', null, gen_random_uuid())`);
    await this.world.test.asOwner(`select app.lease_change_work('reminders.plan', 5, interval '30 seconds', 100)`);
  }

  async replan(): Promise<void> {
    await this.world.test.get(Replan).execute({ organisationId: this.world.centre.id });
  }

  flush = (): Promise<void> => Promise.resolve();
  close = (): Promise<void> => Promise.resolve();
}

/** A worker in a process of its own, with BullMQ on Redis or on PostgreSQL between, that works all the time. */
export class HandsOfWorker implements ReminderHands {
  private constructor(
    private readonly world: LedgerWorld,
    private readonly start: () => Promise<WorkerProcess>,
    private worker: WorkerProcess,
    private readonly redis?: RedisServer,
  ) {}

  static async open(world: LedgerWorld, wishes: { readonly smtpUrl: string; readonly withRedis: boolean }): Promise<HandsOfWorker> {
    const redis = wishes.withRedis ? await RedisServer.start() : undefined;
    const start = (): Promise<WorkerProcess> => WorkerProcess.start({ databaseUrl: world.test.appUrl, smtpUrl: wishes.smtpUrl, redisUrl: redis?.url, leaseSeconds: 30, mailRate: 10_000 });
    return new HandsOfWorker(world, start, await start(), redis);
  }

  async settle(): Promise<void> {
    await eventually(async () => expect(await this.undone()).toBe(0), 120);
  }

  async rest(): Promise<void> {
    await eventually(async () => expect(await this.world.test.asOwner(`select id from message where lease is not null and leased_until > app.now() and state in ('due', 'sending', 'ambiguous')`)).toEqual([]), 120);
  }

  async crash(): Promise<void> {
    await this.worker.kill();
    this.worker = await this.start();
  }

  async replan(): Promise<void> {
    const { test, centre } = this.world;
    await test.database.as(Actor.system(centre.id), (tx) => new Jobs().put(tx, replanJob, { organisationId: centre.id }, { organisationId: centre.id }));
  }

  async flush(): Promise<void> {
    await this.redis?.flush();
  }

  async close(): Promise<void> {
    await this.worker.kill();
    await this.redis?.close();
  }

  /** Changes nobody followed yet, jobs, and mail that is due. */
  private async undone(): Promise<number> {
    const [row] = await this.world.test.asOwner<{ n: number }>(
      `select (select count(*) from change_work where parked_at is null and not_before <= app.now()) + (select count(*) from job where state <> 'failed' and run_at <= app.now())
       + (select count(*) from message where channel = 'mail' and state in ('due', 'sending', 'ambiguous') and next_at <= app.now())::int as n`,
    );
    return Number(row?.n);
  }
}
