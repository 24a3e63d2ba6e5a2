import { MoveSessions, ReadCohorts } from '@app/cohorts';
import { isProblem } from '@app/platform';
import { openCohortWorld } from '../support/cohort-world.js';
import { type Bench } from './frame/bench.js';

const SESSIONS = 60;
const LEARNERS = 25;

/** What a coordinator waits for: a series with its room, trainer and learners, and the same series moved as a whole. */
export const bench: Bench = {
  name: 'cohorts',
  summary: `a series of ${SESSIONS} sessions × ${LEARNERS} learners: claimed, and moved with all that follow`,
  run: async (ground) => {
    await ground.database({ connections: 1 });
    const world = await openCohortWorld({ connections: 4 });
    ground.defer(() => world.test.close());
    const [cohortId, room, trainer] = [await world.cohort(), await world.room(), await world.trainer()];
    await world.enrolled(cohortId, await world.learners(LEARNERS));
    const slots = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '12:00' }));
    let from = performance.now();
    const { occurrenceIds } = await world.planned(cohortId, { resourceIds: [room], trainerIds: [trainer.personId ?? ''], rule: { slots, count: SESSIONS } });
    const claimed = performance.now() - from;
    const sessions = await world.test.get(ReadCohorts).sessions(world.marie, cohortId);
    if (isProblem(sessions) || !sessions[0]) throw new Error('The series cannot be read.');
    from = performance.now();
    const moved = await world.test.get(MoveSessions).execute(world.marie, {
      ...{ cohortId, occurrenceId: occurrenceIds[0] ?? '', expectedVersion: sessions[0].version, following: true },
      to: { date: sessions[0].localDate, startsAt: '13:00', endsAt: '16:00' },
    });
    const took = performance.now() - from;
    if (isProblem(moved) || moved.versions.size !== SESSIONS) throw new Error(`The series was not moved: ${JSON.stringify(moved)}`);
    return [
      { name: `${SESSIONS} sessions × ${LEARNERS} learners: planned and claimed`, value: claimed, unit: 'ms', better: 'lower', must: 1_000 },
      { name: `the same: moved, with all that follow`, value: took, unit: 'ms', better: 'lower', must: 1_000 },
    ];
  },
};
