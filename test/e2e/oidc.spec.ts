import { MessageTypes } from '@app/messages';
import { Database, hashToken, newToken } from '@app/platform';
import { generateSync } from 'otplib';
import { startApi, type TestApi } from '../support/api.js';
import { type MadePerson, PASSWORD } from '../support/make.js';
import { Browser, type CrookedProvider, type RunningProvider, startCrookedProvider, startOidcProvider } from '../support/oidc.js';
import { linkTo, mailsTo } from '../support/sign-in.js';

const PUBLIC_URL = 'https://campus.example.org';
const ADD = `mutation ($input: AddSignInProviderInput!) { addSignInProvider(input: $input) {
  __typename ... on SignInProvider { id name issuer hasSecret enabled version } ... on InvalidInput { faults { field reason } } ... on Problem { code } } }`;
const ME = '{ me { personId platformAdmin } }';

type Added = { addSignInProvider: { __typename: string; id: string; faults?: { field: string; reason: string }[] } };

describe('sign-in by an organisation’s own provider', () => {
  let api: TestApi;
  let provider: RunningProvider;
  let crooked: CrookedProvider;
  let centre: { id: string; name: string };
  let manager: { token: string };
  let providerId: string;
  let crookedId: string;

  const add = async (running: RunningProvider, name: string): Promise<string> => {
    const { issuer, clientId, clientSecret } = running;
    const { data } = await api.graphql<Added>(ADD, { input: { organisationId: centre.id, name, issuer, clientId, clientSecret } }, manager);
    return data?.addSignInProvider.id ?? '';
  };
  const browser = (): Browser => new Browser(PUBLIC_URL, api.url);
  const start = (returnTo = '/agenda', id = providerId): string => `/auth/oidc/start?${new URLSearchParams({ provider: id, returnTo }).toString()}`;
  const mail = { test: undefined as never as Parameters<typeof linkTo>[0] };
  const me = async (who: Browser) => (await who.graphql<{ me: { personId: string; platformAdmin: boolean } | null }>(ME)).me;
  const confirm = (who: Browser, token: string) => who.graphql<{ confirmProviderLink: { __typename: string } }>('mutation ($t: String!) { confirmProviderLink(input: { token: $t }) { __typename } }', { t: token });
  /** A person whose user at the provider is linked. */
  const linked = async (wishes: { platformAdmin?: boolean } = {}): Promise<{ person: MadePerson; login: string }> => {
    const person = await api.make.person({ organisation: centre, roles: ['trainer'], ...wishes });
    const login = `${person.id}~${person.email}`;
    await api.asOwner('insert into sign_in_identity (person_id, provider_id, subject, label) values ($1, $2, $3, $4)', [person.id, providerId, login, person.email]);
    return { person, login };
  };

  beforeAll(async () => {
    api = await startApi({ settings: { PUBLIC_URL, REACHABLE_PRIVATE_NETWORKS: '127.0.0.0/8' } });
    mail.test = { ...api, database: api.app.get(Database), settings: undefined as never, get: (token) => (token === (MessageTypes as never) ? api.app.get(token) : api.app.get(token, { strict: false })) };
    [provider, crooked] = await Promise.all([startOidcProvider(`${PUBLIC_URL}/auth/oidc/callback`), startCrookedProvider()]);
    centre = await api.make.organisation({ name: 'Centre de Mons' });
    manager = await api.make.session(await api.make.person({ organisation: centre, roles: ['manager'] }));
    providerId = await add(provider, 'Campus');
    crookedId = await add(crooked, 'Crooked');
  });
  afterAll(async () => {
    await api.close();
    await provider.close();
    await crooked.close();
  });
  beforeEach(async () => {
    await api.asOwner('delete from sign_in_limit');
    crooked.lie((claims) => claims);
    crooked.sign('well');
  });

  it('a linked person comes in and is where he wanted to go', async () => {
    const { person, login } = await linked();
    const who = browser();
    expect(await who.follow(start('/agenda?week=2027-W05'), login)).toBe('/agenda?week=2027-W05');
    expect(await me(who)).toEqual({ personId: person.id, platformAdmin: false });
    expect(who.cookie('tremplin_flow')).toBeUndefined();
    const authorization = new URL(who.visited.find((address) => address.startsWith(`${provider.issuer}/auth?`)) ?? '');
    expect(Object.fromEntries(authorization.searchParams)).toMatchObject({ code_challenge_method: 'S256', code_challenge: expect.any(String), state: expect.any(String), nonce: expect.any(String), scope: 'openid email profile' });
    const [session] = await api.asOwner<{ way: string }>('select way from session where person_id = $1', [person.id]);
    expect(session?.way).toBe('oidc');
  });

  it('case 6: a second factor is owed here too', async () => {
    const { person, login } = await linked();
    const { token } = await api.make.session(person);
    const offer = await api.graphql<{ enrolSecondFactor: { secret: string } }>(`mutation { enrolSecondFactor(input: { password: "${PASSWORD}" }) { ... on SecondFactorOffer { secret } } }`, {}, { token });
    const secret = offer.data?.enrolSecondFactor.secret ?? '';
    const code = (ahead: number): string => generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + ahead });
    await api.graphql('mutation ($c: String!) { activateSecondFactor(input: { code: $c }) { __typename } }', { c: code(-30) }, { token });
    const who = browser();
    expect(await who.follow(start('/agenda'), login)).toBe('/sign-in?reason=code&next=%2Fagenda');
    expect(await me(who)).toBeNull();
    await who.graphql('mutation ($c: String!) { confirmSecondFactor(input: { code: $c }) { __typename } }', { c: code(0) });
    expect(await me(who)).toMatchObject({ personId: person.id });
  });

  it('the right of the platform asks for a second factor when an organisation’s provider opened the door', async () => {
    const { person, login } = await linked({ platformAdmin: true });
    const who = browser();
    await who.follow(start(), login);
    expect(await me(who)).toEqual({ personId: person.id, platformAdmin: false });
    await api.asOwner(`update session set second_factor = 'passed' where person_id = $1`, [person.id]);
    expect(await me(who)).toEqual({ personId: person.id, platformAdmin: true });
  });

  it('case 8: a wrong state, another browser, a second use and an altered flow are refused', async () => {
    const { login } = await linked();
    const stopBeforeCallback = async (who: Browser): Promise<string> => {
      const seen = who.request.bind(who);
      let callback = '';
      who.request = async (address, init) => {
        if (address.startsWith(`${PUBLIC_URL}/auth/oidc/callback`)) {
          callback = address;
          return new Response(null, { status: 302, headers: { location: '/stopped' } });
        }
        return seen(address, init);
      };
      await who.follow(start(), login);
      who.request = seen;
      return callback;
    };
    const refused = '/sign-in?reason=provider';
    const one = browser();
    const callback = await stopBeforeCallback(one);
    expect(await browser().follow(callback)).toBe(refused);
    const forged = new URL(callback);
    forged.searchParams.set('state', 'forged');
    expect(await one.follow(forged.href)).toBe(refused);
    expect(await one.follow(callback)).toBe(refused);

    const two = browser();
    const good = await stopBeforeCallback(two);
    const flow = two.cookie('tremplin_flow') ?? '';
    expect(await two.follow(good)).toBe('/agenda');
    const replay = await fetch(`${api.url}${good.slice(PUBLIC_URL.length)}`, { redirect: 'manual', headers: { cookie: `tremplin_flow=${flow}` } });
    expect(replay.headers.get('location')).toBe(refused);
    expect(replay.headers.getSetCookie().join()).not.toContain('tremplin_session');
    const altered = await fetch(`${api.url}${good.slice(PUBLIC_URL.length)}`, { redirect: 'manual', headers: { cookie: `tremplin_flow=${flow.slice(0, -4)}AAAA` } });
    expect(altered.headers.get('location')).toBe(refused);
  });

  it.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['nonce', (claims) => ({ ...claims, nonce: 'another' })],
    ['missing nonce', ({ nonce: _nonce, ...claims }) => claims],
    ['audience', (claims) => ({ ...claims, aud: 'somebody-else' })],
    ['issuer', (claims) => ({ ...claims, iss: 'https://elsewhere.example.org' })],
    ['time', (claims) => ({ ...claims, iat: 1_000_000, exp: 1_000_300 })],
    ['missing subject', ({ sub: _sub, ...claims }) => claims],
  ])('case 8: a token with a wrong %s is refused', async (_what, lie) => {
    const victim = await api.make.person({ organisation: centre });
    await api.asOwner(`insert into sign_in_identity (person_id, provider_id, subject, label) values ($1, $2, 'crook', '') on conflict do nothing`, [victim.id, crookedId]);
    expect(await browser().follow(start('/agenda', crookedId))).toBe('/agenda');
    crooked.lie(lie);
    const who = browser();
    expect(await who.follow(start('/agenda', crookedId))).toBe('/sign-in?reason=provider');
    expect(who.cookie('tremplin_session')).toBeUndefined();
  });

  it.each(['with another key', 'not at all'] as const)('case 8: a token signed %s is refused', async (how) => {
    crooked.sign(how);
    expect(await browser().follow(start('/agenda', crookedId))).toBe('/sign-in?reason=provider');
  });

  it.each(['//evil.example.org', 'https://evil.example.org', '/\\evil.example.org', '/%09/evil', 'javascript:alert(1)', ''])('case 8: returnTo=%s leads to our own start page', async (returnTo) => {
    const { login } = await linked();
    const reached = await browser().follow(start(returnTo), login);
    expect(new URL(reached, PUBLIC_URL).origin).toBe(PUBLIC_URL);
    expect(['/', '/%09/evil']).toContain(reached);
  });

  it('never links because an address looks the same: the mailbox is asked, and only the browser that was there may confirm', async () => {
    const person = await api.make.person({ organisation: centre, roles: ['learner'] });
    const login = `new-${person.id}~${person.email}`;
    const who = browser();
    expect(await who.follow(start(), login)).toBe('/sign-in?reason=confirm-by-mail');
    expect(await me(who)).toBeNull();
    const token = await linkTo(mail.test, person.id);
    expect(await mailsTo(mail.test, person.id)).toMatchObject([{ type: 'identity.provider-link', address: person.email, values: { provider: 'Campus' } }]);
    expect(await confirm(browser(), token)).toEqual({ confirmProviderLink: { __typename: 'OtherBrowser' } });
    expect(await confirm(who, token)).toEqual({ confirmProviderLink: { __typename: 'SignedIn' } });
    expect(await me(who)).toMatchObject({ personId: person.id });
    expect(await confirm(who, token)).toEqual({ confirmProviderLink: { __typename: 'LinkExpired' } });
    const again = browser();
    expect(await again.follow(start(), login)).toBe('/agenda');
    expect(await me(again)).toMatchObject({ personId: person.id });
  });

  it('asks nobody for an unverified address, a stranger to the organisation, or no account; the page does not tell', async () => {
    const member = await api.make.person({ organisation: centre });
    const stranger = await api.make.person({ organisation: await api.make.organisation() });
    for (const login of [`a~${member.email}~unverified`, `b~${stranger.email}`, 'c~nobody@example.org']) {
      const who = browser();
      expect(await who.follow(start(), login)).toBe('/sign-in?reason=confirm-by-mail');
      expect(who.cookie('tremplin_browser')).toMatch(/^[\w-]{43}$/);
    }
    expect(await api.asOwner(`select from message where type = 'identity.provider-link' and person_id = any ($1)`, [[member.id, stranger.id]])).toHaveLength(0);
  });

  it('a person signed in links and unlinks his user; the session gets a new id each time', async () => {
    const person = await api.make.person({ organisation: centre });
    const who = browser();
    await who.graphql('mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }', { i: { email: person.email, password: PASSWORD } });
    const before = who.cookie('tremplin_session');
    const { linkSignInProvider } = await who.graphql<{ linkSignInProvider: { url: string } }>('mutation ($p: ID!) { linkSignInProvider(providerId: $p, returnTo: "/me") { ... on ProviderVisit { url } } }', { p: providerId });
    expect(await who.follow(linkSignInProvider.url, `other-${person.id}~someone@elsewhere.example.org`)).toBe('/me');
    expect(who.cookie('tremplin_session')).not.toBe(before);
    const { myLinkedIdentities } = await who.graphql<{ myLinkedIdentities: { id: string; providerName: string; label: string }[] }>('{ myLinkedIdentities { id providerName label linkedAt } }');
    expect(myLinkedIdentities).toMatchObject([{ providerName: 'Campus', label: 'someone@elsewhere.example.org' }]);
    expect(await me(who)).toMatchObject({ personId: person.id });
    await who.graphql('mutation ($i: ID!) { unlinkIdentity(identityId: $i) { __typename } }', { i: myLinkedIdentities[0]?.id });
    expect(await who.graphql('{ myLinkedIdentities { id } }')).toEqual({ myLinkedIdentities: [] });
    expect((await mailsTo(mail.test, person.id)).map(({ type }) => type)).toEqual(['identity.provider-linked', 'identity.provider-unlinked']);
  });

  it('a user who is somebody already is not linked to another person, nor when the person changed meanwhile', async () => {
    const { login } = await linked();
    const [person, other] = [await api.make.person({ organisation: centre }), await api.make.person({ organisation: centre })];
    const who = browser();
    const signIn = (as: MadePerson) => who.graphql('mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }', { i: { email: as.email, password: PASSWORD } });
    const begin = async () => (await who.graphql<{ linkSignInProvider: { url: string } }>('mutation ($p: ID!) { linkSignInProvider(providerId: $p) { ... on ProviderVisit { url } } }', { p: providerId })).linkSignInProvider.url;
    await signIn(person);
    expect(await who.follow(await begin(), login)).toBe('/sign-in?reason=provider');
    const url = await begin();
    await signIn(other);
    expect(await who.follow(url, `x-${person.id}~x@example.org`)).toBe('/sign-in?reason=provider');
    expect(await api.asOwner('select from sign_in_identity where person_id = any ($1)', [[person.id, other.id]])).toHaveLength(0);
  });

  it('a switched-off provider opens nothing, and is offered nowhere', async () => {
    const { login } = await linked();
    const offered = async () => (await api.graphql<{ oidcProviders: { name: string }[] }>('query ($o: ID!) { oidcProviders(organisationId: $o) { name organisationName } }', { o: centre.id })).data?.oidcProviders.map(({ name }) => name);
    expect(await offered()).toEqual(['Campus', 'Crooked']);
    await api.asOwner('update sign_in_provider set enabled = false where id = $1', [providerId]);
    expect(await offered()).toEqual(['Crooked']);
    expect(await browser().follow(start(), login)).toBe('/sign-in?reason=provider');
    await api.asOwner('update sign_in_provider set enabled = true where id = $1', [providerId]);
  });

  describe('an invitation', () => {
    /** Somebody invited to the centre, and the token of the mail. */
    const invited = async (email: string) => {
      const INVITE = `mutation ($i: InvitePersonInput!) { invitePerson(input: $i) { __typename ... on Person { personId } ... on Problem { code } } }`;
      const { data } = await api.graphql<{ invitePerson: { personId: string } }>(INVITE, { i: { organisationId: centre.id, givenName: 'Noor', familyName: 'Peeters', email, roles: ['learner'] } }, manager);
      const personId = data?.invitePerson.personId ?? '';
      const token = newToken();
      await api.asOwner(`insert into invitation_token (token_hash, organisation_id, invitation_id) select $1, organisation_id, id from invitation where person_id = $2`, [hashToken(token), personId]);
      return { personId, token };
    };
    const accept = async (who: Browser, token: string, id = providerId) =>
      (await who.graphql<{ acceptInvitationAtProvider: { __typename: string; url?: string; code?: string } }>(
        'mutation ($t: String!, $p: ID!) { acceptInvitationAtProvider(token: $t, providerId: $p) { __typename ... on ProviderVisit { url } ... on Problem { code } } }', { t: token, p: id },
      )).acceptInvitationAtProvider;
    const states = (personId: string) => api.asOwner('select state from membership where person_id = $1 and organisation_id = $2', [personId, centre.id]);

    it('is accepted by signing in there: account, link and membership in one step, without a password', async () => {
      const { personId, token } = await invited('noor@example.org');
      const who = browser();
      const { url } = await accept(who, token);
      expect(await who.follow(url ?? '', 'noor~noor@campus.example.org')).toBe('/');
      expect(await me(who)).toMatchObject({ personId });
      expect(await states(personId)).toEqual([{ state: 'active' }]);
      expect(await api.asOwner('select email, password_hash, name from account where person_id = $1', [personId])).toEqual([{ email: 'noor@example.org', password_hash: null, name: 'Noor Peeters' }]);
      expect(await api.asOwner('select way from session where person_id = $1', [personId])).toEqual([{ way: 'oidc' }]);
      expect(who.visited.join(' ')).not.toContain(token);
      const again = browser();
      expect(await again.follow(start('/agenda'), 'noor~noor@campus.example.org')).toBe('/agenda');
      expect(await me(again)).toMatchObject({ personId });
    });

    it('is taken by the person who is that user already, and joins the invited one to him', async () => {
      const { person, login } = await linked();
      const { personId, token } = await invited('other-address@example.org');
      const who = browser();
      expect(await who.follow((await accept(who, token)).url ?? '', login)).toBe('/');
      expect(await me(who)).toMatchObject({ personId: person.id });
      expect(await api.asOwner('select merged_into from person where id = $1', [personId])).toEqual([{ merged_into: person.id }]);
    });

    it('does not hand the account that has its address to a user of the provider, verified there or not', async () => {
      const owner = await api.make.person({ email: 'owner@example.org' });
      const { token } = await invited(owner.email);
      for (const login of ['thief~owner@example.org', 'thief~owner@example.org~unverified']) {
        const who = browser();
        expect(await who.follow((await accept(who, token)).url ?? '', login)).toBe(`/sign-in?reason=account&next=${encodeURIComponent(`/invitation#${token}`)}`);
        expect(await me(who)).toBeNull();
      }
      expect(await api.asOwner('select 1 from sign_in_identity where person_id = $1', [owner.id])).toEqual([]);
    });

    it('waits for the second factor of who owes one, and is shown again then', async () => {
      const { person, login } = await linked();
      await api.asOwner('insert into second_factor (person_id, secret, activated_at) values ($1, $2, app.now())', [person.id, Buffer.from('sealed')]);
      const { personId, token } = await invited('with-factor@example.org');
      const who = browser();
      expect(await who.follow((await accept(who, token)).url ?? '', login)).toBe(`/sign-in?reason=code&next=${encodeURIComponent(`/invitation#${token}`)}`);
      expect(await me(who)).toBeNull();
      expect(await states(personId)).toEqual([{ state: 'invited' }]);
    });

    it('one that is used, unknown or of another organisation starts nothing, and a flow for one works in its browser alone', async () => {
      const { token } = await invited('once@example.org');
      const strange = await api.make.organisation();
      const [row] = await api.asOwner<{ id: string }>(`insert into sign_in_provider (organisation_id, name, issuer, client_id) values ($1, 'Strange', $2, 'x') returning id`, [strange.id, provider.issuer]);
      expect(await accept(browser(), token, row?.id)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await accept(browser(), 'x'.repeat(43))).toMatchObject({ code: 'INVITATION_VOID' });
      const { url } = await accept(browser(), token);
      expect(await browser().follow(url ?? '', 'thief~thief@example.org')).toBe('/sign-in?reason=provider');
      const who = browser();
      await who.follow((await accept(who, token)).url ?? '', 'once~once@example.org');
      expect(await accept(browser(), token)).toMatchObject({ code: 'INVITATION_VOID' });
    });
  });

  describe('signing out', () => {
    const signOut = async (who: Browser) => (await who.graphql<{ signOut: { there: { name: string; url: string } | null } }>('mutation { signOut { there { name url } } }')).signOut.there;

    it('offers the provider’s own page to who came from there; whoever follows it signs in anew', async () => {
      const { login } = await linked();
      const who = browser();
      await who.follow(start(), login);
      const there = await signOut(who);
      expect(there).toMatchObject({ name: 'Campus', url: expect.stringMatching(`^${provider.issuer}/`) });
      expect(await me(who)).toBeNull();
      // Not asked again while the session there lives; asked again once it is ended.
      expect(await who.follow(start())).toBe('/agenda');
      await signOut(who);
      const page = await (await who.request(there?.url ?? '')).text();
      const [action, xsrf] = [/action="([^"]+)"/.exec(page)?.[1] ?? '', /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''];
      await who.request(action, { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) });
      who.visited.length = 0;
      expect(await who.follow(start(), login)).toBe('/agenda');
      expect(who.visited.some((address) => address.includes('/interaction/'))).toBe(true);
    });

    it('offers nothing after another way in, where the provider has no such page, and where it does not answer', async () => {
      const person = await api.make.person({ organisation: centre });
      const who = browser();
      await who.graphql('mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }', { i: { email: person.email, password: PASSWORD } });
      expect(await signOut(who)).toBeNull();
      expect(await signOut(who)).toBeNull();
      await api.asOwner('insert into sign_in_identity (person_id, provider_id, subject, label) values ($1, $2, $3, $4)', [person.id, crookedId, 'signs-out', '']);
      crooked.lie((claims) => ({ ...claims, sub: 'signs-out' }));
      await who.follow(start('/agenda', crookedId));
      expect(await me(who)).toMatchObject({ personId: person.id });
      expect(await signOut(who)).toBeNull();
    });
  });

  it('refuses unknown providers and odd ids without leaving our site', async () => {
    for (const id of ['00000000-0000-7000-8000-000000000000', 'x', '', "' or 1=1"]) expect(await browser().follow(start('/', id))).toBe('/sign-in?reason=provider');
  });

  describe('kept by the managers of the organisation', () => {
    it('keeps the secret sealed and never shows it', async () => {
      const [row] = await api.asOwner<{ client_secret: Buffer }>('select client_secret from sign_in_provider where id = $1', [providerId]);
      expect(row?.client_secret.toString('latin1')).not.toContain(provider.clientSecret);
      const { data } = await api.graphql('query ($o: ID!) { signInProviders(organisationId: $o) { ... on SignInProviders { redirectUri providers { name hasSecret issuer } } } }', { o: centre.id }, manager);
      expect(data).toMatchObject({ signInProviders: { redirectUri: `${PUBLIC_URL}/auth/oidc/callback`, providers: [{ name: 'Campus', hasSecret: true }, { name: 'Crooked' }] } });
      expect(JSON.stringify(api.logged)).not.toContain(provider.clientSecret);
    });

    it('case 41: an issuer that leads inward, is none, or lies about its name is refused at the field', async () => {
      const refusedFor = async (issuer: string) => (await api.graphql<Added>(ADD, { input: { organisationId: centre.id, name: 'X', issuer, clientId: 'x' } }, manager)).data?.addSignInProvider.faults;
      for (const issuer of ['https://10.0.0.1', 'https://169.254.169.254', 'https://[::1]', 'https://2852039166', 'https://192.168.1.1:8443/realms/x']) expect(await refusedFor(issuer)).toEqual([{ field: 'issuer', reason: 'provider.unreachable' }]);
      for (const issuer of ['file:///etc/passwd', 'https://user:pass@example.org', 'https://example.org/?x', 'nothing', 'ftp://example.org']) expect(await refusedFor(issuer)).toEqual([{ field: 'issuer', reason: 'provider.issuer' }]);
      expect(await refusedFor(provider.issuer.replace('127.0.0.1', 'localhost'))).toEqual([{ field: 'issuer', reason: 'provider.answer' }]);
      expect(await refusedFor(`${api.url}`)).toEqual([{ field: 'issuer', reason: 'provider.answer' }]);
    });

    it('is closed to others: coordinators, managers of other centres, and domains to all but the platform', async () => {
      const coordinator = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'] }));
      const foreign = await api.make.session(await api.make.person({ organisation: await api.make.organisation(), roles: ['manager'] }));
      const input = { organisationId: centre.id, name: 'X', issuer: provider.issuer, clientId: 'x' };
      expect((await api.graphql(ADD, { input }, coordinator)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect((await api.graphql(ADD, { input }, foreign)).data).toMatchObject({ addSignInProvider: { code: 'NOT_FOUND' } });
      expect((await api.graphql(ADD, { input: { ...input, domains: ['example.org'] } }, manager)).data).toMatchObject({ addSignInProvider: { code: 'NOT_ALLOWED' } });
      const remove = 'mutation ($p: ID!) { removeSignInProvider(providerId: $p, expectedVersion: 1) { __typename } }';
      expect((await api.graphql(remove, { p: providerId }, foreign)).data).toEqual({ removeSignInProvider: { __typename: 'NotFound' } });
      expect((await api.graphql(remove, { p: 'x' }, manager)).data).toEqual({ removeSignInProvider: { __typename: 'NotFound' } });
    });

    it('offers a provider by the domain of an address, for which the platform answers', async () => {
      const admin = await api.make.session(await api.make.person({ organisation: centre, roles: ['manager'], platformAdmin: true }));
      const input = { organisationId: centre.id, name: 'By domain', issuer: provider.issuer, clientId: 'by-domain', domains: ['Ecole.example.org'] };
      expect((await api.graphql(ADD, { input }, admin)).data).toMatchObject({ addSignInProvider: { __typename: 'SignInProvider' } });
      const offered = async (email: string) => (await api.graphql<{ oidcProviders: { name: string }[] }>('query ($e: String!) { oidcProviders(email: $e) { name } }', { e: email })).data?.oidcProviders;
      expect(await offered('whoever@ecole.EXAMPLE.org')).toEqual([{ name: 'By domain' }]);
      for (const email of ['whoever@example.org', 'whoever', '', '*@ecole.example.org%']) expect(await offered(email)).toEqual([]);
    });

    it('changes name, secret and state at the version that was read; removing it unlinks its users', async () => {
      const id = await add({ ...provider, clientId: 'temporary' }, 'Temporary');
      const person = await api.make.person({ organisation: centre });
      await api.asOwner(`insert into sign_in_identity (person_id, provider_id, subject, label) values ($1, $2, 's', '')`, [person.id, id]);
      const update = (version: number, name: string) => api.graphql('mutation ($i: UpdateSignInProviderInput!) { updateSignInProvider(input: $i) { __typename ... on SignInProvider { name enabled version } } }', { i: { providerId: id, expectedVersion: version, name, enabled: false } }, manager);
      expect((await update(1, 'Renamed')).data).toEqual({ updateSignInProvider: { __typename: 'SignInProvider', name: 'Renamed', enabled: false, version: 2 } });
      expect((await update(1, 'Again')).data).toEqual({ updateSignInProvider: { __typename: 'StaleVersion' } });
      expect((await api.graphql('mutation ($p: ID!) { removeSignInProvider(providerId: $p, expectedVersion: 2) { __typename } }', { p: id }, manager)).data).toEqual({ removeSignInProvider: { __typename: 'RemovedProvider' } });
      expect(await api.asOwner('select from sign_in_identity where person_id = $1', [person.id])).toHaveLength(0);
      const actions = await api.asOwner<{ action: string }>(`select action from audit_entry where subject_id = $1 order by id`, [id]);
      expect(actions.map(({ action }) => action)).toEqual(['sign-in-provider.added', 'sign-in-provider.updated', 'sign-in-provider.removed']);
    });
  });

});
