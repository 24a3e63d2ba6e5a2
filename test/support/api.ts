import { setTimeout as pause } from 'node:timers/promises';
import { SESSION_COOKIE } from '../../apps/api/src/http/session-cookie.js';
import { type ApiParts } from '../../apps/api/src/app.module.js';
import { buildApp } from '../../apps/api/src/build-app.js';
import { createLog, type Language, type Settings } from '@app/platform';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Make } from './make.js';
import { openTestDatabase, type TestDatabase } from './test-database.js';
import { testSettings } from './test-module.js';

/** Who sends a request: a session (`await make.session(person)`), a key, or nobody. */
export interface Sender {
  readonly token?: string;
  readonly apiKey?: string;
  readonly language?: Language;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: Record<string, unknown> & { readonly code: string } }[];
}

export interface TestApi extends TestDatabase {
  readonly make: Make;
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Every line that the server logged, parsed. */
  readonly logged: readonly Record<string, unknown>[];
  graphql<Data = Record<string, unknown>>(query: string, variables?: Readonly<Record<string, unknown>>, sender?: Sender): Promise<GraphqlAnswer<Data>>;
  fetch(path: string, init?: RequestInit, sender?: Sender): Promise<Response>;
}

/**
 * The whole API on a free port over a database of its own:
 *
 *     const api = await startApi();
 *     const { data } = await api.graphql('{ serverInfo { version } }', {}, await api.make.session(marie));
 */
export async function startApi(options: { settings?: Partial<Settings>; parts?: ApiParts; server?: string } = {}): Promise<TestApi> {
  const test = await openTestDatabase({ server: options.server });
  const settings = testSettings({ DATABASE_URL: test.appUrl, API_EXPLORER: true, ...options.settings });
  const logged: Record<string, unknown>[] = [];
  const log = createLog({ LOG_LEVEL: 'info' }, 'api', { write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>) });
  const app = await buildApp(settings, options.parts, log);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  await untilAnswering(url);
  const send: TestApi['fetch'] = (path, init = {}, sender = {}) => fetch(`${url}${path}`, { redirect: 'manual', ...init, headers: { ...headersOf(sender), ...(init.headers as Record<string, string> | undefined) } });
  return {
    ...test,
    make: new Make(test),
    url,
    app,
    logged,
    fetch: send,
    graphql: async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, sender: Sender = {}) => {
      const response = await send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) }, sender);
      const body = (await response.json()) as Pick<GraphqlAnswer<Data>, 'data' | 'errors'>;
      return { status: response.status, headers: response.headers, ...body };
    },
    close: async () => {
      await app.close();
      await test.close();
    },
  };
}

/** Building the app keeps the event loop busy for a second or more, and the API sheds load until the next measurement. */
async function untilAnswering(url: string): Promise<void> {
  for (let tries = 0; tries < 50 && (await fetch(`${url}/no-such-path`)).status === 503; tries++) await pause(100);
}

function headersOf(sender: Sender): Record<string, string> {
  return {
    'x-tremplin-client': 'test',
    ...(sender.token ? { cookie: `${SESSION_COOKIE}=${sender.token}` } : {}),
    ...(sender.apiKey ? { authorization: `Bearer ${sender.apiKey}` } : {}),
    ...(sender.language ? { 'accept-language': sender.language } : {}),
    ...sender.headers,
  };
}
