import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { guardSchema } from './access/guard-schema.js';
import { answerRefusedInput } from './problems/input-refused.js';
import { wordProblems } from './problems/worded-problems.js';

/** What every field gets without asking for it; the last one stands outermost, so that nothing happens before the access rules. */
export function prepareSchema(schema: GraphQLSchema): GraphQLSchema {
  return guardSchema(answerRefusedInput(wordProblems(lexicographicSortSchema(schema))));
}
