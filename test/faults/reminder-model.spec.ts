import { ReminderModel } from '../support/reminder-model.js';

/** `npm run faults` runs the long form. */
const full = process.env.FAULTS === 'full' ? it : it.skip;

describe('reminders against a model, in full', () => {
  full('capability 10: 10,000 random steps: one reminder for each rule and timing version, none outdated', async () => {
    const model = await ReminderModel.open(7);
    try {
      await model.run(10_000);
      expect(model.faults).toEqual([]);
      expect(await model.twice()).toEqual([]);
      expect(model.done.get('sent')).toBeGreaterThan(100);
    } finally {
      await model.close();
    }
  }, 1_800_000);
});
