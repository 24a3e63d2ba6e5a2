import { DataSource } from 'typeorm';
import { type TestApi } from './api.js';

/** How many statements the API sends to its database while it works, those of session and transaction included. */
export async function countStatements(api: TestApi, work: () => Promise<unknown>): Promise<number> {
  const source = api.app.get(DataSource, { strict: false });
  const make = source.createQueryRunner.bind(source);
  let statements = 0;
  source.createQueryRunner = (...mode) => {
    const runner = make(...mode);
    const query = runner.query.bind(runner);
    runner.query = (async (...statement: Parameters<typeof query>) => {
      statements += 1;
      return (await query(...statement)) as unknown;
    }) as typeof runner.query;
    return runner;
  };
  try {
    await work();
    return statements;
  } finally {
    source.createQueryRunner = make;
  }
}
