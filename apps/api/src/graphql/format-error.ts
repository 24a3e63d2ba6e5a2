import { HttpException } from '@nestjs/common';
import { isTransient, isUnavailable, type Log, postgresError } from '@app/platform';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes whose message was written for the caller. Everything else is a bug and says nothing of the inside. */
const TOLD = new Set([
  'ANSWER_NOT_KEPT', 'BAD_REQUEST', 'BAD_USER_INPUT', 'COST_LIMIT', 'FORBIDDEN', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'NOT_REGISTERED',
  'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED', 'REQUEST_ID_REUSED', 'REQUEST_RUNNING', 'UNAUTHENTICATED',
]);

const STATEMENT_TIMEOUT = '57014';

/** The stable code of an error that no resolver meant: for clients to branch on. */
export function codeOf(error: unknown): 'UNAVAILABLE' | 'TIMEOUT' | 'INTERNAL' {
  if (isUnavailable(error) || isTransient(error)) return 'UNAVAILABLE';
  return postgresError(error)?.code === STATEMENT_TIMEOUT || (error instanceof Error && error.name === 'DeadlinePassed') ? 'TIMEOUT' : 'INTERNAL';
}

const messages = {
  UNAVAILABLE: 'The service is not available at the moment. Try again in a few seconds.',
  TIMEOUT: 'This took too long and was stopped. Try again, or ask for less.',
  INTERNAL: 'Something went wrong on our side. Give this reference when you report it.',
} as const;

/** What a client sees of an error: a stable code, and for bugs a reference under which the log has the whole story. */
export function formatError(log: Log, requestId: string | undefined, error: unknown): GraphQLFormattedError {
  const graphql = error instanceof GraphQLError ? error : undefined;
  const original = graphql?.originalError ?? error;
  if (graphql && TOLD.has(String(graphql.extensions.code))) {
    return { ...placeOf(graphql), message: graphql.message, extensions: publicExtensions(graphql) };
  }
  if (original instanceof HttpException && original.getStatus() < 500) {
    return { ...placeOf(graphql), message: original.message, extensions: { code: httpCode(original.getStatus()), requestId } };
  }
  const kind = codeOf(original);
  log[kind === 'UNAVAILABLE' ? 'warn' : 'error']({ requestId, err: original, path: graphql?.path }, `GraphQL: ${kind}`);
  return { ...placeOf(graphql), message: messages[kind], extensions: { code: kind, requestId } };
}

/** Apollo calls everything that a validation rule reports a failed validation, and too many tokens a failed parse. */
export function isLimit(error: GraphQLError): boolean {
  return error.extensions.limit === true || error.message.startsWith('Syntax Error: Document contains more');
}

function placeOf(error: GraphQLError | undefined): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  return { ...(error?.locations ? { locations: error.locations } : {}), ...(error?.path ? { path: error.path } : {}) };
}

function publicExtensions(error: GraphQLError): Record<string, unknown> {
  const { faults } = error.extensions;
  const code = isLimit(error) ? 'COST_LIMIT' : error.extensions.code;
  return faults ? { code, faults } : { code };
}

function httpCode(status: number): string {
  return status === 401 ? 'UNAUTHENTICATED' : status === 403 ? 'FORBIDDEN' : 'BAD_REQUEST';
}
