import { join } from 'node:path';
import { IdentityModule } from '@app/identity';
import { Settings } from '@app/platform';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { REGISTERED_DOCUMENTS_FILE, RegisteredDocuments } from '../graphql/registered/registered-documents.js';
import { installation } from '../server/installation.js';
import { ActorSource } from './actor-source.js';
import { Calls } from './calls.js';

/** Folder of the built web app. */
export const WEB_FOLDER = join(installation.root, 'apps', 'web', 'dist');

/** Who asks, and which documents browsers may send: shared by GraphQL, REST and the event stream. */
@Module({})
export class HttpModule {
  static with(actorSource: Type<ActorSource>, webFolder: string = WEB_FOLDER): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      imports: [IdentityModule],
      providers: [
        Calls,
        { provide: ActorSource, useClass: actorSource },
        { provide: RegisteredDocuments, inject: [Settings], useFactory: (settings: Settings) => RegisteredDocuments.read(join(webFolder, REGISTERED_DOCUMENTS_FILE), settings.API_EXPLORER) },
      ],
      exports: [Calls, ActorSource, RegisteredDocuments],
    };
  }
}
