// One PostgreSQL for the whole test run. Runs outside Jest's sandbox.
import { TestCluster } from './test-cluster.mjs';

/** Jest passes its two configurations; benchmarks ask for a server that keeps its promises. */
export default async function setup(_global, _project, { durable = false } = {}) {
  // Jest calls this once for every project that names it.
  if (process.env.TEST_PG_URL || globalThis.testCluster) return;
  globalThis.testCluster = await TestCluster.start({ careless: !durable });
  process.env.TEST_PG_URL = globalThis.testCluster.url;
}
