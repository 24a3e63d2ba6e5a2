import { Client } from 'pg';
import { startApi, type TestApi } from '../support/api.js';
import { type MadeOrganisation } from '../support/make.js';
import { WallModule } from '../support/wall.api.js';

/** What would tell a stranger how we are built: SQL, names of tables, columns and constraints, paths, stacks, programs. */
const INSIDE = /select|insert|update|relation|constraint|violates|site_|people_import|null value|no_such_table|pg_|postgres|typeorm|queryfailed|\.ts\b|\.js\b|node_modules|\bat \w+.*:\d+|\/[a-z]+\/[a-z]+\//i;

const CREATE_SITE = `mutation ($input: CreateSiteInput!) { createSite(input: $input) { __typename ... on Problem { code message } } }`;

describe('case 24: what breaks inside says a stable code and a reference, never what broke', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let manager: { token: string };

  beforeAll(async () => {
    api = await startApi({ parts: { modules: [WallModule] } });
    centre = await api.make.organisation();
    manager = await api.make.session(await api.make.person({ organisation: centre, roles: ['manager'] }));
    // A rule of the database that no line of ours knows: what a race or a bug would run into.
    await api.asOwner(`alter table site add constraint site_only_in_this_test check (name <> 'Untranslated')`);
    await api.asOwner(`alter table people_import add constraint people_import_only_in_this_test check (file_name <> 'untranslated.csv')`);
  });
  afterAll(() => api.close());

  const createSite = (name: string) => api.graphql(CREATE_SITE, { input: { organisationId: centre.id, name, zone: 'Europe/Brussels' } }, manager);
  const upload = (name: string) => api.fetch(`/files/imports?organisationId=${centre.id}&name=${name}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: 'Prénom,Nom\nZoé,Démo\n' }, manager);
  const logLine = (requestId: unknown, words: string) => api.logged.find((line) => line.requestId === requestId && JSON.stringify(line).includes(words));
  const counts = () => api.asOwner(`select (select count(*) from site)::int as sites, (select count(*) from people_import)::int as imports, (select count(*) from audit_entry)::int as entries, (select count(*) from change)::int as changes`);

  it('case 24: a constraint that nobody translated, over GraphQL: INTERNAL and a reference; nothing was written; the log has the rest', async () => {
    const before = await counts();
    const { status, data, errors } = await createSite('Untranslated');
    expect({ status, data }).toEqual({ status: 200, data: null });
    const requestId = errors?.[0]?.extensions.requestId;
    expect(errors).toEqual([{ message: 'Something went wrong on our side. Give this reference when you report it.', path: ['createSite'], locations: expect.any(Array), extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/^[\w-]{8,}$/) } }]);
    expect(JSON.stringify(errors)).not.toMatch(INSIDE);
    expect(logLine(requestId, 'site_only_in_this_test')).toBeDefined();
    expect(await counts()).toEqual(before);
    expect((await createSite('Translated')).data).toMatchObject({ createSite: { __typename: 'Site' } });
  });

  it('case 24: the same over REST, with status 500', async () => {
    const before = await counts();
    const answer = await upload('untranslated.csv');
    const body = (await answer.json()) as { requestId: string };
    expect({ status: answer.status, body }).toEqual({ status: 500, body: { code: 'INTERNAL', message: expect.any(String), requestId: expect.stringMatching(/^[\w-]{8,}$/) } });
    expect(JSON.stringify(body)).not.toMatch(INSIDE);
    expect(logLine(body.requestId, 'people_import_only_in_this_test')).toBeDefined();
    expect(await counts()).toEqual(before);
    expect((await upload('translated.csv')).status).toBe(201);
  });

  it('case 24: a row that somebody took away meanwhile breaks a foreign key: the same', async () => {
    await api.asOwner(`create function only_in_this_test() returns trigger language plpgsql as $$ begin new.organisation_id = '00000000-0000-4000-8000-000000000000'; return new; end $$`);
    await api.asOwner(`create trigger only_in_this_test before insert on site for each row when (new.name = 'Orphan') execute function only_in_this_test()`);
    const before = await counts();
    const { errors } = await createSite('Orphan');
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/^[\w-]{8,}$/) } }]);
    expect(JSON.stringify(errors)).not.toMatch(INSIDE);
    expect(await counts()).toEqual(before);
  });

  it('case 24: a thrown error: the same', async () => {
    const { errors } = await api.graphql('{ brokenWall }');
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/^[\w-]{8,}$/) } }]);
    expect(JSON.stringify(errors)).not.toMatch(INSIDE);
  });

  it('case 24: what waits too long in the database says TIMEOUT and a reference, over both doors', async () => {
    const holder = new Client({ connectionString: api.ownerUrl });
    await holder.connect();
    await holder.query('begin; lock table site, people_import in access exclusive mode');
    try {
      const before = api.logged.length;
      const [graphql, rest] = await Promise.all([createSite('Late'), upload('late.csv')]);
      expect(graphql.errors).toMatchObject([{ extensions: { code: 'TIMEOUT', requestId: expect.stringMatching(/^[\w-]{8,}$/) } }]);
      const body = (await rest.json()) as object;
      expect({ status: rest.status, body }).toEqual({ status: 504, body: { code: 'TIMEOUT', message: expect.any(String), requestId: expect.stringMatching(/^[\w-]{8,}$/) } });
      expect(JSON.stringify([graphql.errors, body])).not.toMatch(INSIDE);
      expect(api.logged.length).toBeGreaterThan(before);
    } finally {
      await holder.end();
    }
    expect((await api.asOwner(`select from site where name = 'Late'`)).length).toBe(0);
  }, 30_000);
});
