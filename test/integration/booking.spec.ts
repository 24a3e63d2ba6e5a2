import { type Actor, isProblem } from '@app/platform';
import { type Booked, BookRoom, type BookRoomInput, LedgerModule, ScheduleClash } from '@app/ledger';
import { Make } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

describe('booking rooms', () => {
  let test: TestModule;
  let make: Make;
  let centre: { id: string };
  let site: { id: string };
  let marie: Actor;

  beforeAll(async () => {
    test = await openTestModule([LedgerModule], { connections: 10 });
    make = new Make(test);
    centre = await make.organisation();
    site = await make.site(centre, { name: 'Mons' });
    marie = await make.actor({ organisation: centre, roles: ['coordinator'] });
  });
  afterAll(() => test.close());

  const room = async (wishes: { organisation?: { id: string }; site?: { id: string }; name?: string; seats?: number; shared?: boolean } = {}): Promise<string> => {
    const { organisation = centre, name = `Lab ${Math.random()}`, seats = 20, shared = false } = wishes;
    const [row] = await test.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name, seats, shared) values ($1, 'room', $2, $3, $4, $5) returning id`, [
      organisation.id, (wishes.site ?? site).id, name, seats, shared,
    ]);
    return row?.id ?? '';
  };
  const morning = { startsAt: '2026-11-23T09:00', endsAt: '2026-11-23T12:00' };
  const book = (roomId: string, wishes: Partial<BookRoomInput> = {}, actor = marie) =>
    test.get(BookRoom).execute(actor, { organisationId: centre.id, title: 'Web Dev, group B', resourceIds: [roomId], ...morning, ...wishes });
  const booked = async (roomId: string, wishes: Partial<BookRoomInput> = {}): Promise<Booked> => {
    const answer = await book(roomId, wishes);
    if (isProblem(answer)) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const reservations = (roomId: string) => test.asOwner<{ during: string }>('select during::text from reservation where resource_id = $1 order by during', [roomId]);
  const count = (answers: readonly object[]) => answers.reduce<Record<string, number>>((counts, answer) => {
    const name = isProblem(answer) ? answer.code : 'booked';
    return { ...counts, [name]: (counts[name] ?? 0) + 1 };
  }, {});

  it('case 52: 500 parallel bookings of one slot: one winner, 499 told by whom it is taken', async () => {
    const lab = await room({ name: 'Lab 2' });
    const answers = await Promise.all(Array.from({ length: 500 }, () => book(lab)));
    expect(count(answers)).toEqual({ booked: 1, SCHEDULE_CLASH: 499 });
    expect(await reservations(lab)).toHaveLength(1);
    const refused = answers.find((answer) => answer instanceof ScheduleClash);
    expect(refused?.clashes).toMatchObject([
      { reason: 'booked', resource: { name: 'Lab 2', kind: 'room' }, zone: 'Europe/Brussels', rival: { title: 'Web Dev, group B', from: new Date('2026-11-23T08:00Z'), to: new Date('2026-11-23T11:00Z') } },
    ]);
  });

  it('case 53, defect 4: one minute of overlap is refused, back to back is accepted', async () => {
    const lab = await room();
    await booked(lab);
    expect(await book(lab, { startsAt: '2026-11-23T11:59', endsAt: '2026-11-23T13:00' })).toBeInstanceOf(ScheduleClash);
    expect(isProblem(await book(lab, { startsAt: '2026-11-23T12:00', endsAt: '2026-11-23T13:00' }))).toBe(false);
    expect(isProblem(await book(lab, { startsAt: '2026-11-23T08:00', endsAt: '2026-11-23T09:00' }))).toBe(false);
  });
});
