import {
  AlreadyMember,
  BothHaveJoined,
  ChangeRoles,
  EndMembership,
  FindActor,
  IdentityModule,
  InvitePerson,
  LastManager,
  type Member,
  type MergedPeople,
  MergePeople,
  ReadPeople,
  ReinstateMember,
  SendInvitation,
  SuspendMember,
  UpdateProfile,
  WithdrawInvitation,
} from '@app/identity';
import { type Actor, InvalidInput, isProblem, NotAllowed, NotFound, type Role, StaleVersion } from '@app/platform';
import { Make, type MadeOrganisation, type MadePerson } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

const ZOE = { givenName: 'Zoé', familyName: 'Démo', email: 'zoe@example.org' };

describe('people of an organisation', () => {
  let test: TestModule;
  let make: Make;
  let centre: MadeOrganisation;
  let manager: Actor;
  let coordinator: Actor;

  const invite = (wishes: object = {}, actor = coordinator) => test.get(InvitePerson).execute(actor, { ...ZOE, roles: ['learner'], organisationId: centre.id, ...wishes });
  const invited = async (wishes: object = {}): Promise<Member> => {
    const answer = await invite({ email: `z-${Math.random()}@example.org`, ...wishes });
    if (isProblem(answer)) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const edit = (of: { personId: string; version?: number } | MadePerson) => ({
    organisationId: centre.id,
    personId: 'personId' in of ? of.personId : of.id,
    expectedVersion: ('version' in of && of.version) || 1,
  });
  const rolesOf = (personId: string) =>
    test.asOwner<{ role: Role; state: string }>('select role, state from membership where organisation_id = $1 and person_id = $2 order by role', [centre.id, personId]);
  const actionsOf = async (personId: string): Promise<string[]> =>
    (await test.asOwner<{ action: string }>('select action from audit_entry where person_id = $1 order by id', [personId])).map((row) => row.action);

  beforeAll(async () => {
    test = await openTestModule([IdentityModule]);
    make = new Make(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    centre = await make.organisation();
    manager = await make.actor({ organisation: centre, roles: ['manager'] });
    coordinator = await make.actor({ organisation: centre, roles: ['coordinator'] });
  });

  describe('inviting', () => {
    it('makes a provisional person, a profile, the roles as invited, one mail and the address to reach', async () => {
      const member = await invited({ email: 'zoe@example.org' });
      expect(member).toMatchObject({ givenName: 'Zoé', familyName: 'Démo', joinedAt: null, language: 'fr', roles: [{ role: 'learner', state: 'invited' }] });
      expect(await test.asOwner('select claimed_at, merged_into from person where id = $1', [member.personId])).toEqual([{ claimed_at: null, merged_into: null }]);
      expect(await test.asOwner('select type, address, state from message where person_id = $1', [member.personId])).toEqual([{ type: 'identity.invitation', address: 'zoe@example.org', state: 'due' }]);
      expect(await test.asOwner('select address, organisation_id from recipient where person_id = $1', [member.personId])).toEqual([{ address: 'zoe@example.org', organisation_id: centre.id }]);
      expect(await test.asOwner('select kind, version from change where person_id = $1', [member.personId])).toEqual([{ kind: 'invited', version: 1 }]);
    });

    it('does not look up whether the human has an account: he is a new person here, whoever he is elsewhere', async () => {
      const known = await make.person({ organisation: await make.organisation(), email: 'known@example.org' });
      expect((await invited({ email: 'known@example.org' })).personId).not.toBe(known.id);
    });

    it('case 14: roles above or outside the own are refused as faults, and nothing changes', async () => {
      const before = await test.asOwner('select count(*) from person');
      for (const role of ['coordinator', 'manager', 'observer']) {
        expect(await invite({ roles: ['learner', role] })).toEqual(InvalidInput.at('roles', 'role.not-yours', { role }));
      }
      expect(await invite({}, await make.actor({ organisation: centre, roles: ['trainer'] }))).toEqual(new NotAllowed('person.invite'));
      expect(await test.asOwner('select count(*) - 1 as count from person')).toEqual(before);
      expect(isProblem(await invite({ roles: ['manager', 'observer'] }, manager))).toBe(false);
    });

    it('says who has the address already, however it is written', async () => {
      const first = await invited({ email: 'Zoe@example.org' });
      expect(await invite({ email: 'zoe@EXAMPLE.org' })).toEqual(new AlreadyMember(first.personId));
    });

    it('20 at once for one address: one person, the others hear who it is', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => invite()));
      expect(answers.filter((answer) => !isProblem(answer))).toHaveLength(1);
      expect(answers.filter((answer) => answer instanceof AlreadyMember)).toHaveLength(19);
    });

    it('case 84: an address that could be two, or a name that could be a header, is refused', async () => {
      const answer = await invite({ email: 'a@example.org, b@example.org', givenName: 'Zoé\r\nBcc: x' });
      expect(answer).toEqual(new InvalidInput([{ field: 'givenName', reason: 'text.one-line' }, { field: 'email', reason: 'email.malformed' }]));
    });

    it('is repeated on request with one more mail and fourteen more days', async () => {
      const member = await invited();
      await test.moveClock('10 days');
      const again = await test.get(SendInvitation).execute(coordinator, edit(member));
      expect(again).toMatchObject({ version: 2 });
      expect(await test.asOwner('select timing_version from message where person_id = $1 order by 1', [member.personId])).toEqual([{ timing_version: 1 }, { timing_version: 2 }]);
      expect(await test.asOwner(`select round(extract(epoch from expires_at - app.now()) / 86400)::int as days from invitation where person_id = $1`, [member.personId])).toEqual([{ days: 14 }]);
      await test.moveClock('0');
    });

    it('is withdrawn: the roles that were offered end and the invitation opens nothing', async () => {
      const member = await invited();
      expect(await test.get(WithdrawInvitation).execute(coordinator, edit(member))).toMatchObject({ roles: [{ role: 'learner', state: 'ended' }] });
      expect(await test.asOwner('select state from invitation where person_id = $1', [member.personId])).toEqual([{ state: 'withdrawn' }]);
      expect(await test.get(WithdrawInvitation).execute(coordinator, { ...edit(member), expectedVersion: 2 })).toEqual(new NotFound('invitation'));
    });

    it('goes to the corrected address, and what went to the wrong one opens nothing', async () => {
      const member = await invited({ email: 'wrong@example.org' });
      await test.get(UpdateProfile).execute(coordinator, { ...edit(member), email: 'right@example.org' });
      expect(await test.asOwner('select email, state from invitation where person_id = $1 order by id', [member.personId])).toEqual([
        { email: 'wrong@example.org', state: 'withdrawn' },
        { email: 'right@example.org', state: 'open' },
      ]);
      expect(await test.asOwner('select address from recipient where person_id = $1', [member.personId])).toEqual([{ address: 'right@example.org' }]);
    });
  });

  describe('roles', () => {
    it('are given and taken within the own rights, and the trail says before and after', async () => {
      const person = await make.person({ organisation: centre, roles: ['learner'] });
      expect(await test.get(ChangeRoles).execute(coordinator, { ...edit(person), roles: ['trainer', 'expert'] })).toMatchObject({ version: 2 });
      expect(await rolesOf(person.id)).toEqual([{ role: 'expert', state: 'active' }, { role: 'learner', state: 'ended' }, { role: 'trainer', state: 'active' }]);
      expect(await test.asOwner(`select facts from audit_entry where person_id = $1 and action = 'person.roles-changed'`, [person.id])).toEqual([{ facts: { before: ['learner'], after: ['expert', 'trainer'] } }]);
    });

    it('case 14: a coordinator neither gives nor takes manager, observer or coordinator', async () => {
      const observer = await make.person({ organisation: centre, roles: ['observer', 'learner'] });
      const change = (roles: Role[]) => test.get(ChangeRoles).execute(coordinator, { ...edit(observer), roles });
      expect(await change(['observer', 'learner', 'manager'])).toEqual(InvalidInput.at('roles', 'role.not-yours', { role: 'manager' }));
      expect(await change(['learner'])).toEqual(InvalidInput.at('roles', 'role.not-yours', { role: 'observer' }));
      expect(await change(['observer', 'trainer'])).toMatchObject({ version: 2 });
    });

    it('the last manager can neither leave, be suspended nor lose the role, and of two who leave at once one stays', async () => {
      const key = { organisationId: centre.id, personId: manager.personId ?? '', expectedVersion: 1 };
      expect(await test.get(ChangeRoles).execute(manager, { ...key, roles: ['trainer'] })).toEqual(new LastManager());
      expect(await test.get(EndMembership).execute(manager, key)).toEqual(new LastManager());
      const second = await make.actor({ organisation: centre, roles: ['manager'] });
      const answers = await Promise.all([manager, second].map((one) => test.get(EndMembership).execute(one, { ...key, personId: one.personId ?? '' })));
      expect(answers.filter((answer) => answer instanceof LastManager)).toHaveLength(1);
    });

    it('an edit of what somebody else changed meanwhile is refused', async () => {
      const person = await make.person({ organisation: centre });
      await test.get(ChangeRoles).execute(coordinator, { ...edit(person), roles: ['trainer'] });
      expect(await test.get(SuspendMember).execute(coordinator, edit(person))).toEqual(new StaleVersion(1, 2));
    });
  });

  describe('suspending', () => {
    it('case 5: shuts out with the commit, and reinstating lets in again', async () => {
      const person = await make.person({ organisation: centre });
      const { token } = await make.session(person);
      const suspended = await test.get(SuspendMember).execute(coordinator, { ...edit(person), reason: 'Absent' });
      expect(suspended).toMatchObject({ version: 2, roles: [{ role: 'learner', state: 'suspended' }] });
      expect(await test.get(FindActor).bySession(token)).toBeUndefined();
      await test.get(ReinstateMember).execute(coordinator, { ...edit(person), expectedVersion: 2 });
      const { token: fresh } = await make.session(person);
      expect((await test.get(FindActor).bySession(fresh))?.rolesIn(centre.id)).toEqual(['learner']);
      expect(await actionsOf(person.id)).toEqual(['person.suspended', 'person.reinstated']);
    });

    it('is not for those above, nor for oneself', async () => {
      const above = await make.person({ organisation: centre, roles: ['manager', 'trainer'] });
      expect(await test.get(SuspendMember).execute(coordinator, edit(above))).toEqual(new NotAllowed('person.suspend'));
      expect(await test.get(SuspendMember).execute(manager, { ...edit(above), personId: manager.personId ?? '' })).toEqual(InvalidInput.at('personId', 'person.oneself'));
    });
  });

  describe('two entries of one human', () => {
    it('are listed by name, and merging keeps one, completes it, unites the roles and lists what clashed', async () => {
      const stays = await invited({ email: 'a@example.org', roles: ['learner'] });
      const goes = await invited({ givenName: 'zoe', email: 'b@example.org', phone: '+32 470 12 34 56', roles: ['trainer'] });
      const pairs = await test.get(ReadPeople).duplicates(coordinator, centre.id);
      expect(pairs).toContainEqual(expect.objectContaining({ personId: stays.personId, otherPersonId: goes.personId }));
      const input = { organisationId: centre.id, awayPersonId: goes.personId, awayExpectedVersion: 1, intoPersonId: stays.personId, intoExpectedVersion: 1 };
      const tried = (await test.get(MergePeople).execute(coordinator, { ...input, dryRun: true })) as MergedPeople;
      expect(tried.clashes).toEqual([{ what: 'givenName', kept: 'Zoé', dropped: 'zoe' }, { what: 'email', kept: 'a@example.org', dropped: 'b@example.org' }]);
      const merged = (await test.get(MergePeople).execute(coordinator, input)) as MergedPeople;
      expect(merged.member).toMatchObject({ email: 'a@example.org', phone: '+32 470 12 34 56', roles: [{ role: 'learner' }, { role: 'trainer' }] });
      expect(await test.asOwner('select merged_into from person where id = $1', [goes.personId])).toEqual([{ merged_into: stays.personId }]);
      // The past is not rewritten: it still names the entry to which it happened.
      expect(await test.asOwner('select person_id from change where kind = $1 and subject_id = $2', ['invited', goes.personId])).toEqual([{ person_id: goes.personId }]);
      const history = await test.get(ReadPeople).history(coordinator, { organisationId: centre.id, personId: stays.personId }, { first: 10 });
      expect(!isProblem(history) && history.rows.map((row) => row.action)).toEqual(['person.merged', 'person.invited', 'person.invited']);
    });

    it('who has signed in is the one that stays; two who have cannot be made one by a centre', async () => {
      const human = await make.person({ organisation: centre });
      await test.asOwner('update profile set joined_at = app.now() where person_id = $1', [human.id]);
      const entry = await invited();
      const merge = (away: string, into: string) =>
        test.get(MergePeople).execute(coordinator, { organisationId: centre.id, awayPersonId: away, awayExpectedVersion: 1, intoPersonId: into, intoExpectedVersion: 1 });
      expect(await merge(human.id, entry.personId)).toEqual(InvalidInput.at('awayPersonId', 'merge.joined-stays'));
      const claimed = await make.person({ organisation: centre });
      expect(await merge(claimed.id, human.id)).toEqual(new BothHaveJoined());
      expect(await merge(entry.personId, human.id)).toMatchObject({ member: { personId: human.id } });
    });
  });

  it('case 10: a person of another centre is answered like one that never existed, whatever is asked', async () => {
    const foreign = await make.person({ organisation: await make.organisation() });
    const never = '01890000-0000-7000-8000-00000000dead';
    for (const personId of [foreign.id, never]) {
      const key = { organisationId: centre.id, personId, expectedVersion: 1 };
      const merge = { organisationId: centre.id, awayPersonId: personId, awayExpectedVersion: 1, intoPersonId: manager.personId ?? '', intoExpectedVersion: 1 };
      const answers = await Promise.all([
        test.get(UpdateProfile).execute(manager, { ...key, givenName: 'x' }),
        test.get(ChangeRoles).execute(manager, { ...key, roles: ['learner'] }),
        test.get(SuspendMember).execute(manager, key),
        test.get(ReinstateMember).execute(manager, key),
        test.get(EndMembership).execute(manager, key),
        test.get(SendInvitation).execute(manager, key),
        test.get(WithdrawInvitation).execute(manager, key),
        test.get(MergePeople).execute(manager, merge),
        test.get(ReadPeople).one(manager, key),
        test.get(ReadPeople).history(manager, key, { first: 10 }),
      ]);
      expect(answers).toEqual(Array(10).fill(new NotFound('person')));
    }
  });

  describe('the list', () => {
    const list = async (filter: object = {}, page: { first: number; after?: string[] } = { first: 50 }, actor = coordinator) => {
      const answer = await test.get(ReadPeople).list(actor, { organisationId: centre.id, ...filter }, page);
      if (isProblem(answer)) throw new Error(JSON.stringify(answer));
      return answer;
    };
    const names = async (filter: object) => (await list(filter)).rows.map((row) => row.givenName);

    it('finds by parts of name, address and reference, without accents and case, and takes % and _ as they are', async () => {
      await invited({ givenName: 'Éléonore', familyName: 'Çelik', reference: 'A_12%' });
      await invited({ givenName: 'Łukasz', familyName: 'Øverland', email: 'lukas@example.org' });
      expect(await names({ search: 'ELEO celi' })).toEqual(['Éléonore']);
      expect(await names({ search: 'celik eleonore' })).toEqual(['Éléonore']);
      expect(await names({ search: 'overl' })).toEqual(['Łukasz']);
      expect(await names({ search: 'lukas@' })).toEqual(['Łukasz']);
      expect(await names({ search: '_12%' })).toEqual(['Éléonore']);
      expect(await names({ search: '%' })).toEqual(['Éléonore']);
      expect(await names({ search: "'; drop table profile; --" })).toEqual([]);
    });

    it('filters by role, state and site', async () => {
      const site = await make.site(centre);
      await invited({ givenName: 'Ada', roles: ['trainer'], siteId: site.id });
      const left = await invited({ givenName: 'Bea' });
      await test.get(EndMembership).execute(coordinator, edit(left));
      expect(await names({ roles: ['trainer', 'expert'] })).toEqual(['Ada']);
      expect(await names({ states: ['ended'] })).toEqual(['Bea']);
      expect(await names({ states: ['invited'] })).toEqual(['Ada']);
      expect(await names({ siteId: site.id })).toEqual(['Ada']);
    });

    it('is read page by page in the order of names, every person once', async () => {
      for (const n of [3, 1, 2, 5, 4]) await invited({ familyName: `Ä${n}` });
      const seen: string[] = [];
      let after: string[] | undefined;
      for (;;) {
        const page = await list({ roles: ['learner'] }, { first: 2, after });
        seen.push(...page.rows.map((row) => row.familyName));
        const last = page.rows.at(-1);
        if (!page.hasNextPage || !last) break;
        after = [last.sortName, last.id];
      }
      expect(seen).toEqual(['Ä1', 'Ä2', 'Ä3', 'Ä4', 'Ä5']);
    });

    it('case 18: is not for learners, trainers, experts and observers, and not for strangers', async () => {
      for (const role of ['learner', 'trainer', 'expert', 'observer'] as const) {
        const actor = await make.actor({ organisation: centre, roles: [role] });
        expect(await test.get(ReadPeople).list(actor, { organisationId: centre.id }, { first: 1 })).toEqual(new NotAllowed('people.read'));
      }
      const stranger = await make.actor({ organisation: await make.organisation(), roles: ['manager'] });
      expect(await test.get(ReadPeople).list(stranger, { organisationId: centre.id }, { first: 1 })).toEqual(new NotFound('organisation'));
      await expect(test.database.as(stranger, (tx) => tx.query(`select * from app.people($1, '{}', null, '{active}', null, null, null, 10)`, [centre.id]))).rejects.toThrow(/another organisation/);
    });
  });
});
