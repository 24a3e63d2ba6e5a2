import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ChangeConsumers } from './changes/change-consumers.js';
import { Changes } from './changes/changes.js';
import { Clock } from './clock/clock.js';
import { Settings } from './config/settings.js';
import { Database } from './database/database.js';
import { JobHandlers } from './jobs/job-handlers.js';
import { Jobs } from './jobs/jobs.js';
import { OutsideFetch } from './network/outside-fetch.js';
import { RememberedRequests } from './requests/remembered-requests.js';
import { SecretBox } from './secrets/secret-box.js';

/** The ground floor, visible everywhere. Needs TypeORM's DataSource, which the app's root module opens from libs/schema. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings): DynamicModule {
    const providers = [{ provide: Settings, useValue: settings }, Clock, Database, Changes, ChangeConsumers, Jobs, JobHandlers, RememberedRequests, SecretBox, OutsideFetch];
    return { module: PlatformModule, providers, exports: providers };
  }
}
