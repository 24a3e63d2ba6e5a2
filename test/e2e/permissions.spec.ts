import { roles } from '@app/platform';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLField } from 'graphql';
import { AppModule } from '../../apps/api/src/app.module.js';
import { definerFunctions } from '../../apps/api/src/docs/definer-functions.js';
import { type Asker, askers, letsIn } from '../../apps/api/src/docs/permissions-page.js';
import { restRoutes } from '../../apps/api/src/docs/rest-routes.js';
import { rulesOf } from '../../apps/api/src/graphql/access/guard-schema.js';
import { createLog, Settings } from '@app/platform';
import { type MadePerson } from '../support/make.js';
import { probeFor } from '../support/probe.js';
import { type Sender, startApi, type TestApi } from '../support/api.js';

const CLOSED = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);

describe('case 9: who may call what', () => {
  let api: TestApi;
  const people = new Map<Asker, MadePerson>();

  beforeAll(async () => {
    api = await startApi();
    const centre = await api.make.organisation();
    for (const role of roles) people.set(role, await api.make.person({ organisation: centre, roles: [role] }));
    people.set('platform admin', await api.make.person({ platformAdmin: true }));
  });
  afterAll(() => api.close());

  /** A session of its own for every probe, because some operations end the one they come with. */
  const sender = async (asker: Asker): Promise<Sender> => {
    const person = people.get(asker);
    return person ? api.make.session(person) : {};
  };
  const expected = (asker: Asker, open: boolean): string => (open ? 'open' : asker === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
  const roots = (): readonly ['query' | 'mutation', GraphQLField<unknown, unknown>][] => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const of = (root: 'query' | 'mutation', type = schema.getRootType(root as never)) => Object.values(type?.getFields() ?? {}).map((field) => [root, field] as const);
    return [...of('query'), ...of('mutation')].map(([root, field]) => [root, field]);
  };

  const routes = () => restRoutes(AppModule.with(new Settings(), createLog({ LOG_LEVEL: 'silent' }, 'test')));

  it('every operation, sent as every role and as nobody with made-up values, answers as the table says and does not break', async () => {
    const differences: string[] = [];
    for (const [root, field] of roots()) {
      for (const asker of askers) {
        const { errors, status } = await api.graphql(probeFor(root, field), {}, await sender(asker));
        const code = errors?.map((error) => error.extensions.code).find((one) => CLOSED.has(one)) ?? 'open';
        const wanted = expected(asker, letsIn(asker, rulesOf(field) ?? []));
        if (status >= 400 || errors?.some((error) => error.extensions.code === 'INTERNAL')) differences.push(`${field.name} as ${asker} breaks: ${JSON.stringify([errors, api.logged.at(-2)]).slice(0, 600)}`);
        else if (code !== wanted) differences.push(`${field.name} as ${asker}: ${code}, the table says ${wanted}`);
      }
    }
    expect(differences).toEqual([]);
    expect(roots().length).toBeGreaterThan(20);
  }, 120_000);

  it('case 6: whoever owes a second factor is nobody to every operation and route', async () => {
    const manager = people.get('manager');
    const differences: string[] = [];
    const pending = async (): Promise<Sender> => {
      const session = await api.make.session(manager ?? { id: '' });
      await api.asOwner(`update session set second_factor = 'pending' where id = $1`, [session.id]);
      return session;
    };
    for (const [root, field] of roots()) {
      const { errors } = await api.graphql(probeFor(root, field), {}, await pending());
      const code = errors?.map((error) => error.extensions.code).find((one) => CLOSED.has(one)) ?? 'open';
      const wanted = expected('anonymous', letsIn('anonymous', rulesOf(field) ?? []));
      if (code !== wanted) differences.push(`${field.name}: ${code}, ${wanted} is wanted`);
    }
    for (const { method, path, rules = [] } of routes()) {
      const { status } = await api.fetch(path.replace(/:\w+/g, 'probe'), { method, signal: AbortSignal.timeout(10_000) }, await pending());
      if ((status === 401) === letsIn('anonymous', rules)) differences.push(`${method} ${path}: ${status}`);
    }
    expect(differences).toEqual([]);
  }, 120_000);

  it('every REST route answers as the table says', async () => {
    const differences: string[] = [];
    for (const { method, path, rules = [] } of routes()) {
      for (const asker of askers) {
        const leave = new AbortController();
        const { status } = await api.fetch(path.replace(/:\w+/g, 'probe'), { method, signal: leave.signal }, await sender(asker));
        leave.abort();
        const got = status === 401 ? 'UNAUTHENTICATED' : status === 403 ? 'FORBIDDEN' : 'open';
        const wanted = expected(asker, letsIn(asker, rules));
        if (got !== wanted) differences.push(`${method} ${path} as ${asker}: ${status}, the table says ${wanted}`);
      }
    }
    expect(differences).toEqual([]);
    expect(routes().length).toBeGreaterThan(3);
  });

  it('lists every function that sees across tenants, and nobody but the application may call one', async () => {
    const found = await api.asOwner<{ name: string; for_all: boolean }>(
      `select distinct 'app.' || p.proname as name, p.prorettype <> 'trigger'::regtype and has_function_privilege('public', p.oid, 'execute') as for_all from pg_proc p where p.pronamespace = 'app'::regnamespace and p.prosecdef order by 1`,
    );
    expect(found.map((row) => row.name).sort()).toEqual((await definerFunctions()).map((one) => one.name).sort());
    expect(found.filter((row) => row.for_all)).toEqual([]);
  });
});
