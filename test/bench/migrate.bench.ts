import { type Bench } from './frame/bench.js';

/** The floor under every test file and every first start: migrating an empty database, and cloning a migrated one. */
export const bench: Bench = {
  name: 'migrate',
  summary: 'an empty database brought to the present schema; a migrated one cloned',
  run: async (ground) => {
    const timed = async (): Promise<number> => {
      const from = performance.now();
      await ground.database();
      return performance.now() - from;
    };
    const first = await timed();
    const clones = [await timed(), await timed(), await timed()].sort((a, b) => a - b);
    return [
      { name: 'server started, roles made, migrated', value: first, unit: 'ms', better: 'lower' },
      { name: 'cloned (median of 3)', value: clones[1] ?? 0, unit: 'ms', better: 'lower' },
    ];
  },
};
