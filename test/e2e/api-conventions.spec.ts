import { type MadePerson } from '../support/make.js';
import { startApi, type TestApi } from '../support/api.js';
import { unknownCursor, WallModule } from '../support/wall.api.js';

const PIN = `mutation ($text: String!, $replyTo: String) { pinNote(input: { text: $text, replyTo: $replyTo }) {
  ... on Note { id text pinnedAt }
  ... on Problem { __typename code message }
  ... on InvalidInput { faults { field reason message } }
  ... on WallFull { capacity } } }`;

describe('the conventions of the API', () => {
  let api: TestApi;
  let learner: MadePerson;
  let token: string;

  beforeAll(async () => {
    api = await startApi({ parts: { modules: [WallModule] } });
    const centre = await api.make.organisation();
    learner = await api.make.person({ organisation: centre, language: 'fr' });
    ({ token } = await api.make.session(learner));
  });
  afterAll(() => api.close());

  it('answers what it is to everybody', async () => {
    const { status, data } = await api.graphql('{ serverInfo { version now languages } }');
    expect(status).toBe(200);
    expect(data).toEqual({ serverInfo: { version: '0.1.0', now: expect.stringMatching(/^\d{4}-.*Z$/), languages: ['fr', 'nl', 'de', 'en'] } });
  });

  it('lets nobody in without a sign-in where one is asked for', async () => {
    const nobody = await api.graphql('{ notesOnWall { nodes { id } } }');
    expect(nobody.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' }, path: ['notesOnWall'] }]);
    const expired = await api.graphql('{ notesOnWall { nodes { id } } }', {}, { token: 'x'.repeat(43) });
    expect(expired.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('answers refusals as data, worded in the language of the person', async () => {
    for (const text of ['one', 'two', 'three']) expect(await api.graphql(PIN, { text }, { token })).toMatchObject({ data: { pinNote: { text, pinnedAt: '2027-03-01T10:00:00+00:00' } } });
    const full = await api.graphql(PIN, { text: 'four' }, { token, language: 'de' });
    expect(full.data).toEqual({ pinNote: { __typename: 'WallFull', code: 'WALL_FULL', capacity: 3, message: 'Le mur est plein (3 notes). Enlevez-en une.' } });
  });

  it('answers every fault of an input with its field, as data where the answer has a place for it', async () => {
    const { data } = await api.graphql(PIN, { text: 'x'.repeat(21), replyTo: 'nowhere' }, { token });
    expect(data).toMatchObject({
      pinNote: {
        code: 'INVALID_INPUT',
        message: 'Vérifiez les champs signalés.',
        faults: [
          { field: 'text', reason: 'text.too-long', message: 'Raccourcissez à 20 caractères.' },
          { field: 'replyTo', reason: 'email.malformed', message: expect.stringContaining('adresse e-mail') },
        ],
      },
    });
  });

  it('answers faults of arguments as an error with the list where there is no union', async () => {
    const { errors, data } = await api.graphql('query ($after: String) { notesOnWall(after: $after, word: "far too long a word") { nodes { id } } }', { after: unknownCursor }, { token });
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', faults: [{ field: 'word', reason: 'text.too-long' }, { field: 'after', reason: 'cursor.unknown' }] });
  });

  it('takes a requestId with every mutation: done once, answered again in any selection, refused for another input', async () => {
    const REPEAT = 'mutation ($text: String!, $requestId: String) { pinNote(input: { text: $text }, requestId: $requestId) { __typename ... on WallFull { capacity message } } }';
    const requestId = 'a-wish-of-mine';
    const full = { pinNote: { __typename: 'WallFull', capacity: 3, message: expect.stringContaining('plein') } };
    expect((await api.graphql(REPEAT, { text: 'again', requestId }, { token })).data).toEqual(full);
    expect((await api.graphql(REPEAT, { text: 'again', requestId }, { token })).data).toEqual(full);
    expect((await api.graphql(REPEAT, { text: 'other', requestId }, { token })).errors?.[0]?.extensions.code).toBe('REQUEST_ID_REUSED');
    expect((await api.graphql(REPEAT, { text: 'other', requestId: 'short' }, { token })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await api.asOwner('select state from remembered_request')).toEqual([{ state: 'done' }]);
  });

  it('reads lists page by page, and child values in one batch', async () => {
    const READ = 'query ($after: String) { notesOnWall(first: 2, after: $after) { edges { cursor node { text length } } pageInfo { hasNextPage endCursor } } }';
    interface Answer {
      readonly notesOnWall: { readonly edges: readonly { readonly node: { readonly text: string } }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } };
    }
    const first = await api.graphql<Answer>(READ, {}, { token });
    expect(first.data?.notesOnWall.edges.map((edge) => edge.node.text)).toEqual(['one', 'two']);
    const second = await api.graphql<Answer>(READ, { after: first.data?.notesOnWall.pageInfo.endCursor }, { token });
    expect(second.data?.notesOnWall).toMatchObject({ edges: [{ node: { text: 'three', length: 5 } }], pageInfo: { hasNextPage: false } });
    expect((await api.graphql('{ batchesRead }')).data).toEqual({ batchesRead: 2 });
  });

  it('closes fields that carry a rule of their own', async () => {
    const asLearner = await api.graphql('{ notesOnWall { nodes { text author } } }', {}, { token });
    expect(asLearner.errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' }, path: ['notesOnWall', 'nodes', 0, 'author'] });
    const centre = await api.make.organisation();
    const coordinator = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'] }));
    const allowed = await api.graphql('{ notesOnWall(first: 1) { nodes { author } } }', {}, coordinator);
    expect(allowed).toMatchObject({ data: { notesOnWall: { nodes: [{ author: learner.id }] } } });
  });

  it('case 24: what breaks inside says a stable code and a reference, and the log has the rest', async () => {
    const { status, errors } = await api.graphql('{ brokenWall }');
    expect(status).toBe(200);
    const reference = errors?.[0]?.extensions.requestId;
    expect(errors).toEqual([{ message: expect.any(String), path: ['brokenWall'], locations: expect.any(Array), extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/.{8}/) } }]);
    expect(JSON.stringify(errors)).not.toMatch(/no_such_table|select|relation|\.ts/);
    expect(api.logged.find((line) => line.requestId === reference && JSON.stringify(line).includes('no_such_table'))).toBeDefined();
  });
});
