import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type TestDatabase } from '../support/test-database.js';
import { seedCentre, type SeededCentre } from './agenda/seed.js';
import { type Bench, type Figure } from './frame/bench.js';
import { cpuSeconds } from './frame/cpu.js';
import { freePort, type Ground } from './frame/ground.js';
import { StatementCounter } from './frame/statement-counter.js';

const ROUNDS = 5;
const REQUESTS = 200;
const AT_ONCE = 8;
/** Look-up of the session, start, declaration and end of the transaction. */
const STATEMENTS_AROUND = 4;
const QUERY = `query Agenda($from: LocalDate!) { agenda(from: $from, first: 50) { nodes { id title startsAt endsAt zone day rooms siteName staff state } } }`;

interface Rival {
  readonly pid: number;
  /** Of its connections, in pg_stat_activity. */
  readonly applicationName: string;
  readonly ask: () => Promise<string>;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** An agenda and a calendar feed on the seed on which Moodle 4.5.6 takes 365 and 389 ms with 927 and 898 statements. */
export const bench: Bench = {
  name: 'agenda',
  summary: 'an agenda of 50 items and a calendar of 200 events, against node:http + pg with the same look-ups, statement and bytes',
  run: async (ground) => {
    const database = await ground.database();
    const seeded = await seedCentre(database);
    const api = await ground.app('api', { DATABASE_URL: database.appUrl, API_EXPLORER: 'true' });
    const floor = await startFloor(ground, database);
    const ours = { pid: api.process.pid ?? 0, applicationName: 'tremplin-api' };
    const theirs = { pid: floor.pid, applicationName: 'bench-floor' };
    const agenda = (url: string) => () => askAgenda(url, seeded);
    const feed = (url: string) => () => text(`${url}/calendar/${seeded.feed}.ics`);
    const bytes = await feed(api.url)();
    await fetch(floor.url, { method: 'PUT', body: bytes });
    await compare(agenda(api.url), agenda(floor.url), bytes);
    const rivals: readonly Rival[] = [
      { ...theirs, ask: agenda(floor.url) }, { ...ours, ask: agenda(api.url) },
      { ...theirs, ask: feed(floor.url) }, { ...ours, ask: feed(api.url) },
      { ...theirs, ask: () => text(`${floor.url}/constant`) },
    ];
    const [floorAgenda = 0, ourAgenda = 0, floorFeed = 0, ourFeed = 0, constant = 0] = await measure(ground, database, rivals);
    return figures({ floorAgenda, ourAgenda, floorFeed, ourFeed, constant, statements: (await statements(ground, database, seeded)) - STATEMENTS_AROUND });
  },
};

const figures = (cost: Readonly<Record<'floorAgenda' | 'ourAgenda' | 'floorFeed' | 'ourFeed' | 'constant' | 'statements', number>>): readonly Figure[] => [
  { name: 'agenda of 50 items: CPU, server and database, against the floor', value: cost.ourAgenda / cost.floorAgenda, unit: '×', better: 'lower', must: 2.2, goal: 1.6 },
  { name: 'agenda of 50 items: CPU of the API (server and database)', value: cost.ourAgenda, unit: 'ms', better: 'lower' },
  { name: 'agenda: statements besides session and transaction', value: cost.statements, unit: '', better: 'lower', must: 3, goal: 1 },
  { name: 'feed of 200 events: CPU against a bare server with the same look-up that writes the same bytes', value: cost.ourFeed / cost.floorFeed, unit: '×', better: 'lower', must: 2 },
  { name: 'feed of 200 events: CPU of the API (server and database)', value: cost.ourFeed, unit: 'ms', better: 'lower' },
  { name: 'feed: CPU of a server that writes the bytes without asking anybody', value: cost.constant, unit: 'ms', better: 'lower' },
];

async function text(url: string, init?: RequestInit): Promise<string> {
  const response = await fetch(url, init);
  const body = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${body.slice(0, 300)}`);
  return body;
}

function askAgenda(url: string, { session }: SeededCentre): Promise<string> {
  const headers = { 'content-type': 'application/json', 'x-tremplin-client': 'bench', cookie: `tremplin_session=${session}` };
  return text(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: QUERY, variables: { from: new Date().toISOString().slice(0, 10) } }) });
}

/** Two programs that answer something else are no rivals. */
async function compare(ours: () => Promise<string>, floor: () => Promise<string>, bytes: string): Promise<void> {
  const nodes = async (ask: () => Promise<string>): Promise<string[]> => (JSON.parse(await ask()) as { data: { agenda: { nodes: object[] } } }).data.agenda.nodes.map((node) => JSON.stringify(Object.entries(node).sort()));
  const [a, b] = [await nodes(ours), await nodes(floor)];
  if (a.length !== 50 || a.join() !== b.join()) throw new Error(`The agendas differ: ${a.length} and ${b.length} items; ${a[0]} … ${b[0]}`);
  const events = bytes.match(/^BEGIN:VEVENT/gm)?.length;
  if (events !== 200) throw new Error(`The calendar has ${events} events.`);
}

async function startFloor(ground: Ground, database: TestDatabase): Promise<{ readonly url: string; readonly pid: number }> {
  const port = await freePort();
  const child = fork(join(import.meta.dirname, 'frame/agenda-floor-server.js'), { env: { ...process.env, PORT: String(port), DATABASE_URL: database.appUrl }, stdio: ['ignore', 2, 2, 'ipc'] });
  ground.defer(() => void child.kill());
  await once(child, 'message');
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0 };
}

/** Milliseconds of CPU for one request of each; rounds by turns, so that what else the machine does meets all. */
async function measure(ground: Ground, database: TestDatabase, rivals: readonly Rival[]): Promise<readonly number[]> {
  const costs: number[][] = rivals.map(() => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [index, rival] of rivals.entries()) {
      const cost = await costOf(database, rival);
      // The first round warms up.
      if (round >= 0) costs[index]?.push(cost);
    }
    ground.say(`round ${round + 2} of ${ROUNDS + 1}`);
  }
  return costs.map(median);
}

async function costOf(database: TestDatabase, { ask, pid, applicationName }: Rival): Promise<number> {
  await together(ask, AT_ONCE * 2);
  const connections = await database.asOwner<{ pid: number }>('select pid from pg_stat_activity where application_name = $1', [applicationName]);
  const pids = [pid, ...connections.map((connection) => connection.pid)];
  const before = cpuSeconds(pids);
  await together(ask, REQUESTS);
  return ((cpuSeconds(pids) - before) * 1_000) / REQUESTS;
}

async function together(ask: () => Promise<string>, requests: number): Promise<void> {
  let left = requests;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await ask();
    }),
  );
}

/** Counted on the wire, by a second API behind a counting proxy. */
async function statements(ground: Ground, database: TestDatabase, seeded: SeededCentre): Promise<number> {
  const { counter, url } = await StatementCounter.before(database.appUrl);
  ground.defer(() => counter.close());
  const api = await ground.app('api', { DATABASE_URL: url, QUEUE_DATABASE_URL: database.appUrl, API_EXPLORER: 'true' });
  await together(() => askAgenda(api.url, seeded), 20);
  const before = counter.count;
  for (let n = 0; n < 20; n++) await askAgenda(api.url, seeded);
  await api.stop();
  return (counter.count - before) / 20;
}
