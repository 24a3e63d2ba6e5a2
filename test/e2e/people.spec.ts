import { MessageTypes } from '@app/messages';
import { Actor, Database } from '@app/platform';
import { startApi, type TestApi } from '../support/api.js';
import { type MadeOrganisation } from '../support/make.js';

const PROBLEM = '... on Problem { __typename code message } ... on InvalidInput { faults { field reason message } }';
const INVITE = `mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { ... on Person { personId state version roles { role state } } ${PROBLEM} } }`;
const PEOPLE = `query ($organisationId: ID!, $search: String, $first: Int!, $after: String) { people(organisationId: $organisationId, search: $search, first: $first, after: $after) {
  ... on PersonConnection { nodes { personId givenName state } pageInfo { hasNextPage endCursor } } ... on Problem { code } } }`;

describe('people over the API', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let coordinator: { token: string };
  let manager: { token: string };

  const session = async (roles: ('learner' | 'coordinator' | 'manager' | 'trainer')[], organisation = centre) => api.make.session(await api.make.person({ organisation, roles }));
  const invite = (wishes: object = {}, sender = coordinator) =>
    api.graphql<{ invitePerson: Record<string, unknown> & { personId: string; version: number } }>(
      INVITE,
      { input: { organisationId: centre.id, givenName: 'Zoé', familyName: 'Démo', email: `z-${Math.random()}@example.org`, roles: ['learner'], ...wishes } },
      sender,
    );
  const tokenOf = async (personId: string): Promise<string> => {
    const [row] = await api.asOwner<{ id: string }>('select id from invitation where person_id = $1', [personId]);
    const type = api.app.get(MessageTypes, { strict: false }).get('identity.invitation');
    const message = { messageId: '', personId, organisationId: centre.id, subject: { kind: 'invitation', id: row?.id ?? '' }, language: 'fr' as const };
    const values = await api.app.get(Database, { strict: false }).as(Actor.system(centre.id), async (tx) => type?.load(tx, message));
    return String(values?.link).split('#')[1] ?? '';
  };

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation();
    coordinator = await session(['coordinator']);
    manager = await session(['manager']);
  });
  afterAll(() => api.close());

  it('a platform admin founds a centre, sets up a site, and reads both', async () => {
    const admin = await api.make.session(await api.make.person({ platformAdmin: true }));
    const create = `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { ... on Organisation { id version words { own } } ${PROBLEM} } }`;
    const input = { name: 'Mons', zone: 'Europe/Brussels', languages: ['fr'], defaultLanguage: 'fr', founder: { givenName: 'Marie' } };
    const founded = await api.graphql<{ createOrganisation: { id: string } }>(create, { input }, admin);
    const id = founded.data?.createOrganisation.id ?? '';
    expect(founded.data).toEqual({ createOrganisation: { id: expect.any(String), version: 1, words: [] } });
    const site = await api.graphql(`mutation ($input: CreateSiteInput!) { createSite(input: $input) { ... on Site { name country archived } ${PROBLEM} } }`, { input: { organisationId: id, name: 'Gare', zone: 'Europe/Brussels' } }, admin);
    expect(site.data).toEqual({ createSite: { name: 'Gare', country: 'BE', archived: false } });
    const read = await api.graphql(`query ($id: ID!) { organisation(organisationId: $id) { ... on Organisation { name } } sites(organisationId: $id) { ... on SiteList { sites { name } } } }`, { id }, admin);
    expect(read.data).toEqual({ organisation: { name: 'Mons' }, sites: { sites: [{ name: 'Gare' }] } });
    expect((await api.graphql(create, { input }, coordinator)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('case 14: a role above the own is a fault, a field that is not the caller’s to give is no field at all, and nothing changes', async () => {
    const before = await api.asOwner('select count(*) from profile');
    expect((await invite({ roles: ['learner', 'manager'] })).data?.invitePerson).toMatchObject({ code: 'INVALID_INPUT', faults: [{ field: 'roles', reason: 'role.not-yours', message: expect.stringContaining('responsable') }] });
    for (const smuggled of [{ tenantId: centre.id }, { ownerId: centre.id }, { personId: centre.id }, { state: 'active' }, { role: 'manager' }, { joinedAt: '2027-01-01T00:00:00Z' }]) {
      const answer = await invite(smuggled);
      expect({ status: answer.status, errors: answer.errors?.length, data: answer.data }).toMatchObject({ errors: 1 });
    }
    expect((await invite({ roles: ['owner'] })).data?.invitePerson).toMatchObject({ code: 'INVALID_INPUT', faults: [{ field: 'roles', reason: 'value.unknown' }] });
    expect(await api.asOwner('select count(*) from profile')).toEqual(before);
  });

  it('a person is invited, found, accepts by the link, and is signed in by it', async () => {
    const invited = (await invite({ givenName: 'Éléonore' })).data?.invitePerson;
    expect(invited).toMatchObject({ state: 'invited', roles: [{ role: 'learner', state: 'invited' }] });
    const found = await api.graphql(PEOPLE, { organisationId: centre.id, search: 'eleonore', first: 10 }, coordinator);
    expect(found.data).toEqual({ people: { nodes: [{ personId: invited?.personId, givenName: 'Éléonore', state: 'invited' }], pageInfo: { hasNextPage: false, endCursor: expect.any(String) } } });
    const token = await tokenOf(invited?.personId ?? '');
    const opened = await api.graphql(`query ($token: String!) { openInvitation(token: $token) { ... on OpenInvitation { organisationName givenName roles accountExists } } }`, { token });
    expect(opened.data).toEqual({ openInvitation: { organisationName: 'Centre', givenName: 'Éléonore', roles: ['learner'], accountExists: false } });
    const accepted = await api.graphql(`mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { ... on AcceptedInvitation { organisationId signedIn } ${PROBLEM} } }`, { input: { token, account: { password: 'two words and a horse' } } });
    expect(accepted.data).toEqual({ acceptInvitation: { organisationId: centre.id, signedIn: true } });
    const cookie = /tremplin_session=([^;]+)/.exec(accepted.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const me = await api.graphql<{ me: unknown }>('{ me { personId organisations { id roles } } }', {}, { token: cookie });
    expect(me.data).toEqual({ me: { personId: invited?.personId, organisations: [{ id: centre.id, roles: ['learner'] }] } });
  });

  it('case 34: a script as a name is kept as it is and comes back as text in JSON', async () => {
    const name = '<script>alert(1)</script>';
    const person = (await invite({ givenName: name, reference: '=cmd|x' })).data?.invitePerson;
    const answer = await api.graphql<{ person: unknown }>(`query ($o: ID!, $p: ID!) { person(organisationId: $o, personId: $p) { ... on Person { givenName } } }`, { o: centre.id, p: person?.personId }, coordinator);
    expect(answer.data).toEqual({ person: { givenName: name } });
    expect(answer.headers.get('content-type')).toContain('application/json');
  });

  it('case 10: ids of another centre, of nobody, and malformed ones give nothing away', async () => {
    const foreign = await api.make.organisation();
    const stranger = await api.make.person({ organisation: foreign });
    const one = `query ($o: ID!, $p: ID!) { person(organisationId: $o, personId: $p) { ... on Problem { code message } } }`;
    const ask = async (o: string, p: string) => (await api.graphql<{ person: object }>(one, { o, p }, manager)).data?.person;
    const never = '01890000-0000-7000-8000-00000000dead';
    const answers = await Promise.all([ask(centre.id, stranger.id), ask(centre.id, never), ask(foreign.id, stranger.id), ask(never, stranger.id)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'NOT_FOUND' });
    const malformed = await api.graphql(one, { o: centre.id, p: "' or 1=1" }, manager);
    expect(malformed.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', faults: [{ field: 'personId', reason: 'id.malformed' }] });
    const page = await api.graphql(PEOPLE, { organisationId: foreign.id, first: 10 }, manager);
    expect(page.data).toEqual({ people: { code: 'NOT_FOUND' } });
  });

  it('pages do not overlap', async () => {
    for (let n = 0; n < 5; n++) await invite({ familyName: `Page${n}` });
    type Page = { people: { nodes: { personId: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const { data } = await api.graphql<Page>(PEOPLE, { organisationId: centre.id, search: 'page', first: 2, after }, coordinator);
      seen.push(...(data?.people.nodes.map((node) => node.personId) ?? []));
      after = data?.people.pageInfo.endCursor;
      if (!data?.people.pageInfo.hasNextPage) break;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('case 5: suspending ends what the session may with the very next request', async () => {
    const person = await api.make.person({ organisation: centre, roles: ['coordinator'] });
    const { token } = await api.make.session(person);
    expect((await api.graphql(PEOPLE, { organisationId: centre.id, first: 1 }, { token })).data).toMatchObject({ people: { nodes: [{}] } });
    const suspended = await api.graphql(`mutation ($input: SuspendPersonInput!) { suspendPerson(input: $input) { ... on Person { state version } ${PROBLEM} } }`, { input: { organisationId: centre.id, personId: person.id, expectedVersion: 1, reason: 'x' } }, manager);
    expect(suspended.data).toEqual({ suspendPerson: { state: 'suspended', version: 2 } });
    expect((await api.graphql(PEOPLE, { organisationId: centre.id, first: 1 }, { token })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const history = await api.graphql(`query ($o: ID!, $p: ID!) { personHistory(organisationId: $o, personId: $p) { ... on TrailEntryConnection { nodes { action actorName personal } } } }`, { o: centre.id, p: person.id }, manager);
    expect(history.data).toEqual({ personHistory: { nodes: [{ action: 'person.suspended', actorName: 'Camille Martin', personal: '{"reason":"x"}' }] } });
  });
});
