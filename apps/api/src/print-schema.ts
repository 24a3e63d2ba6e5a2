import 'reflect-metadata';
import { createLog, Settings } from '@app/platform';
import { printSchema } from 'graphql';
import { AppModule } from './app.module.js';
import { schemaOfModules } from './graphql/schema-of-modules.js';

// Prints schema.graphql: npm run schema:print. The tests compare it with what the server answers.
const settings = new Settings();
const schema = await schemaOfModules(AppModule.with(settings, createLog({ LOG_LEVEL: 'silent' }, 'print-schema')));
process.stdout.write(`${printSchema(schema)}\n`);
