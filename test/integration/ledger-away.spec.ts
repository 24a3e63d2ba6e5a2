import { type Actor, isProblem } from '@app/platform';
import {
  AddClosure, ArchiveResource, BlockResource, CancelBooking, CreateClosureCalendar, EndAbsence, EnterLeave, ImportClosures, Ledger, PreviewBooking, ReadAvailability, ReadBoard,
  ScheduleClash, Seats, SeatsTaken, SetAvailability, SetTravelTime, StillBooked, UpdateClosureCalendar,
} from '@app/ledger';
import { countAnswers, crowd } from '../support/crowd.js';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';

describe('what stands in the way besides bookings', () => {
  let world: LedgerWorld;
  let charleroi: { id: string };
  let trainer: Actor;
  let people: readonly { personId: string; part: 'trainer' }[];

  beforeAll(async () => {
    world = await openLedgerWorld();
    charleroi = await world.make.site(world.centre, { name: 'Charleroi' });
  });
  afterEach(() => world.test.moveClock('0'));
  afterAll(() => world.test.close());
  beforeEach(async () => {
    trainer = await world.make.actor({ organisation: world.centre, roles: ['trainer'], givenName: 'Ana', familyName: '' });
    people = [{ personId: trainer.personId ?? '', part: 'trainer' }];
  });

  const at = (from: string, to: string, day = '2026-11-23') => ({ startsAt: `${day}T${from}`, endsAt: `${day}T${to}` });
  const clashes = (answer: object) => (answer instanceof ScheduleClash ? answer.clashes : []);
  const ok = <T extends object>(answer: T): Exclude<T, { code: string }> => {
    if (isProblem(answer)) throw new Error(JSON.stringify(answer));
    return answer as Exclude<T, { code: string }>;
  };
  const leave = (from: string, to: string, actor = trainer) =>
    world.test.get(EnterLeave).execute(actor, { organisationId: world.centre.id, personId: trainer.personId ?? '', startsAt: from, endsAt: to, zone: 'Europe/Brussels' });

  it('capability 1: a trainer in Mons until 12:00 cannot be in Charleroi at 12:30, and can at 13:00; on the way back neither', async () => {
    ok(await world.test.get(SetTravelTime).execute(world.marie, { organisationId: world.centre.id, fromSiteId: world.site.id, toSiteId: charleroi.id, minutes: 60 }));
    const [mons, there] = [await world.room(), await world.room({ site: charleroi })];
    await world.booked(mons, { people });
    expect(clashes(await world.book(there, { people, ...at('12:30', '14:00') }))).toMatchObject([
      { reason: 'travel', travel: { minutes: 60, from: 'Mons', to: 'Charleroi' }, rival: { to: new Date('2026-11-23T11:00Z') } },
    ]);
    await world.booked(there, { people, ...at('13:00', '14:00') });
    expect(clashes(await world.book(mons, { people, ...at('14:59', '16:00') }))).toMatchObject([{ reason: 'travel', travel: { from: 'Charleroi', to: 'Mons' } }]);
    await world.booked(mons, { people, ...at('15:00', '16:00') });
    expect(clashes(await world.book(there, { people, ...at('07:00', '08:30') }))).toMatchObject([{ reason: 'travel', travel: { from: 'Charleroi', to: 'Mons' } }]);
  });

  it('two bookings an hour of travel apart, made at the same moment: one stands', async () => {
    const [mons, there] = [await world.room(), await world.room({ site: charleroi })];
    const answers = await crowd(40, (index) => (index % 2 ? world.book(mons, { people }) : world.book(there, { people, ...at('12:30', '14:00') })));
    expect(countAnswers(answers)).toEqual({ done: 1, SLOT_TAKEN: 39 });
  });

  it('leave is entered over bookings, which are listed for repair, and refuses later ones; ended early, the rest is free', async () => {
    const lab = await world.room();
    const booked = await world.booked(lab, { people });
    const entered = ok(await leave('2026-11-23T00:00', '2026-11-28T00:00'));
    expect(entered.clashes).toMatchObject([{ reason: 'booked', resource: { name: 'Ana' }, rival: { occurrenceId: booked.occurrenceId, title: 'Web Dev, group B' } }]);
    expect(await world.stands(lab)).toHaveLength(1);
    expect(clashes(await world.book(lab, { people, ...at('09:00', '12:00', '2026-11-26') }))).toMatchObject([{ reason: 'unavailable', rival: { absence: 'leave' } }]);
    const end = { organisationId: world.centre.id, absenceId: entered.id, expectedVersion: 1, endsAt: new Date('2026-11-25T23:00Z') };
    const stranger = await world.make.actor({ organisation: world.centre, roles: ['trainer'] });
    expect(await world.test.get(EndAbsence).execute(stranger, end)).toMatchObject({ code: 'NOT_ALLOWED' });
    ok(await world.test.get(EndAbsence).execute(trainer, end));
    await world.booked(lab, { people, ...at('09:00', '12:00', '2026-11-26') });
  });

  it('leave and a booking at the same moment: either the booking is refused or the leave lists it', async () => {
    const rooms = await Promise.all(Array.from({ length: 12 }, () => world.room()));
    const days = rooms.map((_, index) => `2026-12-${String(index + 1).padStart(2, '0')}`);
    const answers = await Promise.all(
      rooms.map(async (lab, index) => Promise.all([world.book(lab, { people, ...at('09:00', '12:00', days[index]) }), leave(`${days[index]}T00:00`, `${days[index]}T23:00`)])),
    );
    for (const [booking, absence] of answers) expect(isProblem(booking)).toBe(ok(absence).clashes.length === 0);
  });

  it('a room out of use and a lent projector say so', async () => {
    const [lab, projector] = [await world.room({ name: 'Atelier' }), await world.room({ kind: 'equipment', name: 'Projector' })];
    const block = (resourceId: string, kind: 'blocked' | 'loan', label: string) =>
      world.test.get(BlockResource).execute(world.marie, { organisationId: world.centre.id, resourceId, kind, label, ...at('08:00', '18:00') });
    ok(await block(lab, 'blocked', 'being painted'));
    ok(await block(projector, 'loan', 'town hall'));
    expect(clashes(await world.book([lab, projector])).map(({ resource, rival }) => `${resource.name}: ${rival?.absence} ${rival?.title}`)).toEqual(['Atelier: blocked being painted', 'Projector: loan town hall']);
  });

  it('the site is closed on computed and entered days, at the moment that is midnight there, and open by exception', async () => {
    await world.test.clockAt('2026-11-16T08:00:00Z');
    const site = await world.make.site(world.centre, { name: 'Namur' });
    const lab = await world.room({ site });
    const hit = await world.booked(lab, at('09:00', '12:00', '2026-12-24'));
    const calendars = world.test.get(CreateClosureCalendar);
    const created = ok(await calendars.execute(world.marie, { organisationId: world.centre.id, name: 'Namur', publicHolidays: true, community: 'fr', siteIds: [site.id] }));
    expect(created.hits).toEqual([]);
    const added = ok(await world.test.get(AddClosure).execute(world.marie, { calendarId: created.calendarId, kind: 'closed', from: '2026-12-24', to: '2027-01-03', name: 'Winter' }));
    expect(added.hits).toMatchObject([{ occurrenceId: hit.occurrenceId, closure: 'Winter', siteName: 'Namur' }]);
    const closedOn = async (day: string, from = '09:00', to = '12:00') => clashes(await world.book(lab, at(from, to, day))).map(({ reason, closure }) => `${reason} ${closure}`);
    expect(await closedOn('2026-12-25')).toEqual(['closed Winter']);
    expect(await closedOn('2027-05-06')).toEqual(['closed Ascension']);
    expect(await closedOn('2027-09-27')).toEqual(['closed Fête de la Communauté française']);
    expect(await closedOn('2027-01-03', '22:00', '23:59')).toEqual(['closed Winter']);
    await world.booked(lab, { startsAt: '2027-01-04T00:00', endsAt: '2027-01-04T02:00' });
    ok(await world.test.get(AddClosure).execute(world.marie, { calendarId: created.calendarId, kind: 'open', from: '2027-05-06', to: '2027-05-06', name: 'Open day' }));
    await world.booked(lab, at('09:00', '12:00', '2027-05-06'));
    const elsewhere = ok(await world.test.get(UpdateClosureCalendar).execute(world.marie, { calendarId: created.calendarId, expectedVersion: 3, siteIds: [] }));
    expect(elsewhere.version).toBe(4);
    await world.booked(lab, at('09:00', '12:00', '2026-12-28'));
  });

  it('a file of closures: taken whole, the same file twice adds nothing, bad lines are listed, 30 years are refused', async () => {
    const { calendarId } = ok(await world.test.get(CreateClosureCalendar).execute(world.marie, { organisationId: world.centre.id, name: 'Schools', publicHolidays: false, siteIds: [] }));
    const load = (content: string) => world.test.get(ImportClosures).execute(world.marie, { calendarId, content });
    const csv = '\ufeffDébut;Fin;Intitulé\r\n24/12/2026;03/01/2027;Vacances d’hiver\r\n31/02/2027;;Jamais\r\n2027-04-26;2027-05-07;Vacances de printemps\r\n';
    expect(ok(await load(csv))).toMatchObject({ added: 2, changed: 0, unchanged: 0, skipped: [{ where: '3', reason: 'closure.date' }] });
    expect(ok(await load(csv))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const ics = (end: string) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:autumn@example.org', 'DTSTART;VALUE=DATE:20261019', `DTEND;VALUE=DATE:${end}`, 'SUMMARY:Automne', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    expect(ok(await load(ics('20261031')))).toMatchObject({ added: 1 });
    expect(ok(await load(ics('20261101')))).toMatchObject({ added: 0, changed: 1 });
    expect(await world.test.asOwner(`select starts_on::text, ends_on::text from closure where uid = 'autumn@example.org'`)).toEqual([{ starts_on: '2026-10-19', ends_on: '2026-10-31' }]);
    const thirtyYears = `start,end,name\n${Array.from({ length: 30 }, (_, year) => `${2026 + year}-12-24,${2026 + year}-12-31,Winter`).join('\n')}`;
    expect(await load(thirtyYears)).toMatchObject({ code: 'INVALID_INPUT', faults: [{ field: 'content', reason: 'closures.too-far', values: { first: '2026-12-24', last: '2055-12-31', max: 10 } }] });
    expect(await world.test.asOwner('select count(*)::int as n from closure where calendar_id = $1', [calendarId])).toEqual([{ n: 3 }]);
  });

  it('a shared room is given by seats: 12 + 8 of 20, the 21st refused, the whole room only when empty', async () => {
    const lab = await world.room({ shared: true, seats: 20 });
    await world.booked(lab, { seats: 12 });
    const eight = await world.booked(lab, { seats: 8 });
    expect(clashes(await world.book(lab, { seats: 1 }))).toMatchObject([{ reason: 'seats', seats: { asked: 1, free: 0, total: 20 } }]);
    expect(clashes(await world.book(lab))).toHaveLength(2);
    ok(await world.test.get(CancelBooking).execute(world.marie, { organisationId: world.centre.id, occurrenceId: eight.occurrenceId, expectedVersion: 1 }));
    expect(clashes(await world.book(lab, { seats: 9 }))).toMatchObject([{ seats: { asked: 9, free: 8, total: 20 } }]);
    await world.booked(lab, { seats: 8 });
  });

  it('groups change seats when enough are free but no seat is free all the time', async () => {
    const lab = await world.room({ shared: true, seats: 2 });
    await world.booked(lab, { seats: 1, ...at('09:00', '10:00') });
    const long = await world.booked(lab, { seats: 1, ...at('09:00', '11:00') });
    await world.booked(lab, { seats: 1, ...at('11:00', '12:00') });
    await world.test.asOwner(`update reservation set units = '{[2,3)}' where occurrence_id = $1`, [long.occurrenceId]);
    await world.test.asOwner(`update reservation set units = '{[1,2)}' where resource_id = $1 and lower(during) = '2026-11-23T10:00Z'`, [lab]);
    await world.booked(lab, { seats: 1, ...at('10:00', '12:00') });
    expect(await world.stands(lab)).toHaveLength(4);
    expect(await world.book(lab, { seats: 1, ...at('09:30', '11:30') })).toBeInstanceOf(ScheduleClash);
  });

  it('capability 1, defect 5: 200 ask for the last of 12 seats: one gets it, 199 are refused and leave no reservation behind', async () => {
    const { test, centre, marie } = world;
    const seats = test.get(Seats);
    const { occurrenceId } = await world.booked(await world.room());
    const poolId = await test.database.as(marie, (tx) => seats.setPool(tx, { organisationId: centre.id, subject: { kind: 'cohort', id: centre.id }, classes: { open: 8, jobseeker: 4 } }));
    const made = await test.asOwner<{ id: string }>(`with people as (insert into person (claimed_at) select null from generate_series(1, 211) returning id)
      insert into profile (organisation_id, person_id, given_name) select $1, id, 'Learner' from people returning person_id as id`, [centre.id]);
    const learners = made.map(({ id }) => id);
    const during = { from: new Date('2026-11-23T08:00Z'), to: new Date('2026-11-23T11:00Z') };
    const enrol = (personId: string, classes: readonly string[] = []) =>
      test.database.as(marie, async (tx) => {
        const claimed = await test.get(Ledger).claim(tx, { organisationId: centre.id, claims: [{ resourceId: personId, part: 'learner', occurrence: occurrenceId, during }] });
        return isProblem(claimed) ? claimed : seats.take(tx, centre.id, [{ poolId, personId, classes }]);
      });
    for (const [index, personId] of learners.slice(0, 11).entries()) ok(await enrol(personId, index < 4 ? ['jobseeker'] : []));
    const answers = await crowd(200, (index) => enrol(learners[11 + index] ?? ''));
    expect(countAnswers(answers)).toEqual({ done: 1, SEATS_TAKEN: 199 });
    expect(answers.find((answer) => answer instanceof SeatsTaken)).toMatchObject({ capacity: 12, taken: 12 });
    expect(await test.asOwner('select class, count(*)::int as n from seat where pool_id = $1 group by class order by class', [poolId])).toEqual([{ class: 'jobseeker', n: 4 }, { class: 'open', n: 8 }]);
    expect(await test.asOwner(`select count(*)::int as n from reservation where occurrence_id = $1 and part = 'learner'`, [occurrenceId])).toEqual([{ n: 12 }]);
  });

  it('an offered seat is kept until its time is up, then free for the next; who accepts in time has it', async () => {
    const { test, centre, marie, make } = world;
    const seats = test.get(Seats);
    const [first, second] = [(await make.person()).id, (await make.person()).id];
    const poolId = await test.database.as(marie, (tx) => seats.setPool(tx, { organisationId: centre.id, subject: { kind: 'session', id: centre.id }, classes: { open: 1 } }));
    const take = (personId: string, offeredUntil?: Date) => test.database.as(marie, (tx) => seats.take(tx, centre.id, [{ poolId, personId, offeredUntil }]));
    ok(await take(first, new Date(Date.now() + 60_000)));
    expect(await take(second)).toBeInstanceOf(SeatsTaken);
    await test.moveClock('2 minutes');
    ok(await take(second, new Date(Date.now() + 240_000)));
    ok(await take(second));
    await test.moveClock('10 minutes');
    expect(await take(first)).toBeInstanceOf(SeatsTaken);
    await test.moveClock('0');
  });

  it('hours are said by the person, seen on the board, and versioned', async () => {
    const plan = { organisationId: world.centre.id, personId: trainer.personId ?? '', zone: 'Europe/Brussels', weekly: [{ weekday: 2, opens: '09:00', closes: '24:00' }], exceptions: [{ date: '2026-12-01', opens: null, closes: null }] };
    expect(await world.test.get(SetAvailability).execute(trainer, { ...plan, expectedVersion: 0 })).toMatchObject({ version: 1 });
    expect(await world.test.get(SetAvailability).execute(trainer, { ...plan, expectedVersion: 0 })).toMatchObject({ code: 'STALE_VERSION', actual: 1 });
    expect(await world.test.get(ReadAvailability).execute(trainer, plan)).toMatchObject({ version: 1, weekly: [{ weekday: 2, opens: '09:00', closes: '24:00' }], exceptions: [{ date: '2026-12-01', opens: null }] });
    const faulty = { ...plan, expectedVersion: 1, weekly: [{ weekday: 8, opens: '12:00', closes: '09:00' }] };
    expect(await world.test.get(SetAvailability).execute(trainer, faulty)).toMatchObject({ faults: [{ field: 'weekly.0.weekday' }, { field: 'weekly.0.closes' }] });
    const board = ok(await world.test.get(ReadBoard).execute(trainer, { organisationId: world.centre.id, from: '2026-11-23', days: 14 }));
    expect(board.rows.find(({ id }) => id === trainer.personId)?.offered).toEqual([{ from: new Date('2026-11-24T08:00Z'), to: new Date('2026-11-24T23:00Z') }]);
  });

  it('a preview tells the same as a booking and takes nothing; what is booked cannot be archived', async () => {
    await world.test.clockAt('2026-11-16T08:00:00Z');
    const lab = await world.room();
    const booked = await world.booked(lab);
    const preview = (wishes: object) => world.test.get(PreviewBooking).execute(world.marie, { organisationId: world.centre.id, resourceIds: [lab], ...at('10:00', '11:00'), ...wishes });
    expect(await preview({})).toMatchObject({ fits: false, clashes: [{ reason: 'booked' }] });
    expect(await preview({ occurrenceId: booked.occurrenceId })).toMatchObject({ fits: true, clashes: [] });
    expect(await world.stands(lab)).toHaveLength(1);
    expect(await world.test.get(ArchiveResource).execute(world.marie, { resourceId: lab, expectedVersion: 1 })).toBeInstanceOf(StillBooked);
  });
});
