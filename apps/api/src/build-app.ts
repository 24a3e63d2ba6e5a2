import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { createLog, type Log, NestLog, type Settings } from '@app/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { type ApiParts, AppModule } from './app.module.js';
import { RegisteredDocuments } from './graphql/registered/registered-documents.js';
import { resolveDocument } from './graphql/registered/resolve-document.js';
import { acceptBodies } from './http/bodies.js';
import { acceptFiles } from './http/file-bodies.js';
import { Calls } from './http/calls.js';
import { FailureFilter } from './http/failures.js';
import { refuseForeignRequests } from './http/foreign-requests.js';
import { shedLoad } from './http/load-shedding.js';
import { serveWebApp } from './http/web-app.js';
import { Metrics } from './rest/metrics.js';
import { WEB_FOLDER } from './http/http.module.js';
import { logRequests } from './http/request-log.js';
import { sendSecurityHeaders } from './http/security-headers.js';
import { traceRequests } from './http/traces.js';

const LARGEST_BODY = 1_000_000;
const REQUEST_ID = /^[\w.:-]{8,100}$/;
/** For each database connection, requests that may wait for it. */
const WAITING_FOR_A_CONNECTION = 40;
const LONGEST_EVENT_LOOP_DELAY = 1_000;

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
  const fastify = adapter.getInstance<FastifyInstance>();
  traceRequests(fastify);
  shedLoad(fastify, { mostInFlight: settings.DATABASE_POOL * WAITING_FOR_A_CONNECTION, longestDelay: LONGEST_EVENT_LOOP_DELAY });
  sendSecurityHeaders(fastify, settings);
  refuseForeignRequests(fastify);
  acceptBodies(fastify);
  acceptFiles(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, log, parts), adapter, { logger: new NestLog(log), abortOnError: false, bodyParser: false });
  app.useGlobalFilters(new FailureFilter(log));
  registeredOnly(fastify, app);
  logRequests(fastify, log, app.get(Metrics));
  await serveWebApp(fastify, parts.webFolder ?? WEB_FOLDER);
  return app;
}

function registeredOnly(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const resolve = resolveDocument(app.get(RegisteredDocuments), app.get(Calls));
  fastify.addHook('preHandler', async (req, reply) => (req.routeOptions.url === '/graphql' ? resolve(req, reply) : undefined));
}

/** A proxy's id is kept, so that one id runs through all logs; anything odd is replaced. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}
