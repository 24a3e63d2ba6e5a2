import { Injectable } from '@nestjs/common';
import { type Actor } from '../actor/actor.js';
import { type Job, definedJobs } from './define-job.js';

/** What a handler is told beside the payload. */
export interface JobRun {
  readonly id: string;
  /** The system of the job's organisation. */
  readonly actor: Actor;
  readonly organisationId?: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the worker stops, the job's time is over or another worker took it: stop at the next safe point. */
  readonly signal: AbortSignal;
  /** Share done, 0 to 1. */
  progress(share: number): Promise<void>;
}

export type JobHandler<Payload extends object> = (payload: Payload, run: JobRun) => Promise<void>;

/** Who does which job. Contexts register in `onModuleInit`; the worker refuses to start when a job has nobody or two. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, { readonly job: Job<object>; readonly handler: JobHandler<object> }>();

  register<Payload extends object>(job: Job<Payload>, handler: JobHandler<Payload>): void {
    if (this.handlers.has(job.name)) throw new Error(`Job ${job.name} has two handlers.`);
    this.handlers.set(job.name, { job: job as unknown as Job<object>, handler: handler as unknown as JobHandler<object> });
  }

  get(name: string): { readonly job: Job<object>; readonly handler: JobHandler<object> } | undefined {
    return this.handlers.get(name);
  }

  /** Throws when a defined job has no handler. */
  check(): void {
    const orphans = definedJobs().filter((job) => !this.handlers.has(job.name));
    if (orphans.length > 0) throw new Error(`No handler for ${orphans.map((job) => job.name).join(', ')}.`);
  }
}
