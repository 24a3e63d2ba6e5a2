import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrate } from '@app/schema';
import { ownerDataSource } from '../../libs/schema/src/data-source.js';
import { migrations } from '../../libs/schema/src/migrations/index.js';
import { openTestDatabase } from '../support/test-database.js';

/** What came to a program that was already running: before this one its statements were the ones below. */
const NEWER = ['ZoneRules1795300000240'];

describe('case 97: a program of the version before, while the newer one migrates', () => {
  const name = `rolling_${randomUUID().replaceAll('-', '')}`;
  const server = new URL(process.env['TEST_PG_URL'] ?? '');
  const url = (database: string, login = 'postgres:postgres'): string => `postgres://${login}@${server.host}/${database}`;
  let program: Client | undefined;
  let owner: Client;

  beforeAll(async () => {
    // Its template brings the roles.
    await (await openTestDatabase()).close();
    const admin = new Client({ connectionString: url('postgres') });
    await admin.connect();
    await admin.query(`create database ${name}`);
    await admin.end();
    owner = new Client({ connectionString: url(name) });
    await owner.connect();
    await owner.query('grant create, connect on database ' + name + ' to tremplin_owner; grant usage, create on schema public to tremplin_owner; grant usage on schema public to tremplin_app');
    const source = await new DataSource({ ...ownerDataSource(url(name)).options, migrations: migrations.filter((migration) => !NEWER.includes(migration.name)) }).initialize();
    await source.runMigrations();
    await source.destroy();
    program = new Client({ connectionString: url(name, 'tremplin_test_app:app') });
    await program.connect();
  });
  afterAll(async () => {
    await program?.end();
    await owner.end();
    const admin = new Client({ connectionString: url('postgres') });
    await admin.connect();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });

  it('case 97: its statements, prepared before, go on without an error while the tables change under them, and afterwards', async () => {
    const { rows: [made] } = await owner.query<{ organisation: string; person: string }>(`
      with o as (insert into organisation (name, zone, default_language) values ('Centre', 'Europe/Brussels', 'fr') returning id), p as (insert into person default values returning id),
        r as (insert into resource (id, organisation_id, kind, person_id) select p.id, '00000000-0000-0000-0000-000000000000', 'person', p.id from p returning id)
      select o.id as organisation, p.id as person from o, p, r`);
    if (!made) throw new Error('Nothing was made.');
    /** The old program's work: each statement is prepared by its first use and reused under its name. */
    const turn = async (): Promise<number> => {
      if (!program) return 0;
      await program.query('begin');
      await program.query({ name: 'declare', text: `select set_config('app.organisations', $1, true), set_config('app.person', '', true)`, values: [`{${made.organisation}}`] });
      await program.query({
        name: 'absence',
        text: `insert into unavailability (organisation_id, resource_organisation_id, resource_id, kind, during, label, entered_by) values ($1, '00000000-0000-0000-0000-000000000000', $2, 'leave', tstzrange(app.now(), app.now() + interval '1 day'), null, null) returning id`,
        values: [made.organisation, made.person],
      });
      await program.query({ name: 'post', text: `insert into message (organisation_id, person_id, type, subject_kind, subject_id) values ($1, $2, 'test', 'thing', gen_random_uuid())`, values: [made.organisation, made.person] });
      const claimed = await program.query({ name: 'claim', text: `select id from app.claim_messages('mail', 10, interval '1 minute', null, gen_random_uuid())` });
      const { rows } = await program.query<{ n: number }>({ name: 'absences', text: 'select count(*)::int as n from unavailability where organisation_id = $1', values: [made.organisation] });
      await program.query('commit');
      expect(claimed.rowCount).toBe(1);
      return rows[0]?.n ?? 0;
    };
    let turns = 0;
    expect(await turn()).toBe(++turns);
    let migrating = true;
    const migration = migrate({ ownerUrl: url(name), appUrl: url(name, 'tremplin_test_app:app') }).finally(() => (migrating = false));
    while (migrating) expect(await turn()).toBe(++turns);
    expect([...(await migration)].sort()).toEqual([...NEWER].sort());
    for (let after = 0; after < 20; after++) expect(await turn()).toBe(++turns);
    expect(turns).toBeGreaterThan(25);
    // Leave that stood when the wall time came has got one; what the old program enters afterwards has none, and keeps its instants.
    const { rows } = await owner.query<{ zone: string | null }>('select distinct zone from unavailability order by 1');
    expect(rows).toEqual([{ zone: 'Europe/Brussels' }, { zone: null }]);
  });
});
