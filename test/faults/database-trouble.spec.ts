import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Actor } from '@app/platform';
import { startApi, type Sender, type TestApi } from '../support/api.js';
import { crowd } from '../support/crowd.js';
import { eventually } from '../support/eventually.js';

jest.setTimeout(120_000);

const BOOK = `mutation ($input: BookRoomInput!, $requestId: String) { bookRoom(input: $input, requestId: $requestId) {
  __typename ... on Booking { occurrenceId } ... on Problem { code } } }`;
const CONNECTIONS = 4;
/** Refusals of the database that go away by themselves: the whole transaction is run again. Disk full does not, and is not tried again. */
const TRANSIENT = ['40001', '40P01'];

/** case 81. Each fault strikes while a booking is half written: its occurrence stands, its reservation does not yet. */
describe('bookings while the database is in trouble', () => {
  let api: TestApi;
  let centre: { id: string };
  let marie: Sender;
  let site: { id: string };

  beforeAll(async () => {
    api = await startApi({ settings: { DATABASE_POOL: CONNECTIONS } });
    centre = await api.make.organisation();
    site = await api.make.site(centre);
    marie = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'] }));
    await api.asOwner(`
      create sequence strike;
      grant usage on sequence strike to public;
      create table trouble (code text not null, times int not null);
      create function strike() returns trigger language plpgsql security definer as $$
        declare trouble record;
        begin
          select * into trouble from public.trouble;
          if found and nextval('public.strike') <= trouble.times then raise exception 'a fault of this test' using errcode = trouble.code; end if;
          return new;
        end $$;
      create trigger strike before insert on reservation for each row execute function strike()`);
  });
  afterEach(() => api.asOwner(`delete from trouble; alter database ${api.name} connection limit -1`));
  afterAll(() => api.close());

  const trouble = (code: string, times: number) => api.asOwner(`delete from trouble; alter sequence strike restart; insert into trouble values ('${code}', ${times})`);
  /** How often a booking came as far as its reservation. */
  const tries = async (): Promise<number> => {
    const [row] = await api.asOwner<{ n: number }>('select case when is_called then last_value else 0 end::int as n from strike');
    return row?.n ?? 0;
  };
  const room = async (): Promise<string> => {
    const [row] = await api.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, $3, 20) returning id`, [centre.id, site.id, `Lab ${randomUUID().slice(0, 8)}`]);
    return row?.id ?? '';
  };
  const book = (roomId: string, wishes: { requestId?: string; day?: string } = {}) => {
    const day = wishes.day ?? '2026-11-23';
    const input = { organisationId: centre.id, title: 'Web Dev', resourceIds: [roomId], startsAt: `${day}T09:00`, endsAt: `${day}T12:00` };
    return api.graphql<{ bookRoom: { __typename: string; occurrenceId?: string } }>(BOOK, { input, requestId: wishes.requestId }, marie);
  };
  /** What a booking leaves: one of each, or nothing at all. */
  const traces = async () => {
    const [row] = await api.asOwner<Record<string, number>>(`select (select count(*)::int from occurrence) as occurrences, (select count(*)::int from occurrence_card) as cards,
      (select count(*)::int from reservation) as reservations, (select count(*)::int from change where subject_kind = 'occurrence') as changes, (select count(*)::int from remembered_request where state = 'done') as answers`);
    return row;
  };

  it.each(TRANSIENT)('case 81: %s twice is mended by the third try, and what was asked is done once', async (code) => {
    await trouble(code, 2);
    const before = await traces();
    expect((await book(await room())).data?.bookRoom.__typename).toBe('Booking');
    expect(await tries()).toBe(3);
    expect(await traces()).toEqual({ ...before, occurrences: (before?.occurrences ?? 0) + 1, cards: (before?.cards ?? 0) + 1, reservations: (before?.reservations ?? 0) + 1, changes: (before?.changes ?? 0) + 1 });
  });

  it.each([...TRANSIENT.map((code) => ({ code, most: 3 })), { code: '53100', most: 1 }])('case 81: $code for good is 503 with Retry-After after $most tries, and leaves nothing; the same request then is done once', async ({ code, most }) => {
    await trouble(code, 1_000);
    const [lab, requestId, before] = [await room(), randomUUID(), await traces()];
    const { status, headers, errors } = await book(lab, { requestId });
    expect([status, headers.get('retry-after'), errors?.[0]?.extensions.code]).toEqual([503, '5', 'UNAVAILABLE']);
    expect(await tries()).toBe(most);
    expect(await traces()).toEqual(before);
    await api.asOwner('delete from trouble');
    const [first, second] = [await book(lab, { requestId }), await book(lab, { requestId })];
    expect(first.data?.bookRoom).toMatchObject({ __typename: 'Booking' });
    expect(second.data).toEqual(first.data);
    expect(await traces()).toMatchObject({ reservations: (before?.reservations ?? 0) + 1, answers: (before?.answers ?? 0) + 1 });
  });

  it('case 81: two transactions that really deadlock both get through', async () => {
    await api.asOwner('create table contended (id int primary key, times int not null default 0); insert into contended values (1), (2); grant all on contended to public');
    const touch = (first: number, second: number) =>
      api.database.as(Actor.system(), async (tx) => {
        await tx.query('update contended set times = times + 1 where id = $1', [first]);
        await pause(50);
        await tx.query('update contended set times = times + 1 where id = $1', [second]);
      });
    await Promise.all([touch(1, 2), touch(2, 1)]);
    expect(await api.asOwner('select times from contended')).toEqual([{ times: 2 }, { times: 2 }]);
    const [row] = await api.asOwner<{ deadlocks: string }>('select pg_stat_force_next_flush(), deadlocks from pg_stat_database where datname = current_database()');
    expect(Number(row?.deadlocks)).toBeGreaterThan(0);
  });

  it('case 81: a server that takes no more connections is 503, and served again when it does', async () => {
    const [lab, before] = [await room(), await traces()];
    await api.asOwner(`alter database ${api.name} connection limit 0; select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'tremplin_test_app'`);
    const refused = await eventually(async () => {
      const answer = await book(lab);
      expect(answer.status).toBe(503);
      // The first refusals may still tell of the connection that was cut; the new ones are the point.
      expect(JSON.stringify(api.logged)).toContain('too many connections');
      return answer;
    });
    expect([refused.headers.get('retry-after'), refused.errors?.[0]?.extensions.code]).toEqual(['5', 'UNAVAILABLE']);
    expect((await api.fetch('/health/ready')).status).toBe(503);
    await api.asOwner(`alter database ${api.name} connection limit -1`);
    await eventually(async () => expect((await api.fetch('/health/ready')).status).toBe(200));
    expect((await book(lab)).data?.bookRoom.__typename).toBe('Booking');
    expect(await traces()).toMatchObject({ reservations: (before?.reservations ?? 0) + 1 });
  });

  it('case 81: with every connection held, those who wait get 503 and those who were answered yes have their booking', async () => {
    const [lab, before] = [await room(), await traces()];
    const holder = api.database.as(Actor.system(), async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lab]);
      await pause(6_000);
    }, { statementTimeout: 20_000 });
    await pause(200);
    const day = (index: number) => `2027-01-${String(index + 1).padStart(2, '0')}`;
    const answers = await crowd(30, (index) => book(lab, { day: day(index) }), 30);
    await holder.catch(() => undefined);
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].filter((status) => ![200, 503, 504].includes(status))).toEqual([]);
    expect(statuses).toContain(503);
    const booked = answers.filter(({ data }) => data?.bookRoom.__typename === 'Booking').length;
    expect(await traces()).toMatchObject({ reservations: (before?.reservations ?? 0) + booked, occurrences: (before?.occurrences ?? 0) + booked });
    expect((await book(lab, { day: '2027-02-01' })).data?.bookRoom.__typename).toBe('Booking');
  });
});
