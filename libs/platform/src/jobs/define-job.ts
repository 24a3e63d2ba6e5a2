import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** Queues part jobs that may be slow from those that a person waits for; each has workers of its own. */
export const queues = ['reminders', 'exam-scheduling', 'planning', 'imports', 'documents', 'follow-up'] as const;
export type QueueName = (typeof queues)[number];

/** A kind of background work. Its handler is registered once, in the worker (JobHandlers). */
export interface Job<Payload extends object> {
  /** "<context>.<verb>-<thing>": "identity.import-people". */
  readonly name: string;
  readonly queue: QueueName;
  /** A class with class-validator's rules: ids only, never names or texts. Checked when the job is put and when it is taken. */
  readonly payload: new () => Payload;
  /** Jobs of one name and key never run at the same time, and those that wait are done together: the handler reloads the truth. */
  readonly key: (payload: Payload) => string;
  /** Tries before the job is parked in the list of failed jobs. Default 5. */
  readonly tries?: number;
  /** Longest run in seconds; the handler's signal is aborted after it. Default 300. */
  readonly seconds?: number;
}

const defined = new Map<string, Job<object>>();

/** Declares a job. Two of the same name are a bug and throw. */
export function defineJob<Payload extends object>(job: Job<Payload>): Job<Payload> {
  if (defined.has(job.name)) throw new Error(`Job ${job.name} is defined twice.`);
  defined.set(job.name, job as unknown as Job<object>);
  return job;
}

export function definedJobs(): readonly Job<object>[] {
  return [...defined.values()];
}

/** The payload as its class, with nothing else in it. Throws when it breaks the class's rules: that is a bug of who put it. */
export function checkedPayload<Payload extends object>(job: Job<Payload>, given: object): Payload {
  const payload = plainToInstance(job.payload, given);
  const faults = validateSync(payload, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (faults.length > 0) {
    throw new Error(`The payload of job ${job.name} is wrong: ${faults.map((fault) => `${fault.property} ${Object.values(fault.constraints ?? {}).join(', ')}`).join('; ')}`);
  }
  return payload;
}
