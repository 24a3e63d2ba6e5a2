import {
  AcceptInvitation,
  type AcceptedInvitation,
  FindActor,
  FindInvitation,
  IdentityModule,
  InvitationVoid,
  InvitePerson,
  type Member,
  SendInvitation,
  SignInFirst,
  SignInWithLink,
  SuspendMember,
  WithdrawInvitation,
} from '@app/identity';
import { MessageTypes } from '@app/messages';
import { Actor, defineTexts, InvalidInput, isProblem, type Role } from '@app/platform';
import { Make, type MadeOrganisation, VISITOR } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

describe('an invitation from mail to membership', () => {
  let test: TestModule;
  let make: Make;
  let centre: MadeOrganisation;
  let coordinator: Actor;

  const invite = async (email: string, roles: Role[] = ['learner']): Promise<Member> => {
    const answer = await test.get(InvitePerson).execute(coordinator, { organisationId: centre.id, givenName: 'Zoé', familyName: 'Démo', email, roles });
    if (isProblem(answer)) throw new Error(JSON.stringify(answer));
    return answer;
  };
  /** What the dispatcher does at hand-over; undefined when it withdraws the mail. */
  const handOver = async (member: Member): Promise<{ token: string; values: Record<string, unknown> } | undefined> => {
    const [row] = await test.asOwner<{ id: string }>(`select id from invitation where organisation_id = $1 and person_id = $2 order by id desc limit 1`, [centre.id, member.personId]);
    const type = test.get(MessageTypes).get('identity.invitation');
    const message = { messageId: row?.id ?? '', personId: member.personId, organisationId: centre.id, subject: { kind: 'invitation', id: row?.id ?? '' }, language: 'fr' as const };
    const values = await test.database.as(Actor.system(centre.id), async (tx) => type?.load(tx, message));
    const [, token = ''] = String(values?.link).split('#');
    return values && { token, values };
  };
  const mailed = async (member: Member): Promise<string> => (await handOver(member))?.token ?? '';
  const accept = (token: string, actor = Actor.anonymous(), account?: object) => test.get(AcceptInvitation).execute(actor, { token, visitor: VISITOR, account });
  const address = (): string => `zoe-${Math.random()}@example.org`;

  beforeAll(async () => {
    test = await openTestModule([IdentityModule]);
    make = new Make(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    centre = await make.organisation({ name: 'Centre Démo' });
    coordinator = await make.actor({ organisation: centre, roles: ['coordinator'], givenName: 'Marie', familyName: 'Coord' });
  });

  it('the mail says who invites where and until when; its secret is made at hand-over and kept as a digest only', async () => {
    const member = await invite(address());
    expect(await test.asOwner('select from invitation_token')).toHaveLength(0);
    const { token, values } = (await handOver(member)) ?? { token: '', values: {} };
    expect(values).toMatchObject({ name: 'Zoé', organisation: 'Centre Démo', inviter: 'Marie Coord' });
    expect(token).toMatch(/^[\w-]{43}$/);
    const everywhere = await test.asOwner<{ found: boolean }>(
      `select exists (select from invitation_token t where t::text like '%' || $1 || '%') or exists (select from message m where m::text like '%' || $1 || '%') as found`, [token]);
    expect(everywhere).toEqual([{ found: false }]);
  });

  it('mail and page speak of roles in the words of the centre that invites, in the language of the reader, and in ours where it has none', async () => {
    await test.asOwner('update organisation set words = $2 where id = $1', [centre.id, JSON.stringify({ trainer: { fr: 'Coach' }, cohort: { fr: 'Volée' } })]);
    const member = await invite(address(), ['trainer', 'learner']);
    const { token, values } = (await handOver(member)) ?? { token: '', values: {} };
    expect(values).toMatchObject({ roles: 'Apprenant·e, Coach', roleCount: 2 });
    const { fr } = test.get(MessageTypes).get('identity.invitation')?.texts ?? {};
    expect(defineTexts({ fr: { body: fr?.body ?? '' }, nl: { body: '' }, de: { body: '' }, en: { body: '' } }).render('body', 'fr', values as Record<string, string>)).toContain('Vos rôles : Apprenant·e, Coach.');
    expect(await test.get(FindInvitation).execute({ token, visitor: VISITOR })).toMatchObject({ roles: ['learner', 'trainer'], words: { trainer: { fr: 'Coach' }, cohort: { fr: 'Volée' } } });
  });

  it('a human without an account claims the person, gets an account with a proven address, and is signed in', async () => {
    const email = address();
    const member = await invite(email, ['trainer']);
    const answer = (await accept(await mailed(member), Actor.anonymous(), { password: 'two words and a horse', language: 'nl' })) as AcceptedInvitation;
    expect(answer).toMatchObject({ organisationId: centre.id, personId: member.personId });
    const actor = await test.get(FindActor).bySession(answer.signedIn?.session.token);
    expect(actor).toMatchObject({ personId: member.personId, language: 'nl' });
    expect(actor?.rolesIn(centre.id)).toEqual(['trainer']);
    expect(await test.asOwner('select email, name, email_verified_at is not null as verified, password_hash is not null as password from account where person_id = $1', [member.personId])).toEqual([
      { email, name: 'Zoé Démo', verified: true, password: true },
    ]);
    expect(await test.asOwner('select joined_at is not null as joined from profile where person_id = $1', [member.personId])).toEqual([{ joined: true }]);
  });

  it('a weak password is refused and the invitation stays open', async () => {
    const member = await invite(address());
    const token = await mailed(member);
    expect(await accept(token, Actor.anonymous(), { password: 'short' })).toEqual(InvalidInput.at('account.password', 'password.too-short', { min: 12 }));
    expect(isProblem(await accept(token))).toBe(false);
  });

  it('a human who is signed in keeps his person: the provisional one leads to it, with its roles and history', async () => {
    const human = await make.person({ organisation: await make.organisation() });
    const member = await invite(address());
    expect(await accept(await mailed(member), make.actorOf(human))).toEqual({ organisationId: centre.id, personId: human.id });
    expect(await test.asOwner('select merged_into from person where id = $1', [member.personId])).toEqual([{ merged_into: human.id }]);
    expect(await test.asOwner('select person_id, given_name, joined_at is not null as joined from profile where organisation_id = $1 and given_name = $2', [centre.id, 'Zoé'])).toEqual([
      { person_id: human.id, given_name: 'Zoé', joined: true },
    ]);
    expect(await test.asOwner('select role, state from membership where organisation_id = $1 and person_id = $2', [centre.id, human.id])).toEqual([{ role: 'learner', state: 'active' }]);
  });

  it('a member who was noted a second time becomes one entry with the roles of both', async () => {
    const human = await make.person({ organisation: centre, roles: ['trainer'] });
    const member = await invite(address(), ['expert']);
    await accept(await mailed(member), make.actorOf(human));
    expect(await test.asOwner('select role, state from membership where organisation_id = $1 and person_id = $2 order by role', [centre.id, human.id])).toEqual([
      { role: 'expert', state: 'active' },
      { role: 'trainer', state: 'active' },
    ]);
    expect(await test.asOwner('select archived_at is not null as away from profile where person_id = $1', [member.personId])).toEqual([{ away: true }]);
  });

  it('no centre learns whom others know: a known and an unknown address give the same answers and rows', async () => {
    const human = await make.person({ email: 'known@example.org' });
    const rows = async (member: Member) => {
      const shape = await test.asOwner('select kind, data from change where subject_id = $1 union all select action, facts from audit_entry where subject_id = $1', [member.personId]);
      return { seen: { ...member, personId: '', email: '' }, shape };
    };
    const [known, unknown] = [await invite(human.email), await invite(address())];
    expect(await rows(known)).toEqual(await rows(unknown));
    // Only who holds the link, which went to that very mailbox, is told.
    expect(await accept(await mailed(known))).toEqual(new SignInFirst('known@example.org'));
    expect(await accept(await mailed(known), make.actorOf(human))).toMatchObject({ personId: human.id });
  });

  it('opens once, for one of 20 who try at the same time', async () => {
    const token = await mailed(await invite(address()));
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(token)));
    expect(answers.filter((answer) => !isProblem(answer))).toHaveLength(1);
    expect(answers.filter((answer) => answer instanceof InvitationVoid || answer instanceof SignInFirst)).toHaveLength(19);
    expect(await accept(token)).toEqual(new InvitationVoid('accepted'));
  });

  it('opens nothing when withdrawn, run out or unknown, nor when the person was suspended meanwhile', async () => {
    const [withdrawn, old, suspended] = [await invite(address()), await invite(address()), await invite(address())];
    const tokens = [await mailed(withdrawn), await mailed(old), await mailed(suspended), 'x'.repeat(43)];
    await test.get(WithdrawInvitation).execute(coordinator, { organisationId: centre.id, personId: withdrawn.personId, expectedVersion: 1 });
    await test.get(SuspendMember).execute(coordinator, { organisationId: centre.id, personId: suspended.personId, expectedVersion: 1 });
    await test.moveClock('15 days');
    const answers = await Promise.all(tokens.map((token) => accept(token)));
    expect(answers).toEqual(['withdrawn', 'expired', 'withdrawn', 'unknown'].map((why) => new InvitationVoid(why as 'unknown')));
    expect(await handOver(old)).toBeUndefined();
    await test.moveClock('0');
  });

  it('a mail sent twice has two links, and both open the same door once', async () => {
    const member = await invite(address());
    const [first, second] = [await mailed(member), await mailed(member)];
    expect(await test.get(FindInvitation).execute({ token: first, visitor: VISITOR })).toMatchObject({ organisationName: 'Centre Démo', roles: ['learner'], email: member.email });
    expect(isProblem(await accept(second))).toBe(false);
    expect(await accept(first)).toEqual(new InvitationVoid('accepted'));
  });

  it('somebody who left and is asked again comes back as himself, and nobody else can take his place', async () => {
    const human = await make.person({ organisation: centre });
    await test.asOwner(`update membership set state = 'ended', ended_at = app.now() where person_id = $1`, [human.id]);
    const again = (await test.get(SendInvitation).execute(coordinator, { organisationId: centre.id, personId: human.id, expectedVersion: 1, roles: ['learner'] })) as Member;
    const token = await mailed(again);
    const other = await make.person();
    expect(await accept(token)).toEqual(new SignInFirst(human.email));
    expect(await accept(token, make.actorOf(other))).toEqual(new SignInFirst(human.email));
    expect(await accept(token, make.actorOf(human))).toEqual({ organisationId: centre.id, personId: human.id });
  });

  it('guesses are counted per network: a few dozen, then everybody there waits', async () => {
    const visitor = { ...VISITOR, address: '203.0.113.9' };
    const codes: unknown[] = [];
    for (let n = 0; n < 55; n++) {
      const answer = await test.get(FindInvitation).execute({ token: `${n}`.padStart(43, 'x'), visitor });
      codes.push(isProblem(answer) && answer.code);
    }
    expect(codes.slice(0, 50)).toEqual(Array(50).fill('INVITATION_VOID'));
    expect(codes.slice(50)).toEqual(Array(5).fill('TOO_MANY_ATTEMPTS'));
  });

  it('an invitation is no sign-in link', async () => {
    const token = await mailed(await invite(address()));
    expect(await test.get(SignInWithLink).execute({ token, visitor: VISITOR })).toMatchObject({ code: 'LINK_EXPIRED' });
  });
});
