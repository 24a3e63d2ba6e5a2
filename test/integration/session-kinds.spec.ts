import { createHash } from 'node:crypto';
import { AgendasModule, ReadAgenda } from '@app/agendas';
import { ReadCohorts } from '@app/cohorts';
import { type Actor, ChangeWorker, isProblem, WakeUps } from '@app/platform';
import { FollowOccurrences, ReminderPlanningModule, SetReminderRules } from '@app/reminders';
import { type CohortWorld, openCohortWorld } from '../support/cohort-world.js';

describe('kinds of sessions of a cohort', () => {
  let world: CohortWorld;
  let ines: Actor;
  let cohortId: string;

  beforeAll(async () => {
    world = await openCohortWorld({ modules: [ReminderPlanningModule, AgendasModule], providers: [ChangeWorker, WakeUps] });
    await world.test.get(ChangeWorker).subscribe();
    cohortId = await world.cohort();
    [ines] = (await world.learners(1)) as [Actor];
    await world.enrolled(cohortId, [ines]);
  });
  afterAll(() => world.test.close());

  const follow = async (): Promise<void> => {
    for (let more = true; more; ) more = await world.test.get(ChangeWorker).portion(world.test.get(FollowOccurrences));
  };
  const remindedOf = async (who = ines): Promise<readonly string[]> =>
    (await world.test.asOwner<{ line: string }>(
      `select o.kind || ' ' || o.local_date || ': ' || m.rule as line from message m join occurrence o on o.id = m.subject_id where m.person_id = $1 and m.type = 'reminders.before' order by m.due_at`,
      [who.personId],
    )).map(({ line }) => line);

  it('workshops are reminded of by themselves by default, sessions only on the first day; who plans sees which is which', async () => {
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

  it('conferences, masterclasses and project days are kinds as well: the agenda and calendars say so, and a rule can be about one of them alone', async () => {
    const other = await world.cohort();
    const [ali] = (await world.learners(1)) as [Actor];
    await world.enrolled(other, [ali]);
    const before = { trigger: 'before', amount: 2, unit: 'days', kinds: ['masterclass'], parts: ['learner'], firstOnly: false, texts: {} } as const;
    expect(await world.test.get(SetReminderRules).execute(world.marie, { organisationId: world.centre.id, scopeId: other, expectedVersion: 0, rules: [before] })).toMatchObject({ isOwn: true });
    for (const [index, kind] of (['conference', 'masterclass', 'project-day'] as const).entries()) {
      await world.planned(other, { kind, about: 'title', title: kind, rule: { slots: [{ weekday: 3, startsAt: '09:00', endsAt: '12:00' }], from: `2027-02-${10 + index * 7}`, count: 1 } });
    }
    await follow();
    expect(await remindedOf(ali)).toEqual(['masterclass 2027-02-17: 2d-before']);
    const agenda = await world.test.get(ReadAgenda).execute(ali, { from: '2027-02-01', first: 10 });
    expect(agenda.rows.map(({ kind }) => kind)).toEqual(['conference', 'masterclass', 'project-day']);
    await world.test.asOwner(`insert into calendar_feed (person_id, kind, language, token_hash) values ($1, 'person', 'de', $2)`, [ali.personId, createHash('sha256').update('token').digest()]);
    const [read] = await world.test.asOwner<{ feed: { events: readonly { kind: string }[] } }>(`select app.calendar_feed($1, interval '1 year', interval '1 year', 10) as feed`, [createHash('sha256').update('token').digest()]);
    expect(read?.feed.events.map(({ kind }) => kind)).toEqual(['conference', 'masterclass', 'project-day']);
  });
});
