import { ArchiveSite, CreateOrganisation, CreateSite, IdentityModule, type Organisation, type Site, UpdateOrganisation, UpdateSite } from '@app/identity';
import { Actor, InvalidInput, isProblem, NotAllowed, NotFound, StaleVersion } from '@app/platform';
import { Make } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

const CENTRE = { name: 'Centre Démo', zone: 'Europe/Brussels', languages: ['fr', 'nl'], defaultLanguage: 'fr' } as const;
const FOUNDER = { givenName: 'Marie', familyName: 'Demo', email: 'marie@example.org' };
const SITE = { name: 'Mons', street: 'Rue de Nimy 1', postalCode: '7000', city: 'Mons', country: 'BE', zone: 'Europe/Brussels' } as const;

function accepted<T>(answer: T): Exclude<T, { code: string }> {
  if (isProblem(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, { code: string }>;
}

describe('organisations and their sites', () => {
  let test: TestModule;
  let make: Make;
  let admin: Actor;
  let found: (actor?: Actor, wishes?: object) => ReturnType<CreateOrganisation['execute']>;

  beforeAll(async () => {
    test = await openTestModule([IdentityModule]);
    make = new Make(test);
    admin = await make.actor({ platformAdmin: true });
    found = (actor = admin, wishes = {}) => test.get(CreateOrganisation).execute(actor, { ...CENTRE, founder: FOUNDER, ...wishes });
  });
  afterAll(() => test.close());

  it('a platform admin founds an organisation and is its first manager', async () => {
    const centre = accepted(await found());
    expect(centre).toMatchObject({ ...CENTRE, version: 1, isDemo: false });
    expect(await test.asOwner('select person_id, role, state from membership where organisation_id = $1', [centre.id])).toEqual([{ person_id: admin.personId, role: 'manager', state: 'active' }]);
    expect(await test.asOwner('select kind, actor_id from change where subject_id = $1', [centre.id])).toEqual([{ kind: 'created', actor_id: admin.personId }]);
  });

  it('a command of the installation founds one without a person', async () => {
    const centre = accepted(await found(Actor.system(), { founder: undefined, isDemo: true }));
    expect(centre.isDemo).toBe(true);
    expect(await test.asOwner('select from membership where organisation_id = $1', [centre.id])).toHaveLength(0);
  });

  it('nobody else does, and the attempt stands in the trail', async () => {
    const manager = await make.actor({ organisation: await make.organisation(), roles: ['manager'] });
    expect(await found(manager)).toEqual(new NotAllowed('organisation.create'));
    expect(await test.asOwner('select action, refused, organisation_id from audit_entry where actor_id = $1', [manager.personId])).toEqual([
      { action: 'organisation.create', refused: true, organisation_id: null },
    ]);
  });

  it('lists every fault of what was entered', async () => {
    const answer = await found(admin, { name: ' ', zone: 'Europe/Mons', languages: ['fr', 'xx'], defaultLanguage: 'de', founder: { givenName: 'Ma\nrie', email: 'nobody' } });
    expect(answer).toEqual(
      new InvalidInput([
        { field: 'name', reason: 'value.missing' },
        { field: 'zone', reason: 'zone.unknown', values: { zone: 'Europe/Mons' } },
        { field: 'languages.1', reason: 'value.unknown', values: { language: 'xx' } },
        { field: 'defaultLanguage', reason: 'language.not-among' },
        { field: 'founder.givenName', reason: 'text.one-line' },
        { field: 'founder.email', reason: 'email.malformed' },
      ]),
    );
  });

  it('a manager edits what he has seen; a stale edit changes nothing', async () => {
    const centre = await make.organisation();
    const manager = await make.actor({ organisation: centre, roles: ['manager'] });
    const update = (wishes: object) => test.get(UpdateOrganisation).execute(manager, { organisationId: centre.id, expectedVersion: 1, ...wishes });
    expect(accepted(await update({ words: { trainer: { fr: 'coach' } } }))).toMatchObject({ version: 2, words: { trainer: { fr: 'coach' } }, name: centre.name });
    expect(await update({ name: 'Late' })).toEqual(new StaleVersion(1, 2));
    expect(await update({ expectedVersion: 2, words: { room: { fr: 'salle' } } })).toEqual(InvalidInput.at('words.room', 'word.not-renamable', { word: 'room' }));
  });

  it('case 10: an organisation or site of another centre is answered like one that never existed', async () => {
    const [own, foreign] = [await make.organisation(), await make.organisation()];
    const manager = await make.actor({ organisation: own, roles: ['manager'] });
    const site = await make.site(foreign);
    const never = '01890000-0000-7000-8000-00000000dead';
    const organisations = [foreign.id, never].map((organisationId) => test.get(UpdateOrganisation).execute(manager, { organisationId, expectedVersion: 1, name: 'x' }));
    const created = [foreign.id, never].map((organisationId) => test.get(CreateSite).execute(manager, { ...SITE, organisationId }));
    const sites = [site.id, never].map((siteId) => test.get(UpdateSite).execute(manager, { siteId, expectedVersion: 1, name: 'x' }));
    const archived = [site.id, never].map((siteId) => test.get(ArchiveSite).execute(manager, { siteId, expectedVersion: 1, archived: true }));
    expect(await Promise.all([...organisations, ...created])).toEqual(Array(4).fill(new NotFound('organisation')));
    expect(await Promise.all([...sites, ...archived])).toEqual(Array(4).fill(new NotFound('site')));
  });

  describe('sites', () => {
    let centre: { id: string };
    let coordinator: Actor;
    const create = async (wishes: object = {}): Promise<Site> => accepted(await test.get(CreateSite).execute(coordinator, { ...SITE, organisationId: centre.id, ...wishes }));

    beforeEach(async () => {
      centre = await make.organisation();
      coordinator = await make.actor({ organisation: centre, roles: ['coordinator'] });
    });

    it('are made, edited and put away by a coordinator, and a name is free again afterwards', async () => {
      const site = await create();
      const moved = accepted(await test.get(UpdateSite).execute(coordinator, { siteId: site.id, expectedVersion: 1, city: null, zone: 'Europe/Paris' }));
      expect(moved).toMatchObject({ version: 2, city: null, street: SITE.street, zone: 'Europe/Paris' });
      const away = accepted(await test.get(ArchiveSite).execute(coordinator, { siteId: site.id, expectedVersion: 2, archived: true }));
      expect(away.archivedAt).toBeInstanceOf(Date);
      await create();
      expect(await test.get(ArchiveSite).execute(coordinator, { siteId: site.id, expectedVersion: 3, archived: false })).toEqual(InvalidInput.at('name', 'name.taken', { name: 'Mons' }));
      expect(await test.asOwner('select kind from change where subject_id = $1 order by id', [site.id])).toEqual([{ kind: 'created' }, { kind: 'zone-changed' }, { kind: 'archived' }]);
    });

    it('refuse a name that stands already, an unknown zone and an unknown country', async () => {
      await create();
      const again = await test.get(CreateSite).execute(coordinator, { ...SITE, organisationId: centre.id, name: ' Mons ' });
      expect(again).toEqual(InvalidInput.at('name', 'name.taken', { name: ' Mons ' }));
      const nowhere = await test.get(CreateSite).execute(coordinator, { ...SITE, organisationId: centre.id, name: 'X', zone: '+01:00', country: 'ZZ' });
      expect(nowhere instanceof InvalidInput && nowhere.faults.map((fault) => fault.reason)).toEqual(['country.unknown', 'zone.unknown']);
    });

    it('20 coordinators make the same site at once: one site, the others hear that the name is taken', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => test.get(CreateSite).execute(coordinator, { ...SITE, organisationId: centre.id })));
      expect(answers.filter((answer) => !isProblem(answer))).toHaveLength(1);
      expect(answers.filter((answer) => answer instanceof InvalidInput)).toHaveLength(19);
    });

    it('case 12: a learner may not, and the attempt stands in the trail of his organisation', async () => {
      const learner = await make.actor({ organisation: centre });
      expect(await test.get(CreateSite).execute(learner, { ...SITE, organisationId: centre.id })).toEqual(new NotAllowed('site.create'));
      expect(await test.asOwner('select organisation_id, action, refused from audit_entry where actor_id = $1', [learner.personId])).toEqual([
        { organisation_id: centre.id, action: 'site.create', refused: true },
      ]);
    });
  });

  it('case 11: without a declared organisation the tables show nothing and accept nothing', async () => {
    const centre: Organisation = accepted(await found());
    for (const table of ['organisation', 'site', 'profile', 'membership', 'person', 'audit_entry', 'audit_personal', 'audit_seal']) {
      expect(await test.source.query(`select * from ${table}`)).toEqual([]);
    }
    await expect(test.source.query(`insert into site (organisation_id, name) values ('${centre.id}', 'x')`)).rejects.toThrow(/row-level security/);
  });
});
