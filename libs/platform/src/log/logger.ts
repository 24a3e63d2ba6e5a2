import { type LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';
import { type Settings } from '../config/settings.js';

/** Structured log: one JSON object a line. `log.info({ requestId, roomId }, 'Room blocked')`: ids yes, names and addresses never. */
export type Log = PinoLogger;

/** Fields that never reach a log, wherever a caller puts them. */
const SECRET_FIELDS = ['password', 'token', 'secret', 'apiKey', 'authorization', 'cookie', 'email'];

/** Path segments and query values that are secrets: feed tokens, invitations, links for one use. */
const TOKEN_IN_PATH = /(?<=\/)[A-Za-z0-9_-]{32,}(?=[/.?#]|$)/g;
const TOKEN_IN_QUERY = /([?&](?:token|code|state|key|secret)=)[^&#]*/gi;

/** An address as it may stand in a log: everything that could open a door is masked. */
export function maskedUrl(url: string): string {
  return url.replace(TOKEN_IN_PATH, '***').replace(TOKEN_IN_QUERY, '$1***');
}

export function createLog(settings: Pick<Settings, 'LOG_LEVEL'>, name: string, destination?: DestinationStream): Log {
  const options = {
    name,
    level: settings.LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '***' },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Lets Nest's own lines go through our log. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...rest: readonly unknown[]): void {
    this.target.debug(context(rest), text(message));
  }
  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.target.warn(context(rest), text(message));
  }
  error(message: unknown, ...rest: readonly unknown[]): void {
    this.target.error(context(rest), text(message));
  }
  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.target.fatal(context(rest), text(message));
  }
  debug(message: unknown, ...rest: readonly unknown[]): void {
    this.target.debug(context(rest), text(message));
  }
  verbose(message: unknown, ...rest: readonly unknown[]): void {
    this.target.trace(context(rest), text(message));
  }
}

function text(message: unknown): string {
  if (message instanceof Error) return message.stack ?? message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}

function context(rest: readonly unknown[]): { context?: unknown; stack?: unknown } {
  return rest.length > 1 ? { stack: rest[0], context: rest.at(-1) } : { context: rest[0] };
}
