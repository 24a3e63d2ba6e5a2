import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownerDataSource } from '@app/schema';
import { type DataSource } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { databasePage } from './database-page.js';

const page = join(process.cwd(), 'docs/database.md');

/** CHECKs and exclusions are written once, in the migrations; docs/database.md guards their text. */
const SECOND_NET = /^ALTER TABLE "(\w+)" DROP CONSTRAINT "(\w+)"$/;
/** The same interval, written "24:00:00" by PostgreSQL and "24 hours" by us. */
const DEFAULT = /^ALTER TABLE "(\w+)" ALTER COLUMN "(\w+)" SET DEFAULT (.+)$/;

describe('the migrated database', () => {
  let test: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    test = await openTestDatabase();
    source = await ownerDataSource(test.ownerUrl).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await test.close();
  });

  it('is what docs/database.md says: every column, constraint, index, policy, right and function (npm run database:print)', async () => {
    const text = await databasePage((sql) => test.asOwner(sql));
    if (process.env['PRINT_DATABASE']) await writeFile(page, text);
    expect(text).toBe(await readFile(page, 'utf8').catch(() => 'missing'));
  });

  it('agrees with every entity: TypeORM would change nothing', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const checks = await test.asOwner<{ name: string }>(`select conrelid::regclass || '.' || conname as name from pg_constraint where contype in ('c', 'x')`);
    const known = new Set(checks.map(({ name }) => name));
    const drift: string[] = [];
    for (const { query } of upQueries) {
      const [, table, constraint] = SECOND_NET.exec(query) ?? [];
      if (!known.has(`${table}.${constraint}`) && !(await isSameDefault(query))) drift.push(query);
    }
    expect(drift).toEqual([]);
  });

  it('names every constraint, so that entities, errors and tests can call it by name', async () => {
    const unnamed = await test.asOwner(`
      select conname from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
        and conrelid <> 'migrations'::regclass and conname ~ '_(pkey|fkey\\d*|key\\d*|check\\d*|excl\\d*)$' and conparentid = 0`);
    expect(unnamed).toEqual([]);
  });

  it('case 11: closes every table of an organisation with forced row-level security', async () => {
    const open = await test.asOwner(`
      select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id')
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`);
    expect(open).toEqual([]);
  });

  it('binds foreign keys between tables of organisations to the organisation, so that none can name a row of another one', async () => {
    const plain = await test.asOwner(`
      select k.conname from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conparentid = 0 and array_length(k.conkey, 1) = 1
        and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'organisation_id' and a.attnotnull)
        and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'organisation_id' and a.attnotnull)
        and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'organisation_id')`);
    expect(plain).toEqual([]);
  });

  it('lets definer functions see nothing but what they name: each fixes its search path and is closed to the public', async () => {
    const loose = await test.asOwner(`
      select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace = 'app'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
        and (not coalesce(p.proconfig::text ~ 'search_path=', false) or exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee = 0))`);
    expect(loose).toEqual([]);
  });

  /** Asked of PostgreSQL itself: does the wanted default read the same as the standing one? */
  async function isSameDefault(query: string): Promise<boolean> {
    const [, table, column, wanted] = DEFAULT.exec(query) ?? [];
    if (!table || !column || !wanted) return false;
    const standing = `select pg_get_expr(d.adbin, d.adrelid) as text from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum where a.attname = '${column}' and d.adrelid =`;
    await test.asOwner(`create temp table wanted_default (like "${table}")`);
    try {
      await test.asOwner(`alter table wanted_default alter column "${column}" set default ${wanted}`);
      const [ours] = await test.asOwner<{ text: string }>(`${standing} 'wanted_default'::regclass`);
      const [theirs] = await test.asOwner<{ text: string }>(`${standing} '"${table}"'::regclass`);
      return ours !== undefined && ours.text === theirs?.text;
    } finally {
      await test.asOwner('drop table wanted_default');
    }
  }
});
