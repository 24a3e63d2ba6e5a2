import { IdentityModule, LinkExpired, RequestSignInLink, ResetPassword, SignIn, SignInWithLink } from '@app/identity';
import { DispatchMail, DispatchModule } from '@app/messages';
import { isProblem, type Language } from '@app/platform';
import { Make, type MadePerson, PASSWORD, VISITOR } from '../support/make.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

describe('mails about signing in, through a real mail server', () => {
  let test: TestModule;
  let make: Make;
  let sink: SmtpSink;
  const visitor = VISITOR;

  beforeAll(async () => {
    sink = await SmtpSink.open();
    test = await openTestModule([DispatchModule, IdentityModule], { settings: { SMTP_URL: sink.url, MAIL_FROM: 'tremplin@example.org', PUBLIC_URL: 'https://campus.example.org', MAIL_RATE: 10_000, LEASE_SECONDS: 4 } });
    make = new Make(test);
  });
  beforeEach(async () => {
    await test.asOwner('delete from message; delete from sign_in_limit');
    sink.mails.length = 0;
  });
  afterAll(async () => {
    await test.close();
    await sink.down();
  });

  const dispatch = async (): Promise<void> => {
    while (await test.get(DispatchMail).portion()) await test.asOwner('select 1');
  };
  const reader = async (language: Language): Promise<MadePerson> => {
    const person = await make.person({ language });
    await test.asOwner('insert into recipient (person_id, address, language) values ($1, $2, $3) on conflict do nothing', [person.id, person.email, language]);
    return person;
  };
  const linkIn = (text: string): URL => new URL(/https:\/\/\S+/.exec(text)?.[0] ?? 'none:');

  it('a link by mail signs in, once, and is made only at the hand-over', async () => {
    const person = await reader('nl');
    await test.get(RequestSignInLink).execute('link', { email: person.email, visitor });
    const before = JSON.stringify([await test.asOwner('select * from message'), await test.asOwner('select * from sign_in_link'), await test.asOwner('select * from sign_in_link_token')]);
    await dispatch();
    const mail = await sink.read(sink.mails[0]);
    expect(mail).toMatchObject({ subject: 'Uw aanmeldlink', to: [{ address: person.email }] });
    const link = linkIn(mail.text ?? '');
    expect(`${link.origin}${link.pathname}`).toBe('https://campus.example.org/sign-in/link');
    const token = link.hash.slice(1);
    expect(before).not.toContain(token);
    expect(mail.html).toContain(`<a class="button" href="${link.href}">`);
    const signIn = () => test.get(SignInWithLink).execute({ token, visitor });
    expect(isProblem(await signIn())).toBe(false);
    expect(await signIn()).toBeInstanceOf(LinkExpired);
  });

  it('a reset by mail in French, and the notice that the password changed', async () => {
    const person = await reader('fr');
    await test.get(RequestSignInLink).execute('reset', { email: person.email.toUpperCase(), visitor });
    await dispatch();
    const mail = await sink.read(sink.mails[0]);
    expect(mail).toMatchObject({ subject: 'Choisir un nouveau mot de passe', to: [{ address: person.email }] });
    expect(mail.text).toContain('pendant 30 minutes');
    await test.get(ResetPassword).execute({ token: linkIn(mail.text ?? '').hash.slice(1), password: 'une nouvelle phrase', visitor });
    await dispatch();
    expect(await sink.read(sink.mails[1])).toMatchObject({ subject: 'Votre mot de passe a changé', to: [{ address: person.email }] });
    expect((await sink.read(sink.mails[1])).text).toContain('Firefox · Linux · réseau 192.0.2.0/24');
  });

  it('a link that could not be sent for half an hour is dropped; one that was used meanwhile is withdrawn', async () => {
    const person = await reader('de');
    await test.get(RequestSignInLink).execute('link', { email: person.email, visitor });
    await test.moveClock('31 minutes');
    await dispatch();
    expect(sink.mails).toHaveLength(0);
    expect(await test.asOwner('select state from message')).toEqual([{ state: 'dropped' }]);
    await test.moveClock('0');
    await test.asOwner('delete from message');
    await test.get(RequestSignInLink).execute('link', { email: person.email, visitor });
    await test.asOwner('update sign_in_link set used_at = app.now() where person_id = $1', [person.id]);
    await dispatch();
    expect(sink.mails).toHaveLength(0);
    expect(await test.asOwner('select state from message')).toEqual([{ state: 'withdrawn' }]);
  });

  it('a new device is told of in German', async () => {
    const person = await reader('de');
    await make.session(person);
    await test.get(SignIn).execute({ email: person.email, password: PASSWORD, visitor: { address: '2001:db8:5:6::1', userAgent: 'Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Mobile' } });
    await dispatch();
    const mail = await sink.read(sink.mails[0]);
    expect(mail.subject).toBe('Anmeldung auf einem neuen Gerät');
    expect(mail.text).toContain('Chrome · Android · Netz 2001:db8:5::/48');
    expect(linkIn(mail.text ?? '').href).toBe('https://campus.example.org/me/devices');
  });
});
