import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JobRunner, type Log, NestLog, type Settings } from '@app/platform';
import { WorkerModule } from './worker.module.js';
import { WorkerStart } from './worker-start.js';

export interface WorkerOptions {
  /** Registers more jobs, types or consumers before the work starts; for tests. */
  readonly prepare?: (app: INestApplicationContext) => void;
}

/**
 * Makes a worker and lets it begin as soon as the database answers; does not wait for that. Throws when a job has no handler or two, or when the
 * database refuses the sign-in.
 */
export async function startWorker(settings: Settings, log: Log, options: WorkerOptions = {}): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings), { logger: new NestLog(log), abortOnError: false });
  options.prepare?.(app);
  app.get(JobRunner).checkHandlers();
  void app.get(WorkerStart).begin(log);
  return app;
}
