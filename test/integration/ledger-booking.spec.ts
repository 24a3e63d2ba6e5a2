import { randomUUID } from 'node:crypto';
import { isProblem } from '@app/platform';
import { CancelBooking, ConfirmHold, HoldExpired, OccurrenceOver, Occurrences, planTime, isPlanned, ReleaseExpired, ScheduleClash } from '@app/ledger';
import { countAnswers, crowd } from '../support/crowd.js';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';

describe('booking', () => {
  let world: LedgerWorld;
  beforeAll(async () => {
    world = await openLedgerWorld();
  });
  afterAll(() => world.test.close());

  const at = (from: string, to: string, day = '2026-11-23') => ({ startsAt: `${day}T${from}`, endsAt: `${day}T${to}` });
  const clashes = (answer: object) => (answer instanceof ScheduleClash ? answer.clashes : []);

  it('case 52: 500 parallel bookings of one slot: one winner, 499 told by whom it is taken, no deadlock', async () => {
    const lab = await world.room({ name: 'Salle Horta' });
    const answers = await crowd(500, () => world.book(lab));
    expect(countAnswers(answers)).toEqual({ done: 1, SLOT_TAKEN: 499 });
    expect(await world.stands(lab)).toEqual(['2026-11-23T08:00/11:00']);
    const told = new Set(answers.flatMap(clashes).map(({ reason, resource, rival }) => `${reason} ${resource.name} ${rival?.title} ${rival?.from.toISOString()} ${rival?.to.toISOString()}`));
    expect([...told]).toEqual(['booked Salle Horta Web Dev, group B 2026-11-23T08:00:00.000Z 2026-11-23T11:00:00.000Z']);
    expect(await world.test.asOwner('select from occurrence o join reservation r on r.occurrence_id = o.id where r.resource_id = $1', [lab])).toHaveLength(1);
  });

  it('case 53, defect 4: one minute of overlap is refused, back to back is accepted', async () => {
    const lab = await world.room();
    await world.booked(lab);
    expect(countAnswers([await world.book(lab, at('11:59', '13:00')), await world.book(lab, at('08:00', '09:01')), await world.book(lab, at('10:00', '10:30'))])).toEqual({ SLOT_TAKEN: 3 });
    await world.booked(lab, at('12:00', '13:00'));
    await world.booked(lab, at('08:00', '09:00'));
  });

  it('case 53, rows 27 and 28: one trainer in two rooms, two trainers in one room: refused; the learner who books for himself twice as well', async () => {
    const { make, centre } = world;
    const [trainer, learner] = [await make.actor({ organisation: centre, roles: ['trainer'] }), await make.actor({ organisation: centre, roles: ['learner', 'coordinator'] })];
    const [one, two] = [await world.room(), await world.room()];
    const people = [{ personId: trainer.personId ?? '', part: 'trainer' as const }];
    await world.booked(one, { people });
    expect(clashes(await world.book(two, { people }))).toMatchObject([{ reason: 'booked', resource: { kind: 'person', name: 'Camille Martin' } }]);
    const self = [{ personId: learner.personId ?? '', part: 'learner' as const }];
    await world.booked(two, { people: self }, learner);
    expect(await world.book(await world.room(), { people: self }, learner)).toBeInstanceOf(ScheduleClash);
  });

  it('case 53: the database alone refuses overlaps, whoever writes', async () => {
    const lab = await world.room();
    const { occurrenceId } = await world.booked(lab);
    const copy = `insert into reservation (organisation_id, resource_organisation_id, resource_id, occurrence_id, during, part)
      select organisation_id, resource_organisation_id, resource_id, occurrence_id, $2::tstzrange, part from reservation where occurrence_id = $1`;
    await expect(world.test.asOwner(copy, [occurrenceId, '[2026-11-23T10:59Z,2026-11-23T12:00Z)'])).rejects.toThrow(/reservation_no_overlap/);
    for (const bad of ['empty', '[2026-11-23T12:00Z,)', '(,2026-11-23T12:00Z)', '[2026-11-24T12:00Z,2026-11-25T13:00Z)', '[9999-01-01T12:00Z,9999-01-01T13:00Z)']) {
      await expect(world.test.asOwner(copy, [occurrenceId, bad])).rejects.toThrow(/reservation_bounded/);
    }
    await expect(world.test.asOwner(copy.replace('resource_id, occurrence_id, $2', 'null, occurrence_id, $2'), [occurrenceId, '[2026-11-24T12:00Z,2026-11-24T13:00Z)'])).rejects.toThrow(/null value/);
  });

  it('defect 7: what runs over midnight blocks the next day as long as it lasts, and not longer', async () => {
    const room = await world.room();
    await world.booked(room, { startsAt: '2026-11-23T23:00', endsAt: '2026-11-24T01:00' });
    expect(await world.book(room, { startsAt: '2026-11-24T00:30', endsAt: '2026-11-24T02:00' })).toMatchObject({ code: 'SLOT_TAKEN' });
    await world.booked(room, { startsAt: '2026-11-24T01:00', endsAt: '2026-11-24T02:00' });
    await world.booked(room, { startsAt: '2026-11-23T22:00', endsAt: '2026-11-23T23:00' });
  });

  it('learners whom staff move into a clash are told and do not bind; defect 7: what is cancelled blocks nobody', async () => {
    const learner = await world.make.actor({ organisation: world.centre });
    const people = [{ personId: learner.personId ?? '', part: 'learner' as const }];
    const first = await world.booked(await world.room(), { people, title: 'Workshop 3' });
    const second = await world.booked(await world.room(), { people });
    expect(second.yielded).toMatchObject([{ reason: 'booked', resource: { kind: 'person' }, rival: { title: 'Workshop 3', occurrenceId: first.occurrenceId } }]);
    expect(await world.test.asOwner(`select binding from reservation where resource_id = $1 order by binding`, [learner.personId])).toEqual([{ binding: false }, { binding: true }]);
    const cancelled = await world.test.get(CancelBooking).execute(world.marie, { organisationId: world.centre.id, occurrenceId: first.occurrenceId, expectedVersion: 1 });
    expect(isProblem(cancelled)).toBe(false);
    expect((await world.booked(await world.room(), { people: [{ personId: learner.personId ?? '', part: 'trainer' }], ...at('13:00', '14:00') })).yielded).toEqual([]);
    expect(await world.move({ occurrenceId: first.occurrenceId, expectedVersion: 2 })).toBeInstanceOf(OccurrenceOver);
    const moved = await world.move({ occurrenceId: second.occurrenceId, expectedVersion: 1, ...at('09:30', '12:00') });
    expect(moved).toMatchObject({ yielded: [] });
  });

  it('case 54: 200 bookings of two resources in opposite order: one winner, no deadlock', async () => {
    const [one, two] = [await world.room(), await world.room()];
    const answers = await crowd(200, (index) => world.book(index % 2 ? [one, two] : [two, one]));
    expect(countAnswers(answers)).toEqual({ done: 1, SLOT_TAKEN: 199 });
  });

  it('200 opposite moves and swaps of two rooms: no deadlock, every room taken once, versions tell what happened', async () => {
    const [one, two] = [await world.room(), await world.room()];
    const [a, b] = [await world.booked(one), await world.booked(two)];
    const version = async (id: string) => (await world.test.asOwner<{ version: number }>('select version from occurrence where id = $1', [id]))[0]?.version ?? 0;
    const swap = async (index: number) => {
      const [first, second] = index % 2 ? [a, b] : [b, a];
      const [left, right] = index % 4 < 2 ? [one, two] : [two, one];
      return world.move(
        { occurrenceId: first.occurrenceId, expectedVersion: await version(first.occurrenceId), resourceIds: [left] },
        { occurrenceId: second.occurrenceId, expectedVersion: await version(second.occurrenceId), resourceIds: [right] },
      );
    };
    const answers = await crowd(200, swap);
    const counts = countAnswers(answers);
    expect(Object.keys(counts).filter((name) => !['done', 'STALE_VERSION'].includes(name))).toEqual([]);
    expect(counts.done).toBeGreaterThan(0);
    expect(await version(a.occurrenceId)).toBe(1 + (counts.done ?? 0));
    expect([await world.stands(one), await world.stands(two)]).toEqual([['2026-11-23T08:00/11:00'], ['2026-11-23T08:00/11:00']]);
  });

  it('moving is release and claim in one: into its own time, and refused as a whole without losing the old slot', async () => {
    const lab = await world.room();
    const mine = await world.booked(lab);
    expect(await world.move({ occurrenceId: mine.occurrenceId, expectedVersion: 1, ...at('10:00', '13:00') })).toMatchObject({ versions: new Map([[mine.occurrenceId, 2]]) });
    await world.booked(lab, at('14:00', '15:00'));
    expect(await world.move({ occurrenceId: mine.occurrenceId, expectedVersion: 2, ...at('13:30', '14:30') })).toBeInstanceOf(ScheduleClash);
    expect(await world.move({ occurrenceId: mine.occurrenceId, expectedVersion: 1, ...at('16:00', '17:00') })).toMatchObject({ code: 'STALE_VERSION', expected: 1, actual: 2 });
    expect(await world.stands(lab)).toEqual(['2026-11-23T09:00/12:00', '2026-11-23T13:00/14:00']);
    const [row] = await world.test.asOwner('select timing_version, sequence, moved_by_hand, local_time::text from occurrence where id = $1', [mine.occurrenceId]);
    expect(row).toEqual({ timing_version: 2, sequence: 1, moved_by_hand: true, local_time: '10:00:00' });
    expect(await world.test.asOwner('select kind, version from change where subject_id = $1 order by at', [mine.occurrenceId])).toEqual([{ kind: 'created', version: 1 }, { kind: 'moved', version: 2 }]);
  });

  it('case 57: a hold goes away by itself; who confirms late is refused, whether somebody else was quicker or not; never two', async () => {
    const { test, centre, marie } = world;
    const confirm = (occurrenceId: string) => test.get(ConfirmHold).execute(marie, { organisationId: centre.id, occurrenceId, expectedVersion: 1 });
    const lab = await world.room();
    const kept = await world.booked(lab, { holdMinutes: 10 });
    expect(await world.book(lab)).toBeInstanceOf(ScheduleClash);
    expect(isProblem(await confirm(kept.occurrenceId))).toBe(false);

    const [late, lost] = [await world.booked(lab, { holdMinutes: 10, ...at('13:00', '14:00') }), await world.booked(lab, { holdMinutes: 10, ...at('14:00', '15:00') })];
    await test.moveClock('11 minutes');
    await world.booked(lab, { title: 'Somebody quicker', ...at('13:00', '14:00') });
    const [afterRival, stillFree] = [await confirm(late.occurrenceId), await confirm(lost.occurrenceId)];
    expect([afterRival, stillFree]).toEqual([expect.any(HoldExpired), expect.any(HoldExpired)]);
    expect(countAnswers([afterRival, stillFree])).toEqual({ SLOT_TAKEN: 2 });
    expect(await test.get(ReleaseExpired).execute()).toBe(2);
    expect(await test.get(ReleaseExpired).execute()).toBe(0);
    expect(await confirm(lost.occurrenceId)).toBeInstanceOf(HoldExpired);
    expect(await world.stands(lab)).toEqual(['2026-11-23T08:00/11:00', '2026-11-23T12:00/13:00']);
    expect(await test.asOwner(`select kind from change where subject_id = $1 and kind = 'expired'`, [lost.occurrenceId])).toHaveLength(1);
    await test.moveClock('0');
  });

  it('case 62: a series of 60 sessions with 25 learners is all or nothing, and the refusal names every clash', async () => {
    const { test, make, centre, site, marie } = world;
    const lab = await world.room();
    const trainer = await make.actor({ organisation: centre, roles: ['trainer'] });
    const learners = await Promise.all(Array.from({ length: 25 }, () => make.actor({ organisation: centre })));
    const day = (index: number) => new Date(Date.UTC(2027, 0, 4 + index)).toISOString().slice(0, 10);
    for (const index of [3, 17, 59]) await world.booked(lab, { title: `Rival ${index}`, ...at('11:00', '13:00', day(index)) });
    const draft = (roomId: string) => (_: unknown, index: number) => {
      const time = planTime({ ...at('09:00', '12:00', day(index)), zone: 'Europe/Brussels' });
      if (!isPlanned(time)) throw new Error('The time is wrong.');
      return {
        ...{ key: String(index), kind: 'session', time, site: { id: site.id, organisationId: centre.id }, cards: [{ language: 'fr' as const, title: `Séance ${index + 1}` }] },
        things: [{ resourceId: roomId, part: 'room' as const }],
        attendees: [{ personId: trainer.personId ?? '', part: 'trainer' as const }, ...learners.map((learner) => ({ personId: learner.personId ?? '', part: 'learner' as const }))],
      };
    };
    const plan = (roomId: string) => test.database.as(marie, (tx) => test.get(Occurrences).plan(tx, centre.id, Array.from({ length: 60 }, draft(roomId))));
    const refused = await plan(lab);
    expect(clashes(refused).map(({ occurrence, rival }) => `${occurrence} ${rival?.title}`)).toEqual(['3 Rival 3', '17 Rival 17', '59 Rival 59']);
    expect(await test.asOwner(`select from occurrence where kind = 'session'`)).toHaveLength(0);
    const planned = await plan(await world.room());
    expect(planned).toMatchObject({ yielded: [] });
    expect(await test.asOwner(`select count(*)::int as n from reservation r join occurrence o on o.id = r.occurrence_id where o.kind = 'session'`)).toEqual([{ n: 60 * 27 }]);
    expect(await test.asOwner(`select count(*)::int as n from attendee a join occurrence o on o.id = a.occurrence_id where o.kind = 'session'`)).toEqual([{ n: 60 * 26 }]);
  });

  it('a series also clashes with itself', async () => {
    const lab = await world.room();
    const time = planTime({ ...at('09:00', '12:00'), zone: 'Europe/Brussels' });
    if (!isPlanned(time)) throw new Error('The time is wrong.');
    const draft = (key: string) => ({ key, kind: 'session', time, cards: [{ language: 'fr' as const, title: key }], things: [{ resourceId: lab, part: 'room' as const }], attendees: [] });
    const answer = await world.test.database.as(world.marie, (tx) => world.test.get(Occurrences).plan(tx, world.centre.id, [draft('a'), draft('b')]));
    expect(clashes(answer)).toMatchObject([{ occurrence: 'b', rival: { occurrenceId: 'a' } }]);
  });

  it('case 10: unknown rooms, people and bookings all look the same', async () => {
    const nothing = randomUUID();
    expect(await world.book(nothing)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.book(await world.room(), { people: [{ personId: nothing, part: 'trainer' }] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.move({ occurrenceId: nothing, expectedVersion: 1 })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
