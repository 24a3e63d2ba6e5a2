import { IdentityModule } from '@app/identity';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ActorSource } from './actor-source.js';
import { Calls } from './calls.js';

/** Who asks: shared by GraphQL, REST and the event stream. */
@Module({})
export class HttpModule {
  static with(actorSource: Type<ActorSource>): DynamicModule {
    return { module: HttpModule, global: true, imports: [IdentityModule], providers: [Calls, { provide: ActorSource, useClass: actorSource }], exports: [Calls, ActorSource] };
  }
}
