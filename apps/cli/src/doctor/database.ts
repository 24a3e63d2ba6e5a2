import { setTimeout as pause } from 'node:timers/promises';
import { APP_ROLE, migrations } from '@app/schema';
import { Client } from 'pg';
import { type DatabaseAddresses } from '../installation/embedded.js';
import { bad, examined, type Finding, good, warning } from './finding.js';

const LARGE_SKEW = 2_000;
const TOO_LARGE_SKEW = 30_000;
const NEEDED_MAJOR = 18;

export async function examineDatabase(addresses: DatabaseAddresses): Promise<readonly Finding[]> {
  const application = await examined('database', 'Check DATABASE_URL: host, port, name, password; and that PostgreSQL runs and takes connections from here.', () =>
    connected(addresses.appUrl, async (client) => [await version(client), await role(client), await clock(client), await pooler(client, addresses)]),
  );
  const owner = await examined('owner', 'Check DATABASE_OWNER_URL: it must sign in as the owner of the database, who may create roles.', () =>
    connected(addresses.ownerUrl, async (client) => [...(await schema(client)), await clockOffset(client)]),
  );
  const direct = await examined('notify', 'Check QUEUE_DATABASE_URL: a direct connection to the same database.', () => connected(addresses.queueUrl, (listener) => connected(addresses.queueUrl, (caller) => notifications(listener, caller))));
  return [...application, ...owner, ...direct];
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 10_000, application_name: 'tremplin-doctor' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function one<Row extends object>(client: Client, sql: string, parameters: unknown[] = []): Promise<Row> {
  const { rows } = await client.query<Row>(sql, parameters);
  const [row] = rows;
  if (!row) throw new Error(`No answer to: ${sql}`);
  return row;
}

async function version(client: Client): Promise<Finding> {
  const { number } = await one<{ number: string }>(client, `select current_setting('server_version') as number`);
  const major = Number(number.split('.')[0]);
  return major >= NEEDED_MAJOR ? good('database', `PostgreSQL ${number}`) : bad('database', `PostgreSQL ${number}`, `Upgrade the server to PostgreSQL ${NEEDED_MAJOR}: ids are made by its uuidv7().`);
}

interface RoleFacts {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly creates: boolean;
  readonly member: boolean;
  readonly owned: number;
}

const ROLE = `
  select rolname as name, rolsuper as superuser, rolbypassrls as bypasses, rolcreaterole or rolcreatedb as creates,
    exists (select from pg_roles app where app.rolname = $1 and pg_has_role(current_user, app.oid, 'member')) as member,
    (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
  from pg_roles where rolname = current_user`;

/** Row-level security protects nobody from a role that owns the tables, bypasses policies or may give itself either right. */
async function role(client: Client): Promise<Finding> {
  const facts = await one<RoleFacts>(client, ROLE, [APP_ROLE]);
  const powers = [facts.superuser && 'is superuser', facts.bypasses && 'bypasses row-level security', facts.creates && 'creates roles or databases', facts.owned > 0 && `owns ${facts.owned} tables or indexes`].filter(Boolean);
  if (powers.length > 0) return bad('role', `DATABASE_URL signs in as ${facts.name}, who ${powers.join(', ')}`, 'Let DATABASE_URL name a login of its own (migrate creates it) and keep the powerful one for DATABASE_OWNER_URL.');
  if (!facts.member) return bad('role', `${facts.name} is no member of ${APP_ROLE}`, 'Run "npm run --silent tremplin -- migrate", which makes it one.');
  return good('role', `${facts.name} has no power of its own`);
}

async function clock(client: Client): Promise<Finding> {
  const before = Date.now();
  const { now } = await one<{ now: number }>(client, 'select extract(epoch from clock_timestamp())::float8 * 1000 as now');
  return judgeSkew(now - (before + Date.now()) / 2);
}

/** Due times are compared with the database's clock alone; this machine's clock only names logs. A large skew misleads whoever reads both. */
export function judgeSkew(milliseconds: number): Finding {
  const found = `this machine and the database are ${(Math.abs(milliseconds) / 1000).toFixed(1)} s apart`;
  const mend = 'Let both machines follow a time server (chrony, systemd-timesyncd).';
  const skew = Math.abs(milliseconds);
  return skew > TOO_LARGE_SKEW ? bad('clock', found, mend) : skew > LARGE_SKEW ? warning('clock', found, mend) : good('clock', found);
}

async function pooler(client: Client, addresses: DatabaseAddresses): Promise<Finding> {
  const { port } = await one<{ port: number | null }>(client, 'select inet_server_port() as port');
  const asked = Number(new URL(addresses.appUrl).port || 5432);
  if (port === null || port === asked) return good('pooler', 'the application connects directly');
  if (addresses.queueUrl !== addresses.appUrl) return good('pooler', 'the application connects through a pooler or proxy, the queue has an address of its own');
  return warning('pooler', `the server listens on port ${port}, DATABASE_URL names ${asked}: a pooler or proxy stands between`, 'Set QUEUE_DATABASE_URL to a direct connection: LISTEN and search_path do not survive transaction pooling.');
}

async function schema(client: Client): Promise<readonly Finding[]> {
  const { present } = await one<{ present: boolean }>(client, `select to_regclass('public.migrations') is not null as present`);
  const { rows } = present ? await client.query<{ name: string }>('select name from public.migrations') : { rows: [] };
  const ran = new Set(rows.map((row) => row.name));
  const names = migrations.map((migration) => migration.name);
  const missing = names.filter((name) => !ran.has(name));
  const unknown = [...ran].filter((name) => !names.includes(name));
  if (missing.length > 0) return [bad('schema', `${missing.length} migrations have not run: ${missing.join(', ')}`, 'Run "npm run --silent tremplin -- migrate".')];
  if (unknown.length > 0) return [warning('schema', `the database knows ${unknown.length} migrations that this version does not: ${unknown.join(', ')}`, 'Start the newer version that migrated it.')];
  return [good('schema', `all ${names.length} migrations have run`)];
}

/** The table with which tests move time; in use anywhere else it makes messages late or early. */
async function clockOffset(client: Client): Promise<Finding> {
  const { present } = await one<{ present: boolean }>(client, `select to_regclass('app.clock_offset') is not null as present`);
  const { rowCount } = present ? await client.query('select from app.clock_offset') : { rowCount: 0 };
  return rowCount === 0 ? good('time', 'the database takes its own clock for now') : bad('time', 'the clock of the database is moved, as only tests do', 'As the owner: delete from app.clock_offset;');
}

/** Asked by doing it, over two connections: through a transaction pooler the notification never finds its listener. */
async function notifications(listener: Client, caller: Client): Promise<readonly Finding[]> {
  const arrived = new Promise<true>((resolve) => listener.once('notification', () => resolve(true)));
  await listener.query('listen tremplin_doctor');
  await caller.query('notify tremplin_doctor');
  if (await Promise.race([arrived, pause(3_000, false, { ref: false })])) return [good('notify', 'workers are woken by the database')];
  return [bad('notify', 'NOTIFY does not arrive: the connection goes through a transaction pooler', 'Set QUEUE_DATABASE_URL to a direct connection.')];
}
