import { AgendasModule, ReadMyDay } from '@app/agendas';
import { CohortsModule, ReadCohorts, Register } from '@app/cohorts';
import { CoursesModule, ReadCatalogue } from '@app/courses';
import { IdentityModule, RemoveDemo, SignIn } from '@app/identity';
import { LedgerModule } from '@app/ledger';
import { Actor, Clock, isProblem } from '@app/platform';
import { bookings, people } from '../../apps/cli/src/demo/demo-centre.js';
import { hasDemo, loadDemo, loadFirstDemo, takeDemoAway } from '../../apps/cli/src/demo/demo.js';
import { findTenants } from '../../apps/cli/src/demo/find-demo.js';
import { LoadDemo } from '../../apps/cli/src/demo/load-demo.js';
import { type GetUseCase } from '../../apps/cli/src/use-cases.js';
import { Make, VISITOR } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

const PASSWORD = 'a password of the demo';

describe('the demo centre', () => {
  let test: TestModule;
  let make: Make;
  beforeEach(async () => {
    test = await openTestModule([IdentityModule, LedgerModule, CoursesModule, CohortsModule, AgendasModule]);
    make = new Make(test);
  });
  afterEach(() => test.close());
  const get: GetUseCase = (useCase) => test.get(useCase);
  const count = async (from: string): Promise<number> => (await test.asOwner<{ n: number }>(`select count(*)::int as n from ${from}`))[0]?.n ?? -1;

  it('has people in all six roles who can sign in, places, and two weeks of bookings without a clash', async () => {
    const signIns = await loadDemo(get, test.ownerUrl, PASSWORD);
    expect(new Set(signIns?.map(({ role }) => role)).size).toBe(6);
    for (const { email } of signIns ?? []) {
      expect(isProblem(await test.get(SignIn).execute({ email, password: PASSWORD, visitor: VISITOR }))).toBe(false);
    }
    expect(await count('person')).toBe(people.length);
    expect(await count('message')).toBe(0);
    const planned = bookings.reduce((sum, { days }) => sum + days.length, 0);
    // Public holidays of the two weeks take some away.
    expect(await count(`occurrence where state = 'planned'`)).toBeGreaterThan(planned - 8);
    expect(await count(`reservation where part = 'trainer'`)).toBeGreaterThan(5);
  });

  it('has two cohorts that run, two that are open and one that is over, on published courses of three subjects, with their sessions and learners', async () => {
    await loadDemo(get, test.ownerUrl, PASSWORD);
    expect(await test.asOwner(`select c.state, count(e.*)::int > 0 as peopled from cohort c left join enrolment e on e.cohort_id = c.id group by c.id order by 1, 2`)).toEqual([
      { state: 'completed', peopled: true },
      { state: 'open', peopled: false },
      { state: 'open', peopled: true },
      { state: 'running', peopled: true },
      { state: 'running', peopled: true },
    ]);
    expect(await count(`course_version where state = 'published'`)).toBe(4);
    expect(await count('course where public_id is not null')).toBe(4);
    expect(await test.asOwner(`select distinct subject from course order by 1`)).toEqual(['ai', 'cybersecurity', 'web-development'].map((subject) => ({ subject })));
    expect(await count(`occurrence where kind = 'session' and state = 'planned'`)).toBe(16 + 10 + 6 + 5);
    expect(await count(`occurrence where kind = 'workshop' and state = 'planned'`)).toBe(2);
  });

  it('rows 4 and 100: has a course that costs something and needs another one first: free and priced stand beside each other, and registration knows who may', async () => {
    await loadDemo(get, test.ownerUrl, PASSWORD);
    const [{ id: organisationId = '' } = {}] = await test.asOwner<{ id: string }>('select id from organisation where is_demo');
    const catalogue = await test.get(ReadCatalogue).list(Actor.anonymous({ language: 'nl' }), 'nl');
    expect(catalogue.map(({ level, price, prerequisites }) => [level, price, prerequisites.length])).toEqual(expect.arrayContaining([['foundation', null, 0], ['intermediate', '120 €', 1]]));
    expect(catalogue.find(({ price }) => price)).toMatchObject({ language: 'nl', languages: ['de', 'en', 'fr', 'nl'] });
    const cohortFor = async (key: string) => {
      const [{ id: personId = '' } = {}] = await test.asOwner<{ id: string }>('select person_id as id from account where email = $1', [`${key}@demo.example.org`]);
      const learner = Actor.person({ personId, memberships: [{ organisationId, role: 'learner' }], language: 'fr' });
      const found = (await test.get(ReadCohorts).open(learner)).find(({ demandsPrerequisites }) => demandsPrerequisites);
      return { prerequisites: found?.prerequisites.map(({ isMet }) => isMet), answer: await test.get(Register).execute(learner, { cohortId: found?.id ?? '' }) };
    };
    expect(await cohortFor('learner')).toMatchObject({ prerequisites: [true], answer: { state: 'enrolled' } });
    expect(await cohortFor('learner6')).toMatchObject({ prerequisites: [false], answer: { code: 'PREREQUISITES_MISSING' } });
  });

  it('asks what was retained after the text, never before it', async () => {
    await loadDemo(get, test.ownerUrl, PASSWORD);
    expect(await test.asOwner(`select distinct moment from activity where kind = 'quiz'`)).toEqual([{ moment: 'after' }]);
  });

  // Sunday, New Year's Eve, the evening before a long weekend with a public holiday on its Monday.
  it.each(['2026-11-22T09:00:00Z', '2026-12-31T22:30:00Z', '2027-05-14T20:00:00Z'])('loaded on %s, the first page of its learner says what comes next', async (instant) => {
    await test.clockAt(instant);
    const then: Clock = { now: () => new Date(instant) };
    const getThen: GetUseCase = (useCase) => (useCase === (Clock as unknown) ? (then as InstanceType<typeof useCase>) : test.get(useCase));
    await loadDemo(getThen, test.ownerUrl, PASSWORD);
    const [{ id: personId = '', organisation: organisationId = '' } = {}] = await test.asOwner<{ id: string; organisation: string }>(
      `select a.person_id as id, p.organisation_id as organisation from account a join profile p on p.person_id = a.person_id where a.email = 'learner@demo.example.org'`,
    );
    const day = await test.get(ReadMyDay).execute(Actor.person({ personId, memberships: [{ organisationId, role: 'learner' }], language: 'fr' }));
    expect(day.items.filter(({ startsAt, state }) => new Date(startsAt) > new Date(instant) && state !== 'cancelled').length).toBeGreaterThan(0);
  });

  it('has an absence to decide that meets a session', async () => {
    await loadDemo(get, test.ownerUrl, PASSWORD);
    expect(await count(`absence_notice n join attendee a on a.person_id = n.person_id join occurrence o on o.id = a.occurrence_id and n.during @> o.starts_at where n.state = 'to-justify'`)).toBe(1);
  });

  it('is loaded once: into an installation that has nobody, and not again after it was removed', async () => {
    expect(await loadFirstDemo(get, test.ownerUrl, PASSWORD)).toBe(true);
    expect(await loadFirstDemo(get, test.ownerUrl, PASSWORD)).toBe(true);
    expect(await loadDemo(get, test.ownerUrl, PASSWORD)).toBeUndefined();
    expect(await count('organisation')).toBe(1);
    expect(await takeDemoAway(get, test.ownerUrl)).toBe(true);
    expect(await loadFirstDemo(get, test.ownerUrl, PASSWORD)).toBe(false);
    expect(await hasDemo(test.ownerUrl)).toBe(false);
  });

  it('is not loaded where somebody has founded an organisation', async () => {
    await make.organisation({ name: 'A real centre' });
    expect(await loadFirstDemo(get, test.ownerUrl, PASSWORD)).toBe(false);
    expect(await count('organisation')).toBe(1);
  });

  it('whose loading was interrupted is cleared away and loaded whole', async () => {
    const interrupted: GetUseCase = (useCase) => {
      if (useCase.name === 'BookRoom') throw new Error('killed');
      return test.get(useCase);
    };
    await expect(LoadDemo.execute(interrupted, PASSWORD)).rejects.toThrow('killed');
    expect((await findTenants(test.ownerUrl)).unfinished).toHaveLength(1);
    expect(await loadFirstDemo(get, test.ownerUrl, PASSWORD)).toBe(true);
    expect(await findTenants(test.ownerUrl)).toMatchObject({ organisations: 2, unfinished: [] });
    expect(await count('person')).toBe(people.length);
  });

  it('goes without a trace but its archived name and its audit trail, and takes nothing of others', async () => {
    const own = await make.organisation({ name: 'A real centre' });
    const manager = await make.actor({ organisation: own, roles: ['manager'] });
    await loadDemo(get, test.ownerUrl, PASSWORD);
    const { demo = '' } = await findTenants(test.ownerUrl);
    const [shared] = await test.asOwner<{ id: string }>(`select person_id as id from account where email = 'trainer@demo.example.org'`);
    await test.asOwner(`insert into profile (organisation_id, person_id, given_name) values ($1, $2, 'Youssef')`, [own.id, shared?.id]);
    await test.asOwner(`insert into membership (organisation_id, person_id, role) values ($1, $2, 'trainer')`, [own.id, shared?.id]);
    const before = await rowsOf(own.id);

    expect(await test.get(RemoveDemo).execute(manager, demo)).toMatchObject({ code: 'NOT_FOUND' });
    const admin = await make.actor({ platformAdmin: true });
    expect(await test.get(RemoveDemo).execute(admin, demo)).toEqual({ organisationId: demo });

    expect(Object.keys(await rowsOf(demo)).sort()).toEqual(['audit_entry', 'change']);
    expect(await rowsOf(own.id)).toEqual(before);
    expect(await count(`organisation where is_demo and archived_at is not null`)).toBe(1);
    // The trainer works in the real centre as well by now and stays; of the others nothing is left.
    expect(await test.asOwner(`select email from account where email like '%@demo.example.org'`)).toEqual([{ email: 'trainer@demo.example.org' }]);
    expect(await test.get(RemoveDemo).execute(admin, demo)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is the only organisation that can be removed', async () => {
    const own = await make.organisation();
    const manager = await make.actor({ organisation: own, roles: ['manager'] });
    expect(await test.get(RemoveDemo).execute(manager, own.id)).toMatchObject({ code: 'NOT_FOUND' });
    const learner = await make.actor({ organisation: own, roles: ['learner'] });
    expect(await test.get(RemoveDemo).execute(learner, own.id)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await test.database.as(Actor.system(), (tx) => tx.query(`select app.remove_demo('${own.id}') as done`))).toEqual([{ done: false }]);
    expect(await count('organisation where archived_at is null')).toBe(1);
  });

  /** How many rows of an organisation every table holds that has a column for it. */
  async function rowsOf(organisationId: string): Promise<Record<string, number>> {
    const tables = await test.asOwner<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`);
    const counted: Record<string, number> = {};
    for (const { name } of tables) {
      const rows = await count(`${name} where organisation_id = '${organisationId}'`);
      if (rows > 0) counted[name] = rows;
    }
    return counted;
  }
});
