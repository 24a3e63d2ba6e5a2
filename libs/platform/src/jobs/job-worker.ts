import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { SteadyLoop } from '../loops/steady-loop.js';
import { WakeUps } from '../wake/wake-ups.js';
import { QueueBackend, type QueuedJob } from './backend.js';
import { definedJobs, type QueueName } from './define-job.js';
import { JobRows } from './job-rows.js';
import { JobRunner } from './job-runner.js';

/** Jobs of one queue that run at the same time in one worker. Long computations have threads of their own. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = { reminders: 8, 'exam-scheduling': 1, planning: 1, imports: 1, documents: 2, 'follow-up': 2 };
/** A queue that lost a hundred thousand jobs has them back in half a minute (bench `queue`). */
const PORTION = 1_000;
const MOST_DIRECT = 8;

/**
 * Moves due rows into the queue and runs what the queue hands out. When the queue is out of reach, due jobs run without it: it is a
 * clock, and clocks may stop.
 */
@Injectable()
export class JobWorker implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private backend?: QueueBackend;
  private readonly relay: SteadyLoop;
  private readonly leases: SteadyLoop;
  private withoutQueue = false;
  private isClosing = false;
  private readonly direct = new Set<Promise<void>>();

  constructor(
    private readonly settings: Settings,
    private readonly rows: JobRows,
    private readonly runner: JobRunner,
    wakeUps: WakeUps,
  ) {
    this.relay = new SteadyLoop({ name: 'JobRelay', every: 1_000, work: () => this.relayDue() });
    this.leases = new SteadyLoop({ name: 'JobLeases', every: (settings.LEASE_SECONDS * 1_000) / 3, work: () => this.runner.holdLeases().then(() => false) });
    wakeUps.on('job', () => this.relay.wake());
  }

  /** To be called when the database answers. Throws when a job has no handler. */
  async start(): Promise<void> {
    this.runner.checkHandlers();
    const backend = await QueueBackend.open(this.settings);
    this.backend = backend;
    if (this.isClosing) return;
    for (const queue of new Set(definedJobs().map((job) => job.queue))) backend.work(queue, CONCURRENCY[queue], (id) => this.runner.run(id));
    this.leases.start();
    this.relay.start();
  }

  /** Takes nothing new, asks what runs to stop at a safe point, and waits for it. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    await this.relay.stop();
    this.runner.abortAll();
    await Promise.all([this.backend?.stopWorkers(), ...this.direct]);
    await this.leases.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.backend?.close();
  }

  private async relayDue(): Promise<boolean> {
    // Without the queue only what can run at once is taken: the rest would wait until its time in the queue is over.
    const most = this.withoutQueue ? MOST_DIRECT - this.direct.size : PORTION;
    const due = await this.rows.toQueue(most, this.settings.LEASE_SECONDS);
    for (const queue of new Set(due.map((job) => job.queue))) {
      await this.hand(queue, due.filter((job) => job.queue === queue));
    }
    return due.length === PORTION;
  }

  private async hand(queue: QueueName, jobs: readonly QueuedJob[]): Promise<void> {
    try {
      await this.backend?.add(queue, jobs);
      if (this.withoutQueue) this.log.warn('The queue answers again.');
      this.withoutQueue = false;
    } catch (error) {
      if (!this.withoutQueue) this.log.warn(`Jobs run without the queue: ${error instanceof Error ? error.message : String(error)}`);
      this.withoutQueue = true;
      this.runDirectly(jobs);
    }
  }

  /** What finds no room here stays queued, and is offered again when its time in the queue is over. */
  private runDirectly(jobs: readonly QueuedJob[]): void {
    for (const job of jobs.slice(0, MOST_DIRECT - this.direct.size)) {
      const running: Promise<void> = this.runner
        .run(job.id)
        .catch((error: unknown) => this.log.error(error instanceof Error ? (error.stack ?? error.message) : error))
        .finally(() => this.direct.delete(running));
      this.direct.add(running);
    }
  }
}
