import { randomUUID } from 'node:crypto';
import { Actor, Changes, Database } from '@app/platform';
import { applicationDataSource, migrate } from '@app/schema';
import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';

const TEMPLATE = 'tremplin_template';
const TEMPLATE_LOCK = 41_117;
const APP_LOGIN = 'tremplin_test_app:app';

/** A database of its own for one test file: a clone of the migrated template, reached as the powerless role. */
export interface TestDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly source: DataSource;
  readonly database: Database;
  readonly changes: Changes;
  /** One statement as the superuser: to prepare what no use case can, and to look behind the curtain. */
  asOwner<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Moves the database's clock (app.now()) away from the real one. */
  moveClock(ahead: string): Promise<void>;
  /** Sets app.now() to an instant, from which it runs on: for tests whose dates are written out. */
  clockAt(instant: string): Promise<void>;
  close(): Promise<void>;
}

interface TestDatabaseOptions {
  readonly connections?: number;
  /** Another PostgreSQL than the one of the test run: one that may be stopped (TestCluster.url). */
  readonly server?: string;
}

type Address = (database: string, login?: string) => string;

function serverOf({ server = process.env.TEST_PG_URL }: TestDatabaseOptions): Address {
  if (!server) throw new Error('TEST_PG_URL is missing: run this file through Jest, which starts PostgreSQL.');
  return (database, login = 'postgres:postgres') => `postgres://${login}@${new URL(server).host}/${database}`;
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The first file of a run migrates the template; the others wait for it. */
async function cloneTemplate(serverUrl: Address, name: string): Promise<void> {
  await connected(serverUrl('postgres'), async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1 and datistemplate', [TEMPLATE]);
    if (rowCount === 0) {
      await admin.query(`drop database if exists ${TEMPLATE} with (force)`);
      await admin.query(`create database ${TEMPLATE}`);
      await migrate({ ownerUrl: serverUrl(TEMPLATE), appUrl: serverUrl(TEMPLATE, APP_LOGIN) });
      await admin.query(`alter database ${TEMPLATE} is_template true`);
    }
    await admin.query(`create database ${name} template ${TEMPLATE}`);
  });
}

export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const serverUrl = serverOf(options);
  await cloneTemplate(serverUrl, name);
  const ownerUrl = serverUrl(name);
  const appUrl = serverUrl(name, APP_LOGIN);
  const source = await new DataSource(applicationDataSource(appUrl, { connections: options.connections ?? 20, applicationName: 'test' })).initialize();
  const owner = new Pool({ connectionString: ownerUrl, max: 1 });
  // A server that a test stops ends idle connections; the next statement opens a new one.
  owner.on('error', () => undefined);
  const asOwner = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => (await owner.query(sql, [...parameters])).rows as Row[];
  return {
    name,
    ownerUrl,
    appUrl,
    source,
    database: new Database(source),
    changes: new Changes(),
    asOwner,
    moveClock: async (ahead) => {
      await asOwner('insert into app.clock_offset (ahead) values ($1::interval) on conflict (only_row) do update set ahead = excluded.ahead', [ahead]);
    },
    clockAt: async (instant) => {
      await asOwner('insert into app.clock_offset (ahead) values ($1::timestamptz - clock_timestamp()) on conflict (only_row) do update set ahead = excluded.ahead', [instant]);
    },
    close: async () => {
      await source.destroy();
      await owner.end();
      await connected(serverUrl('postgres'), (admin) => admin.query(`drop database ${name} with (force)`));
    },
  };
}

export const systemActor = (organisationId?: string): Actor => Actor.system(organisationId);
