import { AbsencesModule, AgendasModule, AnnounceAbsence, ExcuseAbsences, SettleAbsence } from '@app/agendas';
import { ChangeNoticesModule, CancelBooking } from '@app/ledger';
import { DispatchMail, DispatchModule } from '@app/messages';
import { type Actor, ChangeWorker, isProblem, WakeUps } from '@app/platform';
import { FollowOccurrences, PlanWeekAhead, ReminderPlanningModule, Replan, SendTestReminder, SetReminderRules } from '@app/reminders';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';
import { SmtpSink } from '../support/smtp-sink.js';

/** The tests' today: Monday 16 November 2026, 09:00 in Brussels. */
const NOW = '2026-11-16T08:00:00Z';
const TUESDAY = { startsAt: '2026-11-24T13:00', endsAt: '2026-11-24T16:00' };
const THURSDAY = { startsAt: '2026-11-26T13:00', endsAt: '2026-11-26T16:00' };

describe('reminders', () => {
  let world: LedgerWorld;
  let sink: SmtpSink;
  let ines: Actor;
  let ali: Actor;
  const clock = async (instant: string): Promise<void> => {
    await world.test.moveClock('0');
    const [row] = await world.test.asOwner<{ ahead: string }>(`select ($1::timestamptz - clock_timestamp())::text as ahead`, [instant]);
    await world.test.moveClock(row?.ahead ?? '0');
  };
  const follow = async (): Promise<void> => {
    for (const consumer of [world.test.get(FollowOccurrences), world.test.get(ExcuseAbsences)]) while (await world.test.get(ChangeWorker).portion(consumer)) await world.test.asOwner('select 1');
  };
  const leave = async (): Promise<void> => {
    while (await world.test.get(DispatchMail).portion()) await world.test.asOwner('select 1');
  };
  const reminders = async (person = ines) =>
    (await world.test.asOwner<{ text: string }>(
      `select rule || ' v' || timing_version || ' ' || state || ' ' || to_char(due_at at time zone 'Europe/Brussels', 'DD HH24:MI') as text from message where type = 'reminders.before' and person_id = $1 order by due_at, timing_version`,
      [person.personId],
    )).map((row) => row.text);
  const workshop = async (people: readonly Actor[] = [ines], time = TUESDAY) => {
    const booked = await world.booked(await world.room(), { ...time, title: 'Atelier', people: people.map((one) => ({ personId: one.personId ?? '', part: 'learner' as const })) });
    await world.test.asOwner(`update occurrence set kind = 'workshop' where id = $1`, [booked.occurrenceId]);
    await follow();
    return booked.occurrenceId;
  };
  const reachable = async (givenName: string): Promise<Actor> => {
    const actor = await world.make.actor({ organisation: world.centre, roles: ['learner'], givenName });
    await world.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, 'fr') on conflict on constraint recipient_person_uq do update set address = excluded.address`, [actor.personId, `${actor.personId}@example.org`]);
    return actor;
  };
  const move = async (occurrenceId: string, expectedVersion: number, to = THURSDAY) => {
    const answer = await world.move({ occurrenceId, expectedVersion, ...to });
    if (isProblem(answer)) throw new Error(JSON.stringify(answer));
    await follow();
  };
  const mails = async () => (await Promise.all(sink.mails.map((mail) => sink.read(mail)))).map((mail) => mail.subject ?? '');

  beforeAll(async () => {
    sink = await SmtpSink.open();
    world = await openLedgerWorld({ modules: [ChangeNoticesModule, DispatchModule, ReminderPlanningModule, AbsencesModule, AgendasModule], providers: [ChangeWorker, WakeUps], settings: { SMTP_URL: sink.url, MAIL_RATE: 10_000 } });
    await world.test.get(ChangeWorker).subscribe();
  });
  beforeEach(async () => {
    await world.test.asOwner('delete from message; delete from change_work; delete from reminder_set');
    sink.mails.length = 0;
    await clock(NOW);
    [ines, ali] = [await reachable('Inès'), await reachable('Ali')];
  });
  afterAll(async () => {
    await world.test.close();
    await sink.down();
  });

  it('plans a day and an hour before a workshop, sends each once in the person’s language, with the place', async () => {
    await workshop();
    expect(await reminders()).toEqual(['24h-before v1 due 23 13:00', '1h-before v1 due 24 12:00']);
    await clock('2026-11-23T12:00:01Z');
    await leave();
    await leave();
    expect(await mails()).toEqual(['Rappel : Atelier, mardi 24 novembre à 13:00']);
    expect((await sink.read(sink.mails[0])).text).toContain('commence le mardi 24 novembre 2026 à 13:00.\nLieu : Lab');
  });

  it('case 78, defect 1: a move supersedes what was planned; a leased reminder of the old time is not sent, the new one once', async () => {
    const id = await workshop();
    await clock('2026-11-23T12:00:01Z');
    await world.test.asOwner(`update message set lease = gen_random_uuid(), leased_until = app.now() + interval '1 minute', next_at = app.now() + interval '1 minute' where rule = '24h-before'`);
    await move(id, 1);
    expect(await reminders()).toEqual(['24h-before v1 withdrawn 23 13:00', '1h-before v1 withdrawn 24 12:00', '24h-before v2 due 25 13:00', '1h-before v2 due 26 12:00']);
    await clock('2026-11-26T11:30:00Z');
    await leave();
    expect((await mails()).filter((subject) => subject.startsWith('Rappel'))).toEqual(['Rappel : Atelier, jeudi 26 novembre à 13:00', 'Rappel : Atelier, jeudi 26 novembre à 13:00']);
  });

  it('case 78: what moved after the plan and before the dispatch says nothing of the old time', async () => {
    const id = await workshop();
    await clock('2026-11-23T12:00:01Z');
    const answer = await world.move({ occurrenceId: id, expectedVersion: 1, ...THURSDAY });
    expect(isProblem(answer)).toBe(false);
    await leave();
    expect((await mails()).filter((subject) => subject.startsWith('Rappel'))).toEqual([]);
  });

  it('a cancellation withdraws; nothing is sent', async () => {
    const id = await workshop();
    await world.test.get(CancelBooking).execute(world.marie, { organisationId: world.centre.id, occurrenceId: id, expectedVersion: 1 });
    await follow();
    expect((await reminders()).map((one) => one.split(' ')[2])).toEqual(['withdrawn', 'withdrawn']);
  });

  it('defects 2 and 18: who joins late gets the next one only; who leaves none; who comes back is told once', async () => {
    const id = await workshop();
    await clock('2026-11-24T09:00:00Z');
    const people = (...actors: readonly Actor[]) => actors.map((one) => ({ personId: one.personId ?? '', part: 'learner' as const }));
    const roster = async (version: number, ...actors: readonly Actor[]) => {
      await world.move({ occurrenceId: id, expectedVersion: version, people: people(...actors) });
      await follow();
    };
    await roster(1, ines, ali);
    expect(await reminders(ali)).toEqual(['1h-before v1 due 24 12:00']);
    await roster(2, ines);
    expect(await reminders(ali)).toEqual(['1h-before v1 withdrawn 24 12:00']);
    await roster(3, ines, ali);
    expect(await reminders(ali)).toEqual(['1h-before v1 due 24 12:00']);
    const eve = await reachable('Eve');
    await clock('2026-11-24T11:40:00Z');
    await roster(4, ines, ali, eve);
    await leave();
    expect(await reminders(eve)).toEqual(['1h-before v1 sent 24 12:40']);
  });

  it('case 5: a queued reminder of a suspended learner is not sent', async () => {
    await workshop();
    await world.test.asOwner(`update membership set state = 'suspended' where person_id = $1`, [ines.personId]);
    await clock('2026-11-23T12:00:01Z');
    await leave();
    expect(sink.mails).toEqual([]);
    expect((await reminders())[0]).toContain('withdrawn');
  });

  it('who announced an absence is not reminded of what he will miss, and again once he takes it back', async () => {
    const id = await workshop([ines, ali]);
    const absent = (half: 'morning' | 'afternoon') =>
      world.test.get(AnnounceAbsence).execute(ines, { organisationId: world.centre.id, firstDay: '2026-11-24', firstHalf: half, lastDay: '2026-11-24', lastHalf: half, reason: 'family' });
    await absent('morning');
    await follow();
    expect((await reminders()).map((one) => one.split(' ')[2])).toEqual(['due', 'due']);
    const away = await absent('afternoon');
    if (isProblem(away)) throw new Error(away.code);
    await follow();
    expect((await reminders()).map((one) => one.split(' ')[2])).toEqual(['withdrawn', 'withdrawn']);
    expect((await reminders(ali)).map((one) => one.split(' ')[2])).toEqual(['due', 'due']);
    await move(id, 1, { startsAt: '2026-11-24T13:30', endsAt: '2026-11-24T16:30' });
    expect((await reminders()).some((one) => one.includes(' due '))).toBe(false);
    await world.test.get(SettleAbsence).execute(ines, { absenceId: away.id, expectedVersion: 1, as: 'withdrawn' });
    await follow();
    expect((await reminders()).filter((one) => one.includes(' due '))).toEqual(['24h-before v2 due 23 13:30', '1h-before v2 due 24 12:30']);
  });

  it('an absence that is announced between plan and mail is kept in mind, also in the digest of the week', async () => {
    await workshop([ines], { startsAt: '2026-11-24T13:00', endsAt: '2026-11-24T16:00' });
    await workshop([ines], THURSDAY);
    await world.test.get(AnnounceAbsence).execute(ines, { organisationId: world.centre.id, firstDay: '2026-11-24', firstHalf: 'morning', lastDay: '2026-11-24', lastHalf: 'afternoon', reason: 'work' });
    await clock('2026-11-20T14:00:01Z');
    await world.test.get(PlanWeekAhead).execute();
    await leave();
    const digest = await sink.read(sink.mails.find((mail) => mail.to.startsWith(ines.personId ?? '-')));
    expect(digest.text).toContain('Une séance vous attend');
    expect(digest.text).not.toContain('24 novembre');
    await clock('2026-11-23T12:00:01Z');
    await leave();
    expect((await reminders())[0]).toBe('24h-before v1 withdrawn 23 13:00');
  });

  it('case 62: a series that clashes plans no reminder at all', async () => {
    const room = await world.room();
    await world.booked(room, { startsAt: '2026-12-08T09:00', endsAt: '2026-12-08T12:00' });
    const refused = await world.book(room, { startsAt: '2026-12-08T10:00', endsAt: '2026-12-08T11:00', people: [{ personId: ines.personId ?? '', part: 'learner' }] });
    await follow();
    expect(isProblem(refused)).toBe(true);
    expect(await reminders()).toEqual([]);
  });

  it('an ordinary session is not reminded of, the first day of a series is', async () => {
    const [first, second] = [await workshop(), await workshop([ines], THURSDAY)];
    await world.test.asOwner(`update occurrence set kind = 'session', series_id = '018f0000-0000-7000-8000-00000000aaaa' where id = any ($1)`, [[first, second]]);
    await world.test.get(Replan).execute({ organisationId: world.centre.id });
    expect((await reminders()).filter((one) => one.includes(' due '))).toEqual(['24h-before v1 due 23 13:00', '1h-before v1 due 24 12:00']);
    await move(first, 1, { startsAt: '2026-11-27T13:00', endsAt: '2026-11-27T16:00' });
    expect((await reminders()).filter((one) => one.includes(' due '))).toEqual(['24h-before v1 due 25 13:00', '1h-before v1 due 26 12:00']);
  });

  it('rules of a centre replace the defaults for all that is to come, rules of a scope those of the centre', async () => {
    const id = await workshop();
    const rule = { trigger: 'before', amount: 2, unit: 'days', at: '18:00', kinds: [], parts: ['learner'], firstOnly: false, notes: { fr: 'Prenez votre badge.' } } as const;
    const set = world.test.get(SetReminderRules);
    expect(await set.execute(ines, { organisationId: world.centre.id, expectedVersion: 0, rules: [rule] })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await set.execute(world.marie, { organisationId: world.centre.id, expectedVersion: 0, rules: [rule] })).toMatchObject({ version: 1, isOwn: true });
    expect(await set.execute(world.marie, { organisationId: world.centre.id, expectedVersion: 0, rules: [] })).toMatchObject({ code: 'STALE_VERSION' });
    await world.test.get(Replan).execute({ organisationId: world.centre.id });
    expect((await reminders()).filter((one) => one.includes(' due '))).toEqual(['2d-before-18:00 v1 due 22 18:00']);
    await clock('2026-11-22T17:00:01Z');
    await leave();
    expect((await sink.read(sink.mails[0])).text).toContain('Prenez votre badge.');
    const scopeId = '018f0000-0000-7000-8000-00000000bbbb';
    await world.test.asOwner('update occurrence set scope_id = $2 where id = $1', [id, scopeId]);
    await set.execute(world.marie, { organisationId: world.centre.id, scopeId, expectedVersion: 0, rules: [] });
    await world.test.get(Replan).execute({ organisationId: world.centre.id, scopeId });
    expect((await reminders()).filter((one) => one.includes(' due '))).toEqual([]);
  });

  it('on Friday at 15:00 everybody gets one mail with the week to come, and only one', async () => {
    await workshop([ines, ali]);
    await workshop([ines], THURSDAY);
    await clock('2026-11-20T13:59:00Z');
    await world.test.get(PlanWeekAhead).execute();
    await leave();
    expect(sink.mails).toEqual([]);
    await clock('2026-11-20T14:00:01Z');
    for (let n = 0; n < 3; n++) await world.test.get(PlanWeekAhead).execute();
    await leave();
    sink.mails.splice(0, sink.mails.length, ...sink.mails.filter((mail) => [ines, ali].some((one) => mail.to.startsWith(one.personId ?? '-'))));
    expect(await mails()).toEqual(['Votre semaine du 23 novembre', 'Votre semaine du 23 novembre']);
    const texts = await Promise.all(sink.mails.map(async (mail) => (await sink.read(mail)).text ?? ''));
    expect(texts.find((text) => text.includes('2 séances'))).toContain('Mardi 24 novembre\n13:00–16:00  Atelier');
  });

  it('a test reminder goes the way of all mail, to who asks for it', async () => {
    await world.test.asOwner(`insert into recipient (person_id, address, language) values ($1, 'marie@example.org', 'nl')`, [world.marie.personId]);
    for (const trigger of ['before', 'weekly'] as const) expect(await world.test.get(SendTestReminder).execute(world.marie, world.centre.id, trigger)).toEqual({ sent: true });
    await leave();
    expect((await mails()).sort()).toEqual(['Herinnering: JavaScript 3, dinsdag 24 november om 13:00', 'Uw week van 30 november']);
  });
});
