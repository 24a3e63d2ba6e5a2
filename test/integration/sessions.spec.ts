import { FindActor, IdentityModule } from '@app/identity';
import { Actor, newToken } from '@app/platform';
import { Make } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

describe('the actor of a session', () => {
  let test: TestModule;
  let make: Make;
  let findActor: FindActor;

  beforeAll(async () => {
    test = await openTestModule([IdentityModule]);
    make = new Make(test);
    findActor = test.get(FindActor);
  });
  afterAll(() => test.close());

  it('holds person, active memberships, language and request id', async () => {
    const [centre, other] = [await make.organisation(), await make.organisation()];
    const marie = await make.member(await make.person({ organisation: centre, roles: ['coordinator', 'trainer'], language: 'nl' }), other, ['observer']);
    const { token, id } = await make.session(marie);
    const actor = await findActor.bySession(token, { requestId: 'r-1', language: 'de' });
    expect(actor).toMatchObject({ kind: 'person', personId: marie.id, sessionId: id, requestId: 'r-1', language: 'nl', platformAdmin: false });
    expect(actor?.rolesIn(centre.id)).toEqual(['coordinator', 'trainer']);
    expect(actor?.rolesIn(other.id)).toEqual(['observer']);
  });

  it('is nobody for an unknown, malformed, ended or expired token', async () => {
    const person = await make.person();
    const [ended, expired] = [await make.session(person), await make.session(person)];
    await test.asOwner(`update session set ended_at = app.now(), end_reason = 'signed-out' where id = $1`, [ended.id]);
    await test.asOwner(`update session set expires_at = app.now() where id = $1`, [expired.id]);
    const tokens = [undefined, '', 'x', newToken(), ended.token, expired.token, `${'a'.repeat(1_000_000)}`, "' or 1=1 --"];
    expect(await Promise.all(tokens.map((token) => findActor.bySession(token)))).toEqual(tokens.map(() => undefined));
  });

  it('case 6: is nobody while the second factor is pending', async () => {
    const session = await make.session(await make.person());
    await test.asOwner(`update session set second_factor = 'pending' where id = $1`, [session.id]);
    expect(await findActor.bySession(session.token)).toBeUndefined();
  });

  it('case 5: is nobody once the only membership, the account or the person is suspended, merged or erased', async () => {
    const centre = await make.organisation();
    const [suspended, locked, merged, erased] = await Promise.all([1, 2, 3, 4].map(() => make.person({ organisation: centre })));
    const survivor = await make.person();
    const sessions = await Promise.all([suspended, locked, merged, erased].map((person) => make.session(person ?? survivor)));
    const found = () => Promise.all(sessions.map(({ token }) => findActor.bySession(token)));
    expect((await found()).every((actor) => actor instanceof Actor)).toBe(true);
    await test.asOwner(`update membership set state = 'suspended' where person_id = $1`, [suspended?.id]);
    await test.asOwner(`update account set state = 'suspended' where person_id = $1`, [locked?.id]);
    await test.asOwner(`update person set merged_into = $2 where id = $1`, [merged?.id, survivor.id]);
    await test.asOwner(`update person set erased_at = app.now() where id = $1`, [erased?.id]);
    expect(await found()).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('case 20: has no right that was revoked since the last request', async () => {
    const [centre, other] = [await make.organisation(), await make.organisation()];
    const person = await make.member(await make.person({ organisation: centre, roles: ['manager', 'trainer'] }), other, ['learner']);
    const { token } = await make.session(person);
    await test.asOwner(`update membership set state = 'ended' where person_id = $1 and role = 'manager'`, [person.id]);
    await test.asOwner(`update membership set state = 'suspended' where person_id = $1 and role = 'trainer'`, [person.id]);
    expect((await findActor.bySession(token))?.memberships).toEqual([{ organisationId: other.id, role: 'learner' }]);
    await test.asOwner('update organisation set archived_at = app.now() where id = $1', [other.id]);
    expect((await findActor.bySession(token))?.memberships).toEqual([]);
  });

  it('writes the use of a session at most once a minute, prolongs it by a week and never beyond thirty days', async () => {
    const session = await make.session(await make.person());
    const state = async () => (await test.asOwner<{ idle: number; days: number }>(`select extract(epoch from app.now() - last_used_at)::int / 60 as idle, round(extract(epoch from expires_at - app.now()) / 86400)::int as days from session where id = $1`, [session.id]))[0];
    const pretend = (idle: string, age: string) => test.asOwner(`update session set last_used_at = app.now() - $2::interval, created_at = app.now() - $3::interval, expires_at = app.now() + interval '1 day' where id = $1`, [session.id, idle, age]);
    await pretend('30 seconds', '1 day');
    await findActor.bySession(session.token);
    expect(await state()).toEqual({ idle: 0, days: 1 });
    await pretend('5 minutes', '1 day');
    await findActor.bySession(session.token, { quietly: true });
    expect(await state()).toEqual({ idle: 5, days: 1 });
    const many = await Promise.all(Array.from({ length: 20 }, () => findActor.bySession(session.token)));
    expect(many.every(Boolean)).toBe(true);
    expect(await state()).toEqual({ idle: 0, days: 7 });
    await pretend('5 minutes', '28 days');
    await findActor.bySession(session.token);
    expect(await state()).toEqual({ idle: 0, days: 2 });
  });

  it('forgets limits that ended, old links and very old sessions, and nothing that is of use', async () => {
    const person = await make.person();
    const [live, ended, ancient] = [await make.session(person), await make.session(person), await make.session(person)];
    await test.asOwner(`update session set ended_at = app.now() - interval '100 days', end_reason = 'signed-out' where id = $1`, [ended.id]);
    await test.asOwner(`update session set ended_at = app.now() - interval '181 days', end_reason = 'signed-out' where id = $1`, [ancient.id]);
    await test.asOwner(`insert into sign_in_limit values ('over', 3, app.now() - interval '1 second'), ('counts', 3, app.now() + interval '1 minute')`);
    await test.asOwner(`insert into sign_in_link (kind, person_id, expires_at) values ('link', $1, app.now() - interval '8 days'), ('link', $1, app.now() - interval '6 days')`, [person.id]);
    await test.source.query('select app.forget_sign_ins(1000)');
    expect((await test.asOwner<{ id: string }>('select id from session where person_id = $1 order by created_at', [person.id])).map(({ id }) => id)).toEqual([live.id, ended.id]);
    expect(await test.asOwner('select key from sign_in_limit')).toEqual([{ key: 'counts' }]);
    expect(await test.asOwner('select from sign_in_link where person_id = $1', [person.id])).toHaveLength(1);
  });

  it('case 11: the application role sees no session, account or right of the installation without a declared person', async () => {
    await make.session(await make.person({ platformAdmin: true }));
    for (const table of ['session', 'account', 'platform_admin', 'person']) {
      expect(await test.source.query(`select * from ${table}`)).toEqual([]);
    }
  });
});
