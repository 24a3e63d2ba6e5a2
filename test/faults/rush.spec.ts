import { PostMessages, Recipients } from '@app/messages';
import { Actor } from '@app/platform';
import { crowd, countAnswers } from '../support/crowd.js';
import { eventually } from '../support/eventually.js';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { WorkerProcess } from '../support/worker-process.js';

const full = process.env.FAULTS === 'full';
const MESSAGES = full ? 5_000 : 1_000;
const RATE = 200;
const BOOKINGS = 200;
jest.setTimeout(full ? 300_000 : 120_000);

/** Counts and outcomes; how much slower bookings are meanwhile is measured by `npm run bench -- messages bookings`. */
describe('many messages due in one second', () => {
  let world: LedgerWorld;
  let sink: SmtpSink;
  let workers: readonly WorkerProcess[] = [];
  beforeAll(async () => {
    world = await openLedgerWorld();
    sink = await SmtpSink.open();
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    await sink.down();
    await world.test.close();
  });

  it(`case 79: ${MESSAGES} due in one second leave once each at the rate that is allowed, over all workers, and ${BOOKINGS} bookings meanwhile are all made`, async () => {
    const { test, centre } = world;
    const people = (await test.asOwner<{ id: string }>('insert into person select from generate_series(1, $1) returning id', [MESSAGES])).map(({ id }) => id);
    const recipients = new Recipients();
    await test.database.as(Actor.system(centre.id), async (tx) => {
      for (const [n, personId] of people.entries()) await recipients.put(tx, { personId, organisationId: centre.id, address: `person-${n}@example.org`, language: 'fr' });
    });
    const rooms = await Promise.all(Array.from({ length: BOOKINGS }, () => world.room()));
    workers = await Promise.all([1, 2].map(() => WorkerProcess.start({ databaseUrl: test.appUrl, smtpUrl: sink.url, mailRate: RATE, leaseSeconds: 10 })));
    const dueAt = new Date();
    await test.database.as(Actor.system(centre.id), (tx) =>
      new PostMessages().execute(tx, ...people.map((personId) => ({ organisationId: centre.id, personId, type: 'messages.test', subject: { kind: 'organisation', id: centre.id }, rule: 'rush', dueAt }))),
    );
    await eventually(() => expect(sink.mails.length).toBeGreaterThan(0));
    const answers = await crowd(BOOKINGS, (index) => world.book(rooms[index] ?? ''), 10);
    expect(countAnswers(answers)).toEqual({ done: BOOKINGS });
    await eventually(() => expect(sink.mails.length).toBeGreaterThanOrEqual(MESSAGES), 90);
    await Promise.all(workers.map((each) => each.stop()));
    expect([sink.mails.length, new Set(sink.idsOf()).size]).toEqual([MESSAGES, MESSAGES]);
    // A second's worth may leave at once, after that the rate holds.
    const [first, last] = [Math.min(...sink.mails.map(({ at }) => at)), Math.max(...sink.mails.map(({ at }) => at))];
    expect((last - first) / 1_000).toBeGreaterThan(MESSAGES / RATE - 1.5);
  });
});
