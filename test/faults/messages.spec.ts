import { PostMessages, Recipients } from '@app/messages';
import { Actor, MAIL_CONNECTIONS } from '@app/platform';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import { Make } from '../support/make.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { WorkerProcess } from '../support/worker-process.js';

/** `npm run faults` runs the long form. */
const full = process.env.FAULTS === 'full';
const MESSAGES = full ? 1_000 : 300;
const KILLS = full ? 10 : 4;
jest.setTimeout(full ? 300_000 : 120_000);

describe('messages when things break', () => {
  let test: TestDatabase;
  let sink: SmtpSink;
  let organisationId: string;
  let people: string[];
  const workers: WorkerProcess[] = [];
  const start = async (wishes: { databaseUrl?: string; leaseSeconds?: number; mailRate?: number; wait?: boolean } = {}): Promise<WorkerProcess> => {
    const worker = await WorkerProcess.start({ databaseUrl: test.appUrl, smtpUrl: sink.url, ...wishes });
    workers.push(worker);
    return worker;
  };
  /** One message to each person, about a new subject each time. */
  const postToAll = async (wishes: { dueIn?: number } = {}): Promise<void> => {
    const dueAt = new Date(Date.now() + (wishes.dueIn ?? 0));
    await test.database.as(Actor.system(organisationId), (tx) =>
      new PostMessages().execute(tx, ...people.map((personId) => ({ organisationId, personId, type: 'messages.test', subject: { kind: 'organisation', id: organisationId }, rule: crypto.randomUUID(), dueAt }))),
    );
  };
  const counts = async (): Promise<Record<string, number>> =>
    Object.fromEntries((await test.asOwner<{ state: string; n: number }>('select state, count(*)::int as n from message group by state')).map((row) => [row.state, row.n]));
  const allSent = () => eventually(async () => expect(await counts()).toEqual({ sent: people.length }), full ? 120 : 45);
  const latest = async (): Promise<number> => {
    const [row] = await test.asOwner<{ late: number }>('select extract(epoch from max(sent_at - due_at))::float as late from message');
    return row?.late ?? Infinity;
  };
  const distinct = () => new Set(sink.idsOf()).size;
  const ambiguous = async (): Promise<number> => (await test.asOwner('select id from message where times_ambiguous > 0')).length;

  beforeAll(async () => {
    test = await openTestDatabase();
    sink = await SmtpSink.open();
    organisationId = (await new Make(test).organisation()).id;
    people = (await test.asOwner<{ id: string }>(`insert into person select from generate_series(1, $1) returning id`, [MESSAGES])).map((row) => row.id);
    const recipients = new Recipients();
    await test.database.as(Actor.system(organisationId), async (tx) => {
      for (const [n, personId] of people.entries()) await recipients.put(tx, { personId, organisationId, address: `person-${n}@example.org`, language: 'fr' });
    });
  });
  beforeEach(async () => {
    await test.asOwner('delete from message');
    sink.mails.length = 0;
    sink.mode = 'ok';
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.kill()));
  });
  afterAll(async () => {
    await sink.down();
    await test.close();
  });

  it(`case 71: ${KILLS} × kill -9 during ${MESSAGES} messages: every one leaves, doubles only where marked, at most 60 s late`, async () => {
    await postToAll();
    for (let kill = 0; kill < KILLS; kill++) {
      const worker = await start({ mailRate: full ? 100 : 60 });
      const before = sink.mails.length;
      await eventually(() => expect(sink.mails.length).toBeGreaterThan(before + 5));
      await pause(Math.random() * 400);
      await worker.kill();
    }
    const lastKill = Date.now();
    await start();
    await allSent();
    expect(distinct()).toBe(MESSAGES);
    expect(sink.mails.length - MESSAGES).toBeLessThanOrEqual(await ambiguous());
    expect(Date.now() - lastKill).toBeLessThan(60_000);
  });

  it('case 76: a worker that is frozen beyond its lease and thawed sends at most one copy more of what it had in hand', async () => {
    await postToAll();
    const frozen = await start({ mailRate: 100 });
    await eventually(() => expect(sink.mails.length).toBeGreaterThan(10));
    frozen.freeze();
    await start();
    await allSent();
    const sent = sink.mails.length;
    frozen.thaw();
    await pause(2_000);
    // The letter of each connection may have been half way into the server; what waited behind it does not leave any more.
    expect(sink.mails.length - sent).toBeLessThanOrEqual(MAIL_CONNECTIONS);
    expect(distinct()).toBe(MESSAGES);
    const copies = new Map<string, number>();
    for (const id of sink.idsOf()) copies.set(id, (copies.get(id) ?? 0) + 1);
    expect(Math.max(...copies.values())).toBeLessThanOrEqual(2);
    expect(sink.mails.length - MESSAGES).toBeLessThanOrEqual(await ambiguous());
    expect(await counts()).toEqual({ sent: MESSAGES });
  });

  it('case 74: a worker that starts before its database works as soon as it comes', async () => {
    const wire = await TcpProxy.open(test.appUrl);
    wire.away();
    const worker = await start({ databaseUrl: wire.through(test.appUrl), wait: false });
    await postToAll();
    await eventually(() => expect(worker.log).toContain('waits for the database'));
    wire.back();
    await allSent();
    await worker.kill();
    await wire.close();
  });

  it.each(['away', 'freeze'] as const)('cases 73 and 75: a database that is gone (%s) for a while costs nothing but that while', async (fault) => {
    const wire = await TcpProxy.open(test.appUrl);
    const worker = await start({ databaseUrl: wire.through(test.appUrl), mailRate: 100 });
    await postToAll();
    await eventually(() => expect(sink.mails.length).toBeGreaterThan(10));
    wire[fault]();
    await pause(full ? 30_000 : 3_000);
    wire.back();
    const back = Date.now();
    await allSent();
    expect(Date.now() - back).toBeLessThan(60_000);
    expect(worker.isRunning).toBe(true);
    expect(distinct()).toBe(MESSAGES);
    expect(sink.mails.length - MESSAGES).toBeLessThanOrEqual(await ambiguous());
    await worker.kill();
    await wire.close();
  });

  it('case 85: a mail server that is away, then slow to speak, then hangs after the letter loses nothing', async () => {
    await sink.down();
    await postToAll();
    await start({ mailRate: 300 });
    await pause(full ? 60_000 : 2_000);
    expect(await counts()).toEqual({ due: MESSAGES });
    await sink.up();
    await eventually(() => expect(sink.mails.length).toBeGreaterThan(20));
    sink.mode = '421';
    await pause(1_000);
    sink.mode = 'hang-after-data';
    await pause(1_500);
    sink.mode = 'ok';
    await allSent();
    expect(distinct()).toBe(MESSAGES);
    expect(sink.mails.length - MESSAGES).toBeLessThanOrEqual(await ambiguous());
  });

  it('case 80: four workers at once send each message once', async () => {
    // Leases as in earnest: nobody dies here, and a busy machine must not look like a death.
    await Promise.all(Array.from({ length: 4 }, () => start({ leaseSeconds: 30 })));
    await postToAll();
    await allSent();
    expect([sink.mails.length, distinct(), await ambiguous()]).toEqual([MESSAGES, MESSAGES, 0]);
  });

  it('case 100: asked to stop in the middle, a worker finishes what it handed over and leaves nothing ambiguous', async () => {
    await postToAll();
    const worker = await start({ mailRate: 100 });
    await eventually(() => expect(sink.mails.length).toBeGreaterThan(20));
    expect(await worker.stop()).toBe(0);
    const states = await counts();
    expect(states).toEqual({ sent: sink.mails.length, due: MESSAGES - sink.mails.length });
    const follower = await start();
    await allSent();
    expect([sink.mails.length, distinct()]).toEqual([MESSAGES, MESSAGES]);
    expect(await follower.leaveAlone()).toBe(0);
    expect(await latest()).toBeLessThan(60);
  });
});
