import { type Call, type CliCommand, type Outcome } from '../command.js';

export const command: CliCommand = {
  name: 'engine solve',
  summary: 'Plans a public benchmark instance with the scheduling engine and writes the best plan found.',
  syntax: (syntax) =>
    syntax
      .option('--format <name>', 'toronto, cb-ctt, itc2007-exam or itc2007-post')
      .option('--instance <file>', 'the instance; for toronto the .crs, with the .stu beside it')
      .option('--slots <n>', 'slots to use (toronto)')
      .option('--seconds <s>', 'how long to search')
      .option('--iterations <n>', 'how many moves to try, by all workers together: equal runs write equal bytes')
      .option('--seed <n>', 'seed of the random numbers (1)')
      .option('--workers <n>', 'threads (one for each core)')
      .option('--out <file>', 'where to write the plan; the run is stored beside it as FILE.run.json'),
  run: async ({ options, io }: Call): Promise<Outcome> => {
    const { runEngineSolve } = await import('../engine/solve.js');
    return runEngineSolve(options, io);
  },
};
