import { setTimeout as pause } from 'node:timers/promises';
import { type DynamicModule, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { isUnavailable, Settings } from '@app/platform';
import { DataSource } from 'typeorm';
import { applicationDataSource } from './data-source.js';

const PROCESS_NAME = Symbol('process name');
const PAUSE_BETWEEN_TRIES = 1_000;

/**
 * Opens the pool of the process. A database that is not there yet does not stop the start: until it comes, work fails as
 * unavailable (503, not ready). A refused sign-in or a missing database does stop it, because waiting mends neither.
 */
@Injectable()
class DatabaseConnection implements OnApplicationBootstrap, OnApplicationShutdown {
  private closed = false;

  constructor(private readonly source: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.tryOnce())) void this.keepTrying();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async keepTrying(): Promise<void> {
    do await pause(PAUSE_BETWEEN_TRIES, undefined, { ref: false });
    while (!this.closed && !(await this.tryOnce().catch(() => false)));
  }

  private async tryOnce(): Promise<boolean> {
    try {
      await this.source.initialize();
      return true;
    } catch (error) {
      if (isUnavailable(error)) return false;
      throw error;
    }
  }
}

/** TypeORM's DataSource for the whole app. `name` is what an administrator sees in pg_stat_activity. */
@Module({})
export class DatabaseModule {
  static open(name: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: PROCESS_NAME, useValue: name },
        { provide: DataSource, inject: [Settings, PROCESS_NAME], useFactory: openSource },
        DatabaseConnection,
      ],
      exports: [DataSource],
    };
  }
}

function openSource(settings: Settings, name: string): DataSource {
  if (!settings.DATABASE_URL) throw new Error('DATABASE_URL is not set. `npm start` brings its own PostgreSQL and sets it; a process started alone needs it.');
  return new DataSource(applicationDataSource(settings.DATABASE_URL, { connections: settings.DATABASE_POOL, applicationName: name }));
}
