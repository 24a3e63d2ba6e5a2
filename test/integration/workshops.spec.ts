import { ReadCohorts } from '@app/cohorts';
import { type Actor, ChangeWorker, isProblem, WakeUps } from '@app/platform';
import { FollowOccurrences, ReminderPlanningModule } from '@app/reminders';
import { type CohortWorld, openCohortWorld } from '../support/cohort-world.js';

describe('workshops of a cohort', () => {
  let world: CohortWorld;
  let ines: Actor;
  let cohortId: string;

  beforeAll(async () => {
    world = await openCohortWorld({ modules: [ReminderPlanningModule], providers: [ChangeWorker, WakeUps] });
    await world.test.get(ChangeWorker).subscribe();
    cohortId = await world.cohort();
    [ines] = (await world.learners(1)) as [Actor];
    await world.enrolled(cohortId, [ines]);
  });
  afterAll(() => world.test.close());

  const follow = async (): Promise<void> => {
    for (let more = true; more; ) more = await world.test.get(ChangeWorker).portion(world.test.get(FollowOccurrences));
  };
  const remindedOf = async (): Promise<readonly string[]> =>
    (await world.test.asOwner<{ line: string }>(
      `select o.kind || ' ' || o.local_date || ': ' || m.rule as line from message m join occurrence o on o.id = m.subject_id where m.person_id = $1 and m.type = 'reminders.before' order by m.due_at`,
      [ines.personId],
    )).map(({ line }) => line);

  it('are reminded of by themselves by default, sessions only on the first day; who plans sees which is which', async () => {
    await world.planned(cohortId, { rule: { count: 2 } });
    await world.planned(cohortId, { kind: 'workshop', about: 'title', title: 'Atelier', rule: { slots: [{ weekday: 4, startsAt: '13:00', endsAt: '16:00' }], from: '2027-01-07', count: 2 } });
    await follow();
    expect(await remindedOf()).toEqual([
      ...['session 2027-01-05: 24h-before', 'session 2027-01-05: 1h-before'],
      ...['workshop 2027-01-07: 24h-before', 'workshop 2027-01-07: 1h-before', 'workshop 2027-01-14: 24h-before', 'workshop 2027-01-14: 1h-before'],
    ]);
    const sessions = await world.test.get(ReadCohorts).sessions(world.marie, cohortId);
    expect(isProblem(sessions) ? sessions : sessions.map(({ kind }) => kind)).toEqual(['session', 'workshop', 'session', 'workshop']);
  });
});
