import { ReminderModel } from '../support/reminder-model.js';
import { hasRedisServer } from '../support/redis-server.js';

const full = process.env.FAULTS === 'full';
const STEPS = full ? 10_000 : 100;
/** A process takes two seconds to come back. */
const CRASH_EVERY = full ? 100 : 30;

async function prove(model: ReminderModel, sent: number): Promise<void> {
  expect(await model.faults()).toEqual([]);
  expect(await model.twice()).toEqual([]);
  expect(await model.forgotten()).toBe(0);
  expect(await model.sent()).toBeGreaterThan(sent);
}

describe('reminders against a model, with what breaks', () => {
  (full ? it : it.skip)('capability 10: 10,000 random steps: one reminder for each rule and timing version, none outdated', async () => {
    const model = await ReminderModel.open(7);
    try {
      await model.run(10_000);
      await prove(model, 100);
    } finally {
      await model.close();
    }
  }, 1_800_000);

  it.each<'PostgreSQL' | 'Redis'>(['PostgreSQL', ...(hasRedisServer ? (['Redis'] as const) : [])])(`capability 10: ${STEPS} random steps beside a worker that is killed and a queue on %s that forgets: one reminder each, none outdated, none forgotten`, async (queue) => {
    const model = await ReminderModel.open(11, queue);
    try {
      await model.run(STEPS, CRASH_EVERY);
      await prove(model, full ? 100 : 1);
      expect(model.done.get('crashed')).toBeGreaterThan(0);
    } finally {
      await model.close();
    }
  }, 3_600_000);
});
