import { EndShare, IdentityModule, mayManageSites, ReadShares, Share, ShareableKinds, type StandingShare } from '@app/identity';
import { type Actor, InvalidInput, isProblem, NotAllowed, NotFound } from '@app/platform';
import { Make, type MadeOrganisation } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

describe('sharing with another organisation', () => {
  let test: TestModule;
  let make: Make;
  let [owner, partner]: MadeOrganisation[] = [];
  let site: { id: string };
  let manager: Actor;
  let share: (wishes?: object, actor?: Actor) => ReturnType<Share['execute']>;
  const allows = async (organisation = partner, right = 'read'): Promise<boolean | undefined> => {
    const [row] = await test.database.as(manager, (tx) => tx.query<{ ok: boolean }>(`select app.is_shared($1, 'site', $2, $3, array[$4]::uuid[]) as ok`, [owner?.id, site.id, right, organisation?.id]));
    return row?.ok;
  };

  beforeAll(async () => {
    test = await openTestModule([IdentityModule]);
    make = new Make(test);
    test.get(ShareableKinds).register({
      kind: 'site',
      rights: ['read', 'book'],
      mayShare: mayManageSites,
      isOwn: async (tx, organisationId, id) => (await tx.query('select from site where organisation_id = $1 and id = $2', [organisationId, id])).length > 0,
    });
  });
  afterAll(() => test.close());
  afterEach(() => test.moveClock('0'));
  beforeEach(async () => {
    [owner, partner] = [await make.organisation({ name: 'Owner' }), await make.organisation({ name: 'Partner' })];
    site = await make.site(owner);
    manager = await make.actor({ organisation: owner, roles: ['manager'] });
    share = (wishes = {}, actor = manager) =>
      test.get(Share).execute(actor, { organisationId: owner?.id ?? '', subject: { kind: 'site', id: site.id }, toOrganisationId: partner?.id ?? '', right: 'read', ...wishes });
  });

  it('grants one right on one thing to one organisation, until it ends or is ended', async () => {
    const standing = (await share({ until: new Date(Date.now() + 86_400_000) })) as StandingShare;
    expect([await allows(), await allows(partner, 'book'), await allows(await make.organisation())]).toEqual([true, false, false]);
    await test.moveClock('25 hours');
    expect(await allows()).toBe(false);
    await test.moveClock('0');
    expect(await test.get(EndShare).execute(manager, { shareId: standing.id, expectedVersion: 1 })).toMatchObject({ version: 2 });
    expect(await allows()).toBe(false);
  });

  it('shared again changes the end instead of adding a second grant', async () => {
    await share({ until: new Date(Date.now() + 1_000) });
    expect(await share()).toMatchObject({ until: null, version: 2 });
    expect(await test.asOwner('select from share where subject_id = $1', [site.id])).toHaveLength(1);
  });

  it('what is lent has its name for those at both ends while the share stands; the thing itself and what is not lent stay unseen', async () => {
    const room = async (name: string): Promise<string> => {
      const [row] = await test.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, $3, 10) returning id`, [owner?.id, site.id, name]);
      return row?.id ?? '';
    };
    const lent = await room('Salle Horta');
    await room('Bureau de la direction');
    await test.asOwner(`insert into share (organisation_id, subject_kind, subject_id, to_organisation_id, "right", until) values ($1, 'room', $2, $3, 'book', app.now() + interval '1 day')`, [owner?.id, lent, partner?.id]);
    const receiver = await make.actor({ organisation: partner, roles: ['manager'] });
    const stranger = await make.actor({ organisation: await make.organisation(), roles: ['manager'] });
    const listed = async (actor: Actor, organisation = partner): Promise<unknown> => {
      const shares = await test.get(ReadShares).execute(actor, organisation?.id ?? '');
      return isProblem(shares) ? shares : shares.map(({ subjectName, partnerName }) => [subjectName, partnerName]);
    };
    expect(await listed(receiver)).toEqual([['Salle Horta', 'Owner']]);
    expect(await listed(manager, owner)).toEqual([['Salle Horta', 'Partner']]);
    expect(await listed(stranger)).toBeInstanceOf(NotFound);
    const seenBy = (actor: Actor) => test.database.as(actor, (tx) => tx.query('select name from app.names_of_shared_things()'));
    expect([await seenBy(receiver), await seenBy(stranger)]).toEqual([[{ name: 'Salle Horta' }], []]);
    expect(await test.database.as(receiver, (tx) => tx.query('select from resource'))).toEqual([]);
    await test.moveClock('25 hours');
    expect([await listed(receiver), await seenBy(receiver)]).toEqual([[], []]);
  });

  it('who receives sees the grant and can neither end nor pass it on', async () => {
    const standing = (await share()) as StandingShare;
    const receiver = await make.actor({ organisation: partner, roles: ['manager'] });
    const third = await make.organisation();
    expect(await test.get(EndShare).execute(receiver, { shareId: standing.id, expectedVersion: 1 })).toEqual(new NotAllowed('share.end'));
    expect(await share({ organisationId: partner?.id, toOrganisationId: third.id }, receiver)).toEqual(new NotFound('site'));
    expect(await allows()).toBe(true);
  });

  it('case 17: what the caller does not manage cannot be shared, and a stranger learns nothing', async () => {
    const [learner, stranger] = [await make.actor({ organisation: owner }), await make.actor({ organisation: await make.organisation(), roles: ['manager'] })];
    expect(await share({}, learner)).toEqual(new NotAllowed('share.create'));
    expect(await share({}, stranger)).toEqual(new NotFound('organisation'));
    const standing = (await share()) as StandingShare;
    expect(await test.get(EndShare).execute(stranger, { shareId: standing.id, expectedVersion: 1 })).toEqual(new NotFound('share'));
  });

  it('refuses what makes no sense, and says why', async () => {
    expect(await share({ right: 'use' })).toEqual(InvalidInput.at('right', 'share.not-for-kind', { kind: 'site', right: 'use' }));
    expect(await share({ toOrganisationId: owner?.id })).toEqual(InvalidInput.at('toOrganisationId', 'share.with-oneself'));
    expect(await share({ until: new Date(0) })).toEqual(InvalidInput.at('until', 'instant.past'));
    expect(await share({ toOrganisationId: '01890000-0000-7000-8000-00000000dead' })).toEqual(new NotFound('organisation'));
  });
});
