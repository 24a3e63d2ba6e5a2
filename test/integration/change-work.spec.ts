import { randomUUID } from 'node:crypto';
import { Actor, type ChangeConsumer, ChangeConsumers, ChangeWorker, type ChangeWork, Changes, type Tx, WakeUps } from '@app/platform';
import { Logger } from '@nestjs/common';
import { Make } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

/** A consumer that notes what it is handed and does what a test tells it. */
class Listener implements ChangeConsumer {
  readonly name = 'test.listener';
  readonly subjectKinds = ['room', 'site'];
  readonly heard: ChangeWork[] = [];
  meanwhile: (tx: Tx, work: ChangeWork) => Promise<void> = async () => undefined;

  async handle(tx: Tx, work: ChangeWork): Promise<void> {
    this.heard.push(work);
    await this.meanwhile(tx, work);
  }
}

describe('change work', () => {
  let test: TestModule;
  let organisationId: string;
  const listener = new Listener();
  const change = (subjectId: string, kind = 'changed', subjectKind = 'room') =>
    test.database.as(Actor.system(organisationId), (tx) => test.get(Changes).append(tx, { organisationId, subjectKind, subjectId, kind }));
  const portion = () => test.get(ChangeWorker).portion(listener);
  const work = () => test.asOwner<{ attempts: number; parked: boolean; last_error: string | null }>('select attempts, parked_at is not null as parked, last_error from change_work order by id');
  const dueNow = () => test.asOwner('update change_work set not_before = app.now()');

  beforeAll(async () => {
    test = await openTestModule([], { providers: [ChangeWorker, WakeUps], settings: { LEASE_SECONDS: 5 } });
    // The faults below are made on purpose; their log lines would drown those that are not.
    Logger.overrideLogger(false);
    organisationId = (await new Make(test).organisation()).id;
    test.get(ChangeConsumers).register(listener);
    await test.get(ChangeWorker).subscribe();
  });
  beforeEach(async () => {
    await test.asOwner('delete from change_work');
    listener.heard.length = 0;
    listener.meanwhile = async () => undefined;
  });
  afterAll(() => test.close());

  it('hands all changes of one subject over together, as the system of its organisation, and forgets them', async () => {
    const [room, other] = [randomUUID(), randomUUID()];
    listener.meanwhile = async (tx) => void expect(tx.actor.isSystemFor(organisationId)).toBe(true);
    await change(room, 'created');
    await change(room, 'renamed');
    await change(other);
    await change(randomUUID(), 'created', 'person');
    expect(await portion()).toBe(true);
    expect(listener.heard.map((heard) => [heard.subjectId, heard.changes.map((one) => one.kind)])).toEqual(
      expect.arrayContaining([[room, ['created', 'renamed']], [other, ['changed']]]),
    );
    expect(listener.heard).toHaveLength(2);
    expect([await work(), await portion()]).toEqual([[], false]);
  });

  it('keeps a change that commits while the subject is being worked on', async () => {
    const room = randomUUID();
    listener.meanwhile = async () => {
      listener.meanwhile = async () => undefined;
      // Another connection: the handler's own transaction would be joined.
      await test.asOwner(`insert into change_work (consumer, organisation_id, subject_kind, subject_id, change_kind, change_id, at) values ('test.listener', $1, 'room', $2, 'late', gen_random_uuid(), app.now())`, [organisationId, room]);
    };
    await change(room);
    await portion();
    expect(await work()).toHaveLength(1);
    await portion();
    expect(listener.heard.map((heard) => heard.changes.map((one) => one.kind))).toEqual([['changed'], ['late']]);
  });

  it('works on a subject one at a time, however many workers look', async () => {
    const room = randomUUID();
    let atOnce = 0;
    let most = 0;
    listener.meanwhile = async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, 20));
      atOnce--;
    };
    for (let n = 0; n < 10; n++) {
      await change(room);
      await Promise.all([portion(), portion(), portion()]);
    }
    expect(most).toBe(1);
    expect(listener.heard.flatMap((heard) => heard.changes)).toHaveLength(10);
  });

  it('undoes what a failing consumer wrote, tries later and later, and parks it in the end with its reason', async () => {
    const room = randomUUID();
    listener.meanwhile = async (tx, { subjectId }) => {
      await test.get(Changes).append(tx, { organisationId, subjectKind: 'echo', subjectId, kind: 'written' });
      throw new Error('broken consumer');
    };
    await change(room);
    for (let attempt = 1; attempt <= 6; attempt++) {
      await portion();
      expect(await work()).toEqual([{ attempts: attempt, parked: false, last_error: 'broken consumer' }]);
      expect(await portion()).toBe(false);
      await dueNow();
    }
    await portion();
    expect(await work()).toEqual([{ attempts: 6, parked: true, last_error: 'broken consumer' }]);
    expect(await test.asOwner(`select from change where subject_kind = 'echo'`)).toEqual([]);
    listener.meanwhile = async () => undefined;
    await change(room);
    await portion();
    expect(listener.heard.at(-1)?.changes).toHaveLength(1);
  });

  it('case 77: work that kills its worker is tried alone after the first death and parked; the others are done', async () => {
    const rooms = Array.from({ length: 8 }, () => randomUUID());
    for (const room of rooms) await change(room);
    const [killer = ''] = rooms;
    const die = () => test.database.as(Actor.system(), (tx) => tx.query<{ subject_id: string }>(`select subject_id from app.lease_change_work('test.listener', 50, interval '5 seconds', 6)`));
    expect(await die()).toHaveLength(8);
    for (let death = 0; death < 5; death++) {
      await dueNow();
      expect((await die()).map((row) => row.subject_id)).toEqual([killer]);
    }
    await dueNow();
    while (await portion()) await dueNow();
    expect(listener.heard.map((heard) => heard.subjectId).sort()).toEqual(rooms.slice(1).sort());
    expect(await work()).toEqual([{ attempts: 6, parked: true, last_error: 'The worker died each time it took this work.' }]);
  });

  it('makes the months of the change log ahead, leaves a month alone whose rows lie elsewhere, and drops past ones that are empty', async () => {
    const months = () => test.asOwner<{ name: string }>(`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'change'::regclass order by 1`);
    const withRows = await test.asOwner<{ name: string }>(`select distinct tableoid::regclass::text as name from change order by 1`);
    await test.moveClock('90 days');
    await change(randomUUID());
    const made = await test.database.as(Actor.system(), (tx) => tx.query<{ made: number }>('select app.keep_change_partitions(2) as made'));
    // The present month has a row in the default partition by now.
    expect(made[0]?.made).toBe(2);
    const names = (await months()).map(({ name }) => name);
    const kept = new Set([...withRows.map(({ name }) => name), 'change_default']);
    expect(names).toEqual(expect.arrayContaining([...kept]));
    expect(names).toHaveLength(kept.size + 2);
    await test.moveClock('0 days');
  });
});
