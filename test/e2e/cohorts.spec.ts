import { startApi, type Sender, type TestApi } from '../support/api.js';
import { countStatements } from '../support/count-statements.js';
import { type MadeOrganisation } from '../support/make.js';

const CREATE = `mutation ($input: CreateCohortInput!) { createCohort(input: $input) { __typename ... on CohortSaved { cohortId version } ... on InvalidInput { faults { field reason message } } ... on Problem { code message } } }`;
const UPDATE = CREATE.replace('CreateCohortInput', 'UpdateCohortInput').replace('createCohort', 'updateCohort');
const STATE = `mutation ($input: ChangeCohortStateInput!) { changeCohortState(input: $input) { __typename ... on Problem { code message } } }`;
const SERIES = `mutation ($input: SeriesInput!) { createSeries(input: $input) { __typename ... on ScheduleClash { clashes { message } } ... on InvalidInput { faults { field reason message } } ... on Problem { code message } } }`;
const SESSIONS = `query ($id: ID!) { cohortSessions(cohortId: $id) { ... on CohortSessions { sessions { id startsAt zone } } } }`;
const REGISTER = `mutation ($id: ID!) { registerForCohort(cohortId: $id) { __typename ... on Registration { state ahead: before } ... on Problem { code } } }`;

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly cohortId?: string;
  readonly version?: number;
  readonly state?: string;
  readonly ahead?: number;
  readonly clashes?: readonly { readonly message: string }[];
  readonly faults?: readonly { readonly field: string; readonly reason: string; readonly message: string }[];
}

