import { checkAgainstModel } from '../support/ledger-model-check.js';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';

describe('the ledger against a model', () => {
  let world: LedgerWorld;
  beforeAll(async () => {
    world = await openLedgerWorld({ connections: 12 });
  });
  afterAll(() => world.test.close());

  it('case 55: 2,000 random bookings, holds, moves, confirmations and cancellations by 20 clients: every answer is the model’s, nothing overlaps', async () => {
    const differences = await checkAgainstModel(world, { operations: 2_000, clients: 20, seed: 42 });
    expect(differences).toEqual([]);
  }, 120_000);
});
