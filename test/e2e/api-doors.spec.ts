import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Actor } from '@app/platform';
import { parse } from 'yaml';
import { startApi, type TestApi } from '../support/api.js';

const DOCUMENT = 'query Info { serverInfo { version } }';
const HASH = 'a'.repeat(40);

function builtWebApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tremplin-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Tremplin</title>');
  writeFileSync(join(folder, 'assets', 'app-abc123.js'), 'export {};');
  writeFileSync(join(folder, '.env'), 'SECRET=1');
  writeFileSync(join(folder, 'persisted-documents.json'), JSON.stringify({ [HASH]: DOCUMENT }));
  return folder;
}

describe('the doors of the API beside GraphQL', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ parts: { webFolder: builtWebApp() }, settings: { API_EXPLORER: false } });
  });
  afterAll(() => api.close());

  it('says that it is alive and ready', async () => {
    expect(await (await fetch(`${api.url}/health/live`)).json()).toEqual({ status: 'alive', version: '0.1.0' });
    const ready = await fetch(`${api.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', version: '0.1.0' }]);
  });

  it('tells figures of the process and of what waits in the database', async () => {
    await api.graphql(DOCUMENT);
    const text = await (await fetch(`${api.url}/metrics`)).text();
    for (const name of ['tremplin_oldest_due_message_seconds', 'tremplin_database_up 1', 'tremplin_messages{state="failed"} 0', 'process_resident_memory_bytes']) expect(text).toContain(name);
    expect(text).toMatch(/tremplin_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} 1/);
  });

  it('tells figures to nobody who comes through a proxy, unless with the token', async () => {
    const through = { 'x-forwarded-for': '198.51.100.7' };
    expect((await fetch(`${api.url}/metrics`, { headers: through })).status).toBe(403);
    const guarded = await startApi({ settings: { METRICS_TOKEN: 'a-token-of-24-characters' } });
    expect((await fetch(`${guarded.url}/metrics`)).status).toBe(403);
    expect((await fetch(`${guarded.url}/metrics`, { headers: { ...through, authorization: 'Bearer a-token-of-24-characters' } })).status).toBe(200);
    await guarded.close();
  });

  it('case 83: has an alert for work that waits too long, and every alert asks for figures that exist', async () => {
    const { groups } = parse(readFileSync(join(process.cwd(), 'docker', 'alerts.yaml'), 'utf8')) as { groups: { rules: { alert: string; expr: string; for: string }[] }[] };
    const rules = groups.flatMap((group) => group.rules);
    const known = await (await fetch(`${api.url}/metrics`)).text();
    for (const name of rules.flatMap((rule) => rule.expr.match(/\b(tremplin|process|nodejs)_\w+/g) ?? [])) expect(known).toContain(`# TYPE ${name.replace(/_(count|bucket|sum)$/, '')} `);
    expect(rules.find((rule) => rule.alert === 'MessagesLate')).toMatchObject({ expr: 'tremplin_oldest_due_message_seconds > 60', for: '1m' });
  });

  it('case 83: the alerts about waiting and failed work are quiet in order, and go off when it waits or fails', async () => {
    const { groups } = parse(readFileSync(join(process.cwd(), 'docker', 'alerts.yaml'), 'utf8')) as { groups: { rules: { alert: string; expr: string }[] }[] };
    const simple = groups.flatMap((group) => group.rules).flatMap(({ alert, expr }) => {
      const [, name, labels = '', limit] = /^(\w+)(\{[^}]*\})? > (\d+)$/.exec(expr) ?? [];
      return name ? [{ alert, goesOff: (text: string) => text.split('\n').some((line) => line.startsWith(name) && labels.slice(1, -1).split(',').every((label) => line.includes(label)) && Number(line.split(' ').at(-1)) > Number(limit)) }] : [];
    });
    const goOff = async () => {
      const text = await (await fetch(`${api.url}/metrics`)).text();
      return simple.filter(({ goesOff }) => goesOff(text)).map(({ alert }) => alert);
    };
    expect(await goOff()).toEqual([]);
    const centre = await api.make.organisation();
    const { id: person } = await api.make.person({ organisation: centre });
    await api.asOwner(`insert into message (organisation_id, person_id, channel, type, subject_kind, subject_id, rule, due_at, next_at)
      values ($1, $2, 'mail', 'messages.test', 'organisation', $1, 'late', app.now() - interval '2 minutes', app.now() - interval '2 minutes')`, [centre.id, person]);
    await api.asOwner(`insert into job (name, queue, key, payload, run_at) values ('test.note', 'reminders', 'late', '{}', app.now() - interval '10 minutes')`);
    await api.asOwner(`insert into job (name, queue, key, payload, state, failed_at, last_error) values ('test.note', 'reminders', 'failed', '{}', 'failed', app.now(), 'broken')`);
    await api.asOwner(`insert into change_consumer values ('test.late', '{late-thing}')`);
    await api.database.as(Actor.system(centre.id), (tx) => api.changes.append(tx, { organisationId: centre.id, subjectKind: 'late-thing', subjectId: person, kind: 'changed' }));
    await api.asOwner(`update change_work set at = app.now() - interval '2 minutes' where consumer = 'test.late'`);
    expect(await goOff()).toEqual(['MessagesLate', 'JobsFailed', 'JobsLate', 'ChangesLate']);
  });

  it('serves the web app: assets for ever, pages freshly, every page address by the app itself', async () => {
    const get = async (path: string, accept = 'text/html') => {
      const response = await fetch(`${api.url}${path}`, { headers: { accept } });
      return [response.status, response.headers.get('cache-control'), (await response.text()).slice(0, 15)];
    };
    expect(await get('/')).toEqual([200, 'no-cache', '<!doctype html>']);
    expect(await get('/rooms/week?site=1')).toEqual([200, 'no-cache', '<!doctype html>']);
    expect(await get('/assets/app-abc123.js')).toEqual([200, 'public, max-age=31536000, immutable', 'export {};']);
    expect((await get('/assets/gone.js'))[0]).toBe(404);
    expect((await get('/calendar/unknown'))[0]).toBe(404);
    expect((await get('/rooms', 'application/json'))[0]).toBe(404);
  });

  it.each(['/persisted-documents.json', '/.env', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%5c..%5cpackage.json', '/%00', '/%'])('does not hand out %s', async (path) => {
    const response = await fetch(`${api.url}${path}`, { headers: { accept: 'application/json' } });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toMatch(/SECRET|query Info|"name"|root:/);
  });

  it('case 23: a browser sends registered documents by the hash of the build, by SHA-256 or by their text', async () => {
    const post = async (body: object) => {
      const response = await api.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      return [response.status, ((await response.json()) as { data?: unknown }).data];
    };
    const answer = { serverInfo: { version: '0.1.0' } };
    expect(await post({ documentId: HASH, operationName: 'Info' })).toEqual([200, answer]);
    expect(await post({ extensions: { persistedQuery: { version: 1, sha256Hash: HASH } } })).toEqual([200, answer]);
    expect(await post({ query: DOCUMENT })).toEqual([200, answer]);
    expect((await post({ query: `${DOCUMENT} ` }))[0]).toBe(400);
    expect((await post({ documentId: 'b'.repeat(40) }))[0]).toBe(400);
  });

  it('logs one line for each answer, with its id and operation and without what was sent', async () => {
    await api.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'x-request-id': 'request-of-test' }, body: JSON.stringify({ query: DOCUMENT, operationName: 'Info', variables: { password: 'opensesame' } }) });
    const line = api.logged.find((entry) => entry.requestId === 'request-of-test');
    expect(line).toMatchObject({ method: 'POST', url: '/graphql', operation: 'Info', status: 200, ms: expect.any(Number) });
    expect(JSON.stringify(api.logged)).not.toContain('opensesame');
  });
});
