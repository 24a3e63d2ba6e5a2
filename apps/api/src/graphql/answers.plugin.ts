import { type ApolloServerPlugin } from '@apollo/server';
import { type Log } from '@app/platform';
import { type GraphQLFormattedError } from 'graphql';
import { type Call } from '../http/call.js';
import { RETRY_AFTER_SECONDS } from '../http/failures.js';
import { codeOf, formatError } from './format-error.js';

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
      willSendResponse: async ({ errors, response }) => {
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
