import { ActivateSecondFactor, EnrolSecondFactor, FindActor, FindMe, IdentityModule, ReadPlaces, SignIn, type SignedIn, UpdateOrganisation } from '@app/identity';
import { type Actor, InvalidInput, isProblem } from '@app/platform';
import { generateSync } from 'otplib';
import { Make, type MadeOrganisation, type MadePerson, PASSWORD, VISITOR } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

/** An organisation demands a second factor of those who run it. */
describe('a demanded second factor', () => {
  let test: TestModule;
  let make: Make;
  let centre: MadeOrganisation;
  let manager: MadePerson;

  beforeAll(async () => {
    test = await openTestModule([IdentityModule]);
    make = new Make(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    centre = await make.organisation();
    manager = await make.person({ organisation: centre, roles: ['manager', 'trainer'] });
  });

  const came = <T>(answer: T): Exclude<T, { readonly code: string }> => {
    if (isProblem(answer)) throw new Error(`Refused: ${answer.code}`);
    return answer as Exclude<T, { readonly code: string }>;
  };
  const signIn = async (person: MadePerson): Promise<string> =>
    came<SignedIn>((await test.get(SignIn).execute({ email: person.email, password: PASSWORD, visitor: VISITOR })) as SignedIn).session.token;
  const actorOf = async (token: string): Promise<Actor> => {
    const actor = await test.get(FindActor).bySession(token);
    if (!actor) throw new Error('Nobody.');
    return actor;
  };
  const enrol = async (actor: Actor): Promise<string> => {
    const { secret } = came(await test.get(EnrolSecondFactor).execute(actor, { password: PASSWORD, visitor: VISITOR }));
    return came(await test.get(ActivateSecondFactor).execute(actor, { code: generateSync({ secret }), visitor: VISITOR })).session.token;
  };
  const demand = (actor: Actor, demanded = true) => test.get(UpdateOrganisation).execute(actor, { organisationId: centre.id, expectedVersion: 1, secondFactorDemanded: demanded });

  it('takes the roles of a manager and a coordinator out of every session that showed none, also of those that were open before', async () => {
    const coordinator = await make.person({ organisation: centre, roles: ['coordinator'] });
    const open = await signIn(coordinator);
    expect((await actorOf(open)).isMemberOf(centre.id, 'coordinator')).toBe(true);

    const token = await enrol(await actorOf(await signIn(manager)));
    came(await demand(await actorOf(token)));

    expect((await actorOf(open)).isMemberOf(centre.id)).toBe(false);
    expect((await actorOf(await signIn(coordinator))).isMemberOf(centre.id)).toBe(false);
    expect(came(await test.get(FindMe).execute(await actorOf(open)))).toMatchObject({ organisations: [], secondFactorDemandedBy: ['Centre'] });
    expect((await actorOf(token)).isMemberOf(centre.id, 'manager')).toBe(true);
    expect(came(await test.get(ReadPlaces).organisation(await actorOf(token), centre.id))).toMatchObject({ secondFactorDemanded: true });
  });

  it('opens the roles with the first code, in the session in which it was shown', async () => {
    await test.asOwner('update organisation set second_factor_demanded = true where id = $1', [centre.id]);
    const actor = await actorOf(await signIn(manager));
    expect([actor.isMemberOf(centre.id, 'manager'), actor.isMemberOf(centre.id, 'trainer')]).toEqual([false, true]);
    const after = await actorOf(await enrol(actor));
    expect(after.isMemberOf(centre.id, 'manager')).toBe(true);
    expect(came(await test.get(FindMe).execute(after))).toMatchObject({ secondFactorDemandedBy: [] });
  });

  it('is not demanded by somebody who has none: he would be the first to stand outside', async () => {
    const answer = await demand(await actorOf(await signIn(manager)));
    expect(answer).toBeInstanceOf(InvalidInput);
    expect(answer).toMatchObject({ faults: [{ field: 'secondFactorDemanded', reason: 'second-factor.own-first' }] });
  });

  it('leaves other organisations and other roles alone', async () => {
    await test.asOwner('update organisation set second_factor_demanded = true where id = $1', [centre.id]);
    const elsewhere = await make.organisation();
    const stranger = await make.person({ organisation: elsewhere, roles: ['manager'] });
    const learner = await make.person({ organisation: centre, roles: ['learner'] });
    expect((await actorOf(await signIn(stranger))).isMemberOf(elsewhere.id, 'manager')).toBe(true);
    expect((await actorOf(await signIn(learner))).isMemberOf(centre.id, 'learner')).toBe(true);
  });
});
