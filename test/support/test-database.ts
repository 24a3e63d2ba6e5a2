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
  close(): Promise<void>;
}

function serverUrl(database: string, login = 'postgres:postgres'): string {
  const url = process.env.TEST_PG_URL;
  if (!url) throw new Error('TEST_PG_URL is missing: run this file through Jest, which starts PostgreSQL.');
  return `postgres://${login}@${new URL(url).host}/${database}`;
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
async function cloneTemplate(name: string): Promise<void> {
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

export async function openTestDatabase(options: { connections?: number } = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await cloneTemplate(name);
  const ownerUrl = serverUrl(name);
  const appUrl = serverUrl(name, APP_LOGIN);
  const source = await new DataSource(applicationDataSource(appUrl, { connections: options.connections ?? 20, applicationName: 'test' })).initialize();
  const owner = new Pool({ connectionString: ownerUrl, max: 1 });
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
    close: async () => {
      await source.destroy();
      await owner.end();
      await connected(serverUrl('postgres'), (admin) => admin.query(`drop database ${name} with (force)`));
    },
  };
}

export const systemActor = (organisationId?: string): Actor => Actor.system(organisationId);
