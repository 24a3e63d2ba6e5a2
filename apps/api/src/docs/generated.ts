import { createLog, Settings } from '@app/platform';
import { printSchema } from 'graphql';
import { AppModule } from '../app.module.js';
import { schemaOfModules } from '../graphql/schema-of-modules.js';
import { definerFunctions } from './definer-functions.js';
import { permissionsPage } from './permissions-page.js';
import { restRoutes } from './rest-routes.js';

/** Every file that is printed from the API's code: path from the root → content. Nothing is started for it. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const app = AppModule.with(new Settings(), createLog({ LOG_LEVEL: 'silent' }, 'print'));
  const schema = await schemaOfModules(app);
  return new Map([
    ['schema.graphql', `${printSchema(schema)}\n`],
    ['docs/permissions.md', permissionsPage({ schema, routes: restRoutes(app), functions: await definerFunctions() })],
  ]);
}
