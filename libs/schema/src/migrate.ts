import { migrateQueue } from '@app/platform';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { ownerDataSource } from './data-source.js';
import { writeDataRules } from './privacy/write-rules.js';
import { APP_ROLE, OWNER_ROLE } from './tenancy.js';

interface MigrationTarget {
  /** May create roles and owns the database. */
  readonly ownerUrl: string;
  /** The login of api and worker; created with this name and password where it is missing. */
  readonly appUrl: string;
}

const MIGRATION_LOCK = 7_203_311;

/**
 * Brings the database to the present schema and answers the names of the migrations that ran. Two migrators wait for each other;
 * a migration that was killed has left nothing, because each runs in a transaction of its own.
 */
export async function migrate(target: MigrationTarget): Promise<readonly string[]> {
  const owner = new Client({ connectionString: target.ownerUrl, connectionTimeoutMillis: 10_000, application_name: 'tremplin-migrate' });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepareRoles(owner, target.appUrl);
    const ran = await runMigrations(target.ownerUrl);
    await owner.query(`set role ${OWNER_ROLE}`);
    await migrateQueue(owner, APP_ROLE);
    await writeDataRules(owner);
    return ran;
  } finally {
    await owner.end();
  }
}

async function prepareRoles(owner: Client, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const login = escapeIdentifier(decodeURIComponent(username));
  await createRole(owner, OWNER_ROLE, 'nologin');
  await createRole(owner, APP_ROLE, 'nologin');
  await createRole(owner, decodeURIComponent(username), `login password ${escapeLiteral(decodeURIComponent(password))}`);
  await owner.query(`grant ${OWNER_ROLE} to current_user`);
  await owner.query(`grant ${APP_ROLE} to ${login}`);
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  const database = escapeIdentifier(rows[0]?.name ?? '');
  await owner.query(`grant create, connect on database ${database} to ${OWNER_ROLE}; grant connect on database ${database} to ${login}`);
  await owner.query(`grant usage, create on schema public to ${OWNER_ROLE}; grant usage on schema public to ${APP_ROLE}`);
}

/** Roles belong to the whole server, so another migrator of another database may create the same one at the same time. */
async function createRole(owner: Client, name: string, options: string): Promise<void> {
  const identifier = escapeIdentifier(name);
  await owner.query(`do $$ begin
    if not exists (select from pg_roles where rolname = ${escapeLiteral(name)}) then create role ${identifier} ${options}; end if;
  exception when duplicate_object or unique_violation then null; end $$`);
}

async function runMigrations(ownerUrl: string): Promise<readonly string[]> {
  const source = await ownerDataSource(ownerUrl).initialize();
  try {
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
