import { Actor, isProblem } from '@app/platform';
import { EndShare, MergePeople, Share } from '@app/identity';
import { type BoardRow, EnterLeave, Ledger, ReadBoard, ScheduleClash } from '@app/ledger';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';

const TABLES = [
  'resource', 'travel_time', 'occurrence', 'occurrence_card', 'attendee', 'reservation', 'unavailability', 'closure_calendar', 'closure', 'site_calendar',
  'availability', 'availability_rule', 'availability_exception', 'seat_pool', 'seat_class', 'seat',
];

describe('the ledger between organisations', () => {
  let world: LedgerWorld;
  let other: { id: string };
  let stranger: Actor;

  beforeAll(async () => {
    world = await openLedgerWorld();
    other = await world.make.organisation({ name: 'Other centre' });
    stranger = await world.make.actor({ organisation: other, roles: ['coordinator'] });
  });
  afterEach(() => world.test.moveClock('0'));
  afterAll(() => world.test.close());

  const clashes = (answer: object) => (answer instanceof ScheduleClash ? answer.clashes : []);
  const bookForOther = (resourceIds: string[], wishes: object = {}) => world.book(resourceIds, { organisationId: other.id, title: 'Secret project', ...wishes }, stranger);

  it('case 11: every table of the ledger is closed to a session that declared nothing, and to another organisation', async () => {
    const lab = await world.room();
    await world.booked(lab, { people: [{ personId: world.marie.personId ?? '', part: 'staff' }] });
    for (const table of TABLES) {
      const [policy] = await world.test.asOwner<{ closed: boolean }>('select relrowsecurity and relforcerowsecurity as closed from pg_class where oid = $1::regclass', [table]);
      expect({ table, closed: policy?.closed }).toEqual({ table, closed: true });
      const count = (actor: Actor) => world.test.database.as(actor, (tx) => tx.query(`select from ${table}`));
      expect(await count(Actor.anonymous())).toHaveLength(0);
      expect({ table, rows: (await count(Actor.system(other.id))).length }).toEqual({ table, rows: 0 });
    }
    expect(await world.test.database.as(Actor.system(world.centre.id), (tx) => tx.query('select from reservation'))).not.toHaveLength(0);
  });

  it('case 11: rows for another organisation cannot be written, nor hung onto another organisation’s rows', async () => {
    const lab = await world.room();
    const { occurrenceId } = await world.booked(lab);
    const write = (organisationId: string) =>
      world.test.database.as(Actor.system(other.id), (tx) =>
        tx.query(`insert into reservation (organisation_id, resource_organisation_id, resource_id, occurrence_id, during, part) values ($1, $2, $3, $4, '[2027-01-04T09:00Z,2027-01-04T10:00Z)', 'room')`, [
          organisationId, world.centre.id, lab, occurrenceId,
        ]),
      );
    await expect(write(world.centre.id)).rejects.toThrow(/row-level security/);
    await expect(write(other.id)).rejects.toThrow(/reservation_occurrence_fk/);
    await expect(world.test.database.as(stranger, (tx) => tx.query(`select app.ledger_facts($1, '{}', '{}', '{}', '[]', 'fr', false)`, [world.centre.id]))).rejects.toThrow(/not declared/);
  });

  it('a room of another organisation cannot be booked; shared, it can, and each sees of the other’s booking only that it is busy', async () => {
    const lab = await world.room();
    expect(await bookForOther([lab])).toMatchObject({ code: 'NOT_FOUND' });
    const manager = await world.make.actor({ organisation: world.centre, roles: ['manager'] });
    const granted = await world.test.get(Share).execute(manager, { organisationId: world.centre.id, subject: { kind: 'room', id: lab }, toOrganisationId: other.id, right: 'book' });
    if (isProblem(granted)) throw new Error(JSON.stringify(granted));
    const theirs = await bookForOther([lab]);
    expect(isProblem(theirs)).toBe(false);
    expect(clashes(await world.book(lab))).toMatchObject([{ reason: 'booked', rival: { title: null, occurrenceId: null, from: new Date('2026-11-23T08:00Z') } }]);
    await world.booked(lab, { startsAt: '2026-11-23T13:00', endsAt: '2026-11-23T14:00' });
    expect(clashes(await bookForOther([lab], { startsAt: '2026-11-23T13:00', endsAt: '2026-11-23T14:00' }))).toMatchObject([{ rival: { title: null } }]);

    const rowOf = async (actor: Actor, organisationId: string): Promise<BoardRow | undefined> => {
      const board = await world.test.get(ReadBoard).execute(actor, { organisationId, from: '2026-11-23' });
      return isProblem(board) ? undefined : board.rows.find(({ id }) => id === lab);
    };
    expect((await rowOf(world.marie, world.centre.id))?.bookings.map(({ title, version }) => [title, version])).toEqual([[null, null], ['Web Dev, group B', 1]]);
    expect((await rowOf(stranger, other.id))?.bookings.map(({ title }) => title)).toEqual(['Secret project', null]);
    await world.test.get(EndShare).execute(manager, { shareId: granted.id, expectedVersion: granted.version });
    expect(await rowOf(stranger, other.id)).toBeUndefined();
    expect(await bookForOther([lab], { startsAt: '2026-11-24T13:00', endsAt: '2026-11-24T14:00' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('row 28, defects 8 and 9: a trainer of two organisations is one person: taken is taken, also in two years; hours apart on the same day are not', async () => {
    const trainer = await world.make.person({ organisation: world.centre, roles: ['trainer'] });
    await world.make.member(trainer, other, ['trainer']);
    const people = [{ personId: trainer.id, part: 'trainer' as const }];
    await world.booked(await world.room(), { people });
    const theirSite = await world.make.site(other);
    const theirLab = await world.room({ organisation: other, site: theirSite });
    expect(clashes(await bookForOther([theirLab], { people }))).toMatchObject([{ reason: 'booked', resource: { kind: 'person' }, rival: { title: null, occurrenceId: null } }]);
    expect(isProblem(await bookForOther([theirLab], { people, startsAt: '2026-11-23T12:00', endsAt: '2026-11-23T13:00' }))).toBe(false);
    await world.test.get(EnterLeave).execute(world.marie, { organisationId: world.centre.id, personId: trainer.id, startsAt: '2026-11-24T00:00', endsAt: '2026-11-25T00:00', zone: 'Europe/Brussels' });
    expect(clashes(await bookForOther([theirLab], { people, startsAt: '2026-11-24T09:00', endsAt: '2026-11-24T10:00' }))).toMatchObject([{ reason: 'unavailable', rival: { absence: 'busy' } }]);
    const inYears = { startsAt: '2029-03-05T09:00', endsAt: '2029-03-05T12:00' };
    await world.booked(await world.room(), { people, ...inYears });
    expect(clashes(await bookForOther([theirLab], { people, ...inYears }))).toMatchObject([{ reason: 'booked', resource: { kind: 'person' } }]);
    const [resource] = await world.test.asOwner<{ organisation_id: string }>('select organisation_id from resource where id = $1', [trainer.id]);
    expect(resource?.organisation_id).toBe('00000000-0000-0000-0000-000000000000');
  });

  it('case 10: whom an organisation does not know it cannot book, and is told no more than that', async () => {
    const unknown = await world.make.person({ organisation: world.centre });
    const theirLab = await world.room({ organisation: other, site: await world.make.site(other) });
    expect(await bookForOther([theirLab], { people: [{ personId: unknown.id, part: 'learner' }] })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('when two persons turn out to be one, what is to come goes over: what stands twice is listed before and yields after', async () => {
    await world.test.clockAt('2026-11-16T08:00:00Z');
    const { make, centre, test } = world;
    const human = await make.person({ organisation: centre, roles: ['trainer'], givenName: 'Sam' });
    const [row] = await test.asOwner<{ id: string }>(`with p as (insert into person default values returning id)
      insert into profile (organisation_id, person_id, given_name) select $1, id, 'Samuel' from p returning person_id as id`, [centre.id]);
    const provisional = row?.id ?? '';
    const as = (personId: string, part: 'trainer' | 'learner') => ({ people: [{ personId, part }] });
    const at = (from: string, to: string) => ({ startsAt: `2027-01-11T${from}`, endsAt: `2027-01-11T${to}` });
    await world.booked(await world.room(), { ...as(human.id, 'trainer'), ...at('09:00', '12:00') });
    await world.booked(await world.room(), { title: 'Yields too', ...as(provisional, 'trainer'), ...at('11:00', '13:00') });
    await world.booked(await world.room(), { title: 'Yields', ...as(provisional, 'learner'), ...at('08:00', '10:00') });
    await world.booked(await world.room(), { title: 'Goes over', ...as(provisional, 'trainer'), ...at('14:00', '15:00') });
    const wish = { organisationId: centre.id, awayPersonId: provisional, awayExpectedVersion: 1, intoPersonId: human.id, intoExpectedVersion: 1 };
    const shown = await test.get(MergePeople).execute(world.marie, { ...wish, dryRun: true });
    expect(shown).toMatchObject({ clashes: expect.arrayContaining([{ what: 'booking-twice', dropped: 'Yields 2027-01-11T07:00:00.000Z' }, { what: 'booking-twice', dropped: 'Yields too 2027-01-11T10:00:00.000Z' }]) as unknown });
    expect(isProblem(await test.get(MergePeople).execute(world.marie, wish))).toBe(false);
    const held = await test.asOwner(`select part, binding, to_char(lower(during) at time zone 'UTC', 'HH24:MI') as at from reservation where resource_id = $1 order by lower(during)`, [human.id]);
    expect(held).toEqual([{ part: 'learner', binding: false, at: '07:00' }, { part: 'trainer', binding: true, at: '08:00' }, { part: 'trainer', binding: false, at: '10:00' }, { part: 'trainer', binding: true, at: '13:00' }]);
    expect(await test.asOwner('select from reservation where resource_id = $1 union all select from attendee where person_id = $1', [provisional])).toHaveLength(0);
  });

  it('titles are for staff: a learner who books for himself is told when, not what', async () => {
    const learner = await world.make.actor({ organisation: world.centre });
    const expert = await world.make.actor({ organisation: world.centre, roles: ['expert'] });
    const lab = await world.room();
    await world.booked(lab, { people: [{ personId: expert.personId ?? '', part: 'expert' }] });
    const facts = await world.test.database.as(learner, (tx) =>
      world.test.get(Ledger).preview(tx, {
        organisationId: world.centre.id,
        claims: [{ resourceId: expert.personId ?? '', part: 'expert', occurrence: 'wish', during: { from: new Date('2026-11-23T08:00Z'), to: new Date('2026-11-23T09:00Z') } }],
      }),
    );
    expect(facts).toMatchObject({ clashes: [{ reason: 'booked', rival: { title: null, occurrenceId: null } }] });
  });
});
