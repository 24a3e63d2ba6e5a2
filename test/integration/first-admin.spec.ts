import { AcceptSetupLink, AddressTaken, CreateSetupLink, FindActor, IdentityModule, InstallationHasAdmin, LinkExpired, type SetupLink } from '@app/identity';
import { type InvalidInput, isProblem } from '@app/platform';
import { Make, VISITOR } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

describe('the first platform admin', () => {
  let test: TestModule;
  let make: Make;

  beforeEach(async () => {
    test = await openTestModule([IdentityModule], { settings: { PUBLIC_URL: 'https://campus.example.org/' } });
    make = new Make(test);
  });
  afterEach(() => test.close());

  const create = () => test.get(CreateSetupLink).execute();
  const accept = (token: string, changes: { email?: string; password?: string; name?: string } = {}) =>
    test.get(AcceptSetupLink).execute({ token, name: 'Anna Peeters', email: 'anna@example.org', password: 'les cerises de juin', language: 'nl', visitor: VISITOR, ...changes });

  it('is made by a one-time link, signed in at once, and reached in the own language', async () => {
    const { url, token } = (await create()) as SetupLink;
    expect(url).toBe(`https://campus.example.org/set-up#${token}`);
    const answer = await accept(token);
    const actor = isProblem(answer) ? undefined : await test.get(FindActor).bySession(answer.session.token);
    expect(actor).toMatchObject({ platformAdmin: true, language: 'nl', memberships: [] });
    expect(await test.asOwner('select address, language from recipient')).toEqual([{ address: 'anna@example.org', language: 'nl' }]);
    expect(await test.asOwner('select action from audit_entry')).toEqual([{ action: 'platform-admin.granted' }]);
    expect(await accept(token, { email: 'other@example.org' })).toBeInstanceOf(LinkExpired);
    expect(await create()).toBeInstanceOf(InstallationHasAdmin);
  });

  it('lists every fault of what was entered and keeps the link good', async () => {
    const { token } = (await create()) as SetupLink;
    const refused = await accept(token, { name: 'Anna\nPeeters', email: 'anna', password: 'short' });
    expect((refused as InvalidInput).faults.map(({ field, reason }) => `${field} ${reason}`)).toEqual(['name text.one-line', 'email email.malformed', 'password password.too-short']);
    await make.person({ email: 'anna@example.org' });
    expect(await accept(token)).toBeInstanceOf(AddressTaken);
    expect(await test.asOwner('select from platform_admin')).toHaveLength(0);
    expect(isProblem(await accept(token, { email: 'anna2@example.org' }))).toBe(false);
  });

  it('only the newest link counts, for a day, and not where an admin came to be meanwhile', async () => {
    const [first, second] = [(await create()) as SetupLink, (await create()) as SetupLink];
    expect(await accept(first.token)).toBeInstanceOf(LinkExpired);
    await test.moveClock('25 hours');
    expect(await accept(second.token)).toBeInstanceOf(LinkExpired);
    const third = (await create()) as SetupLink;
    await make.person({ platformAdmin: true });
    expect(await accept(third.token)).toBeInstanceOf(LinkExpired);
  });

  it('of twenty that accept one link at once, one becomes admin and nothing is left of the others', async () => {
    const { token } = (await create()) as SetupLink;
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => accept(token, { email: `admin-${i}@example.org` })));
    expect(answers.filter((answer) => !isProblem(answer))).toHaveLength(1);
    expect(await test.asOwner('select from platform_admin')).toHaveLength(1);
    expect(await test.asOwner('select from account')).toHaveLength(1);
    expect(await test.asOwner('select from person')).toHaveLength(1);
  });
});
