import { type MadeOrganisation, type MadePerson } from '../support/make.js';
import { startApi, type TestApi } from '../support/api.js';
import { WallModule } from '../support/wall.api.js';

const CREATE = `mutation ($input: CreateApiKeyInput!, $requestId: String) { createApiKey(input: $input, requestId: $requestId) {
  ... on CreatedApiKey { key apiKey { id beginning scopes role } } ... on Problem { code message } ... on InvalidInput { faults { field reason } } } }`;
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { ... on ApiKey { id revokedAt } ... on Problem { code } } }';
const LIST = 'query ($organisationId: ID!) { apiKeys(organisationId: $organisationId) { ... on ApiKeyConnection { nodes { name beginning lastUsedOn revokedAt } } ... on Problem { code } } }';
const NOTES = '{ notesOnWall { nodes { text author } } }';
const PIN = 'mutation { pinNote(input: { text: "by a program" }) { __typename } }';

interface Created {
  readonly createApiKey: { readonly key: string; readonly apiKey: { readonly id: string; readonly beginning: string }; readonly code?: string };
}

describe('API keys', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let manager: MadePerson;
  let session: { token: string };
  const input = (changes: object = {}) => ({ organisationId: centre.id, name: `Website ${Math.random()}`, role: 'COORDINATOR', scopes: ['notes.read'], ...changes });
  const create = async (changes: object = {}) => (await api.graphql<Created>(CREATE, { input: input(changes) }, session)).data?.createApiKey ?? raise('no key');
  const raise = (message: string): never => {
    throw new Error(message);
  };

  beforeAll(async () => {
    api = await startApi({ parts: { modules: [WallModule] } });
    centre = await api.make.organisation();
    manager = await api.make.person({ organisation: centre, roles: ['manager'] });
    session = await api.make.session(manager);
  });
  afterAll(() => api.close());

  it('opens what its scopes name and nothing else', async () => {
    const { key } = await create();
    expect(await api.graphql(NOTES.replace(' author', ''), {}, { apiKey: key })).toMatchObject({ data: { notesOnWall: { nodes: [] } } });
    expect((await api.graphql(PIN, {}, { apiKey: key })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await api.graphql(LIST, { organisationId: centre.id }, { apiKey: key })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const writer = await create({ scopes: ['notes.write'] });
    expect(await api.graphql(PIN, {}, { apiKey: writer.key })).toMatchObject({ data: { pinNote: { __typename: 'Note' } } });
  });

  it('is shown once and kept as a hash', async () => {
    const { key, apiKey } = await create();
    expect(key).toMatch(/^tremplin_[\w-]{43}$/);
    expect(apiKey.beginning).toBe(key.slice(0, 13));
    const [row] = await api.asOwner<{ everything: string }>('select row_to_json(api_key)::text as everything from api_key where id = $1', [apiKey.id]);
    expect(row?.everything).not.toContain(key.slice(9));
    expect(JSON.stringify(api.logged)).not.toContain(key.slice(9));
    const { data } = await api.graphql(LIST, { organisationId: centre.id }, session);
    expect(JSON.stringify(data)).not.toContain(key.slice(9));
  });

  it('is made once for a requestId, and its answer is not kept', async () => {
    const variables = { input: input(), requestId: 'key-for-the-website' };
    expect((await api.graphql<Created>(CREATE, variables, session)).data?.createApiKey.key).toMatch(/^tremplin_/);
    expect((await api.graphql(CREATE, variables, session)).errors?.[0]?.extensions.code).toBe('ANSWER_NOT_KEPT');
    expect(await api.asOwner('select answer from remembered_request')).toEqual([{ answer: null }]);
    expect(await api.asOwner('select from api_key where name = $1', [variables.input.name])).toHaveLength(1);
  });

  it('ends at once when it is revoked, runs out or its organisation is archived', async () => {
    const codeFor = async (key: string) => (await api.graphql(NOTES, {}, { apiKey: key })).errors?.[0]?.extensions.code;
    const revoked = await create();
    expect(await api.graphql(REVOKE, { id: revoked.apiKey.id }, session)).toMatchObject({ data: { revokeApiKey: { revokedAt: expect.stringMatching(/Z$/) } } });
    expect(await codeFor(revoked.key)).toBe('UNAUTHENTICATED');
    const short = await create({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    await api.moveClock('2 minutes');
    expect(await codeFor(short.key)).toBe('UNAUTHENTICATED');
    await api.moveClock('0');
    const other = await api.make.organisation();
    const otherManager = await api.make.session(await api.make.person({ organisation: other, roles: ['manager'] }));
    const made = await api.graphql<Created>(CREATE, { input: input({ organisationId: other.id }) }, otherManager);
    await api.asOwner('update organisation set archived_at = app.now() where id = $1', [other.id]);
    expect(await codeFor(made.data?.createApiKey.key ?? '')).toBe('UNAUTHENTICATED');
  });

  it('case 10, case 14: is made and seen by managers of the organisation alone', async () => {
    const coordinator = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'] }));
    expect((await api.graphql(CREATE, { input: input() }, coordinator)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const stranger = await api.make.session(await api.make.person({ organisation: await api.make.organisation(), roles: ['manager'] }));
    expect((await api.graphql(CREATE, { input: input() }, stranger)).data).toMatchObject({ createApiKey: { code: 'NOT_FOUND' } });
    expect((await api.graphql(LIST, { organisationId: centre.id }, stranger)).data).toEqual({ apiKeys: { code: 'NOT_FOUND' } });
    const { apiKey } = await create();
    expect((await api.graphql(REVOKE, { id: apiKey.id }, stranger)).data).toEqual({ revokeApiKey: { code: 'NOT_FOUND' } });
  });

  it('lists every fault of a new key', async () => {
    const { data } = await api.graphql(CREATE, { input: input({ name: 'a\nb', expiresAt: '2020-01-01T00:00:00Z' }) }, session);
    expect(data).toMatchObject({ createApiKey: { code: 'INVALID_INPUT', faults: [{ field: 'name', reason: 'text.one-line' }, { field: 'expiresAt', reason: 'instant.past' }] } });
    const unknown = await api.graphql(CREATE, { input: input({ scopes: ['notes.read', 'everything.write'] }) }, session);
    expect(unknown.data).toMatchObject({ createApiKey: { faults: [{ field: 'scopes.1', reason: 'value.unknown' }] } });
    expect((await api.graphql('{ apiKeyScopes }', {}, session)).data).toMatchObject({ apiKeyScopes: expect.arrayContaining(['notes.read', 'notes.write']) });
  });

  it('stands in the audit trail', async () => {
    const { apiKey } = await create();
    await api.graphql(REVOKE, { id: apiKey.id }, session);
    expect(await api.asOwner('select action, actor_id from audit_entry where subject_id = $1 order by id', [apiKey.id])).toEqual([
      { action: 'api-key.created', actor_id: manager.id },
      { action: 'api-key.revoked', actor_id: manager.id },
    ]);
  });
});
