import { DispatchStore } from '../../libs/messages/src/persistence/dispatch.store.js';
import { DispatchModule } from '@app/messages';
import { randomUUID } from 'node:crypto';
import { Make } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

/** Due since so many minutes, all of one organisation; or of nobody's, as a mail of the sign-in is. */
const POST = `
  insert into message (organisation_id, person_id, type, subject_kind, subject_id, due_at, next_at)
  select $1, $2, 'test', 'thing', gen_random_uuid(), app.now() - make_interval(mins => $4::int), app.now() - make_interval(mins => $4::int) + n * interval '1 ms' from generate_series(1, $3::int) n`;

describe('an organisation that writes to thousands', () => {
  let test: TestModule;
  let make: Make;
  let personId: string;

  beforeAll(async () => {
    test = await openTestModule([DispatchModule], { settings: { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'tremplin@example.org' } });
    make = new Make(test);
    personId = (await make.person()).id;
  });
  beforeEach(() => test.asOwner('delete from message'));
  afterAll(() => test.close());

  const post = (organisationId: string | null, count: number, minutes: number) => test.asOwner(POST, [organisationId, personId, count, minutes]);
  /** How many of a portion are whose. */
  const portion = async (most = 64): Promise<ReadonlyMap<string | null, number>> => {
    const claimed = await test.get(DispatchStore).claim({ channel: 'mail', most, leaseSeconds: 60, lease: randomUUID() });
    const counts = new Map<string | null, number>();
    for (const { organisation_id: owner } of claimed) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    return counts;
  };

  it('does not delay another one that wants to say little, nor the mails of the sign-in: each gets its share of every portion', async () => {
    const [large, small] = [(await make.organisation()).id, (await make.organisation()).id];
    await post(large, 10_000, 60);
    await post(small, 3, 1);
    await post(null, 1, 0);
    await test.asOwner('analyze message');
    const first = await portion();
    expect([first.get(small), first.get(null)]).toEqual([3, 1]);
    expect(first.get(large)).toBeGreaterThan(20);
    // Alone again it gets all of it.
    expect(await portion()).toEqual(new Map([[large, 64]]));
  });

  it('goes by age as long as everything due fits into one portion, and takes nothing that is not due or is another worker’s', async () => {
    const [one, other] = [(await make.organisation()).id, (await make.organisation()).id];
    await post(one, 30, 5);
    await post(other, 30, 1);
    await post(other, 100, -60);
    const both = await Promise.all([portion(), portion()]);
    const taken = both.flatMap((counts) => [...counts.values()]).reduce((sum, each) => sum + each, 0);
    expect(taken).toBeLessThanOrEqual(60);
    expect(taken + [...(await portion()).values()].reduce((sum, each) => sum + each, 0)).toBe(60);
  });

  it('is fair among many more than a portion holds: whoever waits longest comes first, and nobody twice before all came once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, async (_, n) => {
      const { id } = await make.organisation();
      await post(id, 50, 100 - n);
      return id;
    }));
    expect([...(await portion(6)).keys()].sort()).toEqual(ids.slice(0, 6).sort());
    expect((await portion(24)).size).toBe(12);
  });

  it('costs a portion of 64 among 200 organisations and 40,000 messages no scan of the table', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, async () => (await make.organisation()).id));
    await test.asOwner(`insert into message (organisation_id, person_id, type, subject_kind, subject_id, due_at, next_at)
      select o, $2, 'test', 'thing', gen_random_uuid(), app.now() - interval '1 hour', app.now() - interval '1 hour' from unnest($1::uuid[]) o, generate_series(1, 200)`, [ids, personId]);
    await test.asOwner('analyze message');
    const rows = async () => Number((await test.asOwner<{ n: string }>(`select seq_tup_read as n from pg_stat_user_tables where relname = 'message'`))[0]?.n);
    await test.asOwner('select pg_stat_force_next_flush()');
    const before = await rows();
    expect((await portion()).size).toBe(64);
    await test.asOwner('select pg_stat_force_next_flush()');
    expect((await rows()) - before).toBeLessThan(40_000);
  });
});
