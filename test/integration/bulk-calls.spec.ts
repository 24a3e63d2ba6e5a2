import { isProblem } from '@app/platform';
import { CreateClosureCalendar, type BookingMove } from '@app/ledger';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';

const MANY = 100;
/** Not the first and not the last: whatever is done one after the other would have done something by then. */
const FOREIGN = 57;

/** case 19: one foreign id among a hundred. */
describe('one call about a hundred things', () => {
  let world: LedgerWorld;
  let other: { id: string };
  let belongings: string;

  beforeAll(async () => {
    world = await openLedgerWorld();
    other = await world.make.organisation({ name: 'Other centre' });
  });
  beforeEach(async () => {
    belongings = await everything();
  });
  afterAll(() => world.test.close());

  /** All that a call could change, in both organisations. */
  async function everything(): Promise<string> {
    const tables = ['occurrence', 'reservation', 'attendee', 'closure_calendar', 'site_calendar', 'change', 'audit_entry', 'message'];
    const sums = await Promise.all(tables.map((table) => world.test.asOwner(`select '${table}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${table} t`)));
    return JSON.stringify(sums);
  }
  const withForeign = <T>(own: readonly T[], foreign: T): T[] => own.map((one, index) => (index === FOREIGN ? foreign : one));
  const day = (index: number): string => new Date(Date.UTC(2027, 0, 4 + index)).toISOString().slice(0, 10);
  const roomOf = (organisation: { id: string }, site: { id: string }) => world.room({ organisation, site });

  it('case 19: of 100 bookings to move one is foreign: nothing is moved; without it all are', async () => {
    const lab = await world.room();
    const booked = [];
    for (let index = 0; index < MANY; index++) booked.push(await world.booked(lab, { startsAt: `${day(index)}T09:00`, endsAt: `${day(index)}T12:00` }));
    const stranger = await world.make.actor({ organisation: other, roles: ['coordinator'] });
    const theirs = await world.booked(await roomOf(other, await world.make.site(other)), { organisationId: other.id }, stranger);
    const moves = booked.map(({ occurrenceId }, index): BookingMove => ({ occurrenceId, expectedVersion: 1, startsAt: `${day(index)}T10:00`, endsAt: `${day(index)}T13:00` }));
    belongings = await everything();
    const refused = await world.move(...withForeign(moves, { ...(moves[FOREIGN] as BookingMove), occurrenceId: theirs.occurrenceId }));
    expect(refused).toMatchObject({ code: 'NOT_FOUND' });
    expect(await everything()).toBe(belongings);
    expect(isProblem(await world.move(...moves))).toBe(false);
    const [row] = await world.test.asOwner<{ moved: number }>(`select count(*)::int as moved from occurrence where organisation_id = $1 and local_time = '10:00'`, [world.centre.id]);
    expect(row?.moved).toBe(MANY);
  });

  it('case 19: of 100 rooms to book, or of 100 people, one is foreign: nothing is booked', async () => {
    const rooms = await Promise.all(Array.from({ length: MANY }, () => world.room()));
    const theirRoom = await roomOf(other, await world.make.site(other));
    const people = await Promise.all(Array.from({ length: MANY }, async () => ({ personId: (await world.make.person({ organisation: world.centre })).id, part: 'learner' as const })));
    const theirs = { personId: (await world.make.person({ organisation: other })).id, part: 'learner' as const };
    belongings = await everything();
    expect(await world.book(withForeign(rooms, theirRoom))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.book(rooms, { people: withForeign(people, theirs) })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await everything()).toBe(belongings);
    expect(isProblem(await world.book(rooms, { people }))).toBe(false);
  });

  it('case 19: of 100 sites that shall follow a calendar one is foreign: there is no calendar', async () => {
    const sites = await Promise.all(Array.from({ length: MANY }, async () => (await world.make.site(world.centre)).id));
    const theirs = (await world.make.site(other)).id;
    belongings = await everything();
    const create = (siteIds: readonly string[]) => world.test.get(CreateClosureCalendar).execute(world.marie, { organisationId: world.centre.id, name: 'Fermetures', publicHolidays: true, siteIds });
    expect(await create(withForeign(sites, theirs))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await everything()).toBe(belongings);
    expect(isProblem(await create(sites))).toBe(false);
  });
});
