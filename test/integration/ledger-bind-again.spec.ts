import { AgendasModule, ReadDesk } from '@app/agendas';
import { MergePeople } from '@app/identity';
import { BindAgain, CancelBooking, EndAbsence, EnterLeave, ReadBoard, ScheduleClash } from '@app/ledger';
import { type Actor, isProblem } from '@app/platform';
import { countAnswers, crowd } from '../support/crowd.js';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';

/** A Wednesday of which nothing is over, whenever this runs. */
const DAY = `${new Date().getUTCFullYear() + 1}-05-12`;
const at = (from: string, to: string) => ({ startsAt: `${DAY}T${from}`, endsAt: `${DAY}T${to}` });

describe('whoever yielded binds again', () => {
  let world: LedgerWorld;
  let learner: Actor;

  beforeAll(async () => {
    world = await openLedgerWorld({ modules: [AgendasModule] });
  });
  beforeEach(async () => {
    learner = await world.make.actor({ organisation: world.centre, roles: ['learner', 'coordinator'] });
  });
  afterEach(async () => {
    await world.test.asOwner('delete from reservation; delete from unavailability');
    await world.test.moveClock('0');
  });
  afterAll(() => world.test.close());

  const bindAgain = () => world.test.get(BindAgain).execute();
  const as = (actor: Actor, part: 'learner' | 'trainer') => ({ people: [{ personId: actor.personId ?? '', part }] });
  const own = async (from: string, to: string, wishes: object = {}) => world.booked(await world.room(), { ...as(learner, 'learner'), ...at(from, to), ...wishes }, learner);
  const group = async (from: string, to: string, title = 'Atelier') => world.booked(await world.room(), { title, ...as(learner, 'learner'), ...at(from, to) });
  const cancel = (occurrenceId: string) => world.test.get(CancelBooking).execute(world.marie, { organisationId: world.centre.id, occurrenceId, expectedVersion: 1 });
  const binds = async (occurrenceId: string) =>
    (await world.test.asOwner<{ binding: boolean }>(`select binding from reservation where occurrence_id = $1 and part not in ('room', 'equipment')`, [occurrenceId])).map(({ binding }) => binding);
  const clashesOfDesk = async () => {
    const desk = await world.test.get(ReadDesk).execute(world.marie, world.centre.id);
    return isProblem(desk) ? desk : desk.clashes.map(({ title, personName }) => `${personName}: ${title}`);
  };

  it('when the other booking is cancelled, not before, and once; the log says so, and his time is taken again', async () => {
    const rival = await own('09:00', '11:00');
    const { occurrenceId } = await group('10:00', '12:00');
    expect([await bindAgain(), await binds(occurrenceId), await clashesOfDesk()]).toEqual([0, [false], ['Camille Martin: Atelier']]);
    await cancel(rival.occurrenceId);
    expect([await bindAgain(), await bindAgain(), await binds(occurrenceId), await clashesOfDesk()]).toEqual([1, 0, [true], []]);
    expect(await world.test.asOwner(`select person_id as person from change where subject_id = $1 and kind = 'bound'`, [occurrenceId])).toEqual([{ person: learner.personId }]);
    expect(await world.book(await world.room(), { ...as(learner, 'learner'), ...at('11:30', '12:30') }, learner)).toBeInstanceOf(ScheduleClash);
  });

  it('when the other one is moved, a hold runs out, leave is taken back, or another organisation lets go', async () => {
    const moved = await own('08:00', '09:00');
    await own('10:00', '11:00', { holdMinutes: 10 });
    const leave = await world.test.get(EnterLeave).execute(learner, { organisationId: world.centre.id, personId: learner.personId ?? '', ...at('12:00', '13:00'), zone: 'Europe/Brussels' });
    const other = await world.make.organisation({ name: 'Other' });
    const site = await world.make.site(other, { name: 'Gent' });
    const there = await world.make.actor({ organisation: other, roles: ['coordinator'] });
    await world.test.asOwner(`insert into profile (organisation_id, person_id, given_name, family_name) values ($1, $2, 'C', 'M')`, [other.id, learner.personId]);
    const elsewhere = await world.booked(await world.room({ organisation: other, site }), { organisationId: other.id, people: [{ personId: learner.personId ?? '', part: 'trainer' }], ...at('14:00', '15:00') }, there);
    const yielded = [await group('08:30', '09:30'), await group('10:30', '11:30'), await group('12:30', '13:30'), await group('14:30', '15:30')];
    const all = async () => (await Promise.all(yielded.map(({ occurrenceId }) => binds(occurrenceId)))).flat();
    expect([await bindAgain(), await all()]).toEqual([0, [false, false, false, false]]);

    await world.move({ occurrenceId: moved.occurrenceId, expectedVersion: 1, ...at('06:00', '07:00') });
    expect([await bindAgain(), await all()]).toEqual([1, [true, false, false, false]]);
    await world.test.moveClock('11 minutes');
    expect([await bindAgain(), await all()]).toEqual([1, [true, true, false, false]]);
    if (isProblem(leave)) throw new Error(JSON.stringify(leave));
    await world.test.get(EndAbsence).execute(learner, { organisationId: world.centre.id, absenceId: leave.id, expectedVersion: 1 });
    expect([await bindAgain(), await all()]).toEqual([1, [true, true, true, false]]);
    await world.test.get(CancelBooking).execute(there, { organisationId: other.id, occurrenceId: elsewhere.occurrenceId, expectedVersion: 1 });
    expect([await bindAgain(), await all()]).toEqual([1, [true, true, true, true]]);
  });

  it('of two that yield at the same time one, by the judge of every claim: travel counts too', async () => {
    const far = await world.make.site(world.centre, { name: 'Charleroi' });
    await world.test.asOwner('insert into travel_time (organisation_id, from_site_id, to_site_id, minutes) values ($1, $2, $3, 60), ($1, $3, $2, 60)', [world.centre.id, world.site.id, far.id]);
    const rival = await own('09:00', '12:00');
    const [one, two] = [await group('09:00', '12:00', 'One'), await group('11:00', '13:00', 'Two')];
    const away = await world.booked(await world.room({ site: far }), { title: 'Far', ...as(learner, 'learner'), ...at('12:30', '14:00') });
    expect(await binds(away.occurrenceId)).toEqual([false]);
    await cancel(rival.occurrenceId);
    expect([await bindAgain(), await bindAgain()]).toEqual([1, 0]);
    expect([await binds(one.occurrenceId), await binds(two.occurrenceId), await binds(away.occurrenceId)]).toEqual([[true], [false], [false]]);
  });

  it('200 at once ask for the freed time, half of them for himself, half as the clock: one has it, nobody fails', async () => {
    const rival = await own('09:00', '12:00');
    const yielded = await group('09:00', '12:00');
    const rooms = await Promise.all(Array.from({ length: 100 }, () => world.room()));
    await cancel(rival.occurrenceId);
    const answers = await crowd(200, async (index) => (index % 2 ? { bound: await bindAgain() } : world.book(rooms[index / 2] ?? '', { ...as(learner, 'learner'), ...at('09:00', '12:00') }, learner)));
    const bound = answers.reduce((sum, answer) => sum + ('bound' in answer ? answer.bound : 0), 0);
    const booked = (countAnswers(answers.filter((answer) => !('bound' in answer))).done ?? 0);
    expect(bound + booked).toBe(1);
    expect(await binds(yielded.occurrenceId)).toEqual([bound === 1]);
    expect(await world.test.asOwner('select from reservation where resource_id = $1 and binding', [learner.personId])).toHaveLength(1);
  });

  it('200 cancel, move and bind again beside each other: whatever is left free is bound in the end, and nothing overlaps', async () => {
    const learners = await Promise.all(Array.from({ length: 20 }, () => world.make.actor({ organisation: world.centre, roles: ['learner', 'coordinator'] })));
    const pairs = await Promise.all(
      learners.map(async (each) => {
        const rival = await world.booked(await world.room(), { ...as(each, 'learner'), ...at('09:00', '12:00') }, each);
        return { rival, yielded: await world.booked(await world.room(), { ...as(each, 'learner'), ...at('10:00', '11:00') }) };
      }),
    );
    const [late, soon] = [at('13:00', '14:00'), at('10:30', '11:30')];
    await crowd(200, async (index) => {
      const pair = pairs[index % 20];
      if (index < 20) return cancel(pair?.rival.occurrenceId ?? '');
      return index % 3 ? bindAgain() : world.move({ occurrenceId: pair?.yielded.occurrenceId ?? '', expectedVersion: 1 + Math.floor(index / 60), ...(index % 2 ? late : soon) });
    });
    await bindAgain();
    expect((await Promise.all(pairs.map(({ yielded }) => binds(yielded.occurrenceId)))).flat()).toEqual(learners.map(() => true));
  });

  it('a trainer who was booked twice under two names is seen on the board and on the desk, is mended there, or binds again by himself', async () => {
    const { make, centre, site, test, marie } = world;
    const human = await make.person({ organisation: centre, roles: ['trainer'], givenName: 'Sam' });
    const entered = async () => {
      const [row] = await test.asOwner<{ id: string }>(`with p as (insert into person default values returning id)
        insert into profile (organisation_id, person_id, given_name) select $1, id, 'Samuel' from p returning person_id as id`, [centre.id]);
      return row?.id ?? '';
    };
    const provisional = await entered();
    const kept = await world.booked(await world.room(), { title: 'Stays', people: [{ personId: human.id, part: 'trainer' }], ...at('09:00', '12:00') });
    const twice = await world.booked(await world.room(), { title: 'Twice', people: [{ personId: provisional, part: 'trainer' }], ...at('11:00', '13:00') });
    const alsoTwice = await world.booked(await world.room(), { title: 'Also twice', people: [{ personId: provisional, part: 'trainer' }], ...at('10:00', '11:00') });
    const wish = { organisationId: centre.id, awayPersonId: provisional, awayExpectedVersion: 1, intoPersonId: human.id, intoExpectedVersion: 1 };
    expect(isProblem(await test.get(MergePeople).execute(marie, wish))).toBe(false);

    const onBoard = async () => {
      const board = await test.get(ReadBoard).execute(marie, { organisationId: centre.id, siteId: site.id, from: DAY, days: 1 });
      if (isProblem(board)) throw new Error(JSON.stringify(board));
      return board.rows.find(({ id }) => id === human.id)?.bookings.map(({ title }) => title);
    };
    expect(await clashesOfDesk()).toEqual(['Sam Martin: Also twice', 'Sam Martin: Twice']);
    expect(await onBoard()).toEqual(['Stays', 'Also twice', 'Twice']);
    // As long as he is twice there it cannot go to another time of his: moving says so.
    expect(await world.move({ occurrenceId: twice.occurrenceId, expectedVersion: 1, ...at('10:30', '12:30') })).toBeInstanceOf(ScheduleClash);
    expect(isProblem(await world.move({ occurrenceId: twice.occurrenceId, expectedVersion: 1, ...at('14:00', '16:00') }))).toBe(false);
    expect([await binds(twice.occurrenceId), await clashesOfDesk()]).toEqual([[true], ['Sam Martin: Also twice']]);
    await cancel(kept.occurrenceId);
    expect([await bindAgain(), await binds(alsoTwice.occurrenceId), await clashesOfDesk()]).toEqual([1, [true], []]);
    expect(await onBoard()).toEqual(['Also twice', 'Twice']);
  });

  it('the database alone lets people yield, and nothing else', async () => {
    const lab = await world.room();
    const { occurrenceId } = await world.booked(lab, at('09:00', '10:00'));
    await expect(world.test.asOwner('update reservation set binding = false where occurrence_id = $1', [occurrenceId])).rejects.toMatchObject({ constraint: 'reservation_only_people_yield' });
  });
});
