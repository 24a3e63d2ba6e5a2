import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { buildServer, type Ended, run, type RunningCommand } from '../support/installation.js';
import { openTestDatabase } from '../support/test-database.js';
import { databasePage } from '../toolchain/database-page.js';

jest.setTimeout(300_000);

const PROCESSES = 20;
const KILLS = 6;

/** Whole processes of the command line against an empty database of their own. */
describe('migrations', () => {
  const server = new URL(process.env['TEST_PG_URL'] ?? '');
  let name: string;
  let owner: Client;
  beforeAll(buildServer);
  const url = (database: string, login = 'postgres:postgres'): string => `postgres://${login}@${server.host}/${database}`;

  beforeEach(async () => {
    name = `migration_${randomUUID().replaceAll('-', '')}`;
    await asAdmin(`create database ${name}`);
    owner = new Client({ connectionString: url(name) });
    await owner.connect();
  });
  afterEach(async () => {
    await owner.end();
    await asAdmin(`drop database ${name} with (force)`);
  });

  async function asAdmin(sql: string): Promise<void> {
    const admin = new Client({ connectionString: url('postgres') });
    await admin.connect();
    await admin.query(sql).finally(() => admin.end());
  }

  const migrator = (): RunningCommand =>
    run([process.execPath, 'dist/apps/cli/src/main.js', 'migrate', '--json'], { DATABASE_URL: url(name, 'tremplin_test_app:app'), DATABASE_OWNER_URL: url(name) });
  const ranBy = ({ stdout }: Ended): number => (JSON.parse(stdout) as { ran: string[] }).ran.length;
  const ask = async <Row>(sql: string): Promise<Row[]> => (await owner.query(sql)).rows as Row[];
  const ran = async (): Promise<number> => {
    const [row] = await ask<{ n: number }>(`select case when to_regclass('public.migrations') is null then 0 else (xpath('/row/n/text()', query_to_xml('select count(*) as n from public.migrations', false, true, '')))[1]::text::int end as n`);
    return row?.n ?? 0;
  };

  it(`case 80: ${PROCESSES} processes boot together: one of them migrates, none crashes`, async () => {
    const ended = await Promise.all(Array.from({ length: PROCESSES }, () => migrator().ended));
    expect(ended.filter(({ code }) => code !== 0)).toEqual([]);
    expect(ended.map(ranBy).filter((count) => count > 0)).toHaveLength(1);
    expect(await databasePage(ask)).toBe(await undisturbed());
  });

  it(`case 97: a migrator killed in the middle leaves whole migrations only, and the next one completes them (${KILLS} kills)`, async () => {
    const killed: Ended[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      const victim = migrator();
      await untilMigrating(victim);
      await pause(40 * kill);
      victim.process.kill('SIGKILL');
      killed.push(await victim.ended);
    }
    expect(killed.filter(({ signal }) => signal === 'SIGKILL').length).toBeGreaterThan(1);
    const before = await ran();
    const last = await migrator().ended;
    expect(last.code).toBe(0);
    // Each ran exactly once: what was recorded before the last run is what the last run left out.
    const { rows } = await owner.query<{ name: string; times: number }>('select name, count(*)::int as times from migrations group by name having count(*) > 1');
    expect(rows).toEqual([]);
    expect(before + ranBy(last)).toBe(await ran());
    expect(await databasePage(ask)).toBe(await undisturbed());
  });

  /** What the same migrations make when nobody disturbs them. */
  async function undisturbed(): Promise<string> {
    const test = await openTestDatabase();
    return databasePage((sql) => test.asOwner(sql)).finally(() => test.close());
  }

  /** The migrator has its lock, or ended already because nothing was left to do. */
  async function untilMigrating(victim: RunningCommand): Promise<void> {
    let over = false;
    void victim.ended.then(() => (over = true));
    while (!over) {
      const { rowCount } = await owner.query(`select from pg_stat_activity where datname = current_database() and application_name = 'tremplin-migrate' and pid <> pg_backend_pid()`);
      if ((rowCount ?? 0) > 1) return;
      await pause(5);
    }
  }
});
