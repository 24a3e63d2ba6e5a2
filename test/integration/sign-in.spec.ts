import { FindActor, IdentityModule, LinkExpired, PasswordHasher, RequestSignInLink, ResetPassword, SignIn, SignInRefused, SignInWithLink, TooManyAttempts } from '@app/identity';
import { InvalidInput, isProblem, newToken } from '@app/platform';
import { Make, PASSWORD, VISITOR } from '../support/make.js';
import { linkTo, mailsTo } from '../support/sign-in.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

/** Counts how often a password is compared: the work that a stranger could measure. */
class CountingHasher extends PasswordHasher {
  compared = 0;
  protected override compare(hashed: string, password: string): Promise<boolean> {
    this.compared++;
    return super.compare(hashed, password);
  }
}

let addresses = 0;
/** A visitor from a network of his own. */
const visitor = () => ({ ...VISITOR, address: `198.51.${++addresses >> 8}.${addresses & 255}` });

describe('sign-in', () => {
  let test: TestModule;
  let make: Make;
  const hasher = new CountingHasher();
  const from = { address: '192.0.2.77', userAgent: VISITOR.userAgent };
  const signIn = (email: string, password = PASSWORD, who = visitor()) => test.get(SignIn).execute({ email, password, visitor: who });
  const actorOf = (token: string) => test.get(FindActor).bySession(token);
  const liveSessions = async (personId: string) => (await test.asOwner('select id from session where person_id = $1 and ended_at is null and expires_at > app.now()', [personId])).length;

  beforeAll(async () => {
    test = await openTestModule([IdentityModule], { replace: [[PasswordHasher, hasher]] });
    make = new Make(test);
  });
  afterAll(() => test.close());

  it('lets in who knows the password, whatever the case of the address', async () => {
    const centre = await make.organisation();
    const marie = await make.person({ organisation: centre, roles: ['coordinator'], email: 'Marie.Sign@example.org' });
    const answer = await signIn('marie.sign@EXAMPLE.org ');
    expect(answer).toMatchObject({ personId: marie.id, session: { secondFactor: 'none' } });
    const actor = isProblem(answer) ? undefined : await actorOf(answer.session.token);
    expect(actor).toMatchObject({ personId: marie.id, memberships: [{ organisationId: centre.id, role: 'coordinator' }] });
  });

  it('makes weak hashes anew and keeps the password', async () => {
    const person = await make.person();
    const before = await test.asOwner<{ password_hash: string }>('select password_hash from account where person_id = $1', [person.id]);
    expect(isProblem(await signIn(person.email))).toBe(false);
    const after = await test.asOwner<{ password_hash: string }>('select password_hash from account where person_id = $1', [person.id]);
    expect(before[0]?.password_hash).toContain('m=64,');
    expect(after[0]?.password_hash).toContain('m=19456,t=2,p=1');
    expect(isProblem(await signIn(person.email))).toBe(false);
  });

  it('case 1: an unknown address, one without a password and a wrong password get the same answer after the same work', async () => {
    const [known, passwordless] = [await make.person(), await make.person()];
    await test.asOwner('update account set password_hash = null where person_id = $1', [passwordless.id]);
    const answers = [];
    for (const email of [known.email, passwordless.email, 'nobody-here@example.org', 'not an address', '', "' or 1=1 --"]) {
      const before = hasher.compared;
      answers.push(await signIn(email, 'les cerises de juillet'));
      expect(hasher.compared - before).toBe(1);
    }
    expect(answers).toEqual(answers.map(() => new SignInRefused()));
  });

  it.each(['a known', 'an unknown'])('case 1: wrong passwords for %s account are limited, from one network and from ten', async (kind) => {
    const email = kind === 'a known' ? (await make.person()).email : `unknown-${newToken()}@example.org`;
    const oneNetwork = visitor();
    const answers = [];
    for (let i = 0; i < 10; i++) answers.push(await signIn(email, 'wrong password wrong', oneNetwork));
    expect(answers.map((answer) => answer.constructor.name)).toEqual([...Array<string>(8).fill('SignInRefused'), 'TooManyAttempts', 'TooManyAttempts']);
    const other = kind === 'a known' ? (await make.person()).email : `unknown-${newToken()}@example.org`;
    const spread = await Promise.all(Array.from({ length: 10 }, () => signIn(other, 'wrong password wrong', visitor())));
    expect(spread.filter((answer) => answer instanceof TooManyAttempts)).toHaveLength(2);
    expect(await signIn(other)).toBeInstanceOf(TooManyAttempts);
  });

  it('case 1: one network that tries many accounts is limited, and its neighbours are not; IPv6 counts by /64', async () => {
    const tries = async (address: (i: number) => string) => {
      const answers = [];
      for (let i = 0; i < 52; i++) answers.push(await signIn(`many-${newToken()}@example.org`, 'wrong password wrong', { address: address(i) }));
      return answers.filter((answer) => answer instanceof TooManyAttempts).length;
    };
    expect(await tries(() => '203.0.113.9')).toBe(2);
    expect(await tries((i) => `2001:db8:7:7::${i + 1}`)).toBe(2);
    const person = await make.person();
    expect(await signIn(person.email, PASSWORD, { address: '203.0.113.9' })).toBeInstanceOf(TooManyAttempts);
    expect(isProblem(await signIn(person.email, PASSWORD, { address: '203.0.113.10' }))).toBe(false);
  });

  it('case 1: a class of sixty behind one address signs in, typing errors included', async () => {
    const learners = await Promise.all(Array.from({ length: 60 }, () => make.person()));
    const room = visitor();
    const answers = [];
    for (const [i, learner] of learners.entries()) {
      if (i % 3 === 0) await signIn(learner.email, 'typing error here', room);
      answers.push(await signIn(learner.email, PASSWORD, room));
    }
    expect(answers.filter(isProblem)).toEqual([]);
  });

  it('case 2: 1,000 attempts at the same time are 1,000 attempts', async () => {
    const person = await make.person();
    const before = hasher.compared;
    const who = visitor();
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => signIn(person.email, 'wrong password wrong', who)));
    expect(answers.filter((answer) => answer instanceof SignInRefused)).toHaveLength(8);
    expect(answers.filter((answer) => answer instanceof TooManyAttempts)).toHaveLength(992);
    expect(hasher.compared - before).toBe(8);
    const [row] = await test.asOwner<{ attempts: number }>(`select attempts from sign_in_limit where key like 'password network %' order by attempts desc limit 1`);
    expect(row?.attempts).toBe(1_000);
  });

  it('limits end by the clock of the database, and a good sign-in starts afresh', async () => {
    const [blocked, clumsy] = [await make.person(), await make.person()];
    for (let i = 0; i < 9; i++) await signIn(blocked.email, 'wrong password wrong');
    for (let i = 0; i < 7; i++) await signIn(clumsy.email, 'wrong password wrong');
    expect(isProblem(await signIn(clumsy.email))).toBe(false);
    for (let i = 0; i < 8; i++) expect(await signIn(clumsy.email, 'wrong password wrong')).toBeInstanceOf(SignInRefused);
    const refused = await signIn(blocked.email);
    expect(refused).toEqual(new TooManyAttempts(15));
    await test.moveClock('14 minutes');
    expect(await signIn(blocked.email)).toEqual(new TooManyAttempts(1));
    await test.moveClock('16 minutes');
    expect(isProblem(await signIn(blocked.email))).toBe(false);
    await test.moveClock('0');
  });

  it('no address lies in the table of limits', async () => {
    const person = await make.person();
    await signIn(person.email, 'wrong password wrong');
    expect(await test.asOwner('select key from sign_in_limit where position($1 in key) > 0', [person.email])).toEqual([]);
  });

  it('case 5: a suspended person is told so only after the right password, and gets no session', async () => {
    const person = await make.person({ organisation: await make.organisation() });
    await test.asOwner(`update membership set state = 'suspended' where person_id = $1`, [person.id]);
    expect((await signIn(person.email, 'wrong password wrong')).constructor.name).toBe('SignInRefused');
    expect((await signIn(person.email)).constructor.name).toBe('AccountSuspended');
    expect(await liveSessions(person.id)).toBe(0);
  });

  it('case 4: signing in again gives a new id and ends the session that the browser held, even of another person', async () => {
    const [first, second] = [await make.person(), await make.person()];
    const held = await make.session(first);
    const answer = await test.get(SignIn).execute({ email: second.email, password: PASSWORD, visitor: from, heldToken: held.token });
    expect(answer).toMatchObject({ personId: second.id });
    expect(await actorOf(held.token)).toBeUndefined();
    expect(await liveSessions(first.id)).toBe(0);
  });

  it('tells of a new device by mail, not of the first and not of a known one', async () => {
    const person = await make.person();
    await signIn(person.email);
    await signIn(person.email);
    expect(await mailsTo(test, person.id)).toEqual([]);
    await signIn(person.email, PASSWORD, { address: '198.51.100.200', userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604.1' });
    expect(await mailsTo(test, person.id)).toMatchObject([{ type: 'identity.new-device', address: person.email, values: { device: 'Safari · iOS', network: '198.51.100.0/24' } }]);
  });

  describe('by a link', () => {
    const request = (kind: 'link' | 'reset', email: string) => test.get(RequestSignInLink).execute(kind, { email, visitor: visitor() });
    const open = (token: string) => test.get(SignInWithLink).execute({ token, visitor: visitor() });
    const reset = (token: string, password = 'une nouvelle phrase') => test.get(ResetPassword).execute({ token, password, visitor: visitor() });

    it('case 3: the answer for an unknown address is the same, and nothing is written for it', async () => {
      const person = await make.person();
      for (const kind of ['link', 'reset'] as const) {
        expect(await request(kind, person.email)).toEqual({ sentTo: person.email });
        expect(await request(kind, 'nobody-at-all@example.org')).toEqual({ sentTo: 'nobody-at-all@example.org' });
      }
      expect(await mailsTo(test, person.id)).toHaveLength(2);
      expect(await test.asOwner(`select from message where address = 'nobody-at-all@example.org'`)).toHaveLength(0);
    });

    it('case 84: what is no plain address is refused at the field', async () => {
      for (const email of ['a@example.org\r\nBcc: b@example.org', 'a@example.org, b@example.org', '"a b"@example.org', 'a(comment)@example.org', 'group: a@example.org;', 'Marie <a@example.org>', 'mаrie@example.org']) {
        expect(await request('link', email)).toEqual(InvalidInput.at('email', 'email.malformed'));
      }
    });

    it('case 3: three mails a quarter of an hour for one address, known or not', async () => {
      for (const email of [(await make.person()).email, `unknown-${newToken()}@example.org`]) {
        const answers = [];
        for (let i = 0; i < 4; i++) answers.push((await request('reset', email)).constructor.name);
        expect(answers).toEqual(['Object', 'Object', 'Object', 'TooManyAttempts']);
      }
    });

    it('case 3: no secret lies in the database; a link works once, for its own purpose, for 30 minutes from the hand-over', async () => {
      const person = await make.person();
      await request('link', person.email);
      expect(await test.asOwner('select from sign_in_link_token t join sign_in_link l on l.id = t.link_id where l.person_id = $1', [person.id])).toHaveLength(0);
      await test.moveClock('10 minutes');
      const token = await linkTo(test, person.id);
      expect(token).toHaveLength(43);
      expect(await test.asOwner(`select from sign_in_link_token where encode(token_hash, 'escape') like '%' || $1 || '%'`, [token])).toHaveLength(0);
      await test.moveClock('39 minutes');
      expect(await reset(token)).toBeInstanceOf(LinkExpired);
      expect(await open(token)).toMatchObject({ personId: person.id, session: { secondFactor: 'none' } });
      expect(await open(token)).toBeInstanceOf(LinkExpired);
      await request('link', person.email);
      const late = await linkTo(test, person.id);
      await test.moveClock('70 minutes');
      expect(await open(late)).toBeInstanceOf(LinkExpired);
      await test.moveClock('0');
    });

    it('case 3: a mail that was handed over twice works whichever copy is read, and then no more', async () => {
      const person = await make.person();
      await request('link', person.email);
      const [first, second] = [await linkTo(test, person.id), await linkTo(test, person.id)];
      expect(first).not.toBe(second);
      expect(await open(first)).toMatchObject({ personId: person.id });
      expect(await open(second)).toBeInstanceOf(LinkExpired);
    });

    it('case 3: of twenty browsers that open one link at once, one gets in', async () => {
      const person = await make.person();
      await request('link', person.email);
      const token = await linkTo(test, person.id);
      const answers = await Promise.all(Array.from({ length: 20 }, () => open(token)));
      expect(answers.filter((answer) => !isProblem(answer))).toHaveLength(1);
    });

    it('case 3 and 4: a reset ends every session, voids other links, is told by mail and keeps the policy', async () => {
      const person = await make.person();
      const old = await make.session(person);
      await request('link', person.email);
      await request('reset', person.email);
      const mails = await mailsTo(test, person.id);
      const tokenOf = (type: string) => String(mails.find((mail) => mail.type === type)?.values?.link).split('#')[1] ?? '';
      expect(await reset(tokenOf('identity.password-reset'), 'passwordpassword')).toEqual(InvalidInput.at('password', 'password.common'));
      const answer = await reset(tokenOf('identity.password-reset'));
      expect(answer).toMatchObject({ personId: person.id });
      expect(await actorOf(old.token)).toBeUndefined();
      expect(await liveSessions(person.id)).toBe(1);
      expect(await open(tokenOf('identity.sign-in-link'))).toBeInstanceOf(LinkExpired);
      expect(await reset(tokenOf('identity.password-reset'))).toBeInstanceOf(LinkExpired);
      expect((await mailsTo(test, person.id)).map((mail) => mail.type)).toContain('identity.password-changed');
      expect(await signIn(person.email)).toBeInstanceOf(SignInRefused);
      expect(isProblem(await signIn(person.email, 'une nouvelle phrase'))).toBe(false);
    });

    it('guesses of tokens are limited per network', async () => {
      const who = visitor();
      const answers = [];
      for (let i = 0; i < 52; i++) answers.push(await test.get(SignInWithLink).execute({ token: newToken(), visitor: who }));
      expect(answers.filter((answer) => answer instanceof TooManyAttempts)).toHaveLength(2);
    });

    it('a link of a person who was suspended meanwhile is of no use, and is not even sent', async () => {
      const person = await make.person({ organisation: await make.organisation() });
      await request('link', person.email);
      const token = await linkTo(test, person.id);
      await test.asOwner(`update membership set state = 'suspended' where person_id = $1`, [person.id]);
      expect(await open(token)).toBeInstanceOf(LinkExpired);
      expect(await mailsTo(test, person.id)).toMatchObject([{ values: undefined }]);
    });
  });
});
