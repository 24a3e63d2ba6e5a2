import { checkAgainstModel } from '../support/ledger-model-check.js';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';

describe('the ledger against a model, in full', () => {
  let world: LedgerWorld;
  beforeAll(async () => {
    world = await openLedgerWorld({ connections: 12 });
  });
  afterAll(() => world.test.close());

  const full = process.env.FAULTS === 'full' ? it : it.skip;
  full('case 55: 10,000 random bookings, holds, moves, confirmations and cancellations by 20 clients: every answer is the model’s, nothing overlaps', async () => {
    expect(await checkAgainstModel(world, { operations: 10_000, clients: 20, seed: 7 })).toEqual([]);
  }, 600_000);
});
