import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema } from 'graphql';
import { declaredIn, type ModuleRef } from './modules-of.js';
import { prepareSchema } from './prepare-schema.js';
import { DateTimeScalar } from './scalars/date-time.scalar.js';

const RESOLVER_METADATA = 'graphql:resolver_type';

/** The schema of the modules' resolvers, without database, queue or port: for reading, not for executing. */
export async function schemaOfModules(...modules: readonly ModuleRef[]): Promise<GraphQLSchema> {
  const resolvers = declaredIn(modules, 'providers').filter((provider) => Reflect.hasMetadata(RESOLVER_METADATA, provider));
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await app.get(GraphQLSchemaFactory).create(resolvers, [DateTimeScalar]);
  await app.close();
  return prepareSchema(schema, () => {
    throw new Error('This schema is for reading, not for executing.');
  });
}
