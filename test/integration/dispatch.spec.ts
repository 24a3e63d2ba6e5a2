import { randomUUID } from 'node:crypto';
import { DispatchMail, DispatchModule, DispatchNotices, type MessageType, MessageTypes, type MessageValues, type NewMessage, PostMessages, Recipients } from '@app/messages';
import { Actor } from '@app/platform';
import { Logger } from '@nestjs/common';
import { eventually } from '../support/eventually.js';
import { Make } from '../support/make.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

const said = (text: string) => ({ subject: `${text} : {name}`, body: `${text} {name}, {at, time, short}.\n\n{link}` });

/** A message type whose answer a test can change. */
class Chat implements MessageType {
  readonly sample = { name: 'Amina', at: new Date(), link: 'https://example.org/x' };
  readonly texts = { fr: said('Bonjour'), nl: said('Dag'), de: said('Hallo'), en: said('Hello') };
  answer: MessageValues | undefined = this.sample;
  loads = 0;
  fails = false;

  constructor(
    readonly type: string,
    readonly optional = false,
  ) {}

  async load(): Promise<MessageValues | undefined> {
    this.loads++;
    if (this.fails) throw new Error('a bug in this context');
    return this.answer;
  }
}

describe('the dispatcher', () => {
  let test: TestModule;
  let sink: SmtpSink;
  let organisationId: string;
  let needed: Chat;
  let optional: Chat;

  const state = async (): Promise<Record<string, unknown>[]> => test.asOwner('select state, last_error, times_ambiguous, attempts from message order by id');
  const post = (...messages: Omit<NewMessage, 'organisationId'>[]) =>
    test.database.as(Actor.system(organisationId), (tx) => test.get(PostMessages).execute(tx, ...messages.map((message) => ({ ...message, organisationId }))));
  const dispatch = async (): Promise<void> => {
    while (await test.get(DispatchMail).portion()) await test.asOwner('select 1');
  };
  const dueNow = () => test.asOwner(`update message set next_at = app.now(), due_at = app.now(), leased_until = null where state in ('due', 'ambiguous')`);
  const person = async (address: string | undefined, language: 'fr' | 'nl' | 'de' | 'en' = 'fr'): Promise<string> => {
    const [row] = await test.asOwner<{ id: string }>('insert into person default values returning id');
    const personId = row?.id ?? '';
    await test.database.as(Actor.system(organisationId), (tx) => test.get(Recipients).put(tx, { personId, organisationId, address, language }));
    return personId;
  };
  const about = () => ({ kind: 'thing', id: randomUUID() });

  beforeAll(async () => {
    // The faults below are made on purpose; their log lines would drown those that are not.
    Logger.overrideLogger(false);
    sink = await SmtpSink.open();
    test = await openTestModule([DispatchModule], { settings: { SMTP_URL: sink.url, MAIL_FROM: 'tremplin@example.org', PUBLIC_URL: 'https://learn.example.org', LEASE_SECONDS: 4, MAIL_RATE: 10_000 } });
    organisationId = (await new Make(test).organisation({ name: 'MIC Mons' })).id;
    needed = new Chat('test.needed');
    optional = new Chat('test.optional', true);
    test.get(MessageTypes).register(needed, optional);
  });
  beforeEach(async () => {
    await test.asOwner('delete from notice; delete from message; delete from paused_address');
    sink.mails.length = 0;
    sink.mode = 'ok';
    Object.assign(needed, { answer: needed.sample, fails: false, loads: 0 });
    Object.assign(optional, { answer: optional.sample, fails: false, loads: 0 });
  });
  afterAll(async () => {
    await test.close();
    await sink.down();
  });

  it('hands over one mail in the language of the person, with text, page and a Message-ID made of the row', async () => {
    needed.answer = { name: 'Zoë', at: new Date('2026-11-23T08:30:00Z'), link: 'https://learn.example.org/s/1' };
    await post({ personId: await person('zoe@example.org', 'nl'), type: 'test.needed', subject: about() });
    await dispatch();
    const [row] = await test.asOwner<{ id: string; state: string; mail_id: string }>('select id, state, mail_id from message');
    const mail = await sink.read(sink.mails[0]);
    expect(row).toMatchObject({ state: 'sent', mail_id: `<${row?.id}@example.org>` });
    expect(mail).toMatchObject({ subject: 'Dag : Zoë', messageId: row?.mail_id, to: [{ address: 'zoe@example.org' }] });
    expect(mail.text).toContain('Dag Zoë, 09:30.');
    expect(mail.html).toContain('<html lang="nl">');
    expect(mail.html).toContain('<a class="button" href="https://learn.example.org/s/1">');
    expect(mail.headers.map((header) => header.key)).toEqual(expect.arrayContaining(['auto-submitted']));
    expect(mail.headers.map((header) => header.key)).not.toContain('list-unsubscribe');
  });

  it('case 87: only optional kinds can be left by one click, and the click works without sign-in', async () => {
    const personId = await person('amina@example.org');
    await post({ personId, type: 'test.optional', subject: about() });
    await dispatch();
    const mail = await sink.read(sink.mails[0]);
    const header = (name: string) => mail.headers.find((one) => one.key === name)?.value;
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const [, key] = /unsubscribe\/([0-9a-f-]{36})\/test\.optional>$/.exec(header('list-unsubscribe') ?? '') ?? [];
    await test.database.as(Actor.anonymous(), (tx) => tx.query('select app.mute_message_type($1, $2)', [key, 'test.optional']));
    await post({ personId, type: 'test.optional', subject: about() }, { personId, type: 'test.needed', subject: about() });
    await dispatch();
    expect(sink.mails).toHaveLength(2);
    expect(await state()).toMatchObject([{ state: 'sent' }, { state: 'dropped', last_error: 'SWITCHED_OFF' }, { state: 'sent' }]);
  });

  it('case 84: line breaks in what people typed make no header, and the envelope is the stored address', async () => {
    needed.answer = { name: 'Eve\r\nBcc: all@example.org\r\n\r\nevil', at: new Date(), link: 'https://example.org/' };
    await post({ personId: await person('eve@example.org'), type: 'test.needed', subject: about() });
    await dispatch();
    const mail = await sink.read(sink.mails[0]);
    expect(mail.subject).toBe('Bonjour : Eve Bcc: all@example.org evil');
    expect(mail.bcc ?? []).toEqual([]);
    expect(sink.mails.map((sunk) => sunk.to)).toEqual(['eve@example.org']);
  });

  it('case 34: markup in what people typed is shown as typed', async () => {
    needed.answer = { name: '<img src=x onerror=alert(1)>', at: new Date(), link: 'javascript:alert(1)' };
    await post({ personId: await person('eve@example.org'), type: 'test.needed', subject: about() });
    await dispatch();
    const { html } = await sink.read(sink.mails[0]);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<img|href="javascript/);
  });

  it('case 78: what is not wanted any more is withdrawn, and what was withdrawn is not loaded', async () => {
    const subject = about();
    needed.answer = undefined;
    await post({ personId: await person('a@example.org'), type: 'test.needed', subject: about() }, { personId: await person('b@example.org'), type: 'test.needed', subject });
    await test.database.as(Actor.system(organisationId), (tx) => test.get(PostMessages).withdraw(tx, subject));
    await dispatch();
    expect(await state()).toMatchObject([{ state: 'withdrawn' }, { state: 'withdrawn' }]);
    expect([sink.mails.length, needed.loads]).toEqual([0, 1]);
  });

  it('drops what is too late, fails what has no address, waits out quiet hours unless it is urgent', async () => {
    const sleeper = await person('sleeper@example.org');
    await test.asOwner(
      `insert into recipient (person_id, quiet_from, quiet_until, zone) values ($1, (now() at time zone 'UTC' - interval '1 hour')::time, (now() at time zone 'UTC' + interval '1 hour')::time, 'UTC')`,
      [sleeper],
    );
    await post(
      { personId: await person('late@example.org'), type: 'test.needed', subject: about(), notAfter: new Date(Date.now() - 1_000) },
      { personId: await person(undefined), type: 'test.needed', subject: about() },
      { personId: sleeper, type: 'test.needed', subject: about() },
      { personId: sleeper, type: 'test.needed', subject: about(), urgent: true },
    );
    await dispatch();
    expect(await test.asOwner('select state, last_error, due_at > now() as later from message order by id')).toEqual([
      { state: 'dropped', last_error: 'TOO_LATE', later: false },
      { state: 'failed', last_error: 'NO_ADDRESS', later: false },
      { state: 'due', last_error: null, later: true },
      { state: 'sent', last_error: null, later: false },
    ]);
  });

  it('case 86: an address that is refused for good is paused; nothing more is tried until someone resumes it', async () => {
    const personId = await person('gone@example.org');
    sink.modeOf.set('gone@example.org', '550');
    await post({ personId, type: 'test.needed', subject: about() });
    await dispatch();
    await post({ personId, type: 'test.needed', subject: about() });
    await dispatch();
    expect(await state()).toMatchObject([
      { state: 'failed', last_error: 'ADDRESS_REFUSED', attempts: 1 },
      { state: 'failed', last_error: 'ADDRESS_PAUSED', attempts: 0 },
    ]);
    expect(await test.asOwner('select address from paused_address')).toEqual([{ address: 'gone@example.org' }]);
    sink.modeOf.clear();
  });

  it('case 85: a busy mailbox is tried again later, and a refused letter is not', async () => {
    sink.modeOf.set('busy@example.org', '450').set('strict@example.org', '554');
    await post({ personId: await person('busy@example.org'), type: 'test.needed', subject: about() }, { personId: await person('strict@example.org'), type: 'test.needed', subject: about() });
    await dispatch();
    expect(await state()).toMatchObject([
      { state: 'due', last_error: 'REFUSED_FOR_NOW', attempts: 1 },
      { state: 'failed', last_error: 'LETTER_REFUSED' },
    ]);
    sink.modeOf.clear();
    await dueNow();
    await dispatch();
    expect(await state()).toMatchObject([{ state: 'sent', last_error: null }, { state: 'failed' }]);
  });

  it('case 85: silence after the letter is ambiguous: sent again with the same Message-ID, and counted', async () => {
    sink.mode = 'cut-after-data';
    await post({ personId: await person('amina@example.org'), type: 'test.needed', subject: about() });
    await dispatch();
    expect(await state()).toMatchObject([{ state: 'ambiguous', last_error: 'NO_ANSWER', times_ambiguous: 1 }]);
    sink.mode = 'ok';
    await dueNow();
    await eventually(async () => {
      await dispatch();
      expect(await state()).toMatchObject([{ state: 'sent', times_ambiguous: 1 }]);
    });
    expect(sink.mails).toHaveLength(2);
    expect(new Set(sink.idsOf()).size).toBe(1);
  });

  it('case 85: while the server is away nothing is lost, failed or counted as a try, and one message goes first when it is back', async () => {
    await sink.down();
    for (let n = 0; n < 30; n++) await post({ personId: await person(`p${n}@example.org`), type: 'test.needed', subject: about() });
    await dispatch();
    expect(await test.asOwner('select distinct state, attempts from message')).toEqual([{ state: 'due', attempts: 0 }]);
    await sink.up();
    await eventually(async () => {
      await dispatch();
      expect(sink.mails).toHaveLength(30);
    });
    expect(new Set(sink.idsOf()).size).toBe(30);
  });

  it('case 76: a worker whose lease ran out changes nothing and hands over nothing more', async () => {
    await post({ personId: await person('amina@example.org'), type: 'test.needed', subject: about() });
    const claim = (lease: string) => test.database.as(Actor.system(), (tx) => tx.query<{ id: string }>(`select id from app.claim_messages('mail', 10, interval '4 seconds', null, $1)`, [lease]));
    const [paused, other] = [randomUUID(), randomUUID()];
    const [row] = await claim(paused);
    expect(await claim(other)).toEqual([]);
    await test.asOwner(`update message set leased_until = app.now() - interval '1 second', next_at = app.now()`);
    expect(await claim(other)).toHaveLength(1);
    const begin = (lease: string) => test.database.as(Actor.system(), (tx) => tx.query(`select app.begin_sending($1, $2, interval '4 seconds', 'example.org')`, [[row?.id], lease]));
    expect(await begin(paused)).toEqual([]);
    expect(await begin(other)).toHaveLength(1);
    const finish = (lease: string) => test.database.as(Actor.system(), (tx) => tx.query('select app.finish_messages($1, $2)', [JSON.stringify([{ id: row?.id, state: 'failed' }]), lease]));
    expect(await finish(paused)).toEqual([]);
    expect(await state()).toMatchObject([{ state: 'sending' }]);
  });

  it('a lease that ran out in "sending" becomes ambiguous, is sent again and counted', async () => {
    await post({ personId: await person('amina@example.org'), type: 'test.needed', subject: about() });
    await test.asOwner(`update message set state = 'sending', lease = gen_random_uuid(), leased_until = app.now() - interval '1 second', mail_id = '<' || id || '@example.org>'`);
    await dispatch();
    expect(await state()).toMatchObject([{ state: 'sent', times_ambiguous: 1 }]);
  });

  it('case 77: a text that cannot be made is tried again, then shown; the others in its portion leave', async () => {
    needed.fails = true;
    await post({ personId: await person('a@example.org'), type: 'test.needed', subject: about() }, { personId: await person('b@example.org'), type: 'test.optional', subject: about() });
    await dispatch();
    expect(await state()).toMatchObject([{ state: 'due', last_error: 'NOT_WORDED', attempts: 1 }, { state: 'sent' }]);
    for (let attempt = 2; attempt <= 5; attempt++) {
      await dueNow();
      await dispatch();
    }
    expect(await state()).toMatchObject([{ state: 'failed', attempts: 5 }, { state: 'sent' }]);
  });

  it('case 77: a message that kills its worker is parked, and never holds up the others', async () => {
    const killer = about();
    await post({ personId: await person('killer@example.org'), type: 'test.needed', subject: killer });
    for (let n = 0; n < 5; n++) await post({ personId: await person(`p${n}@example.org`), type: 'test.needed', subject: about() });
    const die = async (): Promise<string[]> => {
      await test.asOwner(`update message set next_at = app.now(), leased_until = null where state = 'due'`);
      const rows = await test.database.as(Actor.system(), (tx) => tx.query<{ subject_id: string }>(`select subject_id from app.claim_messages('mail', 10, interval '4 seconds', null, gen_random_uuid())`));
      return rows.map((row) => row.subject_id);
    };
    const sizes: number[] = [];
    for (let death = 0; death < 3; death++) sizes.push((await die()).length);
    expect(sizes).toEqual([6, 6, 6]);
    expect(await die()).toEqual([killer.id]);
    for (let death = 0; death < 6; death++) await die();
    await dispatch();
    await dueNow();
    await dispatch();
    expect(await test.asOwner('select state, count(*)::int from message group by state order by state')).toEqual([
      { state: 'failed', count: 1 },
      { state: 'sent', count: 5 },
    ]);
  });

  it('keeps optional messages for the digest of the person and sends them as one', async () => {
    const personId = await person('amina@example.org');
    await test.asOwner(`insert into recipient (person_id, digest) values ($1, 'daily')`, [personId]);
    await post({ personId, type: 'test.optional', subject: about() }, { personId, type: 'test.optional', subject: about() }, { personId, type: 'test.needed', subject: about() });
    await dispatch();
    expect(sink.mails).toHaveLength(1);
    expect(await test.asOwner('select type, state from message order by type, state')).toEqual([
      { type: 'messages.digest', state: 'due' },
      { type: 'test.needed', state: 'sent' },
      { type: 'test.optional', state: 'held' },
      { type: 'test.optional', state: 'held' },
    ]);
    await dueNow();
    await dispatch();
    const mail = await sink.read(sink.mails[1]);
    expect(mail.subject).toBe('2 nouvelles de MIC Mons');
    expect(mail.text?.match(/• Bonjour : Amina/g)).toHaveLength(2);
    expect(await test.asOwner('select distinct state from message')).toEqual([{ state: 'sent' }]);
  });

  it('shares MAIL_RATE among all workers', async () => {
    for (let n = 0; n < 12; n++) await post({ personId: await person(`p${n}@example.org`), type: 'test.needed', subject: about() });
    await test.asOwner('update mail_pace set allowance = 0, at = clock_timestamp()');
    const claimed = await Promise.all(
      Array.from({ length: 6 }, () => test.database.as(Actor.system(), (tx) => tx.query(`select id from app.claim_messages('mail', 10, interval '4 seconds', 5, gen_random_uuid())`))),
    );
    expect(claimed.flat().length).toBeLessThanOrEqual(5);
  });

  it('writes a notice exactly once, however many workers look, and only its reader sees it', async () => {
    const personId = await person(undefined, 'de');
    await Promise.all(Array.from({ length: 5 }, () => post({ personId, type: 'test.needed', subject: { kind: 'thing', id: personId }, channel: 'notice' })));
    await Promise.all(Array.from({ length: 8 }, () => test.get(DispatchNotices).portion()));
    const notices = (reader: Actor) => test.database.as(reader, (tx) => tx.query('select title, body, link from notice'));
    expect(await notices(Actor.person({ personId }))).toEqual([{ title: 'Hallo : Amina', body: expect.stringMatching(/^Hallo Amina, \d\d:\d\d\.$/), link: 'https://example.org/x' }]);
    expect(await notices(Actor.person({ personId: randomUUID() }))).toEqual([]);
    expect(await state()).toMatchObject([{ state: 'sent' }]);
  });
});
