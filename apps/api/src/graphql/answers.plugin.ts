import { type ApolloServerPlugin } from '@apollo/server';
import { type Log } from '@app/platform';
import { type GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Call } from '../http/call.js';
import { RETRY_AFTER_SECONDS } from '../http/failures.js';
import { codeOf, formatError, isLimit } from './format-error.js';

const CODES_OF_DOCUMENTS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** A well-formed request whose document or variables are wrong. */
const isOfDocument = (error: GraphQLError): boolean => CODES_OF_DOCUMENTS.has(String(error.extensions.code)) && !isLimit(error);

/** Clients of before GraphQL over HTTP ask for application/json alone; for them such an answer is a 200 (its section 6.4.1). */
function wantsPlainJson(accept: string | undefined): boolean {
  return accept !== undefined && accept.includes('application/json') && !accept.includes('application/graphql-response+json');
}

interface Answers {
  readonly plugin: ApolloServerPlugin<Call>;
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

/** Errors leave with the reference of their request; an answer that failed because the database is away is a 503. */
export function answers(log: Log): Answers {
  const requestOf = new WeakMap<object, string>();
  const plugin: ApolloServerPlugin<Call> = {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) requestOf.set(error, contextValue.requestId);
      },
      willSendResponse: async ({ errors, request, response }) => {
        if (wantsPlainJson(request.http?.headers.get('accept')) && errors?.every(isOfDocument)) response.http.status = 200;
        const codes = new Set(errors?.map((error) => codeOf(error.originalError)));
        if (codes.has('TIMEOUT')) response.http.status = 504;
        if (!codes.has('UNAVAILABLE')) return;
        response.http.status = 503;
        response.http.headers.set('retry-after', RETRY_AFTER_SECONDS);
      },
    }),
  };
  return {
    plugin,
    formatError: (_formatted, error) => formatError(log, typeof error === 'object' && error ? requestOf.get(error) : undefined, error),
  };
}
