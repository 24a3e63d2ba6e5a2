import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_GUARD, APP_PIPE } from '@nestjs/core';
import { type Log, PlatformModule, type Settings } from '@app/platform';
import { DatabaseModule } from '@app/schema';
import { AgendasApiModule } from './agendas/agendas-api.module.js';
import { AccessGuard } from './graphql/access/access.guard.js';
import { GraphqlApiModule } from './graphql/graphql-api.module.js';
// The refusals that all contexts share stand in the schema from the start.
import './graphql/problems/common-problem.types.js';
import { InputPipe } from './graphql/problems/input-refused.js';
import { type ActorSource } from './http/actor-source.js';
import { CalendarsApiModule } from './calendars/calendars-api.module.js';
import { CoursesApiModule } from './courses/courses-api.module.js';
import { HttpModule } from './http/http.module.js';
import { ApiKeysApiModule } from './identity/api-keys-api.module.js';
import { CohortsApiModule } from './cohorts/cohorts-api.module.js';
import { KnownActors } from './http/known-actors.js';
import { PeopleApiModule } from './identity/people-api.module.js';
import { SignInApiModule } from './identity/sign-in-api.module.js';
import { LiveApiModule } from './live/live-api.module.js';
import { RemindersApiModule } from './reminders/reminders-api.module.js';
import { RestApiModule } from './rest/rest-api.module.js';
import { LedgerApiModule } from './ledger/ledger-api.module.js';
import { MessagesApiModule } from './messages/messages-api.module.js';
import { LogModule } from './server/log.module.js';
import { ServerInfoResolver } from './server/server-info.resolver.js';

/** One module a context (`apps/api/src/<context>/<context>-api.module.ts`); add yours here. */
export const contextModules: readonly Type[] = [AgendasApiModule, ApiKeysApiModule, CalendarsApiModule, CohortsApiModule, RemindersApiModule, SignInApiModule, LedgerApiModule, PeopleApiModule, MessagesApiModule, CoursesApiModule];

/** What a test may put in the place of the real parts. */
export interface ApiParts {
  readonly actorSource?: Type<ActorSource>;
  readonly modules?: readonly Type[];
  /** Folder of the built web app. */
  readonly webFolder?: string;
}

@Module({})
export class AppModule {
  static with(settings: Settings, log: Log, parts: ApiParts = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LogModule.with(log),
        PlatformModule.with(settings),
        DatabaseModule.open('tremplin-api'),
        HttpModule.with(parts.actorSource ?? KnownActors, parts.webFolder),
        GraphqlApiModule,
        RestApiModule,
        LiveApiModule,
        ...contextModules,
        ...(parts.modules ?? []),
      ],
      providers: [ServerInfoResolver, { provide: APP_GUARD, useClass: AccessGuard }, { provide: APP_PIPE, useClass: InputPipe }],
    };
  }
}
