import { type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { type Log } from '@app/platform';
import { type GraphQLFormattedError } from 'graphql';
import { type Call } from '../http/call.js';
import { codeOf, formatError } from './format-error.js';

/** How long a client should wait when the database is away or full. */
export const RETRY_AFTER_SECONDS = '5';

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
        const unavailable = errors?.some((error) => codeOf(unwrapResolverError(error)) === 'UNAVAILABLE');
        if (!unavailable) return;
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
