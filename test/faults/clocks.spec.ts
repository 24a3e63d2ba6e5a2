import { PostMessages, Recipients } from '@app/messages';
import { Actor } from '@app/platform';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiProcess } from '../support/api-process.js';
import { type Sender } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { Make } from '../support/make.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { WorkerProcess, wrongClock } from '../support/worker-process.js';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const MESSAGES = 60;
const BOOK = `mutation ($input: BookRoomInput!) { bookRoom(input: $input) { __typename ... on Booking { occurrenceId heldUntil } ... on Problem { code } } }`;
const CONFIRM = `mutation ($input: BookingRefInput!) { confirmBooking(input: $input) { __typename ... on Problem { code } } }`;

const REGISTER = `mutation ($id: ID!) { registerForCohort(cohortId: $id) { __typename ... on Registration { state } ... on Problem { code } } }`;

/** Every comparison uses the database's clock; a host whose clock is wrong does the same as any other. */
describe('hosts whose clocks are wrong', () => {
  let test: TestDatabase;
  let sink: SmtpSink;
  let centre: { id: string };
  let marie: Sender;
  let lab: string;
  let people: readonly string[];
  let api: ApiProcess | undefined;

  beforeAll(async () => {
    test = await openTestDatabase();
    sink = await SmtpSink.open();
    const make = new Make(test);
    centre = await make.organisation();
    const site = await make.site(centre);
    marie = await make.session(await make.person({ organisation: centre, roles: ['coordinator'] }));
    const [room] = await test.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, 'Lab 2', 20) returning id`, [centre.id, site.id]);
    lab = room?.id ?? '';
    people = (await test.asOwner<{ id: string }>('insert into person select from generate_series(1, $1) returning id', [MESSAGES])).map(({ id }) => id);
    const recipients = new Recipients();
    await test.database.as(Actor.system(centre.id), async (tx) => {
      for (const [n, personId] of people.entries()) await recipients.put(tx, { personId, organisationId: centre.id, address: `person-${n}@example.org`, language: 'fr' });
    });
  });
  afterEach(() => api?.kill());
  afterAll(async () => {
    await sink.down();
    await test.close();
  });

  it('case 70: workers an hour ahead, an hour behind and five seconds apart: nothing leaves early, nothing twice, nothing late', async () => {
    const workers = await Promise.all([HOUR, -HOUR, 5_000].map((clockShift) => WorkerProcess.start({ databaseUrl: test.appUrl, smtpUrl: sink.url, clockShift })));
    const [due] = await test.asOwner<{ at: Date }>(`select app.now() + interval '4 seconds' as at`);
    const later = { ...{ organisationId: centre.id, type: 'messages.test', subject: { kind: 'organisation', id: centre.id } } };
    await test.database.as(Actor.system(centre.id), (tx) => {
      const soon = people.map((personId) => ({ ...later, personId, rule: crypto.randomUUID(), dueAt: due?.at ?? new Date() }));
      const inHalfAnHour = people.map((personId) => ({ ...later, personId, rule: crypto.randomUUID(), dueAt: new Date(Date.now() + HOUR / 2) }));
      return new PostMessages().execute(tx, ...soon, ...inHalfAnHour);
    });
    await pause(1_500);
    expect(sink.mails).toEqual([]);
    await eventually(() => expect(sink.mails.length).toBeGreaterThanOrEqual(MESSAGES));
    await pause(2_000);
    expect([sink.mails.length, new Set(sink.idsOf()).size]).toEqual([MESSAGES, MESSAGES]);
    const [row] = await test.asOwner<{ early: number; waiting: number; unsure: number }>(`select count(*) filter (where sent_at < due_at)::int as early, count(*) filter (where state = 'due')::int as waiting, count(*) filter (where times_ambiguous > 0)::int as unsure from message`);
    expect(row).toEqual({ early: 0, waiting: MESSAGES, unsure: 0 });
    await Promise.all(workers.map((worker) => worker.kill()));
  });

  it.each([24 * HOUR, -24 * HOUR])('case 44: an API whose clock is %i ms wrong opens and closes registrations by the database’s clock', async (shift) => {
    api = await ApiProcess.start({ databaseUrl: test.appUrl, environment: wrongClock(shift) });
    const ines = await new Make(test).session(await new Make(test).person({ organisation: centre, roles: ['learner'] }));
    const answerTo = async (opens: string, closes: string): Promise<unknown> => {
      const cohortId = await openCohort(opens, closes);
      const answer = await api?.graphql(REGISTER, { id: cohortId }, ines);
      return typeof answer === 'object' ? answer.data?.['registerForCohort'] : answer;
    };
    expect(await answerTo('-2 hours', '1 hour')).toMatchObject({ state: 'enrolled' });
    expect(await answerTo('-2 hours', '-1 hour')).toMatchObject({ code: 'REGISTRATION_CLOSED' });
    expect(await answerTo('1 hour', '2 hours')).toMatchObject({ code: 'REGISTRATION_CLOSED' });
  });

  /** Registration opens and closes so long from now, as the database counts. */
  const openCohort = async (opens: string, closes: string): Promise<string> => {
    const [made] = await test.asOwner<{ id: string }>(
      `with c as (insert into course (organisation_id, subject) values ($1, 'ai') returning id),
         v as (insert into course_version (organisation_id, course_id, number, original_language) select $1, id, 1, 'en' from c returning id, course_id),
         p as (insert into seat_pool (organisation_id, subject_kind, subject_id) values ($1, 'cohort', gen_random_uuid()) returning id),
         s as (insert into seat_class (organisation_id, pool_id, name, capacity) select $1, id, 'open', 5 from p)
       insert into cohort (organisation_id, course_id, course_version_id, name, site_id, zone, language, capacity, starts_on, ends_on, state, seat_pool_id, registration_opens_at, registration_closes_at)
         select $1, v.course_id, v.id, 'Evenings ' || p.id, (select id from site where organisation_id = $1 limit 1), 'Europe/Brussels', 'fr', 5, '2030-01-01', '2030-06-30', 'open', p.id, app.now() + $2::interval, app.now() + $3::interval from v, p returning id`,
      [centre.id, opens, closes],
    );
    return made?.id ?? '';
  };

  it.each([HOUR, -HOUR])('case 70: an API whose clock is %i ms wrong takes sessions and holds by the database’s clock', async (shift) => {
    api = await ApiProcess.start({ databaseUrl: test.appUrl, environment: wrongClock(shift) });
    const day = shift > 0 ? '2027-03-01' : '2027-03-02';
    const held = await api.graphql(BOOK, { input: { organisationId: centre.id, title: 'Option', resourceIds: [lab], startsAt: `${day}T09:00`, endsAt: `${day}T12:00`, holdMinutes: 10 } }, marie);
    expect(held).toMatchObject({ status: 200, data: { bookRoom: { __typename: 'Booking' } } });
    const [row] = await test.asOwner<{ id: string; minutes: number }>(`select id, round(extract(epoch from held_until - app.now()) / 60)::int as minutes from occurrence where held_until is not null`);
    expect(row?.minutes).toBe(10);
    expect(await api.graphql(CONFIRM, { input: { organisationId: centre.id, occurrenceId: row?.id, expectedVersion: 1 } }, marie)).toMatchObject({ data: { confirmBooking: { __typename: 'BookingsChanged' } } });
  });
});
