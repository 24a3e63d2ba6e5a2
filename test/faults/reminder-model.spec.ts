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
  const queues: readonly (readonly ['no queue' | 'PostgreSQL' | 'Redis'])[] = [...(full ? [['no queue'] as const] : []), ['PostgreSQL'], ...(hasRedisServer ? [['Redis'] as const] : [])];

  it.each(queues)(`capability 10: ${STEPS} random steps with %s, beside workers that die and a queue that forgets: one reminder each, none outdated, none forgotten`, async (queue) => {
    const model = await ReminderModel.open(11, queue === 'no queue' ? undefined : queue);
    try {
      await model.run(STEPS, CRASH_EVERY);
      await prove(model, full ? 100 : 5);
      expect(model.done.get('crashed')).toBeGreaterThan(0);
    } finally {
      await model.close();
    }
  }, 3_600_000);
});
