import { AddressTaken, ChangeMyAddress, ConfirmAddressChange, FindActor, IdentityModule, LinkExpired, PasswordRefused, SignIn, SignInAgain, SignInWithLink, RequestSignInLink, StopAddressChange, TooManyAttempts, WithdrawAddressChange } from '@app/identity';
import { InvalidInput, isProblem, NotFound } from '@app/platform';
import { Make, type MadePerson, PASSWORD, VISITOR } from '../support/make.js';
import { mailsTo } from '../support/sign-in.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

const visitor = VISITOR;

describe('another address for the own account', () => {
  let test: TestModule;
  let make: Make;

  beforeAll(async () => {
    test = await openTestModule([IdentityModule]);
    make = new Make(test);
  });
  afterEach(async () => {
    await test.moveClock('0');
    await test.asOwner('delete from sign_in_limit');
  });
  afterAll(() => test.close());

  /** Somebody signed in on two devices, here and elsewhere. */
  const reader = async () => {
    const person = await make.person({ organisation: await make.organisation(), roles: ['learner'] });
    const [here, elsewhere] = [await make.session(person), await make.session(person)];
    return { person, here, elsewhere, actor: make.actorOf(person, { sessionId: here.id }) };
  };
  const ask = (who: Awaited<ReturnType<typeof reader>>, email: string, password: string | undefined = PASSWORD) => test.get(ChangeMyAddress).execute(who.actor, { email, password, visitor });
  const mail = async (person: { id: string }, type: string) => (await mailsTo(test, person.id)).filter((sent) => sent.type === `identity.${type}`).at(-1);
  const tokenIn = (found: Awaited<ReturnType<typeof mail>>): string => String(found?.values?.link ?? '').split('#')[1] ?? '';
  const confirm = (token: string) => test.get(ConfirmAddressChange).execute({ token, visitor });
  const stop = (token: string) => test.get(StopAddressChange).execute({ token, visitor });
  const signIn = (email: string) => test.get(SignIn).execute({ email, password: PASSWORD, visitor });
  const emailOf = async ({ id }: Pick<MadePerson, 'id'>) => (await test.asOwner<{ email: string }>('select email from account where person_id = $1', [id]))[0]?.email;
  const isIn = async ({ token }: { token: string }) => (await test.get(FindActor).bySession(token)) !== undefined;

  it('nothing changes until the new mailbox confirms; then other devices are out, messages follow and the old address is told', async () => {
    const who = await reader();
    const { person } = who;
    const fresh = `new-${person.email}`;
    expect(await ask(who, ` ${fresh.toUpperCase()} `)).toEqual({ sentTo: expect.stringMatching(new RegExp(fresh, 'i')) });
    expect(await emailOf(person)).toBe(person.email);
    const [asked, told] = [await mail(person, 'address-confirm'), await mail(person, 'address-asked')];
    expect([asked?.address?.toLowerCase(), told?.address]).toEqual([fresh, person.email]);
    expect(await confirm(tokenIn(told))).toBeInstanceOf(LinkExpired);
    expect(await confirm(tokenIn(asked))).toMatchObject({ email: expect.stringMatching(new RegExp(fresh, 'i')) });
    expect([await isIn(who.here), await isIn(who.elsewhere)]).toEqual([true, false]);
    expect(isProblem(await signIn(fresh))).toBe(false);
    expect(isProblem(await signIn(person.email))).toBe(true);
    expect(await test.asOwner('select lower(address) as address from recipient where person_id = $1 and organisation_id is null', [person.id])).toEqual([{ address: fresh }]);
    expect((await mail(person, 'address-changed'))?.address).toBe(person.email);
    expect(await confirm(tokenIn(asked))).toBeInstanceOf(LinkExpired);
    expect(await test.asOwner(`select action from audit_entry where person_id = $1 order by id`, [person.id])).toEqual([{ action: 'account.address-asked' }, { action: 'account.address-changed' }]);
  });

  it('a sign-in link that went to the old address does not open the account any more', async () => {
    const who = await reader();
    await test.get(RequestSignInLink).execute('link', { email: who.person.email, visitor });
    const link = tokenIn(await mail(who.person, 'sign-in-link'));
    await ask(who, `moved-${who.person.email}`);
    await confirm(tokenIn(await mail(who.person, 'address-confirm')));
    expect(await test.get(SignInWithLink).execute({ token: link, visitor })).toBeInstanceOf(LinkExpired);
  });

  it('case 3: an address that somebody has gets the same answer; only that mailbox learns of it, and there is nothing to confirm', async () => {
    const [who, other] = [await reader(), await make.person()];
    const answers = [await ask(who, other.email), await ask(who, `nobody-${other.email}`)];
    expect(answers).toEqual([{ sentTo: other.email }, { sentTo: `nobody-${other.email}` }]);
    await test.asOwner(`delete from message where person_id = $1`, [who.person.id]);
    await ask(who, other.email);
    const sent = await mail(who.person, 'address-confirm');
    expect(sent).toMatchObject({ address: other.email, values: { taken: 'yes', link: expect.stringMatching(/\/sign-in$/) } });
    expect(await test.asOwner(`select 1 from address_change_token t join address_change c on c.id = t.change_id where c.person_id = $1 and t.part = 'confirm'`, [who.person.id])).toEqual([]);
  });

  it('an account that took the address between mail and confirmation keeps it', async () => {
    const who = await reader();
    const wanted = `raced-${who.person.email}`;
    await ask(who, wanted);
    const token = tokenIn(await mail(who.person, 'address-confirm'));
    await make.person({ email: wanted.toUpperCase() });
    expect(await confirm(token)).toBeInstanceOf(AddressTaken);
    expect(await emailOf(who.person)).toBe(who.person.email);
  });

  it('the password is asked; an account without one needs a sign-in of the last quarter of an hour', async () => {
    const who = await reader();
    expect(await ask(who, 'elsewhere@example.org', 'not the password')).toBeInstanceOf(PasswordRefused);
    expect(await test.get(ChangeMyAddress).execute(who.actor, { email: 'elsewhere@example.org', visitor })).toBeInstanceOf(PasswordRefused);
    expect(await test.asOwner('select 1 from address_change where person_id = $1', [who.person.id])).toEqual([]);
    await test.asOwner('update account set password_hash = null where person_id = $1', [who.person.id]);
    expect(await ask(who, `passwordless-${who.person.email}`)).toMatchObject({ sentTo: expect.any(String) });
    await test.moveClock('16 minutes');
    expect(await ask(who, `late-${who.person.email}`)).toBeInstanceOf(SignInAgain);
  });

  it('refuses what is no address and the one that the account has', async () => {
    const who = await reader();
    for (const [email, reason] of [['not an address', 'email.malformed'], ['a@b\nBcc: c@d', 'email.malformed'], [who.person.email.toUpperCase(), 'email.unchanged']] as const) {
      const answer = await ask(who, email);
      expect(answer instanceof InvalidInput && answer.faults).toMatchObject([{ field: 'email', reason }]);
    }
  });

  it('neither may one account write to many mailboxes, nor many accounts to one', async () => {
    const who = await reader();
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await ask(who, `many-${i}-${who.person.email}`));
    expect(answers.map((answer) => answer instanceof TooManyAttempts)).toEqual([false, false, false, true]);
    const target = `victim-${who.person.email}`;
    const others = [];
    for (let i = 0; i < 4; i++) others.push(await ask(await reader(), target));
    expect(others.map((answer) => answer instanceof TooManyAttempts)).toEqual([false, false, false, true]);
  });

  it('a later wish replaces the earlier one, a withdrawn one and one of yesterday confirm nothing', async () => {
    const who = await reader();
    await ask(who, `first-${who.person.email}`);
    const first = tokenIn(await mail(who.person, 'address-confirm'));
    await ask(who, `second-${who.person.email}`);
    expect(await confirm(first)).toBeInstanceOf(LinkExpired);
    const second = tokenIn(await mail(who.person, 'address-confirm'));
    expect(await test.get(WithdrawAddressChange).execute(who.actor)).toMatchObject({ addressAsked: null });
    expect(await test.get(WithdrawAddressChange).execute(who.actor)).toBeInstanceOf(NotFound);
    expect(await confirm(second)).toBeInstanceOf(LinkExpired);
    await ask(who, `third-${who.person.email}`);
    const third = tokenIn(await mail(who.person, 'address-confirm'));
    await test.moveClock('25 hours');
    expect(await confirm(third)).toBeInstanceOf(LinkExpired);
    expect(await emailOf(who.person)).toBe(who.person.email);
  });

  it('the old mailbox takes the account back from who carried it off: address, devices, password, second factor and later changes', async () => {
    const who = await reader();
    const { person } = who;
    await ask(who, `thief-${person.email}`);
    const [confirmation, objection] = [tokenIn(await mail(person, 'address-confirm')), tokenIn(await mail(person, 'address-asked'))];
    await confirm(confirmation);
    await ask(who, `thief-2-${person.email}`);
    await test.asOwner(`delete from message where person_id = $1 and type = 'identity.password-reset'`, [person.id]);
    await test.asOwner('insert into second_factor (person_id, secret, activated_at) values ($1, $2, app.now())', [person.id, Buffer.from('sealed')]);
    await test.moveClock('6 days');
    expect(await stop(objection)).toEqual({ email: person.email });
    expect(await emailOf(person)).toBe(person.email);
    expect(await isIn(who.here)).toBe(false);
    expect(await test.asOwner('select password_hash from account where person_id = $1', [person.id])).toEqual([{ password_hash: null }]);
    expect(await test.asOwner('select 1 from second_factor where person_id = $1', [person.id])).toEqual([]);
    expect(await test.asOwner('select 1 from address_change where person_id = $1 and ended_at is null', [person.id])).toEqual([]);
    expect(await mail(person, 'password-reset')).toMatchObject({ address: person.email });
    expect(await stop(objection)).toBeInstanceOf(LinkExpired);
  });

  it('what was set up long before stays when a change is stopped; after a week nothing is stopped', async () => {
    const who = await reader();
    await test.asOwner(`insert into second_factor (person_id, secret, activated_at) values ($1, $2, app.now() - interval '1 day')`, [who.person.id, Buffer.from('sealed')]);
    await ask(who, `typo-${who.person.email}`);
    const objection = tokenIn(await mail(who.person, 'address-asked'));
    await test.moveClock('8 days');
    expect(await stop(objection)).toBeInstanceOf(LinkExpired);
    await test.moveClock('1 day');
    expect(await stop(objection)).toEqual({ email: who.person.email });
    expect(await test.asOwner('select 1 from second_factor where person_id = $1', [who.person.id])).toHaveLength(1);
  });

  it('case 5: of 50 who confirm one link at once, one does it', async () => {
    const who = await reader();
    await ask(who, `once-${who.person.email}`);
    const token = tokenIn(await mail(who.person, 'address-confirm'));
    const answers = await Promise.all(Array.from({ length: 50 }, () => confirm(token)));
    expect(answers.filter((answer) => !isProblem(answer))).toHaveLength(1);
  });
});
