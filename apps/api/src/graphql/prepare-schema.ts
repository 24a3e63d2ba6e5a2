import { type RememberedRequests } from '@app/platform';
import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { guardSchema } from './access/guard-schema.js';
import { describeInputs } from './described-inputs.js';
import { leavePlainFieldsToTheExecutor } from './plain-fields.js';
import { answerRefusedInput } from './problems/input-refused.js';
import { makeMutationsRepeatable } from './requests/repeatable-mutations.js';
import { wordProblems } from './problems/worded-problems.js';

/** What every field gets without asking for it; the last one stands outermost, so that nothing happens before the access rules. */
export function prepareSchema(schema: GraphQLSchema, remembered: () => RememberedRequests): GraphQLSchema {
  return guardSchema(makeMutationsRepeatable(answerRefusedInput(wordProblems(leavePlainFieldsToTheExecutor(describeInputs(lexicographicSortSchema(schema))))), remembered));
}
