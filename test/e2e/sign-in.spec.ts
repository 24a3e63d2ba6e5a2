import { createHash } from 'node:crypto';
import { generateSync } from 'otplib';
import { type GraphqlAnswer, startApi, type TestApi } from '../support/api.js';
import { type MadePerson, PASSWORD } from '../support/make.js';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SignedIn { secondFactorPending } ... on Problem { code message } } }`;
const ME = '{ me { personId name email language platformAdmin secondFactorActive recoveryCodesLeft organisations { id name roles } } }';

const cookieOf = ({ headers }: Pick<GraphqlAnswer<unknown>, 'headers'>): string | undefined => headers.getSetCookie().at(-1);
const tokenOf = (answer: Pick<GraphqlAnswer<unknown>, 'headers'>): string => /tremplin_session=([\w-]*)/.exec(cookieOf(answer) ?? '')?.[1] ?? '';

describe('sign-in over HTTP', () => {
  let api: TestApi;
  let marie: MadePerson;
  let centre: { id: string; name: string };

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation({ name: 'Centre de Mons' });
    marie = await api.make.person({ organisation: centre, roles: ['coordinator', 'trainer'], givenName: 'Marie', familyName: 'Dubois' });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.asOwner('delete from sign_in_limit');
  });

  const signIn = (person: { email: string }, password = PASSWORD, token?: string) => api.graphql(SIGN_IN, { input: { email: person.email, password } }, { token, language: 'de' });

  it('gives a cookie that scripts and other sites cannot use, and knows the person with it', async () => {
    const answer = await signIn(marie);
    expect(answer.data).toEqual({ signIn: { __typename: 'SignedIn', secondFactorPending: false } });
    expect(cookieOf(answer)).toMatch(/^tremplin_session=[\w-]{43}; Path=\/; Expires=[^;]+ GMT; HttpOnly; SameSite=Lax$/);
    const me = await api.graphql(ME, {}, { token: tokenOf(answer) });
    expect(me.data).toEqual({
      me: {
        personId: marie.id,
        name: 'Marie Dubois',
        email: marie.email,
        language: 'fr',
        platformAdmin: false,
        secondFactorActive: false,
        recoveryCodesLeft: 0,
        organisations: [{ id: centre.id, name: 'Centre de Mons', roles: ['coordinator', 'trainer'] }],
      },
    });
    expect((await api.graphql(ME)).data).toEqual({ me: null });
  });

  it('refuses in the language of the browser and sets no cookie', async () => {
    const answer = await signIn(marie, 'wrong password wrong');
    expect(answer.data).toMatchObject({ signIn: { __typename: 'SignInRefused', code: 'SIGN_IN_REFUSED', message: expect.stringContaining('passen nicht zusammen') } });
    expect(cookieOf(answer)).toBeUndefined();
  });

  it('case 2: sign-ins of one document are counted one by one', async () => {
    const person = await api.make.person();
    const fields = Array.from({ length: 12 }, (_, i) => `a${i}: signIn(input: { email: "${person.email}", password: "wrong password ${i}" }) { ... on Problem { code } }`);
    const { data } = await api.graphql<Record<string, { code: string }>>(`mutation { ${fields.join(' ')} }`);
    const codes = Object.values(data ?? {}).map(({ code }) => code);
    expect(codes).toEqual([...Array<string>(8).fill('SIGN_IN_REFUSED'), ...Array<string>(4).fill('TOO_MANY_ATTEMPTS')]);
    expect((await signIn(person)).data).toMatchObject({ signIn: { code: 'TOO_MANY_ATTEMPTS' } });
  });

  it('signs out, and lists and ends the sessions of other devices', async () => {
    const [here, there] = [tokenOf(await signIn(marie)), tokenOf(await signIn(marie))];
    const list = await api.graphql<{ mySessions: { id: string; isCurrent: boolean }[] }>('{ mySessions { id isCurrent device network way createdAt lastUsedAt } }', {}, { token: here });
    expect(list.data?.mySessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const rows = await api.asOwner<{ id: string }>('select id from session where token_hash = sha256($1)', [Buffer.from(there)]);
    const end = 'mutation ($id: ID!) { endSession(sessionId: $id) { __typename ... on EndedSession { sessionId } } }';
    expect((await api.graphql(end, { id: rows[0]?.id }, { token: here })).data).toEqual({ endSession: { __typename: 'EndedSession', sessionId: rows[0]?.id } });
    expect((await api.graphql(end, { id: rows[0]?.id }, { token: here })).data).toEqual({ endSession: { __typename: 'NotFound' } });
    expect((await api.graphql(ME, {}, { token: there })).data).toEqual({ me: null });
    const out = await api.graphql('mutation { signOut { done } }', {}, { token: here });
    expect(cookieOf(out)).toMatch(/^tremplin_session=; Path=\/; Max-Age=0; HttpOnly/);
    expect((await api.graphql(ME, {}, { token: here })).data).toEqual({ me: null });
  });

  it('case 6: while the second factor is pending every operation but the code is UNAUTHENTICATED', async () => {
    const person = await api.make.person({ organisation: centre, roles: ['manager'] });
    const { token } = await api.make.session(person);
    const offer = await api.graphql<{ enrolSecondFactor: { secret: string } }>(`mutation { enrolSecondFactor(input: { password: "${PASSWORD}" }) { ... on SecondFactorOffer { secret uri qrCode } } }`, {}, { token });
    const secret = offer.data?.enrolSecondFactor.secret ?? '';
    const code = (ahead: number): string => generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + ahead });
    const activated = await api.graphql('mutation ($code: String!) { activateSecondFactor(input: { code: $code }) { __typename ... on SecondFactorActivated { recoveryCodes } } }', { code: code(-30) }, { token });
    expect(activated.data).toMatchObject({ activateSecondFactor: { __typename: 'SecondFactorActivated' } });
    expect((await api.graphql(ME, {}, { token: tokenOf(activated) })).data).toMatchObject({ me: { secondFactorActive: true, recoveryCodesLeft: 10 } });

    const half = await signIn(person);
    expect(half.data).toEqual({ signIn: { __typename: 'SignedIn', secondFactorPending: true } });
    const pending = { token: tokenOf(half) };
    const closed = ['{ mySessions { id } }', 'mutation { enrolSecondFactor(input: {}) { __typename } }', 'mutation { removeSecondFactor(input: { code: "000000" }) { __typename } }', 'mutation { changePassword(input: { newPassword: "x" }) { __typename } }', `mutation { updateMyAccount(input: { name: "x", language: "fr", expectedVersion: 1 }) { __typename } }`];
    for (const operation of closed) expect((await api.graphql(operation, {}, pending)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await api.graphql(ME, {}, pending)).data).toEqual({ me: null });

    const confirm = 'mutation ($code: String!) { confirmSecondFactor(input: { code: $code }) { __typename ... on SignedIn { secondFactorPending } } }';
    expect((await api.graphql(confirm, { code: '000000' }, pending)).data).toEqual({ confirmSecondFactor: { __typename: 'CodeRefused' } });
    expect((await api.graphql(confirm, { code: code(0) })).data).toEqual({ confirmSecondFactor: { __typename: 'CodeRefused' } });
    const whole = await api.graphql(confirm, { code: code(0) }, pending);
    expect(whole.data).toEqual({ confirmSecondFactor: { __typename: 'SignedIn', secondFactorPending: false } });
    expect(tokenOf(whole)).not.toBe(pending.token);
    expect((await api.graphql(ME, {}, { token: tokenOf(whole) })).data).toMatchObject({ me: { personId: person.id } });
  });

  it('case 4: a changed password gives this device a new cookie, and the old one is dead', async () => {
    const person = await api.make.person();
    const { token } = await api.make.session(person);
    const other = await api.make.session(person);
    const change = (newPassword: string) => api.graphql(`mutation ($n: String!) { changePassword(input: { currentPassword: "${PASSWORD}", newPassword: $n }) { __typename ... on InvalidInput { faults { field message } } } }`, { n: newPassword }, { token });
    expect((await change('motdepasse2027')).data).toEqual({ changePassword: { __typename: 'InvalidInput', faults: [{ field: 'newPassword', message: expect.stringContaining('parmi les premiers') }] } });
    const changed = await change('les cerises de juin');
    expect(changed.data).toEqual({ changePassword: { __typename: 'SessionRenewed' } });
    for (const [old, personId] of [[token, undefined], [other.token, undefined], [tokenOf(changed), person.id]] as const) {
      expect((await api.graphql<{ me: { personId: string } | null }>(ME, {}, { token: old })).data?.me?.personId).toBe(personId);
    }
  });

  it('case 4: a role given by somebody else brings a new cookie with the next answer; several requests at once get on', async () => {
    const person = await api.make.person({ organisation: centre });
    const { token } = await api.make.session(person);
    expect(cookieOf(await api.graphql(ME, {}, { token }))).toBeUndefined();
    await api.make.member(person, centre, ['trainer']);
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.graphql<{ me: { organisations: { roles: string[] }[] } }>(ME, {}, { token })));
    expect(answers.map(({ data }) => data?.me.organisations[0]?.roles)).toEqual(answers.map(() => ['learner', 'trainer']));
    const renewed = answers.filter(cookieOf);
    expect(renewed).toHaveLength(1);
    const fresh = tokenOf(renewed[0] as never);
    await api.moveClock('6 seconds');
    expect((await api.graphql(ME, {}, { token })).data).toMatchObject({ me: { personId: person.id } });
    expect((await api.graphql(ME, {}, { token: fresh })).data).toMatchObject({ me: { personId: person.id } });
    await api.moveClock('12 seconds');
    expect((await api.graphql(ME, {}, { token })).data).toEqual({ me: null });
    expect((await api.graphql(ME, {}, { token: fresh })).data).toMatchObject({ me: { personId: person.id } });
    await api.moveClock('0');
  });

  it('case 5 and 20: who is suspended is nobody with the next request', async () => {
    const person = await api.make.person({ organisation: centre });
    const { token } = await api.make.session(person);
    await api.asOwner(`update membership set state = 'suspended' where person_id = $1`, [person.id]);
    expect((await api.graphql('{ mySessions { id } }', {}, { token })).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await signIn(person)).data).toMatchObject({ signIn: { __typename: 'AccountSuspended' } });
  });

  it('changes the own name and language, and messages follow', async () => {
    const person = await api.make.person();
    const { token } = await api.make.session(person);
    const update = (expectedVersion: number, name = 'Jeanne  Dupont ') =>
      api.graphql('mutation ($v: Int!, $name: String!) { updateMyAccount(input: { name: $name, language: "nl", expectedVersion: $v }) { __typename ... on Me { name language version } ... on InvalidInput { faults { field } } } }', { v: expectedVersion, name }, { token });
    expect((await update(1, ' ')).data).toEqual({ updateMyAccount: { __typename: 'InvalidInput', faults: [{ field: 'name' }] } });
    expect((await update(1)).data).toEqual({ updateMyAccount: { __typename: 'Me', name: 'Jeanne Dupont', language: 'nl', version: 2 } });
    expect((await update(1)).data).toEqual({ updateMyAccount: { __typename: 'StaleVersion' } });
    expect(await api.asOwner('select address, language from recipient where person_id = $1', [person.id])).toEqual([{ address: person.email, language: 'nl' }]);
  });

  it('a repeated request changes nothing twice, and neither its answer nor a digest of its password is kept', async () => {
    const person = await api.make.person();
    const { token } = await api.make.session(person);
    const change = (as: string) => api.graphql(`mutation ($i: ChangePasswordInput!) { changePassword(input: $i, requestId: "change-0001") { __typename } }`, { i: { currentPassword: PASSWORD, newPassword: 'les cerises de juin' } }, { token: as });
    const first = await change(token);
    expect(first.data).toEqual({ changePassword: { __typename: 'SessionRenewed' } });
    expect((await change(tokenOf(first))).errors).toMatchObject([{ extensions: { code: 'ANSWER_NOT_KEPT' } }]);
    const [kept] = await api.asOwner<{ answer: unknown; fingerprint: Buffer }>('select answer, fingerprint from remembered_request where actor_id = $1', [person.id]);
    const digests = [{ input: { currentPassword: PASSWORD, newPassword: 'les cerises de juin' } }, { input: { newPassword: 'les cerises de juin', currentPassword: PASSWORD } }].map((args) => createHash('sha256').update(JSON.stringify(['changePassword', args])).digest('hex'));
    expect(kept?.answer).toBeNull();
    expect(digests).not.toContain(kept?.fingerprint.toString('hex'));
  });

  it('logs no password, token or code', async () => {
    const lines = JSON.stringify(api.logged);
    const tokens = await Promise.all([signIn(marie)]).then((answers) => answers.map(tokenOf));
    for (const secret of [PASSWORD, 'les cerises de juin', ...tokens]) expect(lines + JSON.stringify(api.logged)).not.toContain(secret);
  });

  it('another address: asked with the password, shown while it waits, confirmed and stopped by links without a session', async () => {
    const person = await api.make.person({ organisation: centre });
    const token = tokenOf(await signIn(person));
    const ask = 'mutation ($input: ChangeMyAddressInput!) { changeMyAddress(input: $input) { __typename ... on MailSent { sentTo } ... on Problem { code } } }';
    const email = `other-${person.email}`;
    expect((await api.graphql(ask, { input: { email, password: 'not the password' } }, { token })).data).toMatchObject({ changeMyAddress: { code: 'PASSWORD_REFUSED' } });
    expect((await api.graphql(ask, { input: { email, password: PASSWORD } }, { token })).data).toEqual({ changeMyAddress: { __typename: 'MailSent', sentTo: email } });
    expect((await api.graphql('{ me { email addressAsked } }', {}, { token })).data).toEqual({ me: { email: person.email, addressAsked: email } });
    const give = async (part: 'confirm' | 'stop', secret: string) =>
      api.asOwner(`insert into address_change_token (token_hash, change_id, part) select sha256($1), id, $2 from address_change where person_id = $3`, [Buffer.from(secret), part, person.id]);
    await give('confirm', 'c'.repeat(43));
    await give('stop', 's'.repeat(43));
    const confirm = 'mutation ($input: SignInLinkInput!) { confirmAddressChange(input: $input) { __typename ... on AddressChanged { email } ... on Problem { code } } }';
    expect((await api.graphql(confirm, { input: { token: 's'.repeat(43) } })).data).toMatchObject({ confirmAddressChange: { code: 'LINK_EXPIRED' } });
    const confirmed = await api.graphql(confirm, { input: { token: 'c'.repeat(43) } });
    expect([confirmed.data, cookieOf(confirmed)]).toEqual([{ confirmAddressChange: { __typename: 'AddressChanged', email } }, undefined]);
    expect((await api.graphql('{ me { email addressAsked } }', {}, { token })).data).toEqual({ me: { email, addressAsked: null } });
    const stop = 'mutation ($input: SignInLinkInput!) { stopAddressChange(input: $input) { __typename ... on AddressChangeStopped { email } ... on Problem { code } } }';
    expect((await api.graphql(stop, { input: { token: 's'.repeat(43) } })).data).toEqual({ stopAddressChange: { __typename: 'AddressChangeStopped', email: person.email } });
    expect((await api.graphql(ME, {}, { token })).data).toEqual({ me: null });
  });
});

describe('sign-in where people come by https', () => {
  it('marks the cookie as secure', async () => {
    const api = await startApi({ settings: { PUBLIC_URL: 'https://campus.example.org' } });
    const person = await api.make.person();
    expect(cookieOf(await api.graphql(SIGN_IN, { input: { email: person.email, password: PASSWORD } }))).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    await api.close();
  });
});
