import { type Sender, startApi, type TestApi } from '../support/api.js';
import { type MadeOrganisation } from '../support/make.js';

const LIST = 'query ($id: ID!) { failedWork(organisationId: $id) { __typename ... on FailedWorkList { work { id name attempts } } ... on Problem { code } } }';
const decide = (what: 'retry' | 'discard') => `mutation ($input: FailedWorkInput!) { ${what}FailedWork(input: $input) { __typename ... on FailedWork { id } ... on Problem { code } } }`;
const UNPARK = 'mutation ($input: UnparkChangesInput!) { unparkChanges(input: $input) { __typename ... on UnparkedChanges { consumer count } ... on Problem { code } } }';

describe('work in the background that was given up', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let coordinator: Sender;

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation();
    coordinator = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'] }));
  });
  beforeEach(() => api.asOwner('delete from job'));
  afterAll(() => api.close());

  const failed = async (organisationId: string | null): Promise<string> => {
    const [row] = await api.asOwner<{ id: string }>(
      `insert into job (organisation_id, name, queue, key, payload, state, attempts, failed_at, last_error) values ($1, 'identity.import-people', 'imports', gen_random_uuid()::text, '{}', 'failed', 5, app.now(), 'TypeError: x is undefined at /srv/app.js:12') returning id`,
      [organisationId],
    );
    return row?.id ?? '';
  };
  const rows = () => api.asOwner<{ id: string; state: string }>('select id, state from job order by id');

  it('case 77: is shown to the coordinator of whose organisation it was, without the error of the program, and tried again or given up by him', async () => {
    const other = await api.make.organisation();
    const [own, , another] = [await failed(centre.id), await failed(null), await failed(other.id)];
    const list = await api.graphql(LIST, { id: centre.id }, coordinator);
    expect(list.data).toEqual({ failedWork: { __typename: 'FailedWorkList', work: [{ id: own, name: 'identity.import-people', attempts: 5 }] } });
    expect(JSON.stringify(list)).not.toContain('TypeError');
    expect((await api.graphql(decide('retry'), { input: { organisationId: centre.id, jobId: own } }, coordinator)).data).toEqual({ retryFailedWork: { __typename: 'FailedWork', id: own } });
    expect((await rows()).find(({ id }) => id === own)).toMatchObject({ state: 'waiting' });
    expect((await api.graphql(decide('discard'), { input: { organisationId: centre.id, jobId: another } }, coordinator)).data).toMatchObject({ discardFailedWork: { code: 'NOT_FOUND' } });
    expect((await api.graphql(decide('discard'), { input: { organisationId: other.id, jobId: another } }, coordinator)).data).toMatchObject({ discardFailedWork: { code: 'NOT_FOUND' } });
    expect((await rows()).filter(({ state }) => state === 'failed')).toHaveLength(2);
    const mine = await failed(centre.id);
    await api.graphql(decide('discard'), { input: { organisationId: centre.id, jobId: mine } }, coordinator);
    expect((await rows()).some(({ id }) => id === mine)).toBe(false);
  });

  it('is for coordinators alone, also where somebody is coordinator elsewhere', async () => {
    const other = await api.make.organisation();
    const both = await api.make.person({ organisation: other, roles: ['coordinator'] });
    const learnerHere = await api.make.session(await api.make.member(both, centre, ['learner']));
    await failed(centre.id);
    expect((await api.graphql(LIST, { id: centre.id }, learnerHere)).data).toMatchObject({ failedWork: { code: 'NOT_ALLOWED' } });
    expect((await api.graphql(LIST, { id: other.id }, coordinator)).data).toMatchObject({ failedWork: { code: 'NOT_FOUND' } });
  });

  it('work on changes that was given up starts again for the administrator of the installation', async () => {
    await api.asOwner(`insert into change_work (consumer, organisation_id, subject_kind, subject_id, change_kind, change_id, at, attempts, parked_at)
      select 'test.parked', $1, 'thing', gen_random_uuid(), 'changed', gen_random_uuid(), app.now(), 9, app.now() from generate_series(1, 3)`, [centre.id]);
    expect((await api.graphql(UNPARK, { input: { consumer: 'test.parked' } }, coordinator)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const admin = await api.make.session(await api.make.person({ platformAdmin: true }));
    expect((await api.graphql(UNPARK, { input: { consumer: 'test.parked' } }, admin)).data).toEqual({ unparkChanges: { __typename: 'UnparkedChanges', consumer: 'test.parked', count: 3 } });
    expect(await api.asOwner(`select count(*)::int as n from change_work where consumer = 'test.parked' and parked_at is null and attempts = 0`)).toEqual([{ n: 3 }]);
    expect((await api.graphql(UNPARK, { input: { consumer: 'test.parked' } }, admin)).data).toMatchObject({ unparkChanges: { count: 0 } });
  });
});
