import { type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import { type DocumentNode, GraphQLError, type GraphQLSchema, type ValidationRule } from 'graphql';
import { type Call } from '../../http/call.js';
import { LARGEST_PAGE } from '../paging/connection.js';
import { type RegisteredDocuments } from '../registered/registered-documents.js';
import { type AskedOperation, costOf } from './cost.js';
import { measureDocument } from './measure-document.js';

/** What one document may be, whoever sends it; documents of our own web app are measured only in cost. */
export const limits = { tokens: 1_000, depth: 8, aliases: 15, directives: 50, objects: 20_000, errors: 10 } as const;

function tooMuch(what: string): GraphQLError {
  return new GraphQLError(`This operation asks for too much: ${what}.`, { extensions: { code: 'COST_LIMIT', limit: true, http: { status: 400 } } });
}

/** Refuses operations that are too costly with these variables, before any resolver is called. */
export function limitsPlugin(): ApolloServerPlugin<Call> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (operation) refuseCostlyOperation(schema, { document, operation, variables: request.variables ?? {} });
      },
      willSendResponse: async (context) => shorten(context),
    }),
  };
}

/** Validation rule: refuses documents that are too deep or too wide, whatever their variables. */
export function sizeRule(registered: RegisteredDocuments): ValidationRule {
  return (context) => {
    const document = context.getDocument();
    if (!registered.hasText(document.loc?.source.body ?? '')) faultsOfSize(document).forEach((fault) => context.reportError(tooMuch(fault)));
    return {};
  };
}

function faultsOfSize(document: DocumentNode): readonly string[] {
  const measure = measureDocument(document);
  const tooMany = (['depth', 'aliases', 'directives'] as const).filter((name) => measure[name] > limits[name]);
  return [...(measure.circular ? ['its fragments form a ring'] : []), ...tooMany.map((name) => `${name} ${measure[name]}, at most ${limits[name]}`)];
}

function refuseCostlyOperation(schema: GraphQLSchema, asked: AskedOperation): void {
  const cost = costOf(schema, asked, limits.objects);
  if (cost.largestPage > LARGEST_PAGE) throw tooMuch(`pages of ${cost.largestPage}, at most ${LARGEST_PAGE} are allowed`);
  if (cost.objects > limits.objects) throw tooMuch(`more than ${limits.objects} objects`);
}

/** A document with a hundred faults is answered with the first ten. */
function shorten({ response }: GraphQLRequestContext<Call>): void {
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  if (singleResult.data === undefined && (singleResult.errors?.length ?? 0) > limits.errors) singleResult.errors = singleResult.errors?.slice(0, limits.errors);
}
