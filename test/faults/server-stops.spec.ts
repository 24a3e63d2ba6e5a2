import { PostMessages, Recipients } from '@app/messages';
import { Actor } from '@app/platform';
import { setTimeout as pause } from 'node:timers/promises';
import { startApi, type Sender, type TestApi } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { TestCluster } from '../support/test-cluster.mjs';
import { WorkerProcess } from '../support/worker-process.js';

const full = process.env.FAULTS === 'full';
const AWAY = full ? 30_000 : 2_000;
const MESSAGES = 100;
jest.setTimeout(full ? 300_000 : 120_000);

const BOOK = `mutation ($input: BookRoomInput!) { bookRoom(input: $input) { __typename ... on Booking { occurrenceId } ... on Problem { code } } }`;

/** A PostgreSQL of its own, because the one of the test run belongs to all other files. */
describe('the database server stops and comes back', () => {
  let cluster: TestCluster;
  let api: TestApi;
  let sink: SmtpSink;
  let worker: WorkerProcess;
  let centre: { id: string };
  let marie: Sender;
  let lab: string;
  let people: readonly string[];
  let day = 0;

  beforeAll(async () => {
    cluster = await TestCluster.start();
    api = await startApi({ server: cluster.url });
    sink = await SmtpSink.open();
    centre = await api.make.organisation();
    const site = await api.make.site(centre);
    marie = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'] }));
    const [room] = await api.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, 'Lab 2', 20) returning id`, [centre.id, site.id]);
    lab = room?.id ?? '';
    people = (await api.asOwner<{ id: string }>('insert into person select from generate_series(1, $1) returning id', [MESSAGES])).map(({ id }) => id);
    const recipients = new Recipients();
    await api.database.as(Actor.system(centre.id), async (tx) => {
      for (const [n, personId] of people.entries()) await recipients.put(tx, { personId, organisationId: centre.id, address: `person-${n}@example.org`, language: 'fr' });
    });
    worker = await WorkerProcess.start({ databaseUrl: api.appUrl, smtpUrl: sink.url, mailRate: 50 });
  });
  afterAll(async () => {
    await worker.kill();
    await sink.down();
    await api.close().catch(() => undefined);
    await cluster.remove();
  });

  const post = (to: readonly string[]) =>
    api.database.as(Actor.system(centre.id), (tx) =>
      new PostMessages().execute(tx, ...to.map((personId) => ({ organisationId: centre.id, personId, type: 'messages.test', subject: { kind: 'organisation', id: centre.id }, rule: crypto.randomUUID(), dueAt: new Date() }))),
    );
  const book = () => {
    const date = new Date(Date.UTC(2027, 0, ++day)).toISOString().slice(0, 10);
    return api.graphql<{ bookRoom: { occurrenceId?: string } }>(BOOK, { input: { organisationId: centre.id, title: 'Web Dev', resourceIds: [lab], startsAt: `${date}T09:00`, endsAt: `${date}T12:00` } }, marie);
  };
  const unsent = async (): Promise<number> => (await api.asOwner(`select from message where state <> 'sent'`)).length;

  it.each(['fast', 'immediate', 'kill'] as const)('case 73: %s: 503 meanwhile, all that was acknowledged is there, workers go on by themselves, new work leaves at once', async (how) => {
    sink.mails.length = 0;
    await post(people);
    await eventually(() => expect(sink.mails.length).toBeGreaterThan(10));
    const acknowledged = (await book()).data?.bookRoom.occurrenceId;
    expect(acknowledged).toBeDefined();

    await cluster.down(how);
    const asked = Date.now();
    const refused = await book();
    expect([refused.status, refused.headers.get('retry-after'), refused.errors?.[0]?.extensions.code]).toEqual([503, '5', 'UNAVAILABLE']);
    expect(JSON.stringify(refused.errors)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|terminat/);
    // Refused at once, not after the seconds that a statement or a connection may take.
    expect(Date.now() - asked).toBeLessThan(3_500);
    expect((await api.fetch('/health/ready')).status).toBe(503);
    expect((await api.fetch('/health/live')).status).toBe(200);
    await pause(AWAY);

    await cluster.up();
    await eventually(async () => expect(await unsent()).toBe(0), 20);
    expect(worker.isRunning).toBe(true);
    expect(new Set(sink.idsOf()).size).toBe(MESSAGES);
    const [row] = await api.asOwner<{ n: number }>('select count(*)::int as n from message where times_ambiguous > 0');
    expect(sink.mails.length - MESSAGES).toBeLessThanOrEqual(row?.n ?? 0);
    await eventually(async () => expect((await api.fetch('/health/ready')).status).toBe(200));
    expect(await api.asOwner('select from reservation where occurrence_id = $1', [acknowledged])).toHaveLength(1);
    expect((await book()).data?.bookRoom.occurrenceId).toBeDefined();

    const before = sink.mails.length;
    await post(people.slice(0, 1));
    await eventually(() => expect(sink.mails.length).toBe(before + 1), 10);
    await api.asOwner('delete from message');
  });
});
