import { setTimeout as pause } from 'node:timers/promises';
import { ApiProcess } from '../support/api-process.js';
import { type Sender } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { Make } from '../support/make.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const full = process.env.FAULTS === 'full';
jest.setTimeout(full ? 300_000 : 120_000);

const BOOK = `mutation ($input: BookRoomInput!) { bookRoom(input: $input) { __typename ... on Problem { code } } }`;
const REQUESTS = 100;

describe('the API when its database comes late, freezes, or it is told to stop', () => {
  let test: TestDatabase;
  let wire: TcpProxy;
  let api: ApiProcess | undefined;
  let centre: { id: string };
  let lab: string;
  let marie: Sender;
  let day = 0;

  beforeAll(async () => {
    test = await openTestDatabase();
    const make = new Make(test);
    centre = await make.organisation();
    const site = await make.site(centre);
    marie = await make.session(await make.person({ organisation: centre, roles: ['coordinator'] }));
    const [room] = await test.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, 'Lab 2', 20) returning id`, [centre.id, site.id]);
    lab = room?.id ?? '';
  });
  beforeEach(async () => {
    wire = await TcpProxy.open(test.appUrl);
  });
  afterEach(async () => {
    await api?.kill();
    await wire.close();
  });
  afterAll(() => test.close());

  const start = async (environment?: Readonly<Record<string, string>>): Promise<ApiProcess> => (api = await ApiProcess.start({ databaseUrl: wire.through(test.appUrl), environment }));
  const book = (on: ApiProcess) => {
    const date = new Date(Date.UTC(2027, 0, ++day)).toISOString().slice(0, 10);
    return on.graphql(BOOK, { input: { organisationId: centre.id, title: 'Web Dev', resourceIds: [lab], startsAt: `${date}T09:00`, endsAt: `${date}T12:00` } }, marie);
  };
  const bookings = async (): Promise<number> => (await test.asOwner('select from reservation')).length;
  const becomesReady = (on: ApiProcess) => eventually(async () => expect(await on.health('ready')).toBe(200), 15);

  it('case 74: started before its database it lives, is not ready and says 503, and is ready by itself when the database comes', async () => {
    wire.away();
    const early = await start();
    expect([await early.health('live'), await early.health('ready')]).toEqual([200, 503]);
    expect(await book(early)).toMatchObject({ status: 503, retryAfter: '5', code: 'UNAVAILABLE' });
    wire.back();
    await becomesReady(early);
    expect(await book(early)).toMatchObject({ status: 200, data: { bookRoom: { __typename: 'Booking' } } });
  });

  it('case 75: over a frozen connection nobody waits for ever, the alert sees it, and it goes on when the network does', async () => {
    const frozen = await start();
    await becomesReady(frozen);
    expect(await book(frozen)).toMatchObject({ status: 200 });
    wire.freeze();
    const asked = Date.now();
    const answers = await Promise.all(Array.from({ length: 5 }, () => book(frozen)));
    // Five seconds are ours; the network itself would wait for minutes, and the driver for fifteen seconds.
    expect(Date.now() - asked).toBeLessThan(10_000);
    for (const answer of answers) expect([503, 504]).toContain(answer === 'broken' ? 'broken' : answer.status);
    expect(await frozen.health('ready')).toBe(503);
    expect(await (await fetch(`${frozen.url}/metrics`)).text()).toContain('tremplin_database_up 0');
    await pause(full ? 30_000 : 500);
    wire.back();
    await becomesReady(frozen);
    expect(await book(frozen)).toMatchObject({ status: 200, data: { bookRoom: { __typename: 'Booking' } } });
  });

  it(`case 100: asked to stop with ${REQUESTS} requests inside it is not ready, answers all of them, breaks no line, and is gone in time`, async () => {
    const leaving = await start();
    await becomesReady(leaving);
    const before = await bookings();
    // Every request waits for this lock, as behind somebody else's long booking.
    const holder = test.asOwner(`begin; select pg_advisory_xact_lock(hashtextextended('${lab}', 0)); select pg_sleep(2.5); commit`);
    await pause(200);
    const asked = Array.from({ length: REQUESTS }, () => book(leaving));
    await pause(500);
    const exit = leaving.stop();
    // Not ready while it still answers, and then gone.
    await eventually(async () => expect([503, 0]).toContain(await leaving.health('ready')));
    await holder;
    const answers = await Promise.all(asked);
    expect(await exit).toBe(0);
    expect(answers.filter((answer) => answer === 'broken')).toEqual([]);
    const done = answers.filter((answer) => answer !== 'broken' && answer.data?.bookRoom?.__typename === 'Booking').length;
    const refused = answers.filter((answer) => answer !== 'broken' && answer.status === 503).length;
    expect(done + refused).toBe(REQUESTS);
    expect(done).toBeGreaterThan(0);
    expect(await bookings()).toBe(before + done);
  });
});
