import { type Actor } from '@app/platform';
import { defaultFieldResolver, GraphQLError, type GraphQLField, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { type Call } from '../../http/call.js';
import { ALLOW, type AccessRule } from './allow.js';
import { mayCall } from './may-call.js';

type Field = GraphQLField<unknown, Call>;

export function rulesOf(field: Pick<Field, 'extensions'>): readonly AccessRule[] | undefined {
  return field.extensions[ALLOW] as readonly AccessRule[] | undefined;
}

/**
 * Deny by default: puts the access rules in front of the resolvers. A root field without a rule stops the start, because what
 * nobody thought about is closed. Fields of objects are closed where they carry a rule of their own.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const open: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()) as Field[]) {
      const rules = rulesOf(field);
      if (rules) guardField(field, rules);
      else if (roots.includes(type)) open.push(`${type.name}.${field.name}`);
    }
  }
  if (open.length > 0) throw new Error(`Without an access rule (@Allow): ${open.join(', ')}`);
  return schema;
}

function guardField(field: Field, rules: readonly AccessRule[]): void {
  if (rules.includes('anonymous')) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, call, info) => {
    if (!mayCall(call.actor, rules)) throw refusal(call.actor);
    return resolve(source, args, call, info);
  };
}

export function refusal(actor: Actor): GraphQLError {
  return actor.kind === 'anonymous'
    ? new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } })
    : new GraphQLError('You are not allowed to do this.', { extensions: { code: 'FORBIDDEN' } });
}
