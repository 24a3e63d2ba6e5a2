import { type GraphQLSchema } from 'graphql';
import { rulesOf } from './guard-schema.js';

const PREFIX = 'scope:';

/** The scopes that root fields of the schema ask for, sorted. */
export function scopesOf(schema: GraphQLSchema): readonly string[] {
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.values(type?.getFields() ?? {}));
  const rules = fields.flatMap((field) => rulesOf(field) ?? []);
  return [...new Set(rules.filter((rule) => rule.startsWith(PREFIX)).map((rule) => rule.slice(PREFIX.length)))].sort();
}
