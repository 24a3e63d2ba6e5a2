import { ChangeWorker, WakeUps } from '@app/platform';
import { FollowOccurrences, ReminderPlanningModule } from '@app/reminders';
import { MessagesModule } from '@app/messages';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';
import { type Bench } from './frame/bench.js';

const SESSIONS = 60;
const LEARNERS = 84;

const SEED = `
  with people as (insert into person (claimed_at) select app.now() from generate_series(1, $2::int) returning id),
    profiles as (insert into profile (organisation_id, person_id, given_name) select $1, id, 'Learner' from people returning person_id),
    members as (insert into membership (organisation_id, person_id, role) select $1, person_id, 'learner' from profiles),
    planned as (insert into occurrence (organisation_id, kind, local_date, local_time, zone, starts_at, ends_at, series_id)
      select $1, 'workshop', d::date, '09:00', 'Europe/Brussels', (d::date + time '09:00') at time zone 'Europe/Brussels', (d::date + time '12:00') at time zone 'Europe/Brussels', '018f0000-0000-7000-8000-00000000aaaa'
      from generate_series(1, $3::int) n, lateral (select app.now() + make_interval(days => 10 + n)) as x(d) returning id)
  insert into attendee (organisation_id, occurrence_id, person_id, part) select $1, planned.id, profiles.person_id, 'learner' from planned, profiles`;
const MOVE = `
  with moved as (update occurrence set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day', local_date = local_date + 1, version = version + 1, timing_version = timing_version + 1, sequence = sequence + 1
    where organisation_id = $1 returning id, version),
  logged as (insert into change (organisation_id, subject_kind, subject_id, version, kind) select $1, 'occurrence', id, version, 'moved' from moved returning id, subject_id, at)
  insert into change_work (consumer, organisation_id, subject_kind, subject_id, change_kind, change_id, at) select 'reminders.plan', $1, 'occurrence', subject_id, 'moved', id, at from logged`;

/** What a moved series costs: its reminders are withdrawn and planned anew, occurrence by occurrence, as the worker does it. */
export const bench: Bench = {
  name: 'reminders',
  summary: `a moved series of ${SESSIONS} workshops × ${LEARNERS} learners × 2 reminders: withdrawn and planned anew`,
  run: async (ground) => {
    await ground.database({ connections: 1 });
    const world = await openLedgerWorld({ connections: 10, modules: [MessagesModule, ReminderPlanningModule], providers: [ChangeWorker, WakeUps] });
    ground.defer(() => world.test.close());
    await world.test.get(ChangeWorker).subscribe();
    await world.test.asOwner(SEED, [world.centre.id, LEARNERS, SESSIONS]);
    await world.test.asOwner('analyze');
    const seconds: number[] = [];
    for (let round = 0; round < 4; round++) {
      await world.test.asOwner(MOVE, [world.centre.id]);
      const spent = await plan(world);
      // The first round plans what was never planned: nothing is withdrawn yet.
      if (round > 0) seconds.push(spent);
      ground.say(`round ${round + 1}: ${spent.toFixed(2)} s`);
    }
    const [counted] = await world.test.asOwner<{ due: number; version: number }>(`select count(*)::int as due, min(timing_version)::int as version from message where state = 'due'`);
    if (counted?.due !== SESSIONS * LEARNERS * 2 || counted.version !== 5) throw new Error(`${counted?.due} reminders are planned, of timing version ${counted?.version}.`);
    return [
      { name: `${SESSIONS * LEARNERS * 2} reminders of a moved series withdrawn and planned anew`, value: seconds.sort((a, b) => a - b)[1] ?? 0, unit: 's', better: 'lower', must: 2 },
      { name: 'reminders planned', value: counted.due, unit: 'messages', better: 'higher', must: 10_000 },
    ];
  },
};

async function plan(world: LedgerWorld): Promise<number> {
  const started = performance.now();
  const worker = world.test.get(ChangeWorker);
  for (let more = true; more; ) more = await worker.portion(world.test.get(FollowOccurrences));
  return (performance.now() - started) / 1_000;
}
