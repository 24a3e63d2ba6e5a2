import { randomUUID } from 'node:crypto';
import { Actor, DeadlinePassed, NotFound, withDeadline } from '@app/platform';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the database as an actor', () => {
  let test: TestDatabase;
  const organisation = randomUUID();
  const stranger = randomUUID();
  const change = (organisationId: string) => ({ organisationId, subjectKind: 'room', subjectId: randomUUID(), kind: 'created' });
  const countChanges = async (actor: Actor): Promise<number> => {
    const [row] = await test.database.as(actor, (tx) => tx.query<{ n: number }>('select count(*)::int as n from change'));
    return row?.n ?? -1;
  };

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  it('case 11: a session that declared no organisation sees no row, one that did sees its own', async () => {
    await test.database.as(Actor.system(organisation), (tx) => test.changes.append(tx, change(organisation), change(organisation)));
    expect(await countChanges(Actor.system(organisation))).toBe(2);
    expect(await countChanges(Actor.system(stranger))).toBe(0);
    expect(await countChanges(Actor.anonymous())).toBe(0);
    expect(await test.source.query('select count(*)::int as n from change')).toEqual([{ n: 0 }]);
  });

  it('case 11: a row of another organisation cannot be written', async () => {
    const foreign = test.database.as(Actor.system(stranger), (tx) => test.changes.append(tx, change(organisation)));
    await expect(foreign).rejects.toThrow(/row-level security/);
  });

  it('rolls back when the answer is a refusal, unless told to keep it', async () => {
    const actor = Actor.system(randomUUID());
    const refuse = (commitRefusals: boolean) =>
      test.database.as(
        actor,
        async (tx) => {
          await test.changes.append(tx, change(actor.organisationIds[0] ?? ''));
          return new NotFound('room');
        },
        { commitRefusals },
      );
    expect(await refuse(false)).toBeInstanceOf(NotFound);
    expect(await countChanges(actor)).toBe(0);
    await refuse(true);
    expect(await countChanges(actor)).toBe(1);
  });

  it('joins an open transaction of the same actor and refuses another one', async () => {
    const actor = Actor.system(organisation);
    const nested = test.database.as(actor, (outer) => test.database.as(actor, async (inner) => inner === outer));
    expect(await nested).toBe(true);
    const mixed = test.database.as(actor, () => test.database.as(Actor.anonymous(), async () => true));
    await expect(mixed).rejects.toThrow('another one');
  });

  it('writes one work row for every consumer that listens, in the same statement', async () => {
    await test.asOwner(`insert into change_consumer values ('calendars', '{occurrence,room}'), ('audit', '{room}'), ('other', '{person}')`);
    await test.database.as(Actor.system(organisation), (tx) => test.changes.append(tx, change(organisation)));
    expect(await test.asOwner('select consumer from change_work order by consumer')).toEqual([{ consumer: 'audit' }, { consumer: 'calendars' }]);
  });

  it('moves app.now() for tests, and the application role cannot', async () => {
    await test.moveClock('3 days');
    const [row] = await test.source.query<{ days: number }[]>(`select round(extract(epoch from app.now() - clock_timestamp()) / 86400)::int as days`);
    expect(row?.days).toBe(3);
    await expect(test.source.query(`insert into app.clock_offset values (true, '1 day')`)).rejects.toThrow(/permission denied/);
  });

  it('case 27: a statement beyond its time is cancelled in the database and the connection serves the next one', async () => {
    const actor = Actor.system(organisation);
    const slow = test.database.as(actor, (tx) => tx.query('select pg_sleep(5)'), { statementTimeout: 100 });
    await expect(slow).rejects.toThrow(/statement timeout/);
    expect(await countChanges(actor)).toBeGreaterThan(0);
    expect(await test.asOwner(`select from pg_stat_activity where datname = current_database() and query like '%pg_sleep(5)%' and state = 'active' and pid <> pg_backend_pid()`)).toHaveLength(0);
  });

  it('case 27: once somebody was told that it took too long, no further statement runs and nothing is committed', async () => {
    const actor = Actor.system(organisation);
    const before = await countChanges(actor);
    let reached = 0;
    let over: Promise<unknown> = Promise.resolve();
    const told = withDeadline(300, async () => {
      over = test.database.as(actor, async (tx) => {
        await test.changes.append(tx, change(organisation));
        for (; reached < 100; reached++) await tx.query('select pg_sleep(0.05)');
      });
      await over;
    });
    await expect(told).rejects.toBeInstanceOf(DeadlinePassed);
    await expect(over).rejects.toBeInstanceOf(DeadlinePassed);
    expect(reached).toBeLessThan(100);
    expect(await countChanges(actor)).toBe(before);
    expect(await test.asOwner(`select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`)).toHaveLength(0);
    await expect(withDeadline(1, async () => new Promise((resolve) => setTimeout(resolve, 50)).then(() => test.database.statement('select 1')))).rejects.toBeInstanceOf(DeadlinePassed);
  });

  it('case 27: a commit that comes too late is none', async () => {
    const actor = Actor.system(organisation);
    const before = await countChanges(actor);
    let over: Promise<unknown> = Promise.resolve();
    const told = withDeadline(50, async () => {
      over = test.database.as(actor, async (tx) => {
        await test.changes.append(tx, change(organisation));
        await new Promise((resolve) => setTimeout(resolve, 300));
      });
      await over;
    });
    await expect(told).rejects.toBeInstanceOf(DeadlinePassed);
    await expect(over).rejects.toBeInstanceOf(DeadlinePassed);
    expect(await countChanges(actor)).toBe(before);
  });
});
