import { Actor, JobHandlers } from '@app/platform';
import { startApi, type Sender, type TestApi } from '../support/api.js';
import { type MadeOrganisation } from '../support/make.js';

const START = `mutation ($input: StartPeopleImportInput!) { startPeopleImport(input: $input) { __typename ... on PeopleImport { state } ... on Problem { code message } } }`;
const SHOW = `query ($id: ID!, $importId: ID!) {
  peopleImports(organisationId: $id) { ... on PeopleImportList { imports { id state dryRun rowsRead added known skipped places { enrolled waiting already } } } }
  peopleImportFaults(importId: $importId, first: 50) { ... on ImportFaultConnection { nodes { line field reason message } } } }`;
const LEARNERS = `query ($id: ID!) { cohortLearners(cohortId: $id, first: 50) { ... on CohortLearnerConnection { edges { node { name } } } } }`;

interface Shown {
  readonly peopleImports: { readonly imports: readonly { readonly id: string }[] };
  readonly peopleImportFaults: { readonly nodes: readonly { readonly line: number; readonly field: string | null; readonly reason: string; readonly message: string }[] };
}

/** From the file to the places, by HTTP alone, as the page of a cohort does it. */
describe('a list of learners for a cohort over HTTP', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let marie: Sender;
  let cohortId: string;

  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    centre = await api.make.organisation({ language: 'en' });
    marie = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'], language: 'en' }));
    cohortId = await openCohort(10);
  });
  afterAll(() => api.close());

  const openCohort = async (capacity: number): Promise<string> => {
    const { id: siteId } = await api.make.site(centre);
    const [version] = await api.asOwner<{ id: string; courseId: string }>(
      `with c as (insert into course (organisation_id, subject) values ($1, 'ai') returning id)
       insert into course_version (organisation_id, course_id, number, original_language) select $1, id, 1, 'en' from c returning id, course_id as "courseId"`,
      [centre.id],
    );
    await api.asOwner(`update course_version set state = 'published', published_at = app.now() where id = $1`, [version?.id]);
    const facts = { organisationId: centre.id, courseId: version?.courseId, name: 'Evenings', siteId, language: 'fr', capacity, minimum: 1, startsOn: '2030-01-01', endsOn: '2030-12-31' };
    const create = 'mutation ($input: CreateCohortInput!) { createCohort(input: $input) { ... on CohortSaved { cohortId version } ... on Problem { code message } } }';
    const { data } = await api.graphql<{ createCohort: { cohortId: string; version: number } }>(create, { input: facts }, marie);
    const made = data?.createCohort;
    const open = 'mutation ($input: ChangeCohortStateInput!) { changeCohortState(input: $input) { __typename } }';
    await api.graphql(open, { input: { cohortId: made?.cohortId, expectedVersion: made?.version, to: 'OPEN' } }, marie);
    return made?.cohortId ?? '';
  };
  const upload = async (text: string) => {
    const sent = await api.fetch(`/files/imports?organisationId=${centre.id}&name=list.csv`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: text }, marie);
    return (await sent.json()) as { import: { id: string }; columns: { field: string; column: number }[] };
  };
  /** What the worker does when the job comes to it. */
  const work = async (importId: string): Promise<void> => {
    const run = { id: importId, actor: Actor.system(centre.id), attempt: 1, signal: new AbortController().signal, progress: async () => undefined };
    await api.app.get(JobHandlers, { strict: false }).get('identity.import-people')?.handler({ importId }, run);
  };
  const loaded = async (text: string, dryRun: boolean) => {
    const list = await upload(text);
    const { data } = await api.graphql<{ startPeopleImport: object }>(START, { input: { importId: list.import.id, columns: list.columns, roles: ['learner'], dryRun, cohortId } }, marie);
    expect(data?.startPeopleImport).toMatchObject({ state: 'waiting' });
    await work(list.import.id);
    const shown = (await api.graphql<Shown>(SHOW, { id: centre.id, importId: list.import.id }, marie)).data;
    return { counts: shown?.peopleImports.imports.find(({ id }) => id === list.import.id), faults: shown?.peopleImportFaults.nodes ?? [] };
  };
  const names = async (): Promise<readonly string[]> => {
    const { data } = await api.graphql<{ cohortLearners: { edges: { node: { name: string } }[] } }>(LEARNERS, { id: cohortId }, marie);
    return (data?.cohortLearners.edges ?? []).map(({ node }) => node.name).sort();
  };
  const LIST = ['First name;Last name;E-mail', 'Ada;One;ada@example.org', 'Ben;Two;ben@', ';Three;cleo@example.org', 'Dan;Four;dan@example.org', 'Ada;One;ada@example.org', ''].join('\n');

  it('names each fault by line, field and cure; a try stores nobody, the import stores the others, and the same file again adds nothing', async () => {
    const counts = { rowsRead: 5, added: 2, known: 0, skipped: 3, places: { enrolled: 2, waiting: 0, already: 0 } };
    const tried = await loaded(LIST, true);
    expect(tried.faults.map(({ line, field, reason }) => [line, field, reason])).toEqual([[3, 'email', 'email.malformed'], [4, 'givenName', 'value.missing'], [6, null, 'row.repeated']]);
    expect(tried.faults.every(({ message }) => /\w{4,}.*[.!]$/.test(message))).toBe(true);
    expect(tried.counts).toMatchObject({ ...counts, state: 'done', dryRun: true });
    expect(await names()).toEqual([]);
    expect(await api.asOwner(`select from profile where organisation_id = $1 and family_name in ('One', 'Two', 'Three', 'Four')`, [centre.id])).toEqual([]);

    expect((await loaded(LIST, false)).counts).toMatchObject({ ...counts, state: 'done', dryRun: false });
    expect(await names()).toEqual(['Ada One', 'Dan Four']);
    const again = await loaded(LIST, false);
    expect(again.counts).toMatchObject({ added: 0, known: 2, skipped: 3, places: { enrolled: 0, waiting: 0, already: 2 } });
    expect(await names()).toEqual(['Ada One', 'Dan Four']);
    expect(await api.asOwner('select from enrolment where cohort_id = $1', [cohortId])).toHaveLength(2);
  });

  it('case 40: columns of a list set no organisation, no owner and no trust: who is in it belongs to this centre, unverified, with the role that was said', async () => {
    const other = await api.make.organisation({ name: 'Elsewhere' });
    const text = `First name;Last name;E-mail;organisation_id;platform_admin;email_verified;cohort_id\nEve;Sly;eve@example.org;${other.id};true;true;${other.id}\n`;
    expect((await loaded(text, false)).counts).toMatchObject({ added: 1, places: { enrolled: 1 } });
    const [eve] = await api.asOwner<{ id: string; organisation: string; claimed: boolean }>(
      `select p.person_id as id, p.organisation_id as organisation, h.claimed_at is not null as claimed from profile p join person h on h.id = p.person_id where p.email = 'eve@example.org'`,
    );
    expect(eve).toMatchObject({ organisation: centre.id, claimed: false });
    expect(await api.asOwner('select organisation_id, role from membership where person_id = $1', [eve?.id])).toEqual([{ organisation_id: centre.id, role: 'learner' }]);
    for (const table of ['account', 'platform_admin']) expect(await api.asOwner(`select from ${table} where person_id = $1`, [eve?.id])).toEqual([]);
  });

  it('case 17: a list leads into no cohort of another centre', async () => {
    const list = await upload('First name;Last name;E-mail\nEve;Sly;eve2@example.org\n');
    const [ours, theirs] = [cohortId, await (async () => {
      const mine = centre;
      centre = await api.make.organisation({ name: 'Theirs' });
      const manager = marie;
      marie = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'], language: 'en' }));
      const id = await openCohort(5);
      [centre, marie] = [mine, manager];
      return id;
    })()];
    expect(ours).not.toBe(theirs);
    const { data } = await api.graphql<{ startPeopleImport: object }>(START, { input: { importId: list.import.id, columns: list.columns, roles: ['learner'], dryRun: false, cohortId: theirs } }, marie);
    expect(data?.startPeopleImport).toMatchObject({ code: 'NOT_FOUND' });
    expect(await api.asOwner('select from enrolment where cohort_id = $1', [theirs])).toEqual([]);
  });
});
