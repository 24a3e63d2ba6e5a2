import { type DynamicModule, Module } from '@nestjs/common';
import { AbsencesModule } from '@app/agendas';
import { InvitationsModule } from '@app/calendars';
import { CoursesModule } from '@app/courses';
import { CoordinatorsOversee, IdentityModule } from '@app/identity';
import { CohortsModule } from '@app/cohorts';
import { ChangeNoticesModule, LedgerModule } from '@app/ledger';
import { DispatchModule, MessageOverseers, TellFailures } from '@app/messages';
import { ChangeWorker, JobRows, JobRunner, JobWorker, PlatformModule, type Settings } from '@app/platform';
import { ReminderPlanningModule } from '@app/reminders';
import { DatabaseModule } from '@app/schema';
import { IdentityTicks } from './clock/identity-ticks.js';
import { PlanningTicks } from './clock/planning-ticks.js';
import { Ticks } from './clock/ticks.js';
import { WorkerClock } from './clock/worker-clock.js';
import { WorkerStart } from './worker-start.js';

/** Contexts whose jobs, message types and change consumers this worker does; add yours here. */
const contexts = [IdentityModule, LedgerModule, CohortsModule, ChangeNoticesModule, InvitationsModule, ReminderPlanningModule, AbsencesModule, CoursesModule];

@Module({})
export class WorkerModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.with(settings), DatabaseModule.open('tremplin-worker'), DispatchModule, ...contexts],
      providers: [JobRows, JobRunner, JobWorker, ChangeWorker, { provide: MessageOverseers, useClass: CoordinatorsOversee }, TellFailures, IdentityTicks, PlanningTicks, Ticks, WorkerClock, WorkerStart],
    };
  }
}
