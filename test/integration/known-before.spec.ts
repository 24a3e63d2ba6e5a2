import { ChangeEnrolment, EnrolLearners, ReadCohorts, Register, UpdateCohort } from '@app/cohorts';
import { type Actor, isProblem, NotAllowed, NotFound } from '@app/platform';
import { type CohortWorld, openCohortWorld } from '../support/cohort-world.js';
import { published } from '../support/published-course.js';

const done = <T>(answer: T): Exclude<T, { code: string }> => {
  if (isProblem(answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer as Exclude<T, { code: string }>;
};

describe('row 4: what comes before a course, at registration and enrolment', () => {
  let world: CohortWorld;
  /** The advanced course, which builds on the one of the world. */
  let advanced: string;
  let graduate: Actor;
  let beginner: Actor;
  beforeEach(async () => {
    world = await openCohortWorld();
    advanced = await published(world.test, { organisationId: world.centre.id, title: 'Web development, level 2', builtOn: [world.course.id] });
    [graduate, beginner] = (await world.learners(2)) as [Actor, Actor];
    const before = await world.cohort();
    await world.enrolled(before, [graduate, beginner]);
    const { rows } = done(await world.test.get(ReadCohorts).learners(world.marie, { cohortId: before }, { first: 10 }));
    const version = rows.find(({ personId }) => personId === graduate.personId)?.version ?? 0;
    done(await world.test.get(ChangeEnrolment).execute(world.marie, { cohortId: before, personId: graduate.personId ?? '', expectedVersion: version, to: 'completed' }));
  });
  afterEach(() => world.test.close());

  const register = (learner: Actor, cohortId: string) => world.test.get(Register).execute(learner, { cohortId });
  const idOf = ({ personId }: Actor): string => personId ?? '';

  it('a cohort that asks for it refuses who has not completed it, and says what is missing; one that does not, takes everybody', async () => {
    const [strict, open] = [await world.cohort({ courseId: advanced, demandsPrerequisites: true }), await world.cohort({ courseId: advanced })];
    expect(await register(beginner, strict)).toMatchObject({ code: 'PREREQUISITES_MISSING', courses: ['Web development'] });
    expect(await register(graduate, strict)).toMatchObject({ state: 'enrolled' });
    expect(await register(beginner, open)).toMatchObject({ state: 'enrolled' });
    const shown = await world.test.get(ReadCohorts).open(beginner);
    expect(shown.filter(({ id }) => id === strict)).toMatchObject([{ demandsPrerequisites: true, prerequisites: [{ title: 'Web development', isMet: false }], mine: null }]);
  });

  it('the choice can be taken back, and a change that does not mention it leaves it as it is', async () => {
    const cohortId = await world.cohort({ courseId: advanced, demandsPrerequisites: true });
    const facts = async () => {
      const { version, name, siteId, capacity, minimum, startsOn, endsOn } = done(await world.test.get(ReadCohorts).one(world.marie, cohortId));
      return { cohortId, expectedVersion: version, name, siteId, language: 'fr' as const, capacity, minimum, startsOn, endsOn };
    };
    done(await world.test.get(UpdateCohort).execute(world.marie, { ...(await facts()), capacity: 12 }));
    expect(await register(beginner, cohortId)).toMatchObject({ code: 'PREREQUISITES_MISSING' });
    done(await world.test.get(UpdateCohort).execute(world.marie, { ...(await facts()), demandsPrerequisites: false }));
    expect(await register(beginner, cohortId)).toMatchObject({ state: 'enrolled' });
  });

  it('a coordinator knows it before enrolling, enrols all the same, and reads it beside the learner and on the waiting list', async () => {
    const cohortId = await world.cohort({ courseId: advanced, demandsPrerequisites: true, capacity: 1 });
    const ids = [idOf(beginner), idOf(graduate)];
    expect(await world.test.get(ReadCohorts).lacking(world.marie, cohortId, ids)).toEqual(new Map([[idOf(beginner), ['Web development']]]));
    done(await world.test.get(EnrolLearners).execute(world.marie, { cohortId, personIds: [idOf(beginner)], whenFull: 'refuse' }));
    const [third] = (await world.learners(1)) as [Actor];
    done(await world.test.get(EnrolLearners).execute(world.marie, { cohortId, personIds: [idOf(graduate), idOf(third)], whenFull: 'wait' }));
    const { rows } = done(await world.test.get(ReadCohorts).learners(world.marie, { cohortId }, { first: 10 }));
    expect(rows).toMatchObject([{ personId: idOf(beginner), lacks: ['Web development'] }]);
    expect(done(await world.test.get(ReadCohorts).waiting(world.marie, cohortId))).toMatchObject([{ personId: idOf(graduate), lacks: [] }, { personId: idOf(third), lacks: ['Web development'] }]);
  });

  it('who asks about people is somebody who may enrol them; for a stranger the cohort does not exist', async () => {
    const cohortId = await world.cohort({ courseId: advanced });
    const stranger = await world.make.actor({ organisation: await world.make.organisation(), roles: ['manager'] });
    expect(await world.test.get(ReadCohorts).lacking(await world.trainer(), cohortId, [idOf(beginner)])).toEqual(new NotAllowed('learner.enrol'));
    expect(await world.test.get(ReadCohorts).lacking(stranger, cohortId, [idOf(beginner)])).toEqual(new NotFound('cohort'));
  });
});
