import { LedgerModel, type ModelRun, runClients } from './ledger-model.js';
import { type LedgerWorld } from './ledger-world.js';

/** Runs the clients, tells the model their steps in the order in which they happened, and answers every difference (the first ten). */
export async function checkAgainstModel(world: LedgerWorld, run: ModelRun): Promise<readonly string[]> {
  const rooms = await Promise.all(Array.from({ length: 4 }, () => world.room()));
  const steps = await runClients(world, rooms, run);
  const model = new LedgerModel();
  const differences = steps.flatMap((step) => {
    const expected = model.expects(step);
    return expected === step.answer ? [] : [`step ${step.order} ${JSON.stringify(step.operation)}: ${step.answer}, the model says ${expected}`];
  });
  const answered = new Set(steps.map((step) => step.answer));
  const unproven = ['done', 'ScheduleClash', 'StaleVersion', 'HoldExpired', 'OccurrenceOver'].filter((answer) => !answered.has(answer)).map((answer) => `nothing was answered ${answer}: the run proves too little`);
  const [last] = await world.test.asOwner<{ now: Date }>('select app.now() as now');
  const standing = await world.test.asOwner<{ occurrence: string; rooms: string[] }>(
    `select occurrence_id as occurrence, array_agg(resource_id::text order by resource_id) as rooms from reservation
     where resource_id = any ($1) and (expires_at is null or expires_at > $2) group by occurrence_id order by occurrence_id`,
    [rooms, last?.now],
  );
  const now = last?.now.getTime() ?? 0;
  const expected = [...model.bookings].filter(([, each]) => !each.over && (each.heldUntil === null || each.heldUntil > now)).map(([occurrence, each]) => ({ occurrence, rooms: [...each.rooms].sort() }));
  const wrongAtTheEnd = JSON.stringify(standing) === JSON.stringify(expected.sort((a, b) => a.occurrence.localeCompare(b.occurrence))) ? [] : ['what stands at the end is not what the model holds'];
  return [...differences, ...unproven, ...wrongAtTheEnd].slice(0, 10);
}
