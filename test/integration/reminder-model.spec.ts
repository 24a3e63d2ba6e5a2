import { ReminderModel } from '../support/reminder-model.js';

describe('reminders against a model', () => {
  it('capability 10, row 69: 1,000 random steps of plan, move, cancel, join, leave, crash and replan: one reminder for each rule and timing version, none outdated', async () => {
    const model = await ReminderModel.open(42);
    try {
      await model.run(1_000);
      expect(await model.faults()).toEqual([]);
      expect(await model.twice()).toEqual([]);
      expect(await model.forgotten()).toBe(0);
      expect(await model.sent()).toBeGreaterThan(20);
      for (const step of ['created', 'moved', 'cancelled', 'enrolled', 'crashed', 'replanned']) expect(model.done.get(step)).toBeGreaterThan(3);
    } finally {
      await model.close();
    }
  }, 240_000);
});