describe('cohorts over the API', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let marie: Sender;
  let courseId: string;
  let siteId: string;

  const ask = async (query: string, variables: object, sender: Sender = marie): Promise<Answer> => {
    const { data, errors } = await api.graphql<Record<string, Answer>>(query, { ...variables }, sender);
    const [answer] = Object.values(data ?? {});
    if (!answer) throw new Error(JSON.stringify(errors));
    return answer;
  };
  const wanted = (name: string, capacity: number): object => ({ name, siteId, language: 'fr', capacity, minimum: 1, startsOn: '2030-01-01', endsOn: '2030-12-31' });
  const facts = (wishes: object = {}): object => ({ organisationId: centre.id, courseId, ...wanted('Web Dev Mons', 30), ...wishes });
  const opened = async (wishes: object = {}): Promise<string> => {
    const made = await ask(CREATE, { input: facts(wishes) });
    expect(made.__typename === 'CohortSaved' ? undefined : made).toBeUndefined();
    expect((await ask(STATE, { input: { cohortId: made.cohortId, expectedVersion: made.version, to: 'OPEN' } })).code).toBeUndefined();
    return made.cohortId ?? '';
  };
  const rule = { slots: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '12:00' })), from: '2030-01-07', count: 200 };
  const sessions = async (id: string): Promise<readonly { readonly startsAt: string; readonly zone: string }[]> =>
    (await api.graphql<{ cohortSessions: { sessions: { startsAt: string; zone: string }[] } }>(SESSIONS, { id }, marie)).data?.cohortSessions.sessions ?? [];

  const publishedCourse = async (organisationId: string): Promise<string> => {
    const [course] = await api.asOwner<{ id: string }>(
      `with c as (insert into course (organisation_id, subject) values ($1, 'web-development') returning id),
         v as (insert into course_version (organisation_id, course_id, number, original_language) select $1, id, 1, 'en' from c returning id, course_id),
         t as (insert into course_text (organisation_id, version_id, owner_id, language, title) select $1, id, id, 'en', 'Web development' from v)
       select course_id as id from v`,
      [organisationId],
    );
    await api.asOwner(`update course_version set state = 'published', published_at = app.now() where course_id = $1`, [course?.id]);
    return course?.id ?? '';
  };

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation({ language: 'en' });
    siteId = (await api.make.site(centre, { name: 'Mons' })).id;
    marie = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'], language: 'en' }));
    courseId = await publishedCourse(centre.id);
  });
  afterAll(() => api.close());

  it('case 62: 200 sessions with a clash at the 137th: nothing is planned, and the clash is told in words', async () => {
    const [room] = await api.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, 'Lab 1', 40) returning id`, [centre.id, siteId]);
    const input = { about: 'TITLE', title: 'Project', resourceIds: [room?.id], rule };
    const other = await opened({ name: 'The other one' });
    const taken = { ...rule, slots: [{ weekday: 2, startsAt: '10:00', endsAt: '11:00' }], from: '2030-07-16', count: 1 };
    expect((await ask(SERIES, { input: { ...input, cohortId: other, title: 'Board meeting', rule: taken } })).__typename).toBe('SeriesMade');
    const cohortId = await opened();
    const refused = await ask(SERIES, { input: { ...input, cohortId } });
    expect([refused.code, refused.clashes?.length]).toEqual(['SLOT_TAKEN', 1]);
    expect(refused.clashes?.[0]?.message).toContain('Lab 1');
    expect(await sessions(cohortId)).toEqual([]);
    expect(await api.asOwner('select from message')).toEqual([]);
  }, 60_000);

  it('two series that overlap on eight evenings: nothing of the second is planned, and all sixteen clashes are named, each with its day, what is taken and by what', async () => {
    const [room] = await api.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, 'Lab 9', 40) returning id`, [centre.id, siteId]);
    const thomas = await api.make.person({ organisation: centre, roles: ['trainer'], givenName: 'Thomas', familyName: 'Peeters', language: 'en' });
    const series = (cohortId: string, title: string, rule: object): object => ({ cohortId, about: 'TITLE', title, resourceIds: [room?.id], trainerIds: [thomas.id], rule });
    const [first, second] = [await opened({ name: 'Networks' }), await opened({ name: 'Databases' })];
    const evenings = (startsAt: string, endsAt: string, from: string, count: number): object => ({ slots: [{ weekday: 2, startsAt, endsAt }], from, count });
    expect((await ask(SERIES, { input: series(first, 'Networks', evenings('18:00', '21:00', '2030-02-05', 8)) })).__typename).toBe('SeriesMade');
    const refused = await ask(SERIES.replace('clashes { message }', 'clashes { message resource { name } rival { title } }'), { input: series(second, 'Databases', evenings('20:00', '22:00', '2030-01-29', 10)) });
    const named = (refused.clashes ?? []) as readonly { readonly message: string; readonly resource: { readonly name: string }; readonly rival: { readonly title: string } | null }[];
    expect([refused.code, named.length, new Set(named.map(({ message }) => message)).size]).toEqual(['SLOT_TAKEN', 16, 16]);
    expect(named.filter(({ resource }) => resource.name === 'Lab 9')).toHaveLength(8);
    expect(named.filter(({ resource }) => resource.name.includes('Thomas'))).toHaveLength(8);
    expect(named.every(({ rival, message }) => (rival?.title ?? '').includes('Networks') && message.includes('Networks'))).toBe(true);
    for (const day of ['5 February', '12 February', '19 February', '26 February', '5 March', '12 March', '19 March', '26 March']) expect(named.filter(({ message }) => message.includes(day))).toHaveLength(2);
    expect(await sessions(second)).toEqual([]);
    // Beside each other on the same days of the whole semester they stand.
    expect((await ask(SERIES, { input: series(second, 'Databases', evenings('21:00', '22:30', '2030-01-29', 10)) })).__typename).toBe('SeriesMade');
  }, 60_000);

  it('case 63: a weekly evening over both changes of the clocks stays at 18:00 on the wall, for whoever reads', async () => {
    const cohortId = await opened({ name: 'Evenings', startsOn: '2027-03-01', endsOn: '2027-12-31' });
    const evenings = { slots: [{ weekday: 2, startsAt: '18:00', endsAt: '21:00' }], from: '2027-03-02', until: '2027-11-30' };
    expect((await ask(SERIES, { input: { cohortId, about: 'TITLE', title: 'Evening', rule: evenings } })).__typename).toBe('SeriesMade');
    const starts = await sessions(cohortId);
    const wall = (zone: string): readonly string[] => [...new Set(starts.map(({ startsAt }) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(startsAt))))];
    expect([wall('Europe/Brussels'), wall('UTC')]).toEqual([['18:00'], ['17:00', '16:00']]);
  });

  it('case 48: 200 learners register for 30 seats at once: exactly 30 have one, the others wait in one order', async () => {
    const cohortId = await opened({ name: 'Rush' });
    const senders: Sender[] = [];
    for (let n = 0; n < 200; n++) senders.push(await api.make.session(await api.make.person({ organisation: centre, roles: ['learner'], language: 'en' })));
    const answers: Answer[] = [];
    await Promise.all(Array.from({ length: 20 }, async (_, lane) => {
      for (const sender of senders.slice(lane * 10, lane * 10 + 10)) answers.push(await ask(REGISTER, { id: cohortId }, sender));
    }));
    expect(answers.filter((one) => one.state === 'enrolled')).toHaveLength(30);
    expect(answers.filter((one) => one.state === 'waiting').map((one) => one.ahead).sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 170 }, (_, n) => n));
  }, 120_000);

  it('case 26: a hundred cohorts with their groups cost at most twelve statements, and so do the learners and the sessions of one', async () => {
    const elsewhere = await api.make.organisation({ name: 'A hundred cohorts', language: 'en' });
    const site = await api.make.site(elsewhere, { name: 'Liège' });
    const coordinator = await api.make.session(await api.make.person({ organisation: elsewhere, roles: ['coordinator'], language: 'en' }));
    const course = await publishedCourse(elsewhere.id);
    const cohort = (n: number): object => ({ ...wanted(`Group ${n}`, 20), organisationId: elsewhere.id, courseId: course, siteId: site.id });
    for (let n = 0; n < 100; n++) expect((await ask(CREATE, { input: cohort(n) }, coordinator)).__typename).toBe('CohortSaved');
    await api.asOwner(`insert into cohort_group (organisation_id, cohort_id, name) select organisation_id, id, g from cohort, unnest(array['A', 'B']) g where organisation_id = $1`, [elsewhere.id]);
    const [one] = await api.asOwner<{ id: string }>('select id from cohort where organisation_id = $1 limit 1', [elsewhere.id]);
    const list = 'cohorts(organisationId: $id, first: 100) { ... on CohortConnection { edges { node { name courseTitle nextSessionAt groups { name learners } } } } }';
    let cohorts: { edges: { node: { groups: { name: string }[] } }[] } = { edges: [] };
    const asked = (query: string, variables: Record<string, unknown>): Promise<number> =>
      countStatements(api, async () => {
        const { data, errors } = await api.graphql<{ cohorts?: typeof cohorts }>(query, variables, coordinator);
        expect(errors).toBeUndefined();
        cohorts = data?.cohorts ?? cohorts;
      });
    const statements = await asked(`query ($id: ID!) { ${list} }`, { id: elsewhere.id });
    const ofOne = await asked(`query ($id: ID!) { cohortLearners(cohortId: $id, first: 50) { ... on CohortLearnerConnection { edges { node { name state groupId } } } } }`, { id: one?.id });
    const sessionsOfOne = await asked(`query ($id: ID!) { cohortSessions(cohortId: $id) { ... on CohortSessions { sessions { id learners } } } }`, { id: one?.id });
    expect(cohorts.edges).toHaveLength(100);
    expect(cohorts.edges.every(({ node }) => node.groups.map(({ name }) => name).join() === 'A,B')).toBe(true);
    expect(statements).toBeGreaterThan(3);
    for (const each of [statements, ofOne, sessionsOfOne]) expect(each).toBeLessThanOrEqual(12);
  });

  it('row 18, bad input: unknown sites, seats below enrolments and dates the wrong way round are refused with field, cause and cure', async () => {
    expect(await ask(CREATE, { input: facts({ siteId: '018f0000-0000-7000-8000-000000000000' }) })).toMatchObject({ code: expect.stringMatching(/NOT_FOUND|INVALID_INPUT/) as string, message: expect.stringMatching(/\w{4,}/) as string });
    expect((await ask(CREATE, { input: facts({ startsOn: '2030-12-31', endsOn: '2030-01-01' }) })).faults?.[0]).toMatchObject({ field: expect.stringContaining('endsOn') as string });
    const made = await ask(CREATE, { input: facts({ name: 'Small' }) });
    await ask(STATE, { input: { cohortId: made.cohortId, expectedVersion: made.version, to: 'OPEN' } });
    for (let n = 0; n < 3; n++) await ask(REGISTER, { id: made.cohortId }, await api.make.session(await api.make.person({ organisation: centre, roles: ['learner'], language: 'en' })));
    const [row] = await api.asOwner<{ version: number }>('select version from cohort where id = $1', [made.cohortId]);
    const shrunk = await ask(UPDATE, { input: { ...wanted('Small', 2), cohortId: made.cohortId, expectedVersion: row?.version } });
    expect(shrunk.faults?.[0]).toMatchObject({ field: expect.stringContaining('capacity') as string, message: expect.stringContaining('3') as string });
  });

  it('case 12: a learner plans nothing; a stranger learns nothing', async () => {
    const cohortId = await opened({ name: 'Private' });
    const learner = await api.make.session(await api.make.person({ organisation: centre, roles: ['learner'], language: 'en' }));
    const stranger = await api.make.session(await api.make.person({ organisation: await api.make.organisation({ name: 'Elsewhere' }), roles: ['manager'], language: 'en' }));
    const input = { cohortId, about: 'TITLE', title: 'x', rule };
    expect((await api.graphql(SERIES, { input }, learner)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ask(SERIES, { input }, stranger)).code).toBe('NOT_FOUND');
  });
});
