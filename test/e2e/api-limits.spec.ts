import { Actor } from '@app/platform';
import { ActorSource, type Credential } from '../../apps/api/src/http/actor-source.js';
import { startApi, type TestApi } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { WallModule } from '../support/wall.api.js';

const READER_KEY = 'key-of-a-reader';

/** Everybody with a session is a learner; one key may read notes. */
class KnownStrangers extends ActorSource {
  async bySession(): Promise<Actor | undefined> {
    return Actor.person({ personId: '018f0000-0000-7000-8000-000000000001', memberships: [], language: 'en' });
  }
  async byApiKey(key: string): Promise<Actor | undefined> {
    return key === READER_KEY ? Actor.service({ scopes: ['notes.read'], language: 'en' }) : undefined;
  }
  byCredentials(credentials: readonly Credential[]): Promise<readonly (Actor | undefined)[]> {
    return Promise.all(credentials.map(({ kind, token }) => (kind === 'key' ? this.byApiKey(token) : this.bySession())));
  }
}

const nested = (levels: number): string => '{ notesOnWall { '.concat('nodes { '.repeat(levels - 2), 'id', ' }'.repeat(levels));

describe('the limits of the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    process.env.NODE_ENV = 'development';
    api = await startApi({ parts: { modules: [WallModule], actorSource: KnownStrangers }, settings: { API_EXPLORER: false } });
  });
  afterAll(async () => {
    process.env.NODE_ENV = 'test';
    await api.close();
  });

  const asProgram = { apiKey: READER_KEY };
  const refused = async (query: string, variables = {}) => {
    const answer = await api.graphql(query, variables, asProgram);
    expect(answer.data ?? null).toBeNull();
    expect(answer.status).toBe(400);
    return answer.errors?.map((error) => error.extensions.code);
  };
  const batches = async () => (await api.graphql('{ batchesRead }', {}, asProgram)).data?.batchesRead;

  it('lets a program with a key ask what it likes within the limits', async () => {
    expect(await api.graphql('{ a: notesOnWall(first: 100) { nodes { text } } }', {}, asProgram)).toMatchObject({ status: 200, data: { a: { nodes: [] } } });
  });

  it('case 21: too deep, too many aliases, too many tokens, too costly, pages too large: 400 and no resolver called', async () => {
    expect((await refused(nested(9)))?.[0]).toBe('COST_LIMIT');
    expect(await refused(`{ ${Array.from({ length: 16 }, (_, n) => `a${n}: batchesRead`).join(' ')} }`)).toEqual(['COST_LIMIT']);
    expect(await refused(`{ ${'batchesRead '.repeat(1_000)} }`)).toEqual(['COST_LIMIT']);
    expect(await refused('{ notesOnWall(first: 100000) { nodes { length } } }')).toEqual(['COST_LIMIT']);
    expect(await refused('query ($n: Int) { notesOnWall(first: $n) { nodes { length } } }', { n: 101 })).toEqual(['COST_LIMIT']);
    expect(await refused(`{ ${Array.from({ length: 15 }, (_, n) => `a${n}: notesOnWall(first: 100) { ...N }`).join(' ')} } fragment N on NoteConnection { ${'nodes { length } '.repeat(20)} }`)).toEqual(['COST_LIMIT']);
    expect(await batches()).toBe(0);
  });

  it('case 21: what lies just within each limit is answered', async () => {
    const answered = async (query: string, variables = {}) => {
      const { status, errors } = await api.graphql(query, variables, asProgram);
      return errors?.map((error) => error.extensions.code) ?? [status];
    };
    expect(await answered(`{ ${Array.from({ length: 15 }, (_, n) => `a${n}: batchesRead`).join(' ')} }`)).toEqual([200]);
    expect(await answered(`{ ${Array.from({ length: 10 }, () => 'batchesRead').join(' ')} }`)).toEqual([200]);
    expect(await answered(`{ ${'batchesRead '.repeat(998)} }`)).not.toContain('COST_LIMIT');
    expect(await answered('query ($n: Int) { notesOnWall(first: $n) { nodes { id } } }', { n: 100 })).toEqual([200]);
    // Eight levels are let through by the limit; that notes have no such fields is said by the next check.
    expect(await answered(nested(8))).toEqual(expect.arrayContaining(['GRAPHQL_VALIDATION_FAILED']));
    expect(await answered(nested(8))).not.toContain('COST_LIMIT');
  });

  it('case 2: a thousand aliased fields in one document are refused before anything runs', async () => {
    const pins = (count: number): string => `mutation { ${Array.from({ length: count }, (_, n) => `a${n}: pinNote(input: { text: "x" }) { __typename }`).join(' ')} }`;
    expect(await refused(pins(1_000))).toEqual(['COST_LIMIT']);
    expect(await refused(pins(50))).toEqual(['COST_LIMIT']);
    const signIns = Array.from({ length: 1_000 }, (_, n) => `a${n}: signIn(input: { email: "a@example.org", password: "x" }) { __typename }`).join(' ');
    expect(await refused(`mutation { ${signIns} }`)).toEqual(['COST_LIMIT']);
    expect((await api.graphql('{ notesOnWall { nodes { text } } }', {}, asProgram)).data).toEqual({ notesOnWall: { nodes: [] } });
  });

  const tellsNothingOfItself = async (of: TestApi): Promise<void> => {
    const ask = (query: string) => of.graphql(query, {}, asProgram);
    expect(await ask('{ __schema { types { name } } }')).toMatchObject({ status: 400, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    expect(await ask('{ __type(name: "Query") { name } }')).toMatchObject({ status: 400 });
    const { errors } = await ask('{ notesOnWal { nodes { id } } }');
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean|notesOnWall|stack/i);
    const broken = await ask('{ brokenWall }');
    expect(broken.errors).toHaveLength(1);
    expect(JSON.stringify(broken)).not.toMatch(/stacktrace|\.ts:|node_modules/);
  };

  it('case 22: with NODE_ENV=development there is still no introspection, no suggestion and no stack', () => tellsNothingOfItself(api));

  it('case 22: without NODE_ENV neither', async () => {
    delete process.env.NODE_ENV;
    const other = await startApi({ parts: { modules: [WallModule], actorSource: KnownStrangers }, settings: { API_EXPLORER: false } });
    try {
      await tellsNothingOfItself(other);
    } finally {
      process.env.NODE_ENV = 'test';
      await other.close();
    }
  }, 60_000);

  it('case 23: a browser may send registered documents only; hashes nobody knows, APQ and batches are refused', async () => {
    const browser = { token: 'x'.repeat(43) };
    expect(await api.graphql('{ batchesRead }', {}, browser)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'NOT_REGISTERED' } }] });
    expect(await api.graphql('{ batchesRead }')).toMatchObject({ status: 400, errors: [{ extensions: { code: 'NOT_REGISTERED' } }] });
    expect(await api.graphql('{ batchesRead }', {}, { apiKey: 'unknown' })).toMatchObject({ status: 400, errors: [{ extensions: { code: 'NOT_REGISTERED' } }] });
    const post = (body: unknown) => api.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }, asProgram);
    const hash = { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } };
    expect((await post({ extensions: hash })).status).toBe(400);
    const register = await post({ query: '{ batchesRead }', extensions: hash });
    expect(register.status).toBe(400);
    expect((await post([{ query: '{ batchesRead }' }, { query: '{ batchesRead }' }])).status).toBe(400);
  });

  it('case 25: circular fragments, 500 directives, 100 unknown fields: small answers', async () => {
    const documents = [
      '{ notesOnWall { ...A } } fragment A on NoteConnection { ...B } fragment B on NoteConnection { ...A }',
      `{ batchesRead ${'@skip(if: false) '.repeat(120)} }`,
      `{ batchesRead ${'@a '.repeat(490)} }`,
      `{ batchesRead ${'@skip(if: false) '.repeat(500)} }`,
      `{ ${Array.from({ length: 100 }, (_, n) => `unknown${n}`).join(' ')} }`,
    ];
    for (const document of documents) {
      const response = await api.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: document }) }, asProgram);
      expect(response.status).toBe(400);
      expect((await response.text()).length).toBeLessThan(10_000);
    }
  });

  it('case 7: what a page of another origin can make a browser send is refused', async () => {
    const query = 'mutation { pinNote(input: { text: "forged" }) { __typename } }';
    const cookie = `tremplin_session=${'x'.repeat(43)}`;
    const foreign: (RequestInit & { method: string })[] = [
      { method: 'POST', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, body: `query=${encodeURIComponent(query)}` },
      { method: 'POST', headers: { cookie, 'content-type': 'text/plain' }, body: JSON.stringify({ query }) },
      { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify({ query }) },
      { method: 'POST', headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' },
      { method: 'GET', headers: { cookie } },
    ];
    for (const init of foreign) {
      const path = init.method === 'GET' ? `/graphql?query=${encodeURIComponent(query)}` : '/graphql';
      const { status } = await fetch(`${api.url}${path}`, init);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const ours = await api.fetch('/graphql', { method: 'POST', headers: { 'content-type': type }, body: 'x' }, asProgram);
      expect(ours.status).toBe(415);
    }
    expect((await api.graphql('{ notesOnWall { nodes { text } } }', {}, asProgram)).data).toEqual({ notesOnWall: { nodes: [] } });
  });

  it('case 28: bodies over 1 MB, JSON nested 10,000 deep and GraphQL uploads are refused', async () => {
    const post = (body: string, type = 'application/json') => api.fetch('/graphql', { method: 'POST', headers: { 'content-type': type }, body }, asProgram);
    expect((await post(JSON.stringify({ query: '{ batchesRead }', variables: { x: 'x'.repeat(1_100_000) } }))).status).toBe(413);
    const deep = await post(`{"query":"{ batchesRead }","variables":{"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`);
    expect(deep.status).toBe(400);
    expect(await deep.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect((await post('{"query":', 'application/json')).status).toBe(400);
    expect((await post('--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--', 'multipart/form-data; boundary=x')).status).toBe(415);
  });

  it('case 27: a statement beyond five seconds is cancelled in the database, and the pool is idle again', async () => {
    const answer = await api.graphql('{ slowWall(seconds: 30) }', {}, asProgram);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'TIMEOUT' } }]);
    const running = () => api.asOwner(`select pid from pg_stat_activity where datname = current_database() and application_name = 'tremplin-api' and state <> 'idle'`);
    await eventually(async () => expect(await running()).toEqual([]));
    expect(await batches()).toBe(0);
  }, 60_000);

  it('sends strict headers with every answer', async () => {
    const { headers } = await api.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ batchesRead }"}' }, { ...asProgram, headers: { 'x-request-id': 'from-a-proxy-1' } });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-request-id')).toBe('from-a-proxy-1');
  });
});
