import { randomUUID } from 'node:crypto';
import { PostMessages, Recipients } from '@app/messages';
import { Actor, type Tx } from '@app/platform';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the outbox of messages', () => {
  let test: TestDatabase;
  let organisationId: string;
  let personId: string;
  const post = new PostMessages();
  const recipients = new Recipients();
  const states = () => test.asOwner<{ state: string }>('select state from message order by id');
  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => test.database.as(actor, work);

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  beforeEach(async () => {
    await test.asOwner('delete from message');
    [organisationId, personId] = await Promise.all([
      test.asOwner<{ id: string }>(`insert into organisation (name) values ('MIC') returning id`).then(([row]) => row?.id ?? ''),
      test.asOwner<{ id: string }>('insert into person default values returning id').then(([row]) => row?.id ?? ''),
    ]);
  });
  afterAll(() => test.close());

  it('takes a sign-in mail from nobody signed in, who cannot read it afterwards', async () => {
    const subject = { kind: 'person', id: personId };
    await as(Actor.anonymous(), (tx) => post.execute(tx, { personId, type: 'identity.magic-link', subject, address: 'amina@example.org' }));
    expect(await states()).toEqual([{ state: 'due' }]);
    expect(await as(Actor.anonymous(), (tx) => tx.query('select from message'))).toEqual([]);
  });

  it('keeps one row for the same person, subject, timing version, rule and channel, however often it is posted', async () => {
    const subject = { kind: 'occurrence', id: randomUUID(), timingVersion: 3 };
    const reminder = { organisationId, personId, type: 'reminders.session', subject, rule: '24h-before' };
    await Promise.all(Array.from({ length: 20 }, () => as(Actor.system(organisationId), (tx) => post.execute(tx, reminder, { ...reminder, channel: 'notice' }))));
    expect(await states()).toHaveLength(2);
    await as(Actor.system(organisationId), (tx) => post.execute(tx, { ...reminder, subject: { ...subject, timingVersion: 4 } }));
    expect(await states()).toHaveLength(3);
  });

  it('posts nothing when the transaction fails, and nothing in the name of another organisation', async () => {
    const message = { organisationId, personId, type: 'x.y', subject: { kind: 'person', id: personId } };
    await expect(as(Actor.system(organisationId), async (tx) => post.execute(tx, message).then(() => Promise.reject(new Error('later'))))).rejects.toThrow('later');
    await expect(as(Actor.system(randomUUID()), (tx) => post.execute(tx, message))).rejects.toThrow(/row-level security/);
    expect(await states()).toEqual([]);
  });

  it('case 78: a moved session withdraws what was posted for the earlier plan', async () => {
    const subject = { kind: 'occurrence', id: randomUUID(), timingVersion: 1 };
    const actor = Actor.system(organisationId);
    const reminder = { organisationId, personId, type: 'reminders.session', subject, rule: '24h-before' };
    await as(actor, (tx) => post.execute(tx, reminder, { ...reminder, subject: { ...subject, timingVersion: 2 } }));
    await as(actor, (tx) => post.withdraw(tx, { ...subject, timingVersion: 2 }));
    expect(await states()).toEqual([{ state: 'withdrawn' }, { state: 'due' }]);
  });

  it('lets a person or nobody signed in write the own address, and an organisation only what it noted itself', async () => {
    const put = (actor: Actor, row: { organisationId?: string; address: string }) => as(actor, (tx) => recipients.put(tx, { personId, ...row, language: 'nl' }));
    await put(Actor.person({ personId }), { address: 'amina@example.org' });
    await put(Actor.anonymous(), { address: 'amina.b@example.org' });
    await put(Actor.system(organisationId), { organisationId, address: 'noted@example.org' });
    await expect(put(Actor.person({ personId: randomUUID() }), { address: 'thief@example.org' })).rejects.toThrow(/somebody else/);
    await expect(put(Actor.system(randomUUID()), { organisationId, address: 'thief@example.org' })).rejects.toThrow(/somebody else/);
    expect(await test.asOwner('select address, language from recipient order by organisation_id nulls first')).toEqual([
      { address: 'amina.b@example.org', language: 'nl' },
      { address: 'noted@example.org', language: 'nl' },
    ]);
  });
});
