import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Actor, defineJob, Jobs } from '@app/platform';
import { IsString } from 'class-validator';
import { ApiProcess } from '../support/api-process.js';
import { eventually } from '../support/eventually.js';
import { Make } from '../support/make.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { WorkerProcess } from '../support/worker-process.js';

jest.setTimeout(120_000);

interface SentSpan {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly values: Readonly<Record<string, string>>;
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: string };
}

class Note {
  @IsString()
  note: string;
}

/** A collector that keeps what it is sent. */
class Collector {
  readonly spans: SentSpan[] = [];
  private readonly server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (request.url === '/v1/traces') this.take(JSON.parse(body) as { resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: (SentSpan & { attributes: Attribute[] })[] }[] }[] });
      response.end('{}');
    });
  });

  async open(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private take({ resourceSpans }: { resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: (SentSpan & { attributes: Attribute[] })[] }[] }[] }): void {
    const valuesOf = (attributes: Attribute[]) => Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? '']));
    for (const { resource, scopeSpans } of resourceSpans) {
      for (const span of scopeSpans.flatMap((scope) => scope.spans)) this.spans.push({ ...span, service: valuesOf(resource.attributes)['service.name'] ?? '', values: valuesOf(span.attributes) });
    }
  }
}

describe('traces for an OpenTelemetry collector', () => {
  let test: TestDatabase;
  const collector = new Collector();
  let api: ApiProcess | undefined;
  let worker: WorkerProcess | undefined;
  let environment: Readonly<Record<string, string>>;
  beforeAll(async () => {
    test = await openTestDatabase();
    environment = { OTEL_EXPORTER_OTLP_ENDPOINT: await collector.open() };
  });
  afterAll(async () => {
    await api?.kill();
    await worker?.kill();
    collector.close();
    await test.close();
  });

  it('follow one request id from the request through its statements to its job in another process, and hold nothing that people typed', async () => {
    const make = new Make(test);
    const centre = await make.organisation();
    const session = await make.session(await make.person({ organisation: centre, roles: ['coordinator'] }));
    await test.asOwner('create table job_effect (note text, pid integer, at timestamptz default now()); grant all on job_effect to tremplin_app');
    api = await ApiProcess.start({ databaseUrl: test.appUrl, environment });
    worker = await WorkerProcess.start({ databaseUrl: test.appUrl, faults: true, environment });
    const requestId = 'a-request-of-the-test';
    const CREATE = 'mutation ($input: CreateSiteInput!) { createSite(input: $input) { __typename } }';
    expect(await api.graphql(CREATE, { input: { organisationId: centre.id, name: 'A name that nobody else types', zone: 'Europe/Brussels' } }, session, requestId)).toMatchObject({ status: 200 });
    const job = defineJob({ name: 'test.note', queue: 'reminders', payload: Note, key: (payload: Note) => payload.note });
    await test.database.as(Actor.system(undefined, { requestId }), (tx) => new Jobs().put(tx, job, { note: 'traced' }));

    const root = await eventually(() => found((span) => span.name === 'POST /graphql'));
    const work = await eventually(() => found((span) => span.name === 'job test.note'));
    expect([root.service, root.kind, root.values['tremplin.request_id'], root.values['http.response.status_code'], root.parentSpanId]).toEqual(['tremplin-api', 2, requestId, '200', undefined]);
    expect([work.service, work.kind, work.traceId, work.values['tremplin.request_id']]).toEqual(['tremplin-worker', 5, root.traceId, requestId]);
    for (const [parent, statement] of [[root, 'insert into site'], [work, 'insert into job_effect']] as const) {
      const sql = await eventually(() => found((span) => span.parentSpanId === parent.spanId && (span.values['db.statement'] ?? '').includes(statement)));
      expect([sql.traceId, sql.kind, BigInt(sql.endTimeUnixNano) >= BigInt(sql.startTimeUnixNano)]).toEqual([root.traceId, 3, true]);
    }
    expect(JSON.stringify(collector.spans)).not.toContain('A name that nobody else types');
  });

  it('cost nothing but themselves when the collector is away', async () => {
    collector.close();
    for (let n = 0; n < 5; n++) expect(await api?.graphql('{ serverInfo { version } }', {}, {})).toMatchObject({ status: 200 });
    expect(await api?.stop()).toBe(0);
  });

  function found(wanted: (span: SentSpan) => boolean): SentSpan {
    const span = collector.spans.find(wanted);
    if (!span) throw new Error(`There is no such span among ${collector.spans.map(({ name }) => name).join(', ')}.`);
    return span;
  }
});
