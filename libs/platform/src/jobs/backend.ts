import { Logger } from '@nestjs/common';
import { type Queue, type Worker, type WorkerOptions } from 'bullmq';
import { type Redis } from 'ioredis';
import { Pool } from 'pg';
import { type Settings } from '../config/settings.js';
import { type QueueName } from './define-job.js';
import { QUEUE_SCHEMA } from './migrate-queue.js';

/** What the queue carries: the id of a job's row, nothing else. */
interface Ticket {
  readonly job: string;
}

export interface QueuedJob {
  readonly id: string;
  readonly name: string;
  readonly queue: QueueName;
  readonly attempts: number;
}

interface Technology {
  queue(name: QueueName): Queue<Ticket>;
  worker(name: QueueName, process: (job: { readonly data: Ticket }) => Promise<void>, options: Omit<WorkerOptions, 'connection'>): Worker<Ticket>;
  close(): Promise<void>;
}

/** All keys in one slot, so that a Redis Cluster works. */
const PREFIX = '{tremplin}';
const LONGEST_COMMAND = 4_000;

/** BullMQ on PostgreSQL or on Redis behind one door. Both are clocks only: the rows in `job` are the truth. */
export class QueueBackend {
  private readonly log = new Logger(QueueBackend.name);
  private readonly queues = new Map<QueueName, Queue<Ticket>>();
  private readonly workers: Worker<Ticket>[] = [];

  private constructor(
    private readonly technology: Technology,
    private readonly leaseSeconds: number,
  ) {}

  /** Loads BullMQ only now: the API puts rows and has no queue, and would carry twenty megabytes for nothing. */
  static async open(settings: Settings): Promise<QueueBackend> {
    const technology = await (settings.REDIS_URL ? onRedis(settings.REDIS_URL) : onPostgres(settings.QUEUE_DATABASE_URL ?? settings.DATABASE_URL ?? ''));
    return new QueueBackend(technology, settings.LEASE_SECONDS);
  }

  /** A queue ignores an id that it has already, so that adding again what seemed lost does no harm. Throws when it is out of reach. */
  async add(queue: QueueName, jobs: readonly QueuedJob[]): Promise<void> {
    const tickets = jobs.map((job) => ({ name: job.name, data: { job: job.id }, opts: { jobId: `${job.id}.${job.attempts}`, removeOnComplete: true, removeOnFail: true } }));
    await inTime(this.queue(queue).addBulk(tickets));
  }

  /** Starts to take jobs. Only to be called when the database answered: a worker that is made before stays dead without a word. */
  work(queue: QueueName, concurrency: number, run: (id: string) => Promise<void>): void {
    const worker = this.technology.worker(queue, async (job) => run(job.data.job), {
      concurrency,
      lockDuration: this.leaseSeconds * 1_000,
      stalledInterval: this.leaseSeconds * 500,
      // Our row counts how often a job killed its worker; the queue's own count would lose it after two.
      maxStalledCount: 1_000,
      drainDelay: 2,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    worker.on('error', (error) => this.log.debug(`${queue}: ${error.message}`));
    this.workers.push(worker);
  }

  /** Takes no new jobs and waits for those that run. */
  async stopWorkers(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  async close(): Promise<void> {
    await this.stopWorkers();
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.technology.close();
  }

  private queue(name: QueueName): Queue<Ticket> {
    const known = this.queues.get(name);
    if (known) return known;
    const made = this.technology.queue(name);
    made.on('error', (error) => this.log.debug(`${name}: ${error.message}`));
    this.queues.set(name, made);
    return made;
  }
}

async function onPostgres(url: string): Promise<Technology> {
  const { createPostgresBackend, withBackend } = await import('bullmq');
  const { Queue, Worker } = withBackend(createPostgresBackend);
  // Each worker keeps one connection for LISTEN; with too few connections everything would hang without a word.
  const pool = new Pool({
    connectionString: url,
    options: `-c search_path=${QUEUE_SCHEMA}`,
    max: 12,
    query_timeout: LONGEST_COMMAND,
    connectionTimeoutMillis: LONGEST_COMMAND,
    keepAlive: true,
    application_name: 'tremplin-queue',
  });
  pool.on('error', () => undefined);
  return {
    queue: (name) => new Queue<Ticket>(name, { connection: pool }) as unknown as Queue<Ticket>,
    worker: (name, process, options) => new Worker<Ticket>(name, process, { ...options, connection: pool }) as unknown as Worker<Ticket>,
    close: () => pool.end(),
  };
}

async function onRedis(url: string): Promise<Technology> {
  const { createRedisBackend, withBackend } = await import('bullmq');
  const { Redis } = await import('ioredis');
  const { Queue, Worker } = withBackend(createRedisBackend);
  const calm = (redis: Redis): Redis => redis.on('error', () => undefined);
  const retryStrategy = (times: number): number => Math.min(1_000, times * 100);
  // Who adds wants an answer soon; who waits for work waits for ever, but notices a frozen connection.
  const adding = calm(new Redis(url, { maxRetriesPerRequest: 1, commandTimeout: LONGEST_COMMAND, connectTimeout: LONGEST_COMMAND, retryStrategy }));
  const waiting = calm(new Redis(url, { maxRetriesPerRequest: null, connectTimeout: LONGEST_COMMAND, socketTimeout: 5_000, retryStrategy }));
  return {
    queue: (name) => new Queue<Ticket>(name, { connection: adding, prefix: PREFIX }),
    worker: (name, process, options) => new Worker<Ticket>(name, process, { ...options, connection: waiting, prefix: PREFIX }),
    close: async () => {
      adding.disconnect();
      waiting.disconnect();
    },
  };
}

/** Neither backend promises to answer while its server is away. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The queue did not answer in time.')), LONGEST_COMMAND + 1_000);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
