import { Catch, type ArgumentsHost, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Log } from '@app/platform';
import { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import { codeOf } from '../graphql/format-error.js';

/** How long a client should wait when the database is away or full. */
export const RETRY_AFTER_SECONDS = '5';

interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const codes: Readonly<Record<number, string>> = { 400: 'BAD_REQUEST', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 405: 'BAD_REQUEST', 413: 'TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE', 429: 'TOO_MANY_REQUESTS' };

const inside = {
  UNAVAILABLE: { status: 503, code: 'UNAVAILABLE', message: 'The service is not available at the moment. Try again in a few seconds.' },
  TIMEOUT: { status: 504, code: 'TIMEOUT', message: 'This took too long and was stopped.' },
  INTERNAL: { status: 500, code: 'INTERNAL', message: 'Something went wrong on our side. Give this reference when you report it.' },
} as const satisfies Record<ReturnType<typeof codeOf>, Failure>;

/** What a REST caller sees of an error: status, stable code, a sentence and a reference; nothing of the inside. */
export function failureOf(error: unknown): Failure {
  const status = error instanceof HttpException ? error.getStatus() : (error as Partial<FastifyError>).statusCode;
  if (status !== undefined && status >= 400 && status < 500 && error instanceof Error) {
    return { status, code: codes[status] ?? 'BAD_REQUEST', message: error.message };
  }
  return inside[codeOf(error)];
}

export function sendFailure(log: Log, error: unknown, req: FastifyRequest, reply: FastifyReply): void {
  const { status, code, message } = failureOf(error);
  if (status >= 500) log[status === 503 ? 'warn' : 'error']({ requestId: req.id, err: error }, `REST: ${code}`);
  if (reply.sent) return;
  if (status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
  void reply.code(status).type('application/json; charset=utf-8').send(failureBody(req, { code, message }));
}

/** GraphQL clients look for `errors`, everybody else for the code. */
export function failureBody(req: FastifyRequest, { code, message }: Pick<Failure, 'code' | 'message'>): object {
  if (!req.url.startsWith('/graphql')) return { code, message, requestId: req.id };
  return { errors: [{ message, extensions: { code, requestId: req.id } }] };
}

/** Errors of controllers. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // GraphQL words its errors itself (format-error.ts).
    if (host.getType<string>() === 'graphql') throw error;
    const http = host.switchToHttp();
    sendFailure(this.log, error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
