import { ChangeCohortState, ChangeEnrolment, ChangeGroups, EnrolLearners, LeaveCohort, ReadCohorts, Register, type Registration, TransferLearner, UpdateCohort } from '@app/cohorts';
import { type Actor, InvalidInput, isProblem, NotAllowed, NotFound } from '@app/platform';
import { type CohortWorld, openCohortWorld } from '../support/cohort-world.js';
import { crowd } from '../support/crowd.js';

const done = <T>(answer: T): Exclude<T, { code: string }> => {
  if (isProblem(answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer as Exclude<T, { code: string }>;
};

describe('places in a cohort', () => {
  let world: CohortWorld;
  beforeAll(async () => {
    world = await openCohortWorld();
  });
  afterAll(() => world.test.close());

  const register = (learner: Actor, cohortId: string) => world.test.get(Register).execute(learner, { cohortId });
  const sessionsOf = (learner: Actor, cohortId: string) =>
    world.test.asOwner<{ listed: number; claimed: number }>(
      `select (select count(*)::int from cohort_session s join attendee a on a.occurrence_id = s.occurrence_id where s.cohort_id = $1 and a.person_id = $2) as listed,
         (select count(*)::int from cohort_session s join reservation r on r.occurrence_id = s.occurrence_id where s.cohort_id = $1 and r.resource_id = $2) as claimed`,
      [cohortId, learner.personId],
    );
  const seats = async (cohortId: string) =>
    (await world.test.asOwner<{ seats: number; enrolled: number; waiting: number }>(
      `select (select count(*)::int from seat s join cohort c on c.seat_pool_id = s.pool_id where c.id = $1) as seats,
         (select count(*)::int from enrolment where cohort_id = $1 and state = 'active') as enrolled, (select count(*)::int from waiting_place where cohort_id = $1) as waiting`,
      [cohortId],
    ))[0];
  const groupsOf = async (cohortId: string, ...names: readonly string[]) => {
    let groups: readonly { id: string; name: string }[] = [];
    for (const name of names) groups = done(await world.test.get(ChangeGroups).execute(world.marie, { cohortId, name }));
    return names.map((name) => groups.find((group) => group.name === name)?.id ?? '');
  };
  const enrol = (cohortId: string, learners: readonly Actor[], whenFull: 'refuse' | 'wait' = 'refuse') =>
    world.test.get(EnrolLearners).execute(world.marie, { cohortId, personIds: learners.map(({ personId }) => personId ?? ''), whenFull });

  it('case 48, row 33: 200 registrations for 30 seats at once: exactly 30 enrolled, 170 queued in the order of the server', async () => {
    const [cohortId, learners] = [await world.cohort({ capacity: 30 }), await world.learners(200)];
    await world.planned(cohortId, { rule: { count: 12 } });
    const answers = await crowd(200, (index) => register(learners[index] as Actor, cohortId));
    const told: readonly Registration[] = answers.map((answer) => done(answer));
    expect([told.filter(({ state }) => state === 'enrolled').length, told.filter(({ state }) => state === 'waiting').length]).toEqual([30, 170]);
    expect(await seats(cohortId)).toEqual({ seats: 30, enrolled: 30, waiting: 170 });
    expect(told.filter(({ state }) => state === 'waiting').map(({ before }) => before).sort((a, b) => a - b)).toEqual(Array.from({ length: 170 }, (_, index) => index));
    const [claims] = await world.test.asOwner<{ count: number }>(`select count(*)::int as count from cohort_session s join reservation r on r.occurrence_id = s.occurrence_id where s.cohort_id = $1 and r.part = 'learner' and r.binding`, [cohortId]);
    expect(claims?.count).toBe(30 * 12);
    const again = await crowd(200, (index) => register(learners[index] as Actor, cohortId));
    expect(again).toEqual(told);
  }, 120_000);

  it('case 59: 200 rivals for 12 seats while learners leave: never more than 12, and nobody has two seats', async () => {
    const [cohortId, learners] = [await world.cohort({ capacity: 12 }), await world.learners(200)];
    await crowd(200, (index) => register(learners[index] as Actor, cohortId));
    const [inside] = [await world.test.asOwner<{ id: string }>(`select person_id as id from enrolment where cohort_id = $1`, [cohortId])];
    const leaving = learners.filter(({ personId }) => inside.some(({ id }) => id === personId)).slice(0, 5);
    const others = learners.filter((learner) => !leaving.includes(learner)).slice(0, 60);
    const moves = [...leaving.map((learner) => () => world.test.get(LeaveCohort).execute(learner, { cohortId })), ...others.map((learner) => () => register(learner, cohortId))];
    await crowd(moves.length, async (index) => moves[index]?.());
    const after = await seats(cohortId);
    expect(after).toMatchObject({ seats: 7, enrolled: 7 });
    // Freed seats are given in the order of the queue, by a coordinator.
    const queue = done(await world.test.get(ReadCohorts).waiting(world.marie, cohortId));
    const given = done(await world.test.get(EnrolLearners).execute(world.marie, { cohortId, personIds: queue.slice(0, 5).map(({ personId }) => personId), whenFull: 'refuse' }));
    expect([given.enrolled.length, await seats(cohortId)]).toEqual([5, { seats: 12, enrolled: 12, waiting: (after?.waiting ?? 0) - 5 }]);
  }, 120_000);

  it('the database itself refuses a seat too many, whoever inserts it', async () => {
    const [cohortId, learners] = [await world.cohort({ capacity: 2 }), await world.learners(3)];
    await world.enrolled(cohortId, learners.slice(0, 2));
    const raw = world.test.asOwner(`insert into seat (organisation_id, pool_id, person_id, class) select organisation_id, seat_pool_id, $2, 'open' from cohort where id = $1`, [cohortId, learners[2]?.personId]);
    await expect(raw).rejects.toMatchObject({ constraint: 'seat_within_capacity' });
  });

  it('adds a learner who comes late to every session to come, and takes one who leaves out of them and frees the seat', async () => {
    const [cohortId, [first, late]] = [await world.cohort({ capacity: 1 }), (await world.learners(2)) as [Actor, Actor]];
    await world.planned(cohortId, { rule: { count: 4 } });
    await world.enrolled(cohortId, [first]);
    expect(await sessionsOf(first, cohortId)).toEqual([{ listed: 4, claimed: 4 }]);
    expect(await enrol(cohortId, [late])).toMatchObject({ code: 'COHORT_FULL', capacity: 1, short: 1 });
    done(await world.test.get(LeaveCohort).execute(first, { cohortId }));
    expect(await sessionsOf(first, cohortId)).toEqual([{ listed: 0, claimed: 0 }]);
    done(await enrol(cohortId, [late]));
    expect(await sessionsOf(late, cohortId)).toEqual([{ listed: 4, claimed: 4 }]);
  });

  it('row 29: a learner cannot register into a clash; a coordinator can, and the clash is shown', async () => {
    const [one, other, [lea]] = [await world.cohort(), await world.cohort(), (await world.learners(1)) as [Actor]];
    await world.planned(one, { rule: { count: 2 } });
    await world.planned(other, { rule: { count: 2 } });
    done(await register(lea, one));
    expect(await register(lea, other)).toMatchObject({ code: 'SLOT_TAKEN' });
    expect(await seats(other)).toEqual({ seats: 0, enrolled: 0, waiting: 0 });
    const given = done(await enrol(other, [lea]));
    expect(given.yielded).toHaveLength(2);
    const page = done(await world.test.get(ReadCohorts).learners(world.marie, { cohortId: other }, { first: 10 }));
    expect(page.rows).toMatchObject([{ personId: lea.personId, clashing: 2, state: 'active', way: 'coordinator' }]);
  });

  it('case 19: one stranger among a hundred refuses the whole call', async () => {
    const [cohortId, learners] = [await world.cohort({ capacity: 200 }), await world.learners(99)];
    const stranger = await world.make.actor({ organisation: await world.make.organisation(), roles: ['learner'] });
    expect(await enrol(cohortId, [...learners, stranger])).toEqual(new NotFound('person'));
    expect(await seats(cohortId)).toEqual({ seats: 0, enrolled: 0, waiting: 0 });
  });

  it('row 18: a cohort never shrinks below its learners, and neither 0 nor 1e9 is a number of seats: words say why', async () => {
    const [cohortId, learners] = [await world.cohort({ capacity: 5 }), await world.learners(3)];
    await world.enrolled(cohortId, learners);
    const row = done(await world.test.get(ReadCohorts).one(world.marie, cohortId));
    const facts = { cohortId, name: row.name, siteId: row.siteId, language: 'fr' as const, minimum: 1, startsOn: row.startsOn, endsOn: row.endsOn, expectedVersion: row.version };
    const update = async (changes: object) => {
      const answer = await world.test.get(UpdateCohort).execute(world.marie, { ...facts, capacity: 5, ...changes });
      return answer instanceof InvalidInput ? answer.faults.map(({ field, reason }) => `${field} ${reason}`) : answer;
    };
    expect(await update({ capacity: 2 })).toEqual(['capacity capacity.below-enrolled']);
    expect(await update({ capacity: 0 })).toEqual(['capacity capacity.count']);
    expect(await update({ capacity: 1e9, name: 'two\nlines', endsOn: '2026-01-01', siteId: cohortId })).toEqual(['name text.one-line', 'capacity capacity.count', 'endsOn days.reversed', 'siteId site.unknown']);
    expect(await update({ capacity: 3 })).toMatchObject({ cohortId });
    expect(await update({ capacity: 4 })).toMatchObject({ code: 'STALE_VERSION' });
  });

  it('row 20: postponed and withdrawn give the seat back, coming back needs one; graduated keeps it', async () => {
    const [cohortId, [lea, noor]] = [await world.cohort({ capacity: 1 }), (await world.learners(2)) as [Actor, Actor]];
    await world.enrolled(cohortId, [lea]);
    const change = (learner: Actor, expectedVersion: number, to: 'active' | 'postponed' | 'withdrawn' | 'completed' | 'graduated') =>
      world.test.get(ChangeEnrolment).execute(world.marie, { cohortId, personId: learner.personId ?? '', expectedVersion, to });
    expect(done(await change(lea, 1, 'postponed')).version).toBe(2);
    await world.enrolled(cohortId, [noor]);
    expect(await change(lea, 2, 'active')).toMatchObject({ code: 'COHORT_FULL' });
    done(await change(noor, 1, 'completed'));
    expect(await change(noor, 2, 'withdrawn')).toMatchObject({ code: 'ENROLMENT_STATE_REFUSED', from: 'completed', to: 'withdrawn' });
    done(await change(noor, 2, 'graduated'));
    expect((await seats(cohortId))?.seats).toBe(1);
  });

  it('row 21, case 17: moves a learner to another cohort of the centre, seat and sessions with him, or not at all', async () => {
    const [from, to, full, [lea, noor]] = [await world.cohort(), await world.cohort(), await world.cohort({ capacity: 1 }), (await world.learners(2)) as [Actor, Actor]];
    await world.planned(from, { rule: { count: 2 } });
    await world.planned(to, { rule: { count: 3 } });
    await world.enrolled(from, [lea]);
    await world.enrolled(full, [noor]);
    const transfer = (toCohortId: string, actor = world.marie) => world.test.get(TransferLearner).execute(actor, { personId: lea.personId ?? '', fromCohortId: from, toCohortId });
    expect(await transfer(full)).toMatchObject({ code: 'COHORT_FULL' });
    expect(await sessionsOf(lea, from)).toEqual([{ listed: 2, claimed: 2 }]);
    const elsewhere = await world.make.organisation();
    const both = world.make.actorOf(await world.make.member(await world.make.person({ organisation: world.centre, roles: ['trainer'] }), elsewhere, ['coordinator']));
    expect(await transfer(to, both)).toBeInstanceOf(NotAllowed);
    done(await transfer(to));
    expect([await sessionsOf(lea, from), await sessionsOf(lea, to), (await seats(from))?.seats, (await seats(to))?.seats]).toEqual([[{ listed: 0, claimed: 0 }], [{ listed: 3, claimed: 3 }], 0, 1]);
  });

  it('a group has its own sessions; who changes group changes sessions, and a group in use stays', async () => {
    const [cohortId, [lea]] = [await world.cohort(), (await world.learners(1)) as [Actor]];
    const [a, b] = (await groupsOf(cohortId, 'Groupe A', 'Groupe B')) as [string, string];
    await world.enrolled(cohortId, [lea], a);
    await world.planned(cohortId, { groupId: a, rule: { count: 2 } });
    // At the same hour, but for other people.
    await world.planned(cohortId, { groupId: b, rule: { count: 3 } });
    expect(await sessionsOf(lea, cohortId)).toEqual([{ listed: 2, claimed: 2 }]);
    done(await world.test.get(ChangeEnrolment).execute(world.marie, { cohortId, personId: lea.personId ?? '', expectedVersion: 1, groupId: b }));
    expect(await sessionsOf(lea, cohortId)).toEqual([{ listed: 3, claimed: 3 }]);
    expect(await world.test.get(ChangeGroups).execute(world.marie, { cohortId, groupId: b })).toMatchObject({ code: 'GROUP_IN_USE', learners: 1, sessions: 4 });
    expect(await world.test.get(ChangeGroups).execute(world.marie, { cohortId, name: 'groupe a' })).toMatchObject({ faults: [{ reason: 'group.name-taken' }] });
  });

  it('cases 12 and 18: a trainer of another cohort and a learner read no name; the learner sees numbers and his own place only', async () => {
    const [cohortId, trainer, other] = [await world.cohort(), await world.trainer('Ours'), await world.trainer('Other')];
    const [a, b] = (await groupsOf(cohortId, 'Groupe A', 'Groupe B')) as [string, string];
    const [lea, noor] = (await world.learners(2)) as [Actor, Actor];
    const secret = await world.make.actor({ organisation: world.centre, roles: ['learner'], givenName: 'Zébulon', familyName: 'Introuvable' });
    await world.enrolled(cohortId, [lea, noor], a);
    await world.enrolled(cohortId, [secret], b);
    await world.planned(cohortId, { trainerIds: [trainer.personId ?? ''], rule: { count: 1 } });
    const read = world.test.get(ReadCohorts);
    const page = { first: 50 };
    expect(done(await read.learners(trainer, { cohortId }, page)).rows).toHaveLength(3);
    expect(await read.learners(other, { cohortId }, page)).toBeInstanceOf(NotAllowed);
    expect(await read.waiting(other, cohortId)).toBeInstanceOf(NotAllowed);
    const everything = [await read.open(lea), await read.one(lea, cohortId), await read.sessions(lea, cohortId), await read.history(lea, cohortId), await read.learners(lea, { cohortId }, page), await read.list(lea, { organisationId: world.centre.id }, page), await register(lea, cohortId)];
    expect(JSON.stringify(everything)).not.toMatch(/Zébulon|Introuvable|Groupe B/);
    expect((await read.open(lea)).find(({ id }) => id === cohortId)).toMatchObject({ enrolled: 3, mine: { state: 'active', groupName: 'Groupe A' } });
  });

  it('row 19: states go the ways they can go; below the minimum somebody has to say so; cancelled takes the sessions away', async () => {
    const cohortId = await world.cohort({ minimum: 2 });
    await world.planned(cohortId, { rule: { count: 2 } });
    const turn = async (to: 'draft' | 'confirmed' | 'running' | 'completed' | 'cancelled', despiteMinimum = false) => {
      const { version } = done(await world.test.get(ReadCohorts).one(world.marie, cohortId));
      return world.test.get(ChangeCohortState).execute(world.marie, { cohortId, expectedVersion: version, to, despiteMinimum });
    };
    expect(await turn('running')).toMatchObject({ code: 'COHORT_STATE_REFUSED', from: 'open', to: 'running' });
    expect(await turn('confirmed')).toMatchObject({ code: 'BELOW_MINIMUM', enrolled: 0, minimum: 2 });
    done(await turn('confirmed', true));
    done(await turn('cancelled'));
    expect(await world.wall(cohortId)).toEqual(['2027-01-05 18:00 cancelled', '2027-01-12 18:00 cancelled']);
    expect(await enrol(cohortId, await world.learners(1))).toMatchObject({ code: 'COHORT_STATE_REFUSED', from: 'cancelled' });
  });

  it('registers nobody before the window opens or after it closed, and not into a draft', async () => {
    const [lea] = (await world.learners(1)) as [Actor];
    const early = await world.cohort({ registrationOpensAt: new Date('2027-02-01T08:00:00Z') });
    const late = await world.cohort({ registrationClosesAt: new Date('2027-01-01T08:00:00Z') });
    expect(await register(lea, early)).toMatchObject({ code: 'REGISTRATION_CLOSED', isEarly: true });
    expect(await register(lea, late)).toMatchObject({ code: 'REGISTRATION_CLOSED', isEarly: false });
    expect(await register(lea, await world.cohort({ open: false }))).toEqual(new NotFound('cohort'));
  });
});
