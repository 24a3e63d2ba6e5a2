import { AbsencesModule, AgendasModule, AnnounceAbsence, ExcuseAbsences, SettleAbsence } from '@app/agendas';
import { ChangeNoticesModule, CancelBooking } from '@app/ledger';
import { DispatchMail, DispatchModule } from '@app/messages';
import { type Actor, ChangeWorker, isProblem, WakeUps } from '@app/platform';
import { faultsOfText, FollowOccurrences, PlanWeekAhead, PreviewReminder, ReadReminderRules, ReminderPlanningModule, Replan, SendTestReminder, SetReminderRules } from '@app/reminders';
import { type QueryRunner } from 'typeorm';
import { OwnTextsOfReminders1795300000680 } from '../../libs/schema/src/migrations/0680-own-texts-of-reminders.js';
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
    await world.test.asOwner(`delete from message; delete from change_work; delete from reminder_set; update occurrence set state = 'cancelled' where state = 'planned'`);
    sink.mails.length = 0;
    await clock(NOW);
    [ines, ali] = [await reachable('Inès'), await reachable('Ali')];
  });
  afterAll(async () => {
    await world.test.close();
    await sink.down();
  });

  it('rows 67 and 71: plans a day and an hour before a workshop, sends each once in the person’s language, with the place', async () => {
    await workshop();
    expect(await reminders()).toEqual(['24h-before v1 due 23 13:00', '1h-before v1 due 24 12:00']);
    await clock('2026-11-23T12:00:01Z');
    await leave();
    await leave();
    expect(await mails()).toEqual(['Rappel : Atelier, mardi 24 novembre à 13:00']);
    expect((await sink.read(sink.mails[0])).text).toContain('commence le mardi 24 novembre à 13:00.\nLieu : Lab');
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
    expect(digest.text).toContain(' : une séance.');
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

  it('row 68: rules of a centre replace the defaults for all that is to come, rules of a scope those of the centre', async () => {
    const id = await workshop();
    const rule = { trigger: 'before', amount: 2, unit: 'days', at: '18:00', kinds: [], parts: ['learner'], firstOnly: false, texts: { fr: { subject: '{title}, {date}', body: 'Bonjour {name},\n\n{title} le {date} à {time}. Prenez votre badge.\nLieu : {place}\nAvec vous : {bring}\n\n{link}' } } } as const;
    const set = world.test.get(SetReminderRules);
    expect(await set.execute(ines, { organisationId: world.centre.id, expectedVersion: 0, rules: [rule] })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await set.execute(world.marie, { organisationId: world.centre.id, expectedVersion: 0, rules: [rule] })).toMatchObject({ version: 1, isOwn: true });
    expect(await set.execute(world.marie, { organisationId: world.centre.id, expectedVersion: 0, rules: [] })).toMatchObject({ code: 'STALE_VERSION' });
    await world.test.get(Replan).execute({ organisationId: world.centre.id });
    expect((await reminders()).filter((one) => one.includes(' due '))).toEqual(['2d-before-18:00 v1 due 22 18:00']);
    await clock('2026-11-22T17:00:01Z');
    await leave();
    const mail = await sink.read(sink.mails[0]);
    expect(mail.subject).toBe('Atelier, mardi 24 novembre');
    // Nothing is to be brought: the line that would say so is left out.
    expect(mail.text).toMatch(/^Bonjour Inès,\n\nAtelier le mardi 24 novembre à 13:00\. Prenez votre badge\.\nLieu : Lab[^\n]*\n\nhttp/);
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
    expect(texts.find((text) => text.includes(' : 2 séances.'))).toContain('Mardi 24 novembre\n13:00–16:00  Atelier');
  });

  it('a test reminder goes the way of all mail, to who asks for it', async () => {
    await world.test.asOwner(`insert into recipient (person_id, address, language) values ($1, 'marie@example.org', 'nl')`, [world.marie.personId]);
    const test = (position: number, language: 'nl' | 'de') => world.test.get(SendTestReminder).execute(world.marie, { organisationId: world.centre.id, scopeId: null, position, language });
    for (const [position, language] of [[0, 'nl'], [1, 'nl'], [1, 'de']] as const) expect(await test(position, language)).toEqual({ sent: true });
    expect(await test(9, 'nl')).toMatchObject({ code: 'NOT_FOUND' });
    await leave();
    expect((await mails()).sort()).toEqual(['Erinnerung: JavaScript 3, Dienstag, 24. November um 13:00 Uhr', 'Herinnering: JavaScript 3, dinsdag 24 november om 13:00', 'Uw week van 30 november']);
  });

  const COHORT = '018f0000-0000-7000-8000-00000000cccc';
  const before = (texts: Record<string, { subject: string; body: string }>, wishes: object = {}) => ({ trigger: 'before' as const, amount: 24, unit: 'hours' as const, kinds: [], parts: ['learner' as const], firstOnly: false, texts, ...wishes });
  const rule = (scopeId: string | null, rules: Parameters<SetReminderRules['execute']>[1]['rules'], expectedVersion = 0) =>
    world.test.get(SetReminderRules).execute(world.marie, { organisationId: world.centre.id, scopeId, expectedVersion, rules });
  const GOOD = { subject: 'À demain : {title}', body: '{title}, {date}, {time}.\n\n{link}' };

  it('a text of its own is refused with line, name and cure, and nothing of it is saved', async () => {
    const bad = { subject: 'Hello {nme} {place}', body: '{title} at {time}\nRoom {place} with {bring}\nSee {link} here\n{oops' };
    const answer = await rule(null, [before({ fr: bad })]);
    expect(isProblem(answer) && 'faults' in answer && answer.faults.map(({ field, reason, values }) => [field.slice('rules.0.texts.fr.'.length), reason.slice('reminders.'.length), values?.['line'], values?.['name']])).toEqual([
      ['subject', 'text-unknown', 1, '{nme}'],
      ['subject', 'text-subject', 1, '{place}'],
      ['body', 'text-line', 2, '{place}'],
      ['body', 'text-line', 2, '{bring}'],
      ['body', 'text-alone', 3, '{link}'],
      ['body', 'text-brace', 4, undefined],
      ['body', 'text-missing', 3, '{date}'],
    ]);
    expect(await world.test.asOwner('select from reminder_set')).toEqual([]);
  });

  it('what a value holds is never read as a placeholder or a tag', async () => {
    const id = await workshop();
    await world.test.asOwner(`update occurrence_card set title = $2 where occurrence_id = $1`, [id, '{link} <b>x</b> {place}']);
    await rule(null, [before({ fr: GOOD })]);
    await world.test.get(Replan).execute({ organisationId: world.centre.id });
    await clock('2026-11-23T12:00:01Z');
    await leave();
    const { subject, text, html } = await sink.read(sink.mails[0]);
    expect(subject).toBe('À demain : {link} <b>x</b> {place}');
    expect(text).toMatch(/^\{link\} <b>x<\/b> \{place\}, mardi 24 novembre, 13:00\.\n\nhttp/);
    expect(html).toContain('{link} &lt;b&gt;x&lt;/b&gt; {place}');
  });

  it('a text that does not fit any more gives way to ours, and a change of something else is not refused for it', async () => {
    await workshop();
    const stale = { subject: 'Bientôt', body: '{title} {date} {time} {gone}\n\n{link}' };
    await rule(null, [before({ fr: GOOD })]);
    await world.test.asOwner(`update reminder_rule set texts = $1`, [JSON.stringify({ fr: stale })]);
    expect(await rule(null, [before({ fr: stale }, { amount: 12 })], 1)).toMatchObject({ version: 2 });
    expect(await rule(null, [before({ fr: { ...stale, subject: 'Autre' } })], 2)).toMatchObject({ code: 'INVALID_INPUT' });
    await world.test.get(Replan).execute({ organisationId: world.centre.id });
    await clock('2026-11-24T00:00:01Z');
    await leave();
    expect(await mails()).toEqual(['Rappel : Atelier, mardi 24 novembre à 13:00']);
  });

  it('the narrower of two rules at the same offset words the reminder', async () => {
    await workshop();
    const [all, workshops] = [before({ fr: { ...GOOD, subject: 'Tout : {title}' } }), before({ fr: { ...GOOD, subject: 'Atelier : {title}' } }, { kinds: ['workshop'] })];
    await rule(null, [all, workshops, before({ fr: { ...GOOD, subject: 'Examen : {title}' } }, { kinds: ['exam'] })]);
    await world.test.get(Replan).execute({ organisationId: world.centre.id });
    await clock('2026-11-23T12:00:01Z');
    await leave();
    expect(await mails()).toEqual(['Atelier : Atelier']);
  });

  it('a cohort has its own week ahead, or none, and goes back to the centre’s; nobody gets two', async () => {
    const weekly = (subject: string, day: number) => ({ trigger: 'weekly' as const, weekday: day, at: '15:00', kinds: [], parts: ['learner' as const], texts: { fr: { subject, body: '{items}\n\n{link}' } } });
    const [ofCohort, ofCentre] = [await workshop([ines]), await workshop([ines, ali], THURSDAY)];
    await world.test.asOwner('update occurrence set scope_id = $2 where id = $1', [ofCohort, COHORT]);
    await rule(null, [weekly('Le centre, {week}', 5)]);
    await rule(COHORT, [weekly('La promotion, {week}', 4)]);
    const went = async (instant: string) => {
      await clock(instant);
      await world.test.get(PlanWeekAhead).execute();
      await leave();
      return (await mails()).sort();
    };
    expect(await went('2026-11-19T14:00:01Z')).toEqual(['La promotion, 23 novembre']);
    expect(await went('2026-11-20T14:00:01Z')).toEqual(['La promotion, 23 novembre', 'Le centre, 23 novembre']);
    await world.test.asOwner('delete from message');
    sink.mails.length = 0;
    await rule(COHORT, [], 1);
    expect(await went('2026-11-20T14:00:02Z')).toEqual(['Le centre, 23 novembre', 'Le centre, 23 novembre']);
    await world.test.asOwner('delete from message');
    await world.test.asOwner(`update occurrence set state = 'cancelled' where id = $1`, [ofCentre]);
    sink.mails.length = 0;
    expect(await went('2026-11-20T14:00:03Z')).toEqual([]);
    expect(await rule(COHORT, null, 2)).toMatchObject({ isOwn: false, rules: [{ trigger: 'weekly', weekday: 5 }] });
    expect(await went('2026-11-20T14:00:04Z')).toEqual(['Le centre, 23 novembre']);
  });

  it('previews a draft with what the next real learner would get, and says what is wrong with it', async () => {
    await workshop();
    const ask = (wishes: object = {}, who = world.marie) =>
      world.test.get(PreviewReminder).execute(who, { organisationId: world.centre.id, scopeId: null, language: 'nl', rule: { trigger: 'before', kinds: ['workshop'], parts: ['learner'], firstOnly: false }, text: { subject: '{title}', body: 'Dag {name}, {title}: {date}, {time}.\n\n{link}' }, ...wishes });
    expect(await ask()).toMatchObject({ subject: 'Atelier', body: expect.stringMatching(/^Dag Inès, Atelier: dinsdag 24 november, 13:00\.\n\nhttp/) as string, personName: expect.stringContaining('Inès') as string });
    expect(await ask({ rule: { trigger: 'weekly', kinds: [], parts: ['learner'], firstOnly: false }, text: null })).toMatchObject({ subject: 'Uw week van 23 november', body: expect.stringContaining('13:00–16:00  Atelier') as string });
    expect(await ask({ scopeId: COHORT, text: null })).toMatchObject({ subject: 'Herinnering: JavaScript 3, dinsdag 24 november om 13:00', personName: null });
    expect(await ask({ text: { subject: 'x', body: 'y' } })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await ask({}, ines)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('sentences that a centre had put under our texts are part of texts of its own, which fit', async () => {
    const runner = { query: (sql: string, parameters?: unknown[]) => world.test.asOwner(sql, parameters) } as unknown as QueryRunner;
    const migration = new OwnTextsOfReminders1795300000680();
    await rule(null, [before({}), { trigger: 'weekly', weekday: 5, at: '15:00', kinds: [], parts: ['learner'], texts: {} }]);
    await migration.down(runner);
    await world.test.asOwner(`update reminder_rule set notes = '{"fr": "Venez à l’heure {merci}.", "nl": " "}' where position = 0; update reminder_rule set notes = '{"de": "Bis bald."}' where position = 1`);
    await migration.up(runner);
    const answer = await world.test.get(ReadReminderRules).execute(world.marie, world.centre.id, null);
    const [first, second] = 'rules' in answer ? answer.rules : [];
    expect(Object.keys({ ...first?.texts, ...second?.texts })).toEqual(['fr', 'de']);
    expect(first?.texts.fr?.body).toContain('\n\nVenez à l’heure (merci).\n\n{link}');
    for (const [trigger, text] of [['before', first?.texts.fr], ['weekly', second?.texts.de]] as const) expect(text && faultsOfText(trigger, text, text)).toEqual([]);
  });
});
