import { CancelBooking, ChangeNoticesModule, MoveBooking, ReadBoard, TellAttendees } from '@app/ledger';
import { DispatchMail, DispatchModule, DispatchNotices } from '@app/messages';
import { type Actor, ChangeWorker, isProblem, WakeUps } from '@app/platform';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';
import { SmtpSink } from '../support/smtp-sink.js';

const MONDAY = { startsAt: '2027-03-15T09:00', endsAt: '2027-03-15T12:00' };
const TUESDAY = { startsAt: '2027-03-16T13:00', endsAt: '2027-03-16T16:00' };

/** The n-th day from the first of March, at an hour. */
const dayOf = (n: number, hour: string) => {
  const day = `2027-${String(3 + Math.floor(n / 28)).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
  return { startsAt: `${day}T${hour}:00`, endsAt: `${day}T${Number(hour) + 3}:00` };
};

describe('notices of change', () => {
  let world: LedgerWorld;
  let sink: SmtpSink;
  let learner: Actor;
  let trainer: Actor;
  const tell = async (): Promise<void> => {
    while (await world.test.get(ChangeWorker).portion(world.test.get(TellAttendees))) await world.test.asOwner('select 1');
  };
  const leave = async (): Promise<void> => {
    await world.test.asOwner(`update message set next_at = app.now() where state = 'due'`);
    while (await world.test.get(DispatchMail).portion()) await world.test.asOwner('select 1');
    while (await world.test.get(DispatchNotices).portion()) await world.test.asOwner('select 1');
  };
  const messages = () =>
    world.test.asOwner(`select type, person_id as "personId", channel, state, round(extract(epoch from due_at - created_at) / 60)::int as minutes from message order by channel, id`);
  const session = async () => world.booked(await world.room(), { ...MONDAY, title: 'JavaScript 3', people: [{ personId: learner.personId ?? '', part: 'learner' }, { personId: trainer.personId ?? '', part: 'trainer' }] });
  const reachable = async (role: 'learner' | 'trainer' = 'learner'): Promise<Actor> => {
    const actor = await world.make.actor({ organisation: world.centre, roles: [role] });
    await world.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, 'fr') on conflict on constraint recipient_person_uq do update set address = excluded.address`, [
      actor.personId,
      `${actor.personId}@example.org`,
    ]);
    return actor;
  };
  const move = async (occurrenceId: string, expectedVersion: number, to: typeof MONDAY) => {
    const answer = await world.move({ occurrenceId, expectedVersion, ...to });
    if (isProblem(answer)) throw new Error(JSON.stringify(answer));
  };

  beforeAll(async () => {
    sink = await SmtpSink.open();
    world = await openLedgerWorld({ modules: [ChangeNoticesModule, DispatchModule], providers: [ChangeWorker, WakeUps], settings: { SMTP_URL: sink.url, MAIL_RATE: 10_000 } });
    await world.test.get(ChangeWorker).subscribe();
  });
  beforeEach(async () => {
    await world.test.asOwner('delete from notice; delete from message; delete from change_work');
    sink.mails.length = 0;
    [learner, trainer] = [await reachable(), await reachable('trainer')];
  });
  afterAll(async () => {
    await world.test.close();
    await sink.down();
  });

  it('says nothing about what is new, and one mail and one notice to each about what was moved, ten minutes later', async () => {
    const { occurrenceId } = await session();
    await tell();
    expect(await messages()).toEqual([]);
    await move(occurrenceId, 1, TUESDAY);
    await tell();
    const expected = (channel: string, personId?: string) => ({ type: 'ledger.session-changed', channel, personId, state: 'due', minutes: 10 });
    expect(await messages()).toEqual(expect.arrayContaining(['mail', 'notice'].flatMap((channel) => [expected(channel, learner.personId), expected(channel, trainer.personId)])));
    expect(await messages()).toHaveLength(4);
    await leave();
    const mail = await sink.read(sink.mails[0]);
    expect(mail.subject).toBe('Nouvelle heure : JavaScript 3');
    expect(mail.text).toContain('« JavaScript 3 », prévu le lundi 15 mars 2027 à 09:00, aura lieu le mardi 16 mars 2027 à 13:00.');
    expect(await world.test.asOwner('select distinct title from notice')).toEqual([{ title: 'Nouvelle heure : JavaScript 3' }]);
  });

  it('tells two changes in a row once, as things are in the end, and nothing when all is as before', async () => {
    const other = await reachable();
    const [first, second] = [await session(), await world.booked(await world.room(), { ...MONDAY, title: 'Python 1', people: [{ personId: other.personId ?? '', part: 'learner' }] })];
    for (const { occurrenceId } of [first, second]) {
      await move(occurrenceId, 1, { startsAt: '2027-03-17T09:00', endsAt: '2027-03-17T12:00' });
      await tell();
    }
    await move(first.occurrenceId, 2, TUESDAY);
    await move(second.occurrenceId, 2, MONDAY);
    await tell();
    expect(await messages()).toHaveLength(6);
    await leave();
    expect(await world.test.asOwner('select state from message where person_id = $1', [other.personId])).toEqual([{ state: 'withdrawn' }, { state: 'withdrawn' }]);
    const texts = await Promise.all(sink.mails.map(async (mail) => (await sink.read(mail)).text ?? ''));
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toContain('prévu le lundi 15 mars 2027 à 09:00, aura lieu le mardi 16 mars 2027 à 13:00');
  });

  it('tells another room as another place', async () => {
    const { occurrenceId } = await session();
    const answer = await world.move({ occurrenceId, expectedVersion: 1, resourceIds: [await world.room()] });
    expect(isProblem(answer)).toBe(false);
    await tell();
    await leave();
    expect((await Promise.all(sink.mails.map((mail) => sink.read(mail)))).map((mail) => mail.subject)).toEqual(['Nouveau lieu : JavaScript 3', 'Nouveau lieu : JavaScript 3']);
  });

  it('moved with its room and back without it before anybody was told: the place alone is told; with it, nothing', async () => {
    const home = await world.room();
    const [first, second] = [
      await world.booked(home, { ...MONDAY, title: 'JavaScript 3', people: [{ personId: learner.personId ?? '', part: 'learner' }] }),
      await world.booked(await world.room(), { ...MONDAY, title: 'Python 1', people: [{ personId: trainer.personId ?? '', part: 'trainer' }] }),
    ];
    const away = async (occurrenceId: string) => world.move({ occurrenceId, expectedVersion: 1, ...TUESDAY, resourceIds: [await world.room()] });
    for (const { occurrenceId } of [first, second]) expect(isProblem(await away(occurrenceId))).toBe(false);
    await tell();
    await move(second.occurrenceId, 2, MONDAY);
    expect(isProblem(await world.move({ occurrenceId: first.occurrenceId, expectedVersion: 2, ...MONDAY, resourceIds: [home] }))).toBe(false);
    await tell();
    await leave();
    expect(await Promise.all(sink.mails.map(async (mail) => [mail.to, (await sink.read(mail)).subject]))).toEqual([[`${trainer.personId}@example.org`, 'Nouveau lieu : Python 1']]);
  });

  it('says why in the mail, where who moved or cancelled it from the board said it about just this change', async () => {
    const { occurrenceId } = await session();
    const said = async () => (await Promise.all(sink.mails.map((mail) => sink.read(mail)))).map(({ text }) => /La personne qui donne la séance est absente|Le site est fermé/.exec(text ?? '')?.[0]);
    const { centre, marie, test } = world;
    const moved = await test.get(MoveBooking).execute(marie, { organisationId: centre.id, moves: [{ occurrenceId, expectedVersion: 1, ...TUESDAY }], why: 'trainer-away' });
    expect(isProblem(moved)).toBe(false);
    await tell();
    await leave();
    expect(await said()).toEqual(['La personne qui donne la séance est absente', 'La personne qui donne la séance est absente']);
    sink.mails.length = 0;
    await move(occurrenceId, 2, MONDAY);
    await tell();
    await leave();
    expect(await said()).toEqual([undefined, undefined]);
    sink.mails.length = 0;
    await test.get(CancelBooking).execute(marie, { organisationId: centre.id, occurrenceId, expectedVersion: 3, why: 'closure' });
    await tell();
    await leave();
    expect(await said()).toEqual(['Le site est fermé', 'Le site est fermé']);
  });

  it('the board says how many people would be told: never who asks, nobody of what is only held', async () => {
    const { occurrenceId } = await session();
    const { centre, marie, test } = world;
    const held = await world.booked(await world.room(), { ...TUESDAY, title: 'Option', holdMinutes: 60, people: [{ personId: learner.personId ?? '', part: 'learner' }] });
    const told = async (actor: Actor) => {
      const board = await test.get(ReadBoard).execute(actor, { organisationId: centre.id, from: '2027-03-15', days: 7 });
      if (isProblem(board)) throw new Error(JSON.stringify(board));
      const bookings = board.rows.flatMap((row) => row.bookings);
      return [occurrenceId, held.occurrenceId].map((id) => bookings.find((booking) => booking.occurrenceId === id)?.told);
    };
    expect(await told(marie)).toEqual([2, 0]);
    expect(await told(trainer)).toEqual([1, 0]);
  });

  it('a cancellation takes back what was not told yet and is told instead', async () => {
    const { occurrenceId } = await session();
    await move(occurrenceId, 1, TUESDAY);
    await tell();
    await world.test.get(CancelBooking).execute(world.marie, { organisationId: world.centre.id, occurrenceId, expectedVersion: 2 });
    await tell();
    await leave();
    expect((await Promise.all(sink.mails.map((mail) => sink.read(mail)))).map((mail) => mail.subject)).toEqual(['Annulé : JavaScript 3', 'Annulé : JavaScript 3']);
    expect(await world.test.asOwner(`select state, count(*)::int from message group by state order by state`)).toEqual([
      { state: 'sent', count: 4 },
      { state: 'withdrawn', count: 4 },
    ]);
  });

  describe('several changes of one agenda', () => {
    const sessionAt = async (time: typeof MONDAY, title: string) => world.booked(await world.room(), { ...time, title, people: [{ personId: learner.personId ?? '', part: 'learner' }] });
    const version = async (id: string): Promise<number> => (await world.test.asOwner<{ version: number }>('select version from occurrence where id = $1', [id]))[0]?.version ?? 0;
    /** The letter that tells of several waits for the next full minute. */
    const leaveTogether = async (): Promise<void> => {
      await leave();
      await leave();
    };

    it('are told in one letter, a line each in the order of time, and sixty sessions are one letter too', async () => {
      const sessions = [];
      for (let n = 60; n >= 1; n--) sessions.push({ n, ...(await sessionAt(dayOf(n, '09'), `Séance ${n}`)) });
      for (const { occurrenceId, n } of sessions) {
        if (n === 2) await world.test.get(CancelBooking).execute(world.marie, { organisationId: world.centre.id, occurrenceId, expectedVersion: 1, why: 'closure' });
        else await world.test.get(MoveBooking).execute(world.marie, { organisationId: world.centre.id, moves: [{ occurrenceId, expectedVersion: 1, ...dayOf(n, '13') }] });
      }
      await tell();
      expect(await world.test.asOwner(`select channel, count(*)::int from message group by channel order by channel`)).toEqual([{ channel: 'mail', count: 60 }, { channel: 'notice', count: 60 }]);
      await leaveTogether();
      expect(sink.mails).toHaveLength(1);
      const { subject, text = '' } = await sink.read(sink.mails[0]);
      expect(subject).toBe('60 changements dans votre agenda');
      const lines = text.split('\n').filter((line) => line.startsWith('• '));
      expect(lines).toHaveLength(60);
      expect(lines.slice(0, 3)).toEqual([
        '• Séance 1 : mardi 2 mars 2027 à 09:00 → mardi 2 mars 2027 à 13:00',
        '• Séance 2 : mercredi 3 mars 2027 à 09:00, annulé. Le site est fermé.',
        '• Séance 3 : jeudi 4 mars 2027 à 09:00 → jeudi 4 mars 2027 à 13:00',
      ]);
      expect(await world.test.asOwner(`select distinct state from message`)).toEqual([{ state: 'sent' }]);
    });

    it('say nothing when all is as before, and what changes after that is told again', async () => {
      const [first, second] = [await sessionAt(MONDAY, 'JavaScript 3'), await sessionAt(TUESDAY, 'JavaScript 4')];
      const away = async (): Promise<void> => {
        await move(first.occurrenceId, await version(first.occurrenceId), { startsAt: '2027-03-18T09:00', endsAt: '2027-03-18T12:00' });
        await move(second.occurrenceId, await version(second.occurrenceId), { startsAt: '2027-03-18T13:00', endsAt: '2027-03-18T16:00' });
        await tell();
      };
      await away();
      await leave();
      await move(first.occurrenceId, 2, MONDAY);
      await move(second.occurrenceId, 2, TUESDAY);
      await tell();
      await leave();
      expect(sink.mails).toEqual([]);
      expect(await world.test.asOwner(`select distinct state from message where channel = 'mail'`)).toEqual([{ state: 'withdrawn' }]);
      // Its minute is over by now.
      await world.test.asOwner(`update message set rule = 'together:2027-01-01T00:00:00.000Z' where type = 'messages.digest'`);
      await away();
      await leaveTogether();
      expect(await Promise.all(sink.mails.map(async (mail) => (await sink.read(mail)).subject))).toEqual(['2 changements dans votre agenda']);
    });

    it('leave out what is as before when the letter leaves, and tell later what changed while it was on its way', async () => {
      const [first, second] = [await sessionAt(MONDAY, 'JavaScript 3'), await sessionAt(TUESDAY, 'JavaScript 4')];
      await move(first.occurrenceId, 1, { startsAt: '2027-03-18T09:00', endsAt: '2027-03-18T12:00' });
      await move(second.occurrenceId, 1, { startsAt: '2027-03-18T13:00', endsAt: '2027-03-18T16:00' });
      await tell();
      await leave();
      expect(await world.test.asOwner(`select type, state from message where channel = 'mail' order by type, state`)).toEqual([
        { type: 'ledger.session-changed', state: 'held' },
        { type: 'ledger.session-changed', state: 'held' },
        { type: 'messages.digest', state: 'due' },
      ]);
      await move(second.occurrenceId, 2, TUESDAY);
      await tell();
      // As if the letter was being handed over just now.
      await world.test.asOwner(`update message set state = 'sending', lease = gen_random_uuid(), leased_until = app.now() + interval '1 minute' where type = 'messages.digest'`);
      await move(first.occurrenceId, 2, { startsAt: '2027-03-19T09:00', endsAt: '2027-03-19T12:00' });
      await tell();
      expect(await world.test.asOwner(`select count(*)::int from message where channel = 'mail' and state = 'due'`)).toEqual([{ count: 1 }]);
      await world.test.asOwner(`update message set state = 'due', lease = null, leased_until = null, next_at = app.now() where type = 'messages.digest'`);
      await world.test.asOwner(`update message set state = 'withdrawn' where channel = 'mail' and type = 'ledger.session-changed' and state = 'due'`);
      await leave();
      const { subject, text = '' } = await sink.read(sink.mails[0]);
      expect([subject, sink.mails.length]).toEqual(['Un changement dans votre agenda', 1]);
      expect(text).toContain('• JavaScript 3 : lundi 15 mars 2027 à 09:00 → vendredi 19 mars 2027 à 09:00');
      expect(text).not.toContain('JavaScript 4');
    });
  });
});
