import {
  ActivateSecondFactor,
  ChangePassword,
  CodeRefused,
  ConfirmSecondFactor,
  CreateApiKey,
  EndSession,
  EnrolSecondFactor,
  FindActor,
  IdentityModule,
  ListSessions,
  PasswordRefused,
  RemoveSecondFactor,
  RemoveSecondFactorOf,
  RenewSession,
  RequestSignInLink,
  ResetPassword,
  SecondFactorActive,
  SignIn,
  type SignedIn,
  SignInWithLink,
  SignOut,
  TooManyAttempts,
} from '@app/identity';
import { type Actor, Clock, InvalidInput, isProblem, newToken, NotAllowed, NotFound } from '@app/platform';
import { generateSync } from 'otplib';
import { Make, type MadePerson, PASSWORD, VISITOR } from '../support/make.js';
import { searchEverything } from '../support/search-everything.js';
import { linkTo, mailsTo } from '../support/sign-in.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

class MovedClock extends Clock {
  ahead = 0;
  override now(): Date {
    return new Date(Date.now() + this.ahead);
  }
}

describe('second factor and own sessions', () => {
  let test: TestModule;
  let make: Make;
  const clock = new MovedClock();
  const visitor = VISITOR;

  beforeAll(async () => {
    test = await openTestModule([IdentityModule], { replace: [[Clock, clock]] });
    make = new Make(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.asOwner('delete from sign_in_limit');
  });

  const codeAt = (secret: string, ahead = clock.ahead) => generateSync({ secret, epoch: Math.floor((Date.now() + ahead) / 1_000) });
  /** A code that was not used yet: the clock goes on by one step. */
  const nextCode = (secret: string): string => {
    clock.ahead += 30_000;
    return codeAt(secret);
  };
  const must = <T>(answer: T): Exclude<T, { code: string }> => {
    if (isProblem(answer)) throw new Error(answer.code);
    return answer as Exclude<T, { code: string }>;
  };
  const actorOf = (token: string): Promise<Actor | undefined> => test.get(FindActor).bySession(token);
  const signedIn = async (person: MadePerson): Promise<Actor> => (await actorOf((await make.session(person)).token)) as Actor;
  const signIn = async (person: MadePerson): Promise<SignedIn> => must(await test.get(SignIn).execute({ email: person.email, password: PASSWORD, visitor }));
  const confirm = (pendingToken: string, code: string) => test.get(ConfirmSecondFactor).execute({ pendingToken, code, visitor });

  /** A person with an active second factor, and the session in which he activated it. */
  async function withSecondFactor(): Promise<{ person: MadePerson; secret: string; recoveryCodes: readonly string[]; token: string }> {
    const person = await make.person({ organisation: await make.organisation(), roles: ['manager'] });
    const actor = await signedIn(person);
    const { secret } = must(await test.get(EnrolSecondFactor).execute(actor, { password: PASSWORD, visitor }));
    const { recoveryCodes, session } = must(await test.get(ActivateSecondFactor).execute(actor, { code: nextCode(secret), visitor }));
    return { person, secret, recoveryCodes, token: session.token };
  }

  it('case 4: activating it asks for the password and a code, gives a new session id and ends all other sessions', async () => {
    const person = await make.person();
    const other = await make.session(person);
    const held = await make.session(person);
    const actor = (await actorOf(held.token)) as Actor;
    expect(await test.get(EnrolSecondFactor).execute(actor, { password: 'not the password', visitor })).toBeInstanceOf(PasswordRefused);
    const offer = must(await test.get(EnrolSecondFactor).execute(actor, { password: PASSWORD, visitor }));
    expect(offer.uri).toMatch(/^otpauth:\/\/totp\/Tremplin:.*secret=/);
    expect(offer.qrCode).toContain('<svg');
    expect(await test.get(ActivateSecondFactor).execute(actor, { code: '000000', visitor })).toBeInstanceOf(CodeRefused);
    expect(await actorOf(held.token)).toBeDefined();
    const activated = must(await test.get(ActivateSecondFactor).execute(actor, { code: nextCode(offer.secret), visitor }));
    expect(activated.recoveryCodes).toHaveLength(10);
    expect(new Set(activated.recoveryCodes).size).toBe(10);
    expect(activated.recoveryCodes.every((code) => /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/.test(code))).toBe(true);
    expect(await actorOf(other.token)).toBeUndefined();
    expect(await actorOf(held.token)).toBeUndefined();
    expect(await actorOf(activated.session.token)).toMatchObject({ personId: person.id });
    expect((await mailsTo(test, person.id)).map((mail) => mail.type)).toEqual(['identity.second-factor-activated']);
    expect(await test.get(EnrolSecondFactor).execute((await actorOf(activated.session.token)) as Actor, { password: PASSWORD, visitor })).toBeInstanceOf(SecondFactorActive);
  });

  it('keeps neither the secret nor a recovery code readable', async () => {
    const { person, secret, recoveryCodes } = await withSecondFactor();
    const [row] = await test.asOwner<{ secret: Buffer }>('select secret from second_factor where person_id = $1', [person.id]);
    expect(row?.secret.toString('latin1')).not.toContain(secret);
    const dump = JSON.stringify(await test.asOwner('select encode(code_hash, $2) as hash from recovery_code where person_id = $1', [person.id, 'escape']));
    for (const code of recoveryCodes) expect(dump).not.toContain(code.replaceAll('-', ''));
  });

  it('case 96: whatever was done about signing in, no secret of it lies anywhere in the database; the trail says what was done', async () => {
    const { person, secret, recoveryCodes, token } = await withSecondFactor();
    const actor = (await actorOf(token)) as Actor;
    const [organisationId = ''] = actor.organisationIds;
    const renewed = must(await test.get(ChangePassword).execute(actor, { currentPassword: PASSWORD, newPassword: 'les prunes de septembre', visitor }));
    await test.get(RequestSignInLink).execute('link', { email: person.email, visitor });
    const link = await linkTo(test, person.id);
    const made = must(await test.get(CreateApiKey).execute((await actorOf(renewed.token)) as Actor, { organisationId, name: 'Site', role: 'coordinator', scopes: ['people.read'] }));
    const secrets = [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', '')), token, renewed.token, link, made.key, 'les prunes de septembre'];
    expect(secrets.every((one) => one.length > 12)).toBe(true);
    expect(await searchEverything(test, secrets)).toEqual([]);
    // The same look finds what is there.
    expect(await searchEverything(test, [person.email])).toContain('account.email');
    const trail = await test.asOwner<{ action: string }>('select distinct action from audit_entry where person_id = $1 or organisation_id = $2 order by 1', [person.id, organisationId]);
    expect(trail.map(({ action }) => action)).toEqual(['account.password-changed', 'account.second-factor-activated', 'api-key.created']);
  });

  it('case 6: password, link and reset all wait for it; the waiting session is nobody until the code is given', async () => {
    const { person, secret } = await withSecondFactor();
    const ways = {
      password: () => test.get(SignIn).execute({ email: person.email, password: PASSWORD, visitor }),
      link: async () => {
        await test.get(RequestSignInLink).execute('link', { email: person.email, visitor });
        return test.get(SignInWithLink).execute({ token: await linkTo(test, person.id), visitor });
      },
      reset: async () => {
        await test.get(RequestSignInLink).execute('reset', { email: person.email, visitor });
        return test.get(ResetPassword).execute({ token: await linkTo(test, person.id), password: 'une tout autre phrase', visitor });
      },
    };
    for (const [way, comeIn] of Object.entries(ways)) {
      const half = must(await comeIn());
      expect(half.session.secondFactor).toBe('pending');
      expect(await actorOf(half.session.token)).toBeUndefined();
      expect(await confirm(half.session.token, '000000')).toBeInstanceOf(CodeRefused);
      const whole = must(await confirm(half.session.token, nextCode(secret)));
      expect(whole.session.token).not.toBe(half.session.token);
      expect(await actorOf(whole.session.token)).toMatchObject({ personId: person.id });
      expect(await confirm(half.session.token, nextCode(secret))).toBeInstanceOf(CodeRefused);
      const [row] = await test.asOwner<{ way: string }>('select way from session where id = $1', [whole.session.id]);
      expect(row?.way).toBe(way);
    }
  });

  it('a code works once, also when twenty requests bring it at the same time; the step before and after is accepted', async () => {
    const { person, secret } = await withSecondFactor();
    const pending = await Promise.all(Array.from({ length: 8 }, () => signIn(person)));
    const code = nextCode(secret);
    const answers = await Promise.all(pending.map(({ session }) => confirm(session.token, code)));
    expect(answers.filter((answer) => !isProblem(answer))).toHaveLength(1);
    clock.ahead += 90_000;
    expect(isProblem(await confirm((await signIn(person)).session.token, codeAt(secret, clock.ahead - 30_000)))).toBe(false);
    expect(await confirm((await signIn(person)).session.token, codeAt(secret, clock.ahead - 60_000))).toBeInstanceOf(CodeRefused);
    expect(isProblem(await confirm((await signIn(person)).session.token, codeAt(secret, clock.ahead + 30_000)))).toBe(false);
    expect(await confirm((await signIn(person)).session.token, codeAt(secret, clock.ahead + 90_000))).toBeInstanceOf(CodeRefused);
  });

  it('guessing codes is limited for the person, over new sign-ins and networks', async () => {
    const { person, secret } = await withSecondFactor();
    const answers = [];
    for (let i = 0; i < 10; i++) {
      const { session } = await signIn(person);
      answers.push((await test.get(ConfirmSecondFactor).execute({ pendingToken: session.token, code: String(100_000 + i), visitor: { address: `203.0.113.${i}` } })).constructor.name);
    }
    expect(answers).toEqual([...Array<string>(8).fill('CodeRefused'), 'TooManyAttempts', 'TooManyAttempts']);
    expect(await confirm((await signIn(person)).session.token, nextCode(secret))).toBeInstanceOf(TooManyAttempts);
  });

  it('a waiting session lives ten minutes', async () => {
    const { person, secret } = await withSecondFactor();
    const { session } = await signIn(person);
    await test.moveClock('11 minutes');
    expect(await confirm(session.token, nextCode(secret))).toBeInstanceOf(CodeRefused);
    await test.moveClock('0');
  });

  it('a recovery code opens once, typed with or without hyphens and in capitals, and is told by mail', async () => {
    const { person, recoveryCodes } = await withSecondFactor();
    const [first = '', second = ''] = recoveryCodes;
    expect(isProblem(await confirm((await signIn(person)).session.token, ` ${first.toUpperCase()} `))).toBe(false);
    expect(await confirm((await signIn(person)).session.token, first)).toBeInstanceOf(CodeRefused);
    expect(isProblem(await confirm((await signIn(person)).session.token, second.replaceAll('-', '')))).toBe(false);
    expect((await mailsTo(test, person.id)).filter((mail) => mail.type === 'identity.recovery-code-used')).toHaveLength(2);
    const stranger = await withSecondFactor();
    expect(await confirm((await signIn(stranger.person)).session.token, recoveryCodes[2] ?? '')).toBeInstanceOf(CodeRefused);
  });

  it('removing it asks for a code, gives a new id and ends all other sessions', async () => {
    const { person, secret, token } = await withSecondFactor();
    const other = await make.session(person);
    const actor = (await actorOf(token)) as Actor;
    expect(await test.get(RemoveSecondFactor).execute(actor, { code: '000000', visitor })).toBeInstanceOf(CodeRefused);
    const session = must(await test.get(RemoveSecondFactor).execute(actor, { code: nextCode(secret), visitor }));
    expect(await actorOf(token)).toBeUndefined();
    expect(await actorOf(other.token)).toBeUndefined();
    expect(await actorOf(session.token)).toBeDefined();
    expect((await signIn(person)).session.secondFactor).toBe('none');
    expect(await test.asOwner('select from recovery_code where person_id = $1', [person.id])).toHaveLength(0);
  });

  it('a platform admin takes a lost second factor away: signed out everywhere, told by mail, in the trail; nobody else can', async () => {
    const { person, token } = await withSecondFactor();
    const admin = await make.actor({ platformAdmin: true });
    const manager = await make.actor({ organisation: { id: person.memberships[0]?.organisationId ?? '' }, roles: ['manager'] });
    const remove = (actor: Actor, email: string, reason = 'showed the identity card at the desk') => test.get(RemoveSecondFactorOf).execute(actor, { email, reason });
    expect(await remove(manager, person.email)).toEqual(new NotAllowed('account.remove-second-factor'));
    expect(await test.database.as(manager, (tx) => tx.query('select * from app.remove_second_factor($1)', [person.email]))).toEqual([]);
    expect(await remove(admin, person.email, ' ')).toBeInstanceOf(InvalidInput);
    expect(await remove(admin, 'nobody@example.org')).toEqual(new NotFound('second-factor'));
    expect(await actorOf(token)).toBeDefined();
    expect(await remove(admin, person.email.toUpperCase())).toEqual({ personId: person.id });
    expect(await actorOf(token)).toBeUndefined();
    expect((await signIn(person)).session.secondFactor).toBe('none');
    expect((await mailsTo(test, person.id)).at(-1)).toMatchObject({ type: 'identity.second-factor-taken-away', address: person.email });
    const trail = await test.asOwner<{ action: string; refused: boolean; payload: unknown }>(`select e.action, e.refused, p.payload from audit_entry e left join audit_personal p on p.entry_id = e.id where e.action like 'account.%second-factor' or e.action like '%taken-away' order by e.id`);
    expect(trail).toEqual([
      { action: 'account.remove-second-factor', refused: true, payload: null },
      { action: 'account.second-factor-taken-away', refused: false, payload: { reason: 'showed the identity card at the desk' } },
    ]);
  });

  it('case 4: changing the password asks for the old one, keeps this device under a new id and ends all others', async () => {
    const person = await make.person();
    const [held, other] = [await make.session(person), await make.session(person)];
    const actor = (await actorOf(held.token)) as Actor;
    const change = (currentPassword: string, newPassword: string) => test.get(ChangePassword).execute(actor, { currentPassword, newPassword, visitor });
    expect(await change('not the password', 'une nouvelle phrase')).toBeInstanceOf(PasswordRefused);
    expect(await change(PASSWORD, 'short')).toEqual(InvalidInput.at('newPassword', 'password.too-short', { min: 12 }));
    expect(await change(PASSWORD, person.email)).toEqual(InvalidInput.at('newPassword', 'password.own'));
    const session = must(await change(PASSWORD, 'une nouvelle phrase'));
    expect(await Promise.all([held.token, other.token, session.token].map(actorOf))).toMatchObject([undefined, undefined, { personId: person.id }]);
    expect(await test.get(ChangePassword).execute(actor, { currentPassword: 'une nouvelle phrase', newPassword: 'encore une autre', visitor })).toEqual(new NotFound('session'));
    const [entry] = await test.asOwner<{ action: string }>(`select action from audit_entry where person_id = $1`, [person.id]);
    expect(entry?.action).toBe('account.password-changed');
  });

  it('case 4: rights changed by somebody else give every session a new id with its next request', async () => {
    const centre = await make.organisation();
    const person = await make.person({ organisation: centre });
    const held = await make.session(person);
    await test.asOwner('update session set renewal_due = false');
    expect((await actorOf(held.token))?.renewalDue).toBe(false);
    await test.asOwner(`insert into membership (organisation_id, person_id, role) values ($1, $2, 'manager')`, [centre.id, person.id]);
    const actor = (await actorOf(held.token)) as Actor;
    expect(actor).toMatchObject({ renewalDue: true });
    expect(actor.rolesIn(centre.id)).toContain('manager');
    const answers = await Promise.all(Array.from({ length: 10 }, () => test.get(RenewSession).execute(actor, visitor)));
    const [renewed] = answers.filter((answer) => !isProblem(answer));
    expect(answers.filter(isProblem)).toHaveLength(9);
    const { token } = must(renewed as never as { token: string });
    expect(await actorOf(token)).toMatchObject({ personId: person.id, renewalDue: false });
    expect(await actorOf(held.token)).toMatchObject({ renewalDue: false });
    await test.moveClock('6 seconds');
    expect(await actorOf(held.token)).toBeUndefined();
    expect(await actorOf(token)).toMatchObject({ personId: person.id, renewalDue: false });
    await test.moveClock('0');
  });

  it('case 4: a new id that was lost on its way signs nobody out: the old one gets another, and ends when that one comes', async () => {
    const person = await make.person();
    const held = await make.session(person);
    await test.asOwner('update session set renewal_due = true where id = $1', [held.id]);
    const renew = async () => test.get(RenewSession).execute((await actorOf(held.token)) as Actor, visitor);
    must(await renew());
    expect(isProblem(await renew())).toBe(true);
    await test.moveClock('2 minutes');
    expect(await actorOf(held.token)).toMatchObject({ renewalDue: true });
    const { token } = must(await renew());
    expect((await test.get(ListSessions).execute((await actorOf(held.token)) as Actor)).map(({ id }) => id)).toEqual([held.id]);
    expect(await actorOf(token)).toMatchObject({ personId: person.id, renewalDue: false });
    await test.moveClock('2 minutes 6 seconds');
    expect(await actorOf(held.token)).toBeUndefined();
    expect(await test.get(ListSessions).execute((await actorOf(token)) as Actor)).toHaveLength(1);
    await test.moveClock('0');
  });

  it('case 4 and 5: a deactivated person has no session left, also after coming back', async () => {
    const centre = await make.organisation();
    const person = await make.person({ organisation: centre });
    const held = await make.session(person);
    await test.asOwner(`update membership set state = 'suspended' where person_id = $1`, [person.id]);
    await test.asOwner(`update membership set state = 'active' where person_id = $1`, [person.id]);
    expect(await actorOf(held.token)).toBeUndefined();
    const again = await make.session(person);
    await test.asOwner(`update account set state = 'suspended' where person_id = $1`, [person.id]);
    await test.asOwner(`update account set state = 'active' where person_id = $1`, [person.id]);
    expect(await actorOf(again.token)).toBeUndefined();
  });

  it('lists the own devices and signs one out; those of others look as if they never existed', async () => {
    const [person, stranger] = [await make.person(), await make.person()];
    const [held, lost] = [await make.session(person), await make.session(person)];
    const foreign = await make.session(stranger);
    const actor = (await actorOf(held.token)) as Actor;
    const list = await test.get(ListSessions).execute(actor);
    expect(list.map(({ id, isCurrent, device }) => ({ id, isCurrent, device }))).toEqual(
      expect.arrayContaining([
        { id: held.id, isCurrent: true, device: 'Firefox · Linux' },
        { id: lost.id, isCurrent: false, device: 'Firefox · Linux' },
      ]),
    );
    expect(list).toHaveLength(2);
    expect(await test.get(EndSession).execute(actor, { sessionId: foreign.id })).toEqual(new NotFound('session'));
    expect(await test.get(EndSession).execute(actor, { sessionId: '00000000-0000-7000-8000-000000000000' })).toEqual(new NotFound('session'));
    expect(await test.get(EndSession).execute(actor, { sessionId: lost.id })).toEqual({ sessionId: lost.id });
    expect(await Promise.all([lost.token, foreign.token].map(actorOf))).toMatchObject([undefined, { personId: stranger.id }]);
    await test.get(SignOut).execute(held.token);
    await test.get(SignOut).execute(newToken());
    expect(await actorOf(held.token)).toBeUndefined();
  });
});
