import { randomUUID } from 'node:crypto';
import { Actor, createLog, roles, Settings } from '@app/platform';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLField } from 'graphql';
import { AppModule } from '../../apps/api/src/app.module.js';
import { restRoutes } from '../../apps/api/src/docs/rest-routes.js';
import { loadDemo } from '../../apps/cli/src/demo/demo.js';
import { startApi, type Sender, type TestApi } from '../support/api.js';
import { idsOf, probeFor } from '../support/probe.js';

jest.setTimeout(300_000);

type Root = 'query' | 'mutation';

/** Routes that take ids behind the question mark. */
const NAMED_BY_QUERY = new Map<string, readonly string[]>([
  ...['/files/people.csv', '/files/imports', '/files/course-imports', '/files/competences'].map((path) => [path, ['organisationId']] as const),
  ['/files/course-images', ['versionId']],
  ['/files/absence-proofs', ['absenceId']],
]);
const routes = () => restRoutes(AppModule.with(new Settings(), createLog({ LOG_LEVEL: 'silent' }, 'test')));

/** A manager of one centre, who has every role there, holds the ids of everything that another centre has. */
describe('case 10: ids of another centre', () => {
  let api: TestApi;
  let own: { id: string };
  let other: string;
  /** One of each kind of thing that the other centre has: table and id. */
  let things: readonly { readonly table: string; readonly id: string }[];

  beforeAll(async () => {
    api = await startApi();
    await loadDemo((useCase) => api.app.get(useCase, { strict: false }), api.ownerUrl, 'a password of the demo');
    const [row] = await api.asOwner<{ id: string }>('select id from organisation');
    other = row?.id ?? '';
    own = await api.make.organisation({ name: 'Another one' });
    const tables = await tenantTables();
    const found = await Promise.all(tables.filter(({ has_id }) => has_id).map(async ({ name }) => (await api.asOwner<{ id: string }>(`select id::text from ${name} where organisation_id = $1 order by id limit 1`, [other])).map(({ id }) => ({ table: name, id }))));
    const [person] = await api.asOwner<{ id: string }>('select person_id as id from profile where organisation_id = $1 order by person_id limit 1', [other]);
    things = [{ table: 'organisation', id: other }, { table: 'person', id: person?.id ?? '' }, ...found.flat()];
  });
  afterAll(() => api.close());

  const tenantTables = () =>
    api.asOwner<{ name: string; has_id: boolean }>(
      `select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype) as has_id
       from pg_class c join pg_attribute o on o.attrelid = c.oid and o.attname = 'organisation_id' where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    );
  /** Everything that belongs to the other centre, as one line a table. */
  const belongings = async (): Promise<Readonly<Record<string, string>>> => {
    const lines = await Promise.all((await tenantTables()).map(async ({ name }) => [name, (await api.asOwner<{ sum: string }>(`select md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as sum from ${name} t where organisation_id = $1`, [other]))[0]?.sum ?? ''] as const));
    return Object.fromEntries(lines);
  };
  const fields = (): readonly (readonly [Root, GraphQLField<unknown, unknown>])[] => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const of = (root: Root) => Object.values(schema.getRootType(root as never)?.getFields() ?? {}).map((field) => [root, field] as const);
    return [...of('query'), ...of('mutation')].filter(([, field]) => idsOf(field).length > 0);
  };
  /** Somebody new for every operation, because some end the session or the person they come with. */
  const stranger = async (): Promise<Sender> => api.make.session(await api.make.person({ organisation: own, roles }));
  const ask = async (sender: Sender, document: string, ids: readonly string[]): Promise<string> => {
    const { status, data, errors } = await api.graphql(document, {}, sender);
    const told = JSON.stringify({ status, data, errors: errors?.map(({ message, extensions }) => [message, extensions.code]) });
    return ids.reduce((text, id) => text.replaceAll(id, 'ID'), told);
  };

  it('case 11: no row of any table is there for work that declared nothing, or another organisation: raw SQL of a request, a tick or a job', async () => {
    const rowsFor = (actor: Actor, table: string): Promise<number> =>
      api.database.as(actor, (tx) => tx.query<{ n: number }>(`select count(*)::int as n from ${table} where organisation_id = $1`, [other])).then(
        ([row]) => row?.n ?? -1,
        (error: Error) => (/permission denied/.test(error.message) ? 0 : -1),
      );
    const found: Record<string, number> = {};
    let full = 0;
    for (const { name } of await tenantTables()) {
      const [row] = await api.asOwner<{ n: number }>(`select count(*)::int as n from ${name} where organisation_id = $1`, [other]);
      full += (row?.n ?? 0) > 0 ? 1 : 0;
      for (const [who, actor] of [['nobody', Actor.anonymous()], ['a tick', Actor.system()], ['a job of another centre', Actor.system(own.id)]] as const) {
        const seen = await rowsFor(actor, name);
        if (seen !== 0) found[`${name} for ${who}`] = seen;
      }
    }
    expect(found).toEqual({});
    expect(full).toBeGreaterThan(20);
  });

  it('are answered by every operation exactly as ids that never existed, and change nothing there', async () => {
    const before = await belongings();
    const differences: string[] = [];
    let asked = 0;
    for (const [root, field] of fields()) {
      const sender = await stranger();
      // The own organisation beside a foreign thing passes every check of the organisation; the foreign one is there for who checks the thing alone.
      const hasThings = idsOf(field).some((name) => name !== 'organisationId');
      for (const organisationId of hasThings ? [own.id, other] : [other]) {
        const probe = (thing: string, organisation = organisationId) => probeFor(root, field, { everyId: true, chooseId: (name) => (name === 'organisationId' ? organisation : thing) });
        const nothing = randomUUID();
        const expected = await ask(sender, probe(nothing, organisationId === other ? nothing : own.id), [nothing, own.id, other]);
        for (const { table, id } of things) {
          asked += 1;
          const answer = await ask(sender, probe(id), [id, own.id, other]);
          if (answer !== expected) differences.push(`${field.name} with a ${table} of another centre: ${answer}, unlike ${expected}`);
        }
      }
    }
    expect(differences).toEqual([]);
    expect(await belongings()).toEqual(before);
    expect([things.length > 10, asked > 1_000]).toEqual([true, true]);
  });

  it('are answered by every route exactly as ids that never existed, and change nothing there', async () => {
    const before = await belongings();
    const differences: string[] = [];
    let asked = 0;
    for (const { method, path } of routes()) {
      const taken = NAMED_BY_QUERY.get(path) ?? [];
      // Tokens are no ids: guessing them is throttled (case 90).
      if ((!path.includes(':') && taken.length === 0) || path.includes(':token')) continue;
      const sender = await stranger();
      const told = async (id: string) => {
        const query = taken.length > 0 ? `?${taken.map((name) => `${name}=${id}`).join('&')}` : '';
        const body = method === 'GET' ? {} : { headers: { 'content-type': 'application/octet-stream' }, body: 'Prénom,Nom\nZoé,Démo\n' };
        const answer = await api.fetch(`${path.replace(/:\w+/g, id)}${query}`, { method, ...body, signal: AbortSignal.timeout(10_000) }, sender);
        const text = (await answer.text()).replaceAll(id, 'ID').replace(/"requestId":"[^"]*"/, '');
        return JSON.stringify([answer.status, answer.headers.get('content-type'), text]);
      };
      const expected = await told(randomUUID());
      for (const { table, id } of things) {
        asked += 1;
        const answer = await told(id);
        if (answer !== expected) differences.push(`${method} ${path} with a ${table} of another centre: ${answer}, unlike ${expected}`);
      }
    }
    expect(differences).toEqual([]);
    expect(await belongings()).toEqual(before);
    expect(asked).toBeGreaterThan(200);
  });
});
