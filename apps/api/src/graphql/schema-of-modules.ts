import { type DynamicModule, type Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema } from 'graphql';
import { prepareSchema } from './prepare-schema.js';
import { DateTimeScalar } from './scalars/date-time.scalar.js';

const RESOLVER_METADATA = 'graphql:resolver_type';

type ModuleRef = Type | DynamicModule | { readonly forwardRef: () => Type };

/** The schema of the modules' resolvers, without database, queue or port. */
export async function schemaOfModules(...modules: readonly ModuleRef[]): Promise<GraphQLSchema> {
  const resolvers = [...new Set(modules.flatMap((module) => resolversOf(module, new Set())))];
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await app.get(GraphQLSchemaFactory).create(resolvers, [DateTimeScalar]);
  await app.close();
  return prepareSchema(schema, () => {
    throw new Error('This schema is for reading, not for executing.');
  });
}

function resolversOf(reference: ModuleRef, seen: Set<unknown>): readonly Type[] {
  if (seen.has(reference)) return [];
  seen.add(reference);
  if ('forwardRef' in reference) return resolversOf(reference.forwardRef(), seen);
  const dynamic = 'module' in reference ? reference : undefined;
  const target = dynamic?.module ?? (reference as Type);
  const declared = <T>(key: string): readonly T[] => (Reflect.getMetadata(key, target) as readonly T[] | undefined) ?? [];
  const imports = [...declared<ModuleRef>(MODULE_METADATA.IMPORTS), ...((dynamic?.imports ?? []) as readonly ModuleRef[])];
  const providers = [...declared<unknown>(MODULE_METADATA.PROVIDERS), ...(dynamic?.providers ?? [])];
  const own = providers.filter((provider): provider is Type => typeof provider === 'function' && Reflect.hasMetadata(RESOLVER_METADATA, provider));
  return [...own, ...imports.flatMap((module) => (isModule(module) ? resolversOf(module, seen) : []))];
}

/** Dynamic modules that are still promises (GraphQL's own, for one) declare no resolvers of ours. */
function isModule(value: unknown): value is ModuleRef {
  return typeof value === 'function' || (typeof value === 'object' && value !== null && ('module' in value || 'forwardRef' in value));
}
