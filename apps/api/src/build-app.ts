import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLog, type Log, NestLog, type Settings } from '@app/platform';
import { type IncomingMessage } from 'node:http';
import { type ApiParts, AppModule } from './app.module.js';

const LARGEST_BODY = 1_000_000;
const REQUEST_ID = /^[\w.:-]{8,100}$/;

/** The whole API, not yet listening: `await app.listen(0, '127.0.0.1')` in tests, `settings.PORT` in main.ts. */
export async function buildApp(settings: Settings, parts: ApiParts = {}, log: Log = createLog(settings, 'api')): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    trustProxy: (_address, hop) => hop < settings.TRUSTED_PROXIES,
    genReqId: requestIdOf,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, log, parts), adapter, { logger: new NestLog(log), abortOnError: false });
  return app;
}

/** A proxy's id is kept, so that one id runs through all logs; anything odd is replaced. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}
