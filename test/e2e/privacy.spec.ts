import { type Sender, startApi, type TestApi } from '../support/api.js';
import { type MadeOrganisation, type MadePerson, PASSWORD } from '../support/make.js';

const ERASE = `mutation ($input: EraseMeInput!) { eraseMe(input: $input) { ... on ErasedMe { organisations } ... on Problem { code } } }`;

describe('one’s own data over HTTP', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let kim: MadePerson;
  let session: Sender;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    centre = await api.make.organisation();
    kim = await api.make.person({ organisation: centre, givenName: 'Kim', familyName: 'Peeters' });
    session = await api.make.session(kim);
  });

  it('case 95: the file of an export opens with the session of its person and with no other', async () => {
    const asked = await api.graphql<{ exportMyData: { id: string; ready: boolean } }>('mutation { exportMyData { ... on DataExport { id ready } } }', {}, session);
    const { id, ready } = asked.data?.exportMyData ?? { id: '', ready: true };
    expect(ready).toBe(false);
    const file = (sender: Sender) => api.fetch(`/files/my-data/${id}.json`, {}, sender);
    expect((await file(session)).status).toBe(404);
    await api.asOwner('select app.make_export($1)', [id]);
    const made = await file(session);
    expect([made.status, made.headers.get('cache-control'), made.headers.get('content-disposition')]).toEqual([200, 'no-store', 'attachment; filename="my-data.json"']);
    expect(await made.json()).toMatchObject({ format: 'tremplin-my-data', person: kim.id, data: { account: [{ email: kim.email }], profile: [{ family_name: 'Peeters' }] } });
    const page = await api.fetch(`/files/my-data/${id}.html`, {}, session);
    const html = await page.text();
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox$/);
    for (const words of ['<html lang="fr">', 'Mes données', kim.email, 'Peeters', 'apprenant·e', centre.name]) expect(html).toContain(words);
    expect(html).not.toMatch(/<script|src=|[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect((await api.fetch(`/files/my-data/${id}.html`, {}, {})).status).toBe(401);
    expect((await file(await api.make.session(await api.make.person({ organisation: centre, roles: ['manager'] })))).status).toBe(404);
    expect((await file({})).status).toBe(401);
    expect((await api.fetch('/files/my-data/nonsense.json', {}, session)).status).toBe(404);
  });

  it('case 95: who erases himself is signed out with the answer, and every other device too', async () => {
    const other = await api.make.session(kim);
    const answer = await api.graphql(ERASE, { input: { email: kim.email, password: PASSWORD } }, session);
    expect(answer.data).toEqual({ eraseMe: { organisations: 1 } });
    expect(answer.headers.get('set-cookie')).toMatch(/tremplin_session=;/);
    for (const sender of [session, other]) expect((await api.graphql('{ me { personId } }', {}, sender)).data).toEqual({ me: null });
    const again = await api.graphql(`mutation ($input: SignInInput!) { signIn(input: $input) { ... on Problem { code } } }`, { input: { email: kim.email, password: PASSWORD } });
    expect(again.data).toEqual({ signIn: { code: 'SIGN_IN_REFUSED' } });
  });

  it('a manager reads what stays before an organisation forgets somebody', async () => {
    const manager = await api.make.session(await api.make.person({ organisation: centre, roles: ['manager'] }));
    const key = { organisationId: centre.id, personId: kim.id };
    const preview = await api.graphql(
      `query ($organisationId: ID!, $personId: ID!) { personErasurePreview(organisationId: $organisationId, personId: $personId) { ... on ErasurePreview { lines { topic fate rows days } } ... on Problem { code } } }`,
      key,
      manager,
    );
    expect(preview.data).toMatchObject({ personErasurePreview: { lines: expect.arrayContaining([{ topic: 'profile', fate: 'EMPTIED', rows: 2, days: null }]) as unknown } });
    const erased = await api.graphql(
      `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { ... on ErasedPerson { personId } ... on Problem { code } } }`,
      { input: { ...key, expectedVersion: 1 } },
      manager,
    );
    expect(erased.data).toEqual({ erasePerson: { personId: kim.id } });
    expect((await api.graphql('{ me { personId organisations { id } } }', {}, session)).data).toEqual({ me: { personId: kim.id, organisations: [] } });
  });

  it('a room is lent to the organisation whose number was given, and taken back', async () => {
    const manager = await api.make.session(await api.make.person({ organisation: centre, roles: ['manager'] }));
    const partner = await api.make.organisation({ name: 'Partner' });
    const site = await api.make.site(centre);
    const [room] = await api.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name) values ($1, 'room', $2, 'Lab 2') returning id`, [centre.id, site.id]);
    const share = (toOrganisationId: string) =>
      api.graphql<{ shareThing: { shareId: string; version: number } }>(
        `mutation ($input: ShareThingInput!) { shareThing(input: $input) { ... on SharedThing { shareId version } ... on Problem { code } ... on InvalidInput { faults { field reason } } } }`,
        { input: { organisationId: centre.id, subjectKind: 'room', subjectId: room?.id, toOrganisationId, right: 'book' } },
        manager,
      );
    const unknown = { shareThing: { code: 'INVALID_INPUT', faults: [{ field: 'toOrganisationId', reason: 'share.unknown-organisation' }] } };
    expect((await share('0197-nonsense')).data).toEqual(unknown);
    expect((await share(kim.id)).data).toEqual(unknown);
    const { shareId, version } = (await share(partner.id)).data?.shareThing ?? { shareId: '', version: 0 };
    const list = () => api.graphql(`query ($id: ID!) { shares(organisationId: $id) { ... on ShareList { shares { partnerName subjectId } } } }`, { id: centre.id }, manager);
    expect((await list()).data).toEqual({ shares: { shares: [{ partnerName: 'Partner', subjectId: room?.id }] } });
    await api.graphql(`mutation ($input: EndShareInput!) { endShare(input: $input) { ... on SharedThing { shareId } } }`, { input: { shareId, expectedVersion: version } }, manager);
    expect((await list()).data).toEqual({ shares: { shares: [] } });
  });
});
