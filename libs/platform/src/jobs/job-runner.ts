import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Actor } from '../actor/actor.js';
import { Settings } from '../config/settings.js';
import { checkedPayload, type Job } from './define-job.js';
import { type JobHandler, JobHandlers, type JobRun } from './job-handlers.js';
import { JobRows, type StartedJob } from './job-rows.js';
import { rootSpan } from '../traces/traces.js';
import { SuspectGate } from './suspect-gate.js';

/** A job that was started so often without an end kills its worker: it is parked. */
const MOST_STARTS = 4;
/** After so many starts without an end it runs alone, so that the innocent beside it are not counted with it. */
const SUSPECT_AFTER = 2;
const DEFAULT_TRIES = 5;
const DEFAULT_SECONDS = 300;
const LONGEST_BACKOFF_SECONDS = 600;

interface Running {
  readonly lease: string;
  readonly stop: AbortController;
}

/** Runs one job from its row: takes a lease, checks the payload, calls the handler, writes the outcome. */
@Injectable()
export class JobRunner {
  private readonly log = new Logger('Jobs');
  private readonly running = new Map<string, Running>();
  private readonly gate = new SuspectGate();

  constructor(
    private readonly rows: JobRows,
    private readonly handlers: JobHandlers,
    private readonly settings: Settings,
  ) {}

  /** Throws when a defined job has no handler: the worker refuses to start. */
  checkHandlers(): void {
    this.handlers.check();
  }

  /** Never throws for a job that failed; throws when the database is away, and then the lease runs out. */
  async run(id: string): Promise<void> {
    const starts = await this.rows.startsOf(id);
    if (starts === undefined) return;
    await (starts < SUSPECT_AFTER ? this.gate.beside(() => this.start(id)) : this.gate.alone(() => this.start(id)));
  }

  /** Keeps the leases of what runs; a job whose lease another worker took is told to stop. */
  async holdLeases(): Promise<void> {
    const leases = [...this.running.keys()];
    if (leases.length === 0) return;
    const held = new Set(await this.rows.hold(leases, this.settings.LEASE_SECONDS));
    for (const lease of leases.filter((lease) => !held.has(lease))) this.running.get(lease)?.stop.abort(new Error('Another worker took this job.'));
  }

  /** Asks running jobs to stop at their next safe point. */
  abortAll(): void {
    for (const { stop } of this.running.values()) stop.abort(new Error('The worker stops.'));
  }

  private async start(id: string): Promise<void> {
    const lease = randomUUID();
    const started = await this.rows.start(id, lease, this.settings.LEASE_SECONDS, MOST_STARTS);
    if (!started) return;
    const stop = new AbortController();
    this.running.set(lease, { lease, stop });
    try {
      await this.handle(started, lease, stop);
    } finally {
      this.running.delete(lease);
    }
  }

  private async handle(started: StartedJob, lease: string, stop: AbortController): Promise<void> {
    const known = this.handlers.get(started.name);
    if (!known) return this.rows.fail(started.id, lease, 'This worker does not know the job; a newer one may.', 60);
    const fault = await this.call(known, started, { lease, stop });
    await this.written(() => (fault ? this.failed(known.job, started, lease, fault) : this.rows.finish(started.id, lease)));
  }

  private async call(known: { job: Job<object>; handler: JobHandler<object> }, started: StartedJob, { lease, stop }: Running): Promise<Error | undefined> {
    const timer = setTimeout(() => stop.abort(new Error('The job took too long.')), (known.job.seconds ?? DEFAULT_SECONDS) * 1_000);
    const organisationId = started.organisation_id ?? undefined;
    const run: JobRun = {
      id: started.id,
      actor: Actor.system(organisationId, { requestId: started.request_id ?? started.id }),
      organisationId,
      attempt: started.attempts + 1,
      signal: stop.signal,
      progress: (share) => this.rows.noteProgress(started.id, lease, share),
    };
    try {
      await inSpan(known.job.name, run, () => known.handler(checkedPayload(known.job, started.payload), run));
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      clearTimeout(timer);
    }
  }

  private async failed(job: Job<object>, started: StartedJob, lease: string, fault: Error): Promise<void> {
    const tries = started.attempts + 1;
    const again = tries < (job.tries ?? DEFAULT_TRIES);
    this.log.error(`Job ${job.name} ${started.id} failed (try ${tries}${again ? '' : ', parked'}): ${fault.stack ?? fault.message}`);
    const backoff = Math.min(LONGEST_BACKOFF_SECONDS, 2 ** tries) * (0.5 + Math.random() / 2);
    await this.rows.fail(started.id, lease, fault.message, again ? backoff : undefined);
  }

  /** The outcome is worth a few tries: without it the whole job runs again. */
  private async written(write: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await write();
      } catch (error) {
        if (attempt >= 5) throw error;
        await pause(200 * 2 ** attempt);
      }
    }
  }
}

async function inSpan(job: string, { id, attempt, actor }: JobRun, work: () => Promise<void> | void): Promise<void> {
  await rootSpan({ name: `job ${job}`, kind: 'consumer', requestId: actor.requestId ?? id, values: { 'tremplin.job_id': id, 'tremplin.attempt': attempt } }, async (end) => {
    try {
      await work();
    } finally {
      end();
    }
  });
}
