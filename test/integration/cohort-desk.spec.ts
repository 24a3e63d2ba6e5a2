import { AgendasModule, type Desk, ReadDesk } from '@app/agendas';
import { ChangeCohortState, EnrolLearners, LeaveCohort, ReadCohorts } from '@app/cohorts';
import { type Actor, isProblem } from '@app/platform';
import { type CohortWorld, openCohortWorld } from '../support/cohort-world.js';

/** The world begins on Monday 4 January 2027, 07:00 in Mons. */
describe('cohorts on the desk of coordinators', () => {
  let world: CohortWorld;
  beforeAll(async () => {
    world = await openCohortWorld({ modules: [AgendasModule] });
  });
  beforeEach(() => world.test.clockAt('2027-01-04T06:00:00Z'));
  afterEach(() => world.test.asOwner(`update cohort set state = 'cancelled'`));
  afterAll(() => world.test.close());

  const desk = async (actor: Actor = world.marie): Promise<Desk['cohorts']> => {
    const read = await world.test.get(ReadDesk).execute(actor, world.centre.id);
    if (isProblem(read)) throw new Error(JSON.stringify(read));
    return read.cohorts;
  };
  const short = async () => (await desk()).short.map(({ name, enrolled, minimum, registrationClosesAt, hasBegun }) => [name, `${enrolled} of ${minimum}`, registrationClosesAt === null ? 'start' : 'registration', hasBegun]);
  const confirm = async (cohortId: string, despiteMinimum: boolean) => world.test.get(ChangeCohortState).execute(world.marie, { cohortId, expectedVersion: 2, to: 'confirmed', despiteMinimum });

  it('names those below their minimum, four weeks before registration ends or they begin, the most urgent first', async () => {
    const wish = { minimum: 3, startsOn: '2027-02-01' };
    const late = await world.cohort({ ...wish, name: 'Starts on the first day of four weeks' });
    await world.cohort({ ...wish, name: 'Starts a day later', startsOn: '2027-02-02' });
    await world.cohort({ ...wish, name: 'Registration ends before', startsOn: '2027-05-03', registrationClosesAt: new Date('2027-01-20T11:00:00Z') });
    await world.cohort({ ...wish, name: 'A draft', startsOn: '2027-01-11', open: false });
    const full = await world.cohort({ ...wish, name: 'Has enough' });
    await world.enrolled(full, await world.learners(3));
    await world.enrolled(late, await world.learners(2));
    // 1 February begins in Mons at 23:00 of the day before in UTC; that is 28 days less an hour and seven from now.
    expect(await short()).toEqual([
      ['A draft', '0 of 3', 'start', false],
      ['Registration ends before', '0 of 3', 'registration', false],
      ['Starts on the first day of four weeks', '2 of 3', 'start', false],
    ]);
  });

  it('keeps naming what has begun without a decision, and stops once somebody confirms all the same, cancels, or it is over', async () => {
    const [confirmed, cancelled] = [await world.cohort({ minimum: 2, startsOn: '2027-01-11', endsOn: '2027-03-31', name: 'One' }), await world.cohort({ minimum: 2, startsOn: '2027-01-12', endsOn: '2027-03-31', name: 'Two' })];
    await world.cohort({ minimum: 2, startsOn: '2027-01-13', endsOn: '2027-01-31', name: 'Three', registrationClosesAt: new Date('2027-01-05T11:00:00Z') });
    expect((await short()).map(([name]) => name)).toEqual(['Three', 'One', 'Two']);
    expect(await confirm(confirmed, false)).toMatchObject({ code: 'BELOW_MINIMUM' });
    expect(await confirm(confirmed, true)).toMatchObject({ cohortId: confirmed });
    await world.test.clockAt('2027-01-20T06:00:00Z');
    expect(await short()).toEqual([['Two', '0 of 2', 'start', true], ['Three', '0 of 2', 'start', true]]);
    await world.test.get(ChangeCohortState).execute(world.marie, { cohortId: cancelled, expectedVersion: 2, to: 'cancelled' });
    await world.test.clockAt('2027-01-31T22:59:00Z');
    expect((await short()).map(([name]) => name)).toEqual(['Three']);
    await world.test.clockAt('2027-01-31T23:00:00Z');
    expect(await short()).toEqual([]);
  });

  it('names free seats beside a waiting list until they are given; a full cohort, or one for which nobody waits, is none', async () => {
    const [cohortId, people] = [await world.cohort({ capacity: 2, name: 'Evening' }), await world.learners(4)];
    await world.test.get(EnrolLearners).execute(world.marie, { cohortId, personIds: people.map(({ personId }) => personId ?? ''), whenFull: 'wait' });
    await world.cohort({ capacity: 5, name: 'Nobody waits' });
    expect((await desk()).seats).toEqual([]);
    await world.test.get(LeaveCohort).execute(people[0] as Actor, { cohortId });
    expect((await desk()).seats).toEqual([{ id: cohortId, name: 'Evening', free: 1, waiting: 2 }]);
    await world.test.get(EnrolLearners).execute(world.marie, { cohortId, personIds: [people[2]?.personId ?? ''], whenFull: 'refuse' });
    expect((await desk()).seats).toEqual([]);
  });

  it('case 10: nothing of the cohorts of another centre stands there', async () => {
    await world.cohort({ minimum: 3, startsOn: '2027-01-11' });
    const other = await world.make.organisation();
    const coordinator = await world.make.actor({ organisation: other, roles: ['coordinator'] });
    expect(await world.test.get(ReadDesk).execute(coordinator, other.id)).toMatchObject({ cohorts: { short: [], seats: [] } });
    expect(await world.test.database.as(coordinator, (tx) => tx.query('select app.cohorts_to_decide($1) as read', [world.centre.id]))).toEqual([{ read: { short: [], seats: [] } }]);
  });

  it('a cohort says how many of its learners are on their way, so that completing it can ask', async () => {
    const [cohortId, people] = [await world.cohort(), await world.learners(3)];
    await world.enrolled(cohortId, people);
    await world.test.asOwner(`update enrolment set state = 'completed' where cohort_id = $1 and person_id = $2`, [cohortId, people[0]?.personId]);
    expect(await world.test.get(ReadCohorts).one(world.marie, cohortId)).toMatchObject({ enrolled: 3, active: 2 });
  });
});
