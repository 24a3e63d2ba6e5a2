import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Make, type MadeOrganisation } from '../support/make.js';
import { type TestDatabase } from '../support/test-database.js';
import { type Bench } from './frame/bench.js';
import { cpuSeconds } from './frame/cpu.js';
import { freePort, type Ground } from './frame/ground.js';
import { StatementCounter } from './frame/statement-counter.js';

const PEOPLE = 60;
const ROUNDS = 7;
const REQUESTS = 400;
const AT_ONCE = 8;
/** Look-up of the session, start, declaration and end of the transaction. */
const STATEMENTS_AROUND = 4;
const QUERY = `query People($organisationId: ID!) { people(organisationId: $organisationId, first: 50) { ... on PersonConnection {
  nodes { personId givenName familyName email language state joinedAt version roles { role state } } } } }`;

interface Rival {
  readonly url: string;
  readonly pid: number;
  /** Of its connections, in pg_stat_activity. */
  readonly applicationName: string;
}

/** CPU milliseconds for one request: of the server alone, and together with its connections in PostgreSQL. */
interface Cost {
  readonly server: number;
  readonly all: number;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export const bench: Bench = {
  name: 'api',
  summary: 'a list of 50 people with their roles: the API against node:http + pg with the same session, transaction and statement',
  run: async (ground) => {
    const database = await ground.database();
    const make = new Make(database);
    const { token, organisation } = await prepare(make);
    const body = JSON.stringify({ query: QUERY, variables: { organisationId: organisation.id } });
    const send = sender(token, body);
    const api = await ground.app('api', { DATABASE_URL: database.appUrl, API_EXPLORER: 'true' });
    const rivals: readonly Rival[] = [
      { url: await startFloor(ground, database), pid: floorPid, applicationName: 'bench-floor' },
      { url: api.url, pid: api.process.pid ?? 0, applicationName: 'tremplin-api' },
    ];
    await compareAnswers(send, rivals);
    const costs = await measure(ground, database, { rivals, send });
    const [floor, ours] = [0, 1].map((index) => ({ all: median(costs[index]?.map((cost) => cost.all) ?? []), server: median(costs[index]?.map((cost) => cost.server) ?? []) }));
    if (!floor || !ours) throw new Error('nothing was measured');
    return [
      { name: 'CPU per request, server and database, against the floor', value: ours.all / floor.all, unit: '×', better: 'lower', must: 2.2, goal: 1.6 },
      { name: 'CPU per request of the API (server and database)', value: ours.all, unit: 'ms', better: 'lower' },
      { name: 'CPU per request of the floor (server and database)', value: floor.all, unit: 'ms', better: 'lower' },
      { name: 'CPU per request, server alone, against the floor', value: ours.server / floor.server, unit: '×', better: 'lower' },
      { name: 'statements besides session and transaction', value: (await statements(ground, database, send)) - STATEMENTS_AROUND, unit: '', better: 'lower', must: 3, goal: 1 },
    ];
  },
};

async function prepare(make: Make): Promise<{ token: string; organisation: MadeOrganisation }> {
  const organisation = await make.organisation();
  for (let n = 0; n < PEOPLE; n++) await make.person({ organisation, familyName: `Person ${n}`, roles: n % 2 === 0 ? ['learner'] : ['learner', 'trainer'] });
  const { token } = await make.session(await make.person({ organisation, roles: ['coordinator'] }));
  return { token, organisation };
}

type Send = (url: string) => Promise<string>;

function sender(token: string, body: string): Send {
  const headers = { 'content-type': 'application/json', 'x-tremplin-client': 'bench', cookie: `tremplin_session=${token}` };
  return async (url) => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 300)}`);
    return text;
  };
}

let floorPid = 0;

async function startFloor(ground: Ground, database: TestDatabase): Promise<string> {
  const port = await freePort();
  const child = fork(join(import.meta.dirname, 'frame/floor-server.js'), { env: { ...process.env, PORT: String(port), DATABASE_URL: database.appUrl }, stdio: ['ignore', 2, 2, 'ipc'] });
  ground.defer(() => void child.kill());
  await once(child, 'message');
  floorPid = child.pid ?? 0;
  return `http://127.0.0.1:${port}`;
}

/** Two programs that answer something else are no rivals. */
async function compareAnswers(send: Send, rivals: readonly Rival[]): Promise<void> {
  const answers = await Promise.all(rivals.map(async ({ url }) => JSON.parse(await send(url)) as { data: { people: { nodes: unknown[] } } }));
  const sorted = answers.map(({ data }) => JSON.stringify(data.people.nodes.map((node) => Object.entries(node as object).sort())));
  if (sorted[0] !== sorted[1] || answers[0]?.data.people.nodes.length !== 50) throw new Error(`The answers differ: ${sorted[0]?.slice(0, 400)} … ${sorted[1]?.slice(0, 400)}`);
}

/** Rounds by turns, so that what else the machine does meets both. */
async function measure(ground: Ground, database: TestDatabase, { rivals, send }: { rivals: readonly Rival[]; send: Send }): Promise<readonly Cost[][]> {
  const costs: Cost[][] = rivals.map(() => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [index, rival] of rivals.entries()) {
      const cost = await costOf(database, rival, send);
      // The first round warms up.
      if (round >= 0) costs[index]?.push(cost);
    }
    ground.say(`round ${round + 2} of ${ROUNDS + 1}`);
  }
  return costs;
}

async function costOf(database: TestDatabase, rival: Rival, send: Send): Promise<Cost> {
  await together(send, rival.url, AT_ONCE * 2);
  const connections = await database.asOwner<{ pid: number }>('select pid from pg_stat_activity where application_name = $1', [rival.applicationName]);
  const pids = connections.map((connection) => connection.pid);
  const [server, postgres] = [cpuSeconds([rival.pid]), cpuSeconds(pids)];
  await together(send, rival.url, REQUESTS);
  const used = { server: cpuSeconds([rival.pid]) - server, postgres: cpuSeconds(pids) - postgres };
  return { server: (used.server * 1_000) / REQUESTS, all: ((used.server + used.postgres) * 1_000) / REQUESTS };
}

async function together(send: Send, url: string, requests: number): Promise<void> {
  let left = requests;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await send(url);
    }),
  );
}

/** Counted on the wire, by a second API behind a counting proxy. */
async function statements(ground: Ground, database: TestDatabase, send: Send): Promise<number> {
  const { counter, url } = await StatementCounter.before(database.appUrl);
  ground.defer(() => counter.close());
  const api = await ground.app('api', { DATABASE_URL: url, QUEUE_DATABASE_URL: database.appUrl, API_EXPLORER: 'true' });
  await together(send, api.url, 20);
  const before = counter.count;
  for (let n = 0; n < 20; n++) await send(api.url);
  await api.stop();
  return (counter.count - before) / 20;
}
